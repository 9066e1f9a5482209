import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { krpace, krprogress, krstatus } from '../../src/functions/key-result.js';
import { okrscore } from '../../src/functions/okr-score.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const krprogressOf = (...args: unknown[]): unknown => krprogress(args[0], args[1], args[2], args[3]);
const okrscoreOf = (progress: unknown, weights?: unknown): unknown => okrscore(progress, weights);

describe('KRPROGRESS', () => {
  it('answers beside each key result, blank where the value is not known', () => {
    expect(
      krprogressOf(
        column('Baseline', 8, 40, 38, '', ''),
        column('Target', 3, 70, 55, '', ''),
        column('Now', 6, 76, '', '', ''),
      ),
    ).toEqual([[''], [0.4], [1.2], ['']]);
    expect(krprogressOf(8, 3, 9)).toBe(-0.2);
  });

  it('takes one baseline or target for all', () => {
    expect(krprogressOf(0, column(10, 20), column(5, 5))).toEqual([[0.5], [0.25]]);
    expect(krprogressOf([[0]], 10, column('Now', 5, '', 1))).toEqual([[''], [0.5], [''], [0.1]]);
  });

  it('is held between 0 and 1 when asked', () => {
    expect(krprogressOf(8, column(3, 3), column(9, 1), true)).toEqual([[0], [1]]);
    expect(krprogressOf(8, column(3, 3), column(9, 1), false)).toEqual([[-0.2], [1.4]]);
    expect(krprogressOf(8, column(3, 3), column(9, 1), '')).toEqual([[-0.2], [1.4]]);
  });

  it.each([
    { name: 'no way to go, value or not', args: [column(5, 8, 7), column(5, 3, 7), column(1, 2, '')], says: 'target row 1 is 5, the same as the baseline; give two different values (and 1 more cell)' },
    { name: 'a blank target', args: [column(1, 2), column(5, ''), column(1, '')], says: 'target row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'a blank baseline for all', args: ['', column(5, 6), column(1, 2)], says: 'baseline is blank; give it a value' },
    { name: 'text', args: [1, 2, column(1, 'done')], says: 'current row 2 is text "done"; format the cell as a number' },
    { name: 'another cap', args: [1, 2, 3, 'yes'], says: 'cap is text "yes"; give TRUE or FALSE' },
    { name: 'different heights', args: [column(1, 2, 3), column(1, 2), column(1, 2)], says: 'baseline has 3 rows and target has 2 rows; give ranges of the same height' },
    { name: 'nothing', args: [], says: 'baseline is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args, says }) => {
    expect(() => krprogressOf(...args)).toThrow(new Error(`KRPROGRESS: ${says}`));
  }); // prettier-ignore
});

// The clocks of Berlin go back, and those of São Paulo went forward, within these quarters.
describe.each(['Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia'])('KRPACE and KRSTATUS in %s', (zone) => {
  const date = (year: number, month: number, day: number, hour = 0): Date =>
    new Date(instantOf(dayOf(year, month, day), zone, hour));
  const paceOf = (...args: unknown[]): unknown => krpace(() => zone, args[0], args[1], args[2]);
  const statusOf = (...args: unknown[]): unknown =>
    krstatus(() => zone, args[0], args[1], args[2], args[3], args[4], args[5]);
  const start = date(2018, 10, 1);
  const end = date(2019, 1, 9);

  it('count calendar days, whatever the hour', () => {
    expect(paceOf(start, end, date(2018, 11, 5, 23))).toBe(0.35);
    expect(
      paceOf(column('Start', start, '', end), column('End', end, '', date(2019, 2, 1)), date(2018, 10, 26)),
    ).toEqual([[''], [0.25], [''], [0]]);
  });

  it('hold progress against the pace, one period for all or one each', () => {
    const half = date(2018, 11, 20);
    expect(
      statusOf(column('Base', 0, 0, 0, 0, 0, ''), column('Target', 100, 100, 100, 100, -100, ''), column('Now', 45, 44, 29, '', -100, ''), start, end, half),
    ).toEqual([[''], ['on track'], ['behind'], ['at risk'], ['no data'], ['done']]); // prettier-ignore
    expect(statusOf(0, 10, column(5, ''), column(start, end), column(end, date(2019, 4, 1)), half)).toEqual([
      ['on track'],
      ['not started'],
    ]);
  });

  it.each([
    { name: 'an end before the start', call: () => paceOf(column(start, end), column(end, start), end), says: 'KRPACE: end row 2 is not after the start in the same row; correct one of the two dates' },
    { name: 'no end', call: () => paceOf(column(start, end), column(end, ''), end), says: 'KRPACE: end row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'no today', call: () => paceOf(start, end, ''), says: 'KRPACE: today is blank; give it a value' },
    { name: 'several todays', call: () => paceOf(start, end, column(end, end)), says: 'KRPACE: today has 2 rows; give one cell' },
    { name: 'a date as text', call: () => statusOf(0, 1, 1, '2018-10-01', end, end), says: 'KRSTATUS: start is text "2018-10-01"; enter a date and format the cell as a date' },
    { name: 'no way to go', call: () => statusOf(1, 1, 1, start, end, end), says: 'KRSTATUS: target is 1, the same as the baseline; give two different values' },
    { name: 'an end on the start', call: () => statusOf(0, 1, 1, start, start, end), says: 'KRSTATUS: end is not after the start in the same row; correct one of the two dates' },
  ])('say what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  }); // prettier-ignore
});

describe('OKRSCORE', () => {
  it('takes the mean of what is known, with weights or without', () => {
    expect(okrscoreOf(column('Progress', 0.5, '', 1.3, ''))).toBe(0.75);
    expect(okrscoreOf(column(1, 0, ''), column(3, 1, 5))).toBe(0.75);
    expect(okrscoreOf(column('Progress', 1, 0), column('Weight', 1, 3))).toBe(0.25);
    expect(okrscoreOf(0.4)).toBe(0.4);
  });

  it('is unknown when nothing is known', () => {
    expect(okrscoreOf(column('', ''))).toBe('unknown');
    expect(okrscoreOf(column('', ''), column(1, 2))).toBe('unknown');
  });

  it.each([
    { name: 'a blank weight', args: [column(1, 0.5), column(1, '')], says: 'weights row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'a negative weight', args: [column(1, 0.5), column(1, -1)], says: 'weights row 2 is -1, below zero; give amounts of 0 or more' },
    { name: 'no weight', args: [column(1, 0.5), column(0, 0)], says: 'weights add up to 0; give at least one weight above 0' },
    { name: 'text', args: [column(1, '70 %')], says: 'progress row 2 is text "70 %"; format the cell as a number' },
    { name: 'nothing', args: [], says: 'progress is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args: [progress, weights], says }) => {
    expect(() => okrscoreOf(progress, weights)).toThrow(new Error(`OKRSCORE: ${says}`));
  }); // prettier-ignore
});
