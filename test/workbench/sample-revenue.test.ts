import { describe, expect, test } from 'vitest';
import { isNumber, rowsOf, serial } from './sample-tables.js';

const months = [...new Set(rowsOf('Revenue').map((row) => row['Month'] as number))];

/** MRR of each account in each month, 0 where there is no row. */
const ledger = new Map<string, number[]>();
for (const row of rowsOf('Revenue')) {
  const account = String(row['Account']);
  const mrr = ledger.get(account) ?? months.map(() => 0);
  mrr[months.indexOf(row['Month'] as number)] = row['MRR'] as number;
  ledger.set(account, mrr);
}

function mrrOf(account: unknown, index: number): number {
  return ledger.get(String(account))?.at(index) ?? 0;
}

describe('the revenue of the sample book', () => {
  test('covers the 24 months that end in October 2026, in order, each by its first day', () => {
    expect(months).toHaveLength(24);
    expect(months[0]).toBe(serial('2024-11-01'));
    expect(months.at(-1)).toBe(serial('2026-10-01'));
    expect(months).toEqual([...months].sort((one, other) => one - other));
    for (const month of months) expect(new Date((month - 25_569) * 86_400_000).getUTCDate()).toBe(1);
  });

  test('has one row for an account and month, above zero, in dollars', () => {
    const rows = rowsOf('Revenue');
    expect(new Set(rows.map((row) => `${String(row['Account'])} ${String(row['Month'])}`)).size).toBe(rows.length);
    for (const row of rows) expect(row['MRR']).toSatisfy((mrr: number) => Number.isInteger(mrr) && mrr > 0);
    expect(new Set(rows.map((row) => row['Currency']))).toEqual(new Set(['USD']));
  });

  test('moves in all five ways, and opening plus movements is closing in every month', () => {
    const seen = { new: 0, expansion: 0, contraction: 0, churned: 0, reactivated: 0 };
    for (let month = 1; month < months.length; month++) {
      let opening = 0;
      let closing = 0;
      let movements = 0;
      for (const mrr of ledger.values()) {
        const before = mrr[month - 1] ?? 0;
        const after = mrr[month] ?? 0;
        opening += before;
        closing += after;
        movements += after - before;
        if (after === before) continue;
        if (before > 0) seen[after === 0 ? 'churned' : after > before ? 'expansion' : 'contraction'] += 1;
        else seen[mrr.slice(0, month).some((earlier) => earlier > 0) ? 'reactivated' : 'new'] += 1;
      }
      expect(opening + movements).toBe(closing);
    }
    expect(seen.churned).toBe(17);
    expect(seen.reactivated).toBe(3);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
    expect(seen.expansion).toBeGreaterThan(seen.contraction);
  });

  test('retains, over the last 12 months, what a good but troubled company does', () => {
    let opening = 0;
    let net = 0;
    let gross = 0;
    for (const mrr of ledger.values()) {
      const [before = 0, after = 0] = [mrr.at(-13), mrr.at(-1)];
      if (before === 0) continue;
      opening += before;
      net += after;
      gross += Math.min(before, after);
    }
    expect(net / opening).toBeGreaterThan(1);
    expect(net / opening).toBeLessThan(1.15);
    expect(gross / opening).toBeGreaterThan(0.88);
    expect(gross / opening).toBeLessThan(0.95);
  });

  test('agrees with Accounts: ARR is twelve times the last month, and nothing for a churned account', () => {
    for (const row of rowsOf('Accounts'))
      expect(row['ARR'], String(row['Account'])).toBe(12 * mrrOf(row['Account'], -1));
  });

  test('agrees with Churns: each is paid for until the month before, and not in its own', () => {
    const churns = rowsOf('Churns');
    expect(churns).toHaveLength(17);
    for (const row of churns) {
      const month = months.filter((first) => first <= (row['Churned on'] as number)).length - 1;
      expect(mrrOf(row['Account'], month)).toBe(0);
      expect(12 * mrrOf(row['Account'], month - 1)).toBe(row['ARR']);
    }
    const gone = rowsOf('Accounts').filter((row) => row['Status'] === 'Churned');
    const backAgain = churns.filter((row) => mrrOf(row['Account'], -1) > 0);
    expect(backAgain).toHaveLength(3);
    expect(gone.length + backAgain.length).toBe(churns.length);
    for (const row of gone) {
      const last = churns.find((churn) => churn['Account'] === row['Account']);
      expect([row['Churned on'], row['Churn cause']]).toEqual([last?.['Churned on'], last?.['Cause']]);
    }
  });

  test('forecasts only what could be forecast: a snapshot exists from its day on', () => {
    const now = serial('2026-11-22');
    for (const row of rowsOf('Renewals')) {
      for (const days of [90, 60, 30]) {
        const isTaken = isNumber(row[`Forecast ${String(days)}`]);
        expect(isTaken, `${String(row['Account'])} ${String(days)}`).toBe((row['Renewal'] as number) - days <= now);
      }
      expect(isNumber(row['Actual'])).toBe((row['Renewal'] as number) <= now);
    }
  });
});
