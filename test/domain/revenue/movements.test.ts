import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyMovements, type MonthMovements } from '../../../src/domain/revenue/movements.js';
import {
  accountsOf,
  FIRST,
  hasPaidBefore,
  ledger,
  ledgers,
  paid,
  row,
  spans,
  total,
  type Row,
} from './naive-ledger.js';

/** The movements of one month by filters over accounts, each looked up in all rows. */
function naiveMovements(rows: readonly Row[], month: number): MonthMovements {
  const accounts = accountsOf(rows).map((account) => ({
    before: paid(rows, account, month - 1),
    now: paid(rows, account, month),
    hasPaid: hasPaidBefore(rows, account, month),
  }));
  const opened = accounts.filter(({ before }) => before > 0);
  const stayed = opened.filter(({ now }) => now > 0);
  const opening = total(opened, ({ before }) => before);
  const won = accounts.filter(({ before, now }) => before === 0 && now > 0);
  const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  return {
    month,
    opening,
    new: total(won.filter(({ hasPaid }) => !hasPaid), ({ now }) => now), // prettier-ignore
    expansion: total(stayed, ({ before, now }) => Math.max(now - before, 0)),
    contraction: total(stayed, ({ before, now }) => Math.max(before - now, 0)),
    churned: total(opened.filter(({ now }) => now === 0), ({ before }) => before), // prettier-ignore
    reactivated: total(won.filter(({ hasPaid }) => hasPaid), ({ now }) => now), // prettier-ignore
    closing: total(accounts, ({ now }) => now),
    netRetention: ratio(total(opened, ({ now }) => now), opening), // prettier-ignore
    grossRetention: ratio(total(opened, ({ before, now }) => Math.min(before, now)), opening), // prettier-ignore
    logoRetention: ratio(stayed.length, opened.length),
  };
}

describe('monthly movements', () => {
  it('tell new, growing, shrinking, leaving and returning accounts apart', () => {
    // Worked by hand, one account for each kind.
    const rows = [
      ...[row('grows', FIRST, 100), row('grows', FIRST + 1, 130), row('grows', FIRST + 2, 130)],
      ...[row('shrinks', FIRST, 100), row('shrinks', FIRST + 1, 60), row('shrinks', FIRST + 2, 60)],
      ...[row('pauses', FIRST, 50), row('pauses', FIRST + 2, 70)],
      row('is new', FIRST + 2, 40),
    ];
    expect(monthlyMovements(ledger(rows), FIRST + 1, FIRST + 2)).toEqual([
      { month: FIRST + 1, opening: 250, new: 0, expansion: 30, contraction: 40, churned: 50, reactivated: 0, closing: 190, netRetention: 0.76, grossRetention: 0.64, logoRetention: 2 / 3 }, // prettier-ignore
      { month: FIRST + 2, opening: 190, new: 40, expansion: 0, contraction: 0, churned: 0, reactivated: 70, closing: 300, netRetention: 1, grossRetention: 1, logoRetention: 1 }, // prettier-ignore
    ]);
  });

  it('are what looking at every row for every account finds, in any span of months', () => {
    fc.assert(
      fc.property(ledgers, spans, (rows, { from, to }) => {
        const months = Array.from({ length: to - from + 1 }, (_, index) => from + index);
        expect(monthlyMovements(ledger(rows), from, to)).toEqual(months.map((month) => naiveMovements(rows, month)));
      }),
    );
  });

  it('lead from the opening to the closing to the cent, and from month to month exactly', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        const inCents = rows.map((one) => ({ ...one, mrr: one.mrr / 100 }));
        const months = monthlyMovements(ledger(inCents), FIRST - 1, FIRST + 11);
        let closing = 0;
        for (const one of months) {
          expect(one.opening).toBe(closing);
          closing = one.closing;
          const moved = one.new + one.expansion - one.contraction - one.churned + one.reactivated;
          expect(one.opening + moved).toBeCloseTo(one.closing, 9);
        }
      }),
    );
  });

  it('do not depend on the order of rows, and no ratio on the currency', () => {
    fc.assert(
      fc.property(
        ledgers.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const months = monthlyMovements(ledger(rows), FIRST, FIRST + 10);
          expect(monthlyMovements(ledger(shuffled), FIRST, FIRST + 10)).toEqual(months);
          const scaled = monthlyMovements(ledger(rows.map((one) => ({ ...one, mrr: one.mrr * 8 }))), FIRST, FIRST + 10);
          expect(scaled.map(({ netRetention }) => netRetention)).toEqual(months.map((one) => one.netRetention));
        },
      ),
    );
  });

  it('keep gross retention at most net retention and at most 1', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        for (const { grossRetention, netRetention } of monthlyMovements(ledger(rows), FIRST, FIRST + 10)) {
          expect(grossRetention ?? 0).toBeLessThanOrEqual(Math.min(netRetention ?? 0, 1));
        }
      }),
    );
  });
});
