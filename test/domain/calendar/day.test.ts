import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dayOf,
  firstDayOf,
  isoDay,
  isoMonth,
  lastDayOf,
  longDay,
  monthOf,
  parseIsoDay,
  weekdayOf,
  weekStart,
} from '../../../src/domain/calendar/day.js';

const day = fc.integer({ min: dayOf(1000, 1, 1), max: dayOf(9999, 12, 31) });

describe('days', () => {
  it.each([
    { name: 'the day that counting starts from', civil: [1970, 1, 1], number: 0 },
    { name: 'the day before', civil: [1969, 12, 31], number: -1 },
    { name: 'a leap day of a century year', civil: [2000, 2, 29], number: 11_016 },
    // 25 569 is the serial number of 1970-01-01 in spreadsheets, whose day 0 is 1899-12-30.
    { name: 'the day that spreadsheets start from', civil: [1899, 12, 30], number: -25_569 },
  ] as const)('$name is number $number', ({ civil: [year, month, dayOfMonth], number }) => {
    expect(dayOf(year, month, dayOfMonth)).toBe(number);
    expect(civilOf(number)).toEqual({ year, month, dayOfMonth });
  });

  it('roll over where a month is shorter', () => {
    expect(isoDay(dayOf(2025, 2, 29))).toBe('2025-03-01');
    expect(isoDay(dayOf(2025, 13, 1))).toBe('2026-01-01');
  });

  it('survive the way into a civil date and back', () => {
    fc.assert(
      fc.property(day, (number) => {
        const { year, month, dayOfMonth } = civilOf(number);
        expect(dayOf(year, month, dayOfMonth)).toBe(number);
        expect(parseIsoDay(isoDay(number))).toBe(number);
      }),
    );
  });

  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '25-01-01', '2025-1-1', '2025-01-01T00:00', ''])(
    'are not read from %j',
    (text) => {
      expect(parseIsoDay(text)).toBeNull();
    },
  );

  it('are written for people with or without the year', () => {
    expect(longDay(dayOf(2026, 5, 4))).toBe('Mon 4 May');
    expect(longDay(dayOf(2026, 5, 4), true)).toBe('Mon 4 May 2026');
  });
});

describe('weeks', () => {
  it.each([
    { name: 'a Monday', iso: '2026-05-04', monday: '2026-05-04' },
    { name: 'a Sunday', iso: '2026-05-10', monday: '2026-05-04' },
    { name: 'a week across the end of a year', iso: '2027-01-03', monday: '2026-12-28' },
    { name: 'a week with a leap day', iso: '2024-03-02', monday: '2024-02-26' },
    { name: 'a week before 1970', iso: '1969-12-31', monday: '1969-12-29' },
  ])('start on Monday: $name', ({ iso, monday }) => {
    expect(isoDay(weekStart(parseIsoDay(iso) ?? NaN))).toBe(monday);
  });

  it('start on any weekday asked for, at most six days before', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), (number, firstWeekday) => {
        const start = weekStart(number, firstWeekday);
        expect(weekdayOf(start)).toBe(firstWeekday);
        expect(number - start).toBeGreaterThanOrEqual(0);
        expect(number - start).toBeLessThan(7);
      }),
    );
  });
});

describe('months', () => {
  it.each([
    { iso: '2024-02-10', first: '2024-02-01', last: '2024-02-29' },
    { iso: '1900-02-10', first: '1900-02-01', last: '1900-02-28' },
    { iso: '2025-12-31', first: '2025-12-01', last: '2025-12-31' },
  ])('of $iso run from $first to $last', ({ iso, first, last }) => {
    const month = monthOf(parseIsoDay(iso) ?? NaN);
    expect(isoDay(firstDayOf(month))).toBe(first);
    expect(isoDay(lastDayOf(month))).toBe(last);
    expect(isoMonth(month)).toBe(first.slice(0, 7));
  });
});
