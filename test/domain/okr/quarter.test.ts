import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../src/domain/calendar/day.js';
import { isoQuarter, parseQuarter, quarterEnd, quarterOf, quarterStart } from '../../../src/domain/okr/quarter.js';

const read = (text: string): string | null => {
  const quarter = parseQuarter(text);
  return quarter === null ? null : isoQuarter(quarter);
};

describe('a quarter', () => {
  it.each(['2026-Q4', 'Q4 2026', '2026 q4', '2026/Q4', 'Q4/2026', ' 2026Q4 ', 'Q4-2026', '２０２６-Q4'])(
    'is read from %j',
    (text) => {
      expect(read(text)).toBe('2026-Q4');
    },
  );

  it.each(['', 'Q5 2026', '2026', 'Q4', '2026-Q0', 'FY26 Q4', '2026-Q4 or so', '26-Q4', '2026-10'])(
    'is not read from %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('has the first and last days of the calendar', () => {
    const days = ['2027-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((text) => {
      const quarter = parseQuarter(text) ?? 0;
      return [isoDay(quarterStart(quarter)), isoDay(quarterEnd(quarter))];
    });
    expect(days).toEqual([
      ['2027-01-01', '2027-03-31'],
      ['2026-04-01', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
      ['2026-10-01', '2026-12-31'],
    ]);
  });

  it('holds each of its days, and is written as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: parseIsoDay('2199-12-31') ?? 0 }), (day) => {
        const quarter = quarterOf(day);
        expect(quarterStart(quarter)).toBeLessThanOrEqual(day);
        expect(quarterEnd(quarter)).toBeGreaterThanOrEqual(day);
        expect(parseQuarter(isoQuarter(quarter))).toBe(quarter);
      }),
    );
  });
});
