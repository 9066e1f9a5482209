import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortRetention, COHORT_MEASURES, type CohortMeasure } from '../../../src/domain/revenue/cohorts.js';
import { accountsOf, FIRST, hasPaidBefore, ledger, ledgers, paid, row, total, type Row } from './naive-ledger.js';

/** Cohorts by filters over accounts, each looked up in all rows. */
function naiveCohorts(rows: readonly Row[], measure: CohortMeasure): unknown[] {
  const last = Math.max(...rows.map(({ month }) => month));
  const first = Math.min(...rows.map(({ month }) => month));
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const weight = (account: string, month: number, start: number): number => {
    const now = paid(rows, account, month);
    if (measure === 'logo') return now > 0 ? 1 : 0;
    return measure === 'net' ? now : Math.min(now, paid(rows, account, start));
  };
  return months.flatMap((start) => {
    const begun = accountsOf(rows).filter(
      (account) => paid(rows, account, start) > 0 && !hasPaidBefore(rows, account, start),
    );
    const weightIn = (month: number): number => total(begun, (account) => weight(account, month, start));
    const ratios = months.filter((month) => month >= start).map((month) => weightIn(month) / weightIn(start));
    return begun.length > 0 ? [{ month: start, accounts: begun.length, ratios }] : [];
  });
}

describe('cohort retention', () => {
  // Worked by hand: A falls and grows beyond its start, B leaves and returns, C begins a month later.
  const rows = [
    ...[row('A', FIRST, 100), row('A', FIRST + 1, 60), row('A', FIRST + 2, 140)],
    ...[row('B', FIRST, 100), row('B', FIRST + 2, 50)],
    ...[row('C', FIRST + 1, 80), row('C', FIRST + 2, 80)],
  ];

  it.each([
    { measure: 'logo', first: [1, 0.5, 1], second: [1, 1] },
    { measure: 'net', first: [1, 0.3, 0.95], second: [1, 1] },
    { measure: 'gross', first: [1, 0.3, 0.75], second: [1, 1] },
  ] as const)('follows the accounts of each first month by $measure', ({ measure, first, second }) => {
    expect(cohortRetention(ledger(rows), measure)).toEqual({
      ok: true,
      value: [
        { month: FIRST, accounts: 2, ratios: first },
        { month: FIRST + 1, accounts: 1, ratios: second },
      ],
    });
  });

  it.each(COHORT_MEASURES)('by %s is what looking at every row for every account finds', (measure) => {
    fc.assert(
      fc.property(ledgers, (drawn) => {
        const expected = naiveCohorts(drawn, measure);
        const value = { ok: true, value: expected };
        const none = { ok: false, reason: { kind: 'no-revenue' } };
        expect(cohortRetention(ledger(drawn), measure)).toEqual(expected.length > 0 ? value : none);
      }),
    );
  });

  it('has no value when one row lies so far away that the triangle outgrows a sheet', () => {
    const far = Array.from({ length: 1000 }, (_, index) => row(`A${String(index)}`, FIRST + index, 1));
    expect(cohortRetention(ledger([...far, row('A0', FIRST + 1000, 1)]), 'net')).toEqual({
      ok: false,
      reason: { kind: 'too-many-ratios', ratios: 1_001_000 },
    });
  });
});
