import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from '../../../src/domain/calendar/day.js';
import { WEEKLY_WAYS, WeeklyEvents, type AccountEvent } from '../../../src/domain/trend/weekly.js';

const MONDAY = dayOf(2026, 5, 4);

function event(account: string, day: number, value: AccountEvent['value'] = null, hour = 0): AccountEvent {
  return { account, day, instant: day * 86_400_000 + hour * 3_600_000, value };
}

describe('weekly signals', () => {
  const events = Object.freeze([
    event('Beta', MONDAY + 20, 4),
    event('Acme', MONDAY, 1, 9),
    event('ACME', MONDAY + 6, 5, 8),
    event('acme', MONDAY + 6, 3, 7),
    event('Acme', MONDAY + 14, 2),
    event('Acme', MONDAY + 15),
  ]);

  // Worked by hand; Acme has no event in the week of MONDAY + 7.
  it.each([
    { way: 'count', acme: [3, 0, 2], beta: 1 },
    { way: 'sum', acme: [9, 0, 2], beta: 4 },
    { way: 'mean', acme: [3, null, 2], beta: 4 },
    { way: 'last', acme: [5, null, 2], beta: 4 },
    { way: 'distinct', acme: [3, 0, 1], beta: 1 },
  ] as const)('$way: one row for every week between the first and the last', ({ way, acme, beta }) => {
    expect(new WeeklyEvents(events, way).signals()).toEqual([
      { week: MONDAY, account: 'Acme', value: acme[0] },
      { week: MONDAY + 7, account: 'Acme', value: acme[1] },
      { week: MONDAY + 14, account: 'Beta', value: beta },
      { week: MONDAY + 14, account: 'Acme', value: acme[2] },
    ]);
  });

  it('any day names its week, and an account never heard of counts 0', () => {
    const weekly = new WeeklyEvents(events, 'count');
    expect([0, 3, 6].map((day) => weekly.valueIn(MONDAY + day, ' acme'))).toEqual([3, 3, 3]);
    expect(weekly.valueIn(MONDAY, 'Gamma')).toBe(0);
    expect(new WeeklyEvents(events, 'mean').valueIn(MONDAY, 'Gamma')).toBeNull();
  });

  it('distinct texts differ by more than case and outer blanks', () => {
    const users = ['ann@x.io', 'Ann@x.io ', 'bob@x.io', null].map((user) => event('A', MONDAY, user));
    expect(new WeeklyEvents(users, 'distinct').valueIn(MONDAY, 'A')).toBe(2);
  });

  const anyEvents = fc.array(
    fc
      .tuple(fc.constantFrom('A', 'a', 'B', 'C'), fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 99 }))
      .map(([account, day, value]) => event(account, day, value)),
    { minLength: 1, maxLength: 50 },
  );

  it('counts and sums add up to the events, on Mondays only, sorted by week', () => {
    fc.assert(
      fc.property(anyEvents, (list) => {
        const total = (way: 'count' | 'sum'): number =>
          new WeeklyEvents(list, way).signals().reduce((sum, { value }) => sum + (value ?? NaN), 0);
        expect(total('count')).toBe(list.length);
        expect(total('sum')).toBe(list.reduce((sum, { value }) => sum + Number(value), 0));
        const weeks = new WeeklyEvents(list, 'count').signals().map(({ week }) => week);
        expect(weeks.every((week) => weekdayOf(week) === 1)).toBe(true);
        expect(weeks).toEqual([...weeks].sort((one, other) => one - other));
      }),
    );
  });

  it('a signal is the value that its week and account have on their own', () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(...WEEKLY_WAYS), (list, way) => {
        const weekly = new WeeklyEvents(list, way);
        for (const { week, account, value } of weekly.signals()) {
          expect(weekly.valueIn(week + 3, account)).toBe(value);
        }
      }),
    );
  });
});
