import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOf, lastDayOf } from '../../../src/domain/calendar/day.js';
import { monthlyMovements } from '../../../src/domain/revenue/movements.js';
import {
  retentionPolicies,
  type Notice,
  type PolicyRetention,
} from '../../../src/domain/revenue/retention-policies.js';
import { accountsOf, FIRST, ledger, ledgers, paid, row, total, type Row } from './naive-ledger.js';

const POLICIES = [
  'endpoint cohort',
  'endpoint cohort, a return does not count',
  'movements summed',
  'movements summed, reactivation counted',
  'monthly NRR compounded',
  'churn at cancellation',
];

function policiesOf(rows: readonly Row[], from: number, to: number, notices: readonly Notice[] | null = null) {
  const result = retentionPolicies(ledger(rows), from, to, notices);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

function ratios(policies: readonly PolicyRetention[]): (number | null)[] {
  return policies.map(({ netRetention }) => netRetention);
}

/** The first five ratios by their formulas in words; the movements come from the months that are tested on their own. */
function naiveRatios(rows: readonly Row[], from: number, to: number): number[] {
  const cohort = accountsOf(rows).filter((account) => paid(rows, account, from) > 0);
  const opening = total(cohort, (account) => paid(rows, account, from));
  const between = Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index);
  const neverAway = cohort.filter((account) => between.every((month) => paid(rows, account, month) > 0));
  const months = monthlyMovements(ledger(rows), from + 1, to);
  const moved = total(months, (one) => one.expansion - one.contraction - one.churned);
  const back = total(months, ({ reactivated }) => reactivated);
  const product = months.reduce((sofar, { netRetention }) => (netRetention === null ? 0 : sofar * netRetention), 1);
  return [
    total(cohort, (account) => paid(rows, account, to)) / opening,
    total(neverAway, (account) => paid(rows, account, to)) / opening,
    (opening + moved) / opening,
    (opening + moved + back) / opening,
    product,
  ];
}

/** Ledgers in which somebody pays in `from`. */
const periods = fc
  .tuple(ledgers, fc.integer({ min: 1, max: 10 }))
  .map(([rows, length]) => {
    const from = rows.find(({ mrr }) => mrr > 0)?.month ?? NaN;
    return { rows, from, to: from + length };
  })
  .filter(({ from }) => !Number.isNaN(from));

describe('retention policies', () => {
  const to = FIRST + 2;
  // Worked by hand: A pauses for a month, B grows, C is won after the first month and grows.
  const rows = [
    ...[row('A', FIRST, 100), row('A', FIRST + 2, 100)],
    ...[row('B', FIRST, 100), row('B', FIRST + 1, 100), row('B', FIRST + 2, 120)],
    ...[row('C', FIRST + 1, 40), row('C', FIRST + 2, 70)],
  ];

  it('tell the same months by each convention, with the accounts that make the difference', () => {
    expect(policiesOf(rows, FIRST, to, [{ account: 1, day: lastDayOf(to) }])).toEqual([
      { policy: POLICIES[0], netRetention: 1.1, differences: [] },
      { policy: POLICIES[1], netRetention: 0.6, differences: [{ account: 'A', mrr: -100 }] },
      { policy: POLICIES[2], netRetention: 0.75, differences: [{ account: 'A', mrr: -100 }, { account: 'C', mrr: 30 }] }, // prettier-ignore
      { policy: POLICIES[3], netRetention: 1.25, differences: [{ account: 'C', mrr: 30 }] },
      { policy: POLICIES[4], netRetention: expect.closeTo((100 / 200) * (190 / 140), 12) as number, differences: null },
      { policy: POLICIES[5], netRetention: 0.5, differences: [{ account: 'B', mrr: -120 }] },
    ]);
  });

  it.each([
    { name: 'on the last day', notices: [{ account: 1, day: lastDayOf(to) }], ratio: 0.5 },
    { name: 'the day after', notices: [{ account: 1, day: lastDayOf(to) + 1 }], ratio: 1.1 },
    { name: 'before the first month', notices: [{ account: 1, day: firstDayOf(FIRST) - 40 }], ratio: 0.5 },
    { name: 'before the account left and came back', notices: [{ account: 0, day: firstDayOf(FIRST) }], ratio: 1.1 },
    { name: 'again after it came back', notices: [{ account: 0, day: firstDayOf(FIRST) }, { account: 0, day: firstDayOf(to) }], ratio: 0.6 }, // prettier-ignore
    { name: 'by an account won later', notices: [{ account: 2, day: firstDayOf(to) }], ratio: 1.1 },
    { name: 'by nobody', notices: [], ratio: 1.1 },
  ])('count an account as churned at its notice, given $name', ({ notices, ratio }) => {
    expect(ratios(policiesOf(rows, FIRST, to, notices))[5]).toBe(ratio);
  });

  it('know no churn at cancellation without notices', () => {
    expect(policiesOf(rows, FIRST, to)[5]).toEqual({ policy: POLICIES[5], netRetention: null, differences: null });
  });

  it('have no value when nobody pays in the first month', () => {
    const none = { ok: false, reason: 'no-opening-revenue' };
    expect(retentionPolicies(ledger(rows), FIRST - 1, to, null)).toEqual(none);
    expect(retentionPolicies(ledger([row('A', FIRST, 0)]), FIRST, to, null)).toEqual(none);
  });

  it('compound to 0 once nobody is left, whoever is won after', () => {
    const gone = [row('A', FIRST, 100), row('B', FIRST + 2, 50), row('B', FIRST + 3, 80)];
    expect(ratios(policiesOf(gone, FIRST, FIRST + 3))[4]).toBe(0);
  });

  it('are what their formulas in words give', () => {
    fc.assert(
      fc.property(periods, ({ rows: drawn, from, to: until }) => {
        const expected = naiveRatios(drawn, from, until);
        ratios(policiesOf(drawn, from, until)).slice(0, 5).forEach((ratio, index) => {
          expect(ratio).toBeCloseTo(expected[index] ?? NaN, 10);
        }); // prettier-ignore
      }),
    );
  });

  it('name accounts whose amounts over the opening add up to the difference', () => {
    fc.assert(
      fc.property(periods, ({ rows: drawn, from, to: until }) => {
        const opening = total(accountsOf(drawn), (account) => paid(drawn, account, from));
        const [endpoint, ...others] = policiesOf(drawn, from, until, [{ account: 0, day: lastDayOf(until) }]);
        for (const { netRetention, differences } of others) {
          if (!differences) continue;
          const difference = total(differences, ({ mrr }) => mrr) / opening;
          expect(difference).toBeCloseTo((netRetention ?? NaN) - (endpoint?.netRetention ?? NaN), 10);
        }
      }),
    );
  });

  it('agree on endpoints and movements with reactivation when every account pays from the start', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 1, max: 10 }), (drawn, length) => {
        const all = [...drawn, ...accountsOf(drawn).map((account) => row(account, FIRST - 1, 7))];
        const [endpoint, , , counted] = ratios(policiesOf(all, FIRST - 1, FIRST - 1 + length));
        expect(counted).toBeCloseTo(endpoint ?? NaN, 10);
      }),
    );
  });

  it('agree all when accounts only grow or shrink, or leave for good', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), (books) => {
        const all = books.flatMap((months, number) => months.map((mrr, index) => row(`A${String(number)}`, FIRST + index, mrr)));
        const [endpoint = null, ...others] = ratios(policiesOf(all, FIRST, FIRST + 7, []));
        for (const other of others) expect(other).toBeCloseTo(endpoint ?? NaN, 10);
      }),
    ); // prettier-ignore
  });
});
