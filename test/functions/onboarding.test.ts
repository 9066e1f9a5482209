import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { ttfv, ttfvcohorts } from '../../src/functions/onboarding.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe.each(['Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in %s', (zone) => {
  const on = (month: number, day: number, hour = 0): Date => new Date(instantOf(dayOf(2026, month, day), zone, hour));
  const ask = (signed: unknown, reached: unknown, statistic?: unknown, asOf?: unknown): unknown =>
    ttfv(() => zone, signed, reached, statistic, asOf);
  const cohorts = (signed: unknown, reached: unknown, asOf?: unknown): unknown =>
    ttfvcohorts(() => zone, signed, reached, asOf);
  const SIGNED = column('Signed', on(1, 5), on(1, 12), '', on(2, 2), on(2, 9), '', '');
  const REACHED = column('First value', on(1, 15), on(2, 11, 23), '', on(2, 22), '', '', '');

  it('TTFV counts calendar days, whatever the hour and across the change of the clocks', () => {
    expect(ask(SIGNED, REACHED)).toBe(20);
    expect(ask(SIGNED, REACHED, 'Mean')).toBe(20);
    expect(ask(SIGNED, REACHED, 'p90')).toBe(28);
    expect(ask(SIGNED, REACHED, 'reached')).toBe(0.75);
    expect(ask(on(3, 1, 23), on(4, 1), '', '')).toBe(31);
    expect(ask(on(3, 1), on(3, 1, 12))).toBe(0);
  });

  it('TTFV counts those still waiting as of a day, and knows nothing that came later', () => {
    expect(ask(SIGNED, REACHED, '', on(3, 31))).toBe(25);
    expect(ask(SIGNED, REACHED, 'p90', on(3, 31))).toBe('not reached');
    expect(ask(SIGNED, REACHED, 'reached', on(3, 31))).toBeCloseTo(0.75, 12);
    expect(ask(SIGNED, REACHED, 'mean', on(3, 31))).toBeCloseTo(10 + 7.5 + 5 + 5, 12);
    // On 31 January only Acme, 10 days, and Bolt, which waits for 19, had signed: half wait from day 10 to day 19.
    expect(ask(SIGNED, REACHED, 'median', on(1, 31))).toBe(14.5);
    expect(ask(SIGNED, REACHED, 'median', on(1, 14))).toBe('not reached');
  });

  it('TTFV says "not reached" of days, and 0 of the share, when nobody got there', () => {
    for (const statistic of ['median', 'p90', 'mean']) {
      expect(ask(SIGNED, column('First value', '', '', '', '', '', '', ''), statistic)).toBe('not reached');
    }
    expect(ask(on(1, 1), '', 'reached')).toBe(0);
  });

  it('TTFVCOHORTS spills a row a month, its first day as a date', () => {
    expect(cohorts(SIGNED, REACHED, on(3, 31))).toEqual([
      [on(1, 1), 2, 1, 20, 30],
      [on(2, 1), 2, 0.5, 35, 'not reached'],
    ]);
    expect(cohorts(SIGNED, REACHED, on(1, 8))).toEqual([[on(1, 1), 1, 0, 'not reached', 'not reached']]);
  });

  it.each([
    { name: 'value before signing', args: [column('S', on(1, 5), on(2, 5)), column('V', on(1, 6), on(2, 4))], says: 'first_value row 3 is 2026-02-04, before signed 2026-02-05 in the same row; correct one of the two dates' },
    { name: 'value without signing', args: [column('', on(2, 5), ''), column(on(1, 6), '', on(1, 7))], says: 'signed row 1 is blank though its row is not; fill it or clear the row (and 1 more cell)' },
    { name: 'a date as text', args: [column(on(1, 5), '4 May'), column(on(1, 6), '')], says: 'signed row 2 is text "4 May"; enter a date and format the cell as a date' },
    { name: 'an error', args: [on(1, 5), '#N/A'], says: 'first_value is the error #N/A; repair the formula in that cell' },
    { name: 'another statistic', args: [on(1, 5), '', 'average'], says: 'statistic is text "average"; choose "median" or "p90" or "mean" or "reached"' },
    { name: 'different heights', args: [column(on(1, 5), ''), on(1, 6)], says: 'signed has 2 rows and first_value has 1 row; give ranges of the same height' },
    { name: 'nobody', args: [column('Signed', ''), column('Value', '')], says: 'signed has no rows; give a range with data' },
    { name: 'nobody yet', args: [on(1, 5), '', '', on(1, 4)], says: 'nobody had signed by the end of 2026-01-04; give a later day' },
    { name: 'two days', args: [on(1, 5), '', '', column(on(1, 4), on(1, 5))], says: 'as_of has 2 rows; give one cell' },
    { name: 'one argument', args: [on(1, 5)], says: 'first_value is missing; add it to the formula' },
    { name: 'nothing', args: [], says: 'signed is missing; add it to the formula' },
  ])('TTFV says what is wrong: $name', ({ args: [signed, reached, statistic, asOf], says }) => {
    expect(() => ask(signed, reached, statistic, asOf)).toThrow(new Error(`TTFV: ${says}`));
  }); // prettier-ignore

  it.each([
    { name: 'value before signing', args: [on(2, 5), on(2, 4), on(3, 1)], says: 'first_value is 2026-02-04, before signed 2026-02-05 in the same row; correct one of the two dates' },
    { name: 'nobody yet', args: [on(1, 5), '', on(1, 4)], says: 'nobody had signed by the end of 2026-01-04; give a later day' },
    { name: 'a blank day', args: [on(1, 5), '', ''], says: 'as_of is blank; give it a value' },
    { name: 'no day', args: [on(1, 5), ''], says: 'as_of is missing; add it to the formula' },
  ])('TTFVCOHORTS says what is wrong: $name', ({ args: [signed, reached, asOf], says }) => {
    expect(() => cohorts(signed, reached, asOf)).toThrow(new Error(`TTFVCOHORTS: ${says}`));
  }); // prettier-ignore
});
