import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { asof } from '../../src/functions/as-of.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'UTC'])('ASOF in %s', (zone) => {
  const date = (day: number, hour = 0): Date => new Date(instantOf(dayOf(2026, 5, day), zone, hour));
  const asofOf = (...args: unknown[]): unknown => asof(() => zone, args[0], args[1], args[2]);

  const late = new Date(date(5, 23).getTime() + 59 * 60_000);
  const LOG = [
    ['Entered', 'Key result', 'Confidence'],
    [date(4), 'Churn', 7],
    ['', '', ''],
    [date(11), 'Churn', 4],
    [late, '#N/A', ''],
    [date(6), 'Adoption', true],
    ['', '', ''],
  ];
  const entered = LOG.map(([when]) => [when]);

  it('leaves out the rows in which nothing stands but an empty checkbox', () => {
    const log = [
      ['Entered', 'Done'],
      [date(4), true],
      ['', false],
      ['', false],
    ];
    const when = log.map(([cell]) => [cell]);
    expect(asofOf(log, when, date(8))).toEqual(log.slice(0, 2));
  });

  it('keeps the header and the rows entered up to the end of the day, untouched and in order', () => {
    expect(asofOf(LOG, entered, date(5))).toEqual([LOG[0], LOG[1], LOG[4]]);
    expect(asofOf(LOG, entered, date(6, 1))).toEqual([LOG[0], LOG[1], LOG[4], LOG[5]]);
  });

  it('takes a log without header, and blanks of any kind', () => {
    expect(asofOf([['x', null], ['y', 1]], column(date(4), date(9)), date(5))).toEqual([['x', '']]); // prettier-ignore
    expect(asofOf('x', date(4), date(4))).toEqual([['x']]);
  });

  it('keeps its answer for a day, whatever is appended later', () => {
    const entries = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.string({ minLength: 1 })), { minLength: 1 });
    fc.assert(
      fc.property(entries, entries, fc.integer({ min: 1, max: 28 }), (log, later, day) => {
        const rows = (all: [number, string][]): unknown[][] => all.map(([on, text]) => [date(on), text]);
        const appended = [...rows(log), ...rows(later.map(([on, text]) => [on + 28, text]))];
        fc.pre(log.some(([on]) => on <= day));
        const known = asofOf(rows(log), rows(log).map(([when]) => [when]), date(day)); // prettier-ignore
        expect(known).toEqual(rows(log.filter(([on]) => on <= day)));
        expect(asofOf(appended, appended.map(([when]) => [when]), date(day))).toEqual(known); // prettier-ignore
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    { name: 'nothing known', args: [LOG, entered, date(3)], says: 'nothing was entered by the end of 2026-05-03; give a later day' },
    { name: 'no row at all', args: [column('', ''), column('', ''), date(3)], says: 'nothing was entered by the end of 2026-05-03; give a later day' },
    { name: 'a row without entered', args: [column('a', 'b'), column(date(4), ''), date(5)], says: 'entered row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'different heights', args: [LOG, column(date(4)), date(5)], says: 'range has 7 rows and entered has 1 row; give ranges of the same height' },
    { name: 'entered as text', args: [column('a', 'b'), column(date(4), 'May'), date(5)], says: 'entered row 2 is text "May"; enter a date and format the cell as a date' },
    { name: 'a header over entered alone', args: [column(1, 2), column('When', date(4)), date(5)], says: 'entered row 1 is text "When"; enter a date and format the cell as a date' },
    { name: 'two columns of entered', args: [[['a'], ['b']], [['x', 'y'], ['x', 'y']], date(5)], says: 'entered has 2 columns; give one column' },
    { name: 'no day', args: [LOG, entered, ''], says: 'day is blank; give it a value' },
    { name: 'nothing', args: [], says: 'range is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args, says }) => {
    expect(() => asofOf(...args)).toThrow(new Error(`ASOF: ${says}`));
  }); // prettier-ignore
});
