import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, lastDayOf, monthOf } from '../../../src/domain/calendar/day.js';
import { mrrSnapshot, type Subscription } from '../../../src/domain/revenue/snapshot.js';
import { ledgerOfSubscriptions, monthsOfSubscriptions } from '../../../src/domain/revenue/subscription-ledger.js';

const MAY = 2026 * 12 + 4;

function held(start: number, end: number | null, mrr = 10, account = 'A'): Subscription {
  return { account, start, end, mrr };
}

/** Account, month and MRR of each row. */
function rowsOf(subscriptions: readonly Subscription[], from: number, to: number): unknown[][] {
  const ledger = ledgerOfSubscriptions(subscriptions, from, to);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.reason));
  const { accounts, rows } = ledger.value;
  return Array.from({ length: rows.length }, (_, row) => [
    accounts[rows.accountAt(row)],
    rows.monthAt(row),
    rows.mrrAt(row),
  ]);
}

const day = fc.integer({ min: dayOf(2025, 11, 1), max: dayOf(2026, 9, 30) });
const subscriptions = fc.array(
  fc
    .record({
      account: fc.constantFrom('A', 'B', 'C'),
      start: day,
      length: fc.option(fc.integer({ min: 0, max: 200 })),
      mrr: fc.integer({ min: 0, max: 500 }),
    })
    .map(({ account, start, length, mrr }) => held(start, length === null ? null : start + length, mrr, account)),
  { minLength: 1, maxLength: 20 },
);

describe('the ledger of subscriptions', () => {
  it.each([
    { name: 'starts on the last day of the month', start: dayOf(2026, 5, 31), end: null, months: [MAY, MAY + 1] },
    { name: 'ends on the last day of the month', start: dayOf(2026, 5, 1), end: dayOf(2026, 5, 31), months: [] },
    { name: 'ends on the first of the next', start: dayOf(2026, 5, 31), end: dayOf(2026, 6, 1), months: [MAY] },
    { name: 'starts before the months', start: dayOf(2020, 2, 29), end: null, months: [MAY, MAY + 1] },
    { name: 'starts after them', start: dayOf(2026, 7, 1), end: null, months: [] },
    { name: 'ends before them', start: dayOf(2026, 1, 1), end: dayOf(2026, 5, 1), months: [] },
    { name: 'ends on the day it starts', start: dayOf(2026, 5, 1), end: dayOf(2026, 5, 1), months: [] },
  ])('shows the months whose last day is covered: $name', ({ start, end, months }) => {
    expect(rowsOf([held(start, end)], MAY, MAY + 1)).toEqual(months.map((month) => ['A', month, 10]));
  });

  it('shows in each month what a snapshot of its last day shows', () => {
    fc.assert(
      fc.property(subscriptions, (drawn) => {
        const { first, last } = monthsOfSubscriptions(drawn);
        const expected = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((month) => {
          const snapshot = mrrSnapshot(drawn, lastDayOf(month));
          return snapshot.ok ? snapshot.value.map(({ account, mrr }) => ({ account, month, mrr })) : [];
        });
        const order = [...new Set(drawn.map(({ account }) => account))];
        expected.sort((one, other) => order.indexOf(one.account) - order.indexOf(other.account));
        const paying = (rows: unknown[][]): unknown[][] => rows.filter(([, , mrr]) => mrr !== 0);
        expect(paying(rowsOf(drawn, first, last))).toEqual(
          paying(expected.map(({ account, month, mrr }) => [account, month, mrr])),
        );
      }),
    );
  });

  it('reaches from the earliest start to the latest day of all', () => {
    const drawn = [held(dayOf(2026, 3, 31), dayOf(2026, 8, 1)), held(dayOf(2026, 2, 1), null), held(dayOf(2026, 5, 5), null)]; // prettier-ignore
    expect(monthsOfSubscriptions(drawn)).toEqual({ first: MAY - 3, last: MAY + 3 });
    expect(monthsOfSubscriptions(drawn.slice(1))).toEqual({ first: MAY - 3, last: monthOf(dayOf(2026, 5, 5)) });
  });

  it('names the account and month where credits exceed what it pays', () => {
    const credited = [held(dayOf(2026, 5, 1), dayOf(2026, 6, 15), 100), held(dayOf(2026, 5, 1), null, -30)];
    expect(ledgerOfSubscriptions(credited, MAY, MAY)).toMatchObject({ ok: true });
    expect(ledgerOfSubscriptions(credited, MAY, MAY + 2)).toEqual({
      ok: false,
      reason: { kind: 'below-zero', account: 'A', month: MAY + 1, mrr: -30 },
    });
  });

  it('has no value when it would take more rows than a sheet has use for', () => {
    const forever = Array.from({ length: 200 }, () => held(dayOf(2026, 5, 1), dayOf(9999, 12, 31)));
    const months = 200 * (9999 * 12 + 11 - MAY);
    expect(ledgerOfSubscriptions(forever, MAY, 9999 * 12 + 11)).toEqual({
      ok: false,
      reason: { kind: 'too-many-months', months },
    });
    expect(ledgerOfSubscriptions(forever, MAY, MAY + 11)).toMatchObject({ ok: true });
  });
});
