import { describe, expect, it } from 'vitest';
import { bending, bendkind, bendsize, bentweeks } from '../../src/functions/trend.js';

const bendingOf = (values: unknown, ...rest: unknown[]): unknown => bending(values, rest[0], rest[1], rest[2]);
const bentweeksOf = (values: unknown, better?: unknown): unknown => bentweeks(values, better);

describe('BENDING', () => {
  it('answers one series in the cell itself', () => {
    expect(bendingOf([[50, 48, 45]])).toBe(true);
    expect(bendingOf([[50, 48, '']])).toBe('no data');
    expect(bendingOf(5)).toBe(false);
  });

  it('answers several series row by row, trailing blank rows left out', () => {
    const values = [[50, 48, 45], [1, 2, 3], ['', '', ''], [3, 2, ''], [9, '', 7], ['', '', '']]; // prettier-ignore
    expect(bendingOf(values)).toEqual([[true], [false], ['no data'], ['no data'], [false]]);
  });

  it('keeps its answers beside their rows when the range begins with a header', () => {
    expect(bendingOf([['w1', 'w2', 'w3'], [3, 2, 1]])).toEqual([[''], [true]]); // prettier-ignore
    expect(bendingOf([[new Date(0), new Date(1), new Date(2)], [3, 2, 1]], [['better'], ['down']])).toEqual([[''], [false]]); // prettier-ignore
  });

  it('takes the direction for all rows, or one per row, in any case', () => {
    const values = [[3, 2, 1], [1, 2, 3], [3, 2, 1]]; // prettier-ignore
    expect(bendingOf(values, ' Down ')).toEqual([[false], [true], [false]]);
    expect(bendingOf(values, [['up'], ['DOWN'], ['']])).toEqual([[true], [true], [true]]);
  });

  it('asks for as many weeks and as large a change as it is told', () => {
    expect(bendingOf([[9, 5, 4, 3]], 'up', 3)).toBe(true);
    expect(bendingOf([[5, 5, 4, 3]], 'up', 3)).toBe(false);
    expect(bendingOf([[100, 93, 80]], 'up', 2, 0.07)).toBe(true);
    expect(bendingOf([[100, 99, 80]], '', '', 0.07)).toBe(false);
  });

  it.each([
    {
      name: 'text in a week, by row and column of the range',
      call: () => bendingOf([[1, 2, 3], [1, 2, 'n/a'], [1, 2, '#N/A']]), // prettier-ignore
      says: 'BENDING: values row 2 column 3 is text "n/a"; format the cell as a number (and 1 more cell)',
    },
    ...[2, 3, 4].map((weeks) => ({
      name: `names before the weeks, ${String(weeks)} weeks asked for`,
      call: () => bendingOf([['Account', 'w1', 'w2', 'w3'], ['Acme', 3, 2, 1], ['Beta', 3, 2, 1]], 'up', weeks), // prettier-ignore
      says: 'BENDING: values row 2 column 1 is text "Acme"; start the range at the first week, or put a number there (and 1 more cell)',
    })),
    {
      name: 'an amount as text in the first week',
      call: () => bendingOf([['1,200', 3, 2, 1]]),
      says: 'BENDING: values row 1 column 1 is text "1,200"; format the cell as a number',
    },
    {
      name: 'a date among the first numbers',
      call: () => bendingOf([[3, 2, new Date(0)], [3, 2, 1]]), // prettier-ignore
      says: 'BENDING: values row 1 column 3 is a date; start the range below the header, or type the number',
    },
    {
      name: 'a direction that is none',
      call: () => bendingOf([[1, 2, 3]], 'higher'),
      says: 'BENDING: better is text "higher"; choose "up" or "down"',
    },
    {
      name: 'a direction of one row',
      call: () => bendingOf([[1, 2, 3], [1, 2, 3]], [['up'], ['dwn']]), // prettier-ignore
      says: 'BENDING: better row 2 is text "dwn"; choose "up" or "down"',
    },
    {
      name: 'directions of another height',
      call: () => bendingOf([[1, 2, 3], [1, 2, 3]], [['up'], ['up'], ['up']]), // prettier-ignore
      says: 'BENDING: values has 2 rows and better has 3 rows; give ranges of the same height',
    },
    {
      name: 'no weeks',
      call: () => bendingOf([[1, 2, 3]], 'up', 0),
      says: 'BENDING: weeks is 0; give a whole number of 1 or more',
    },
    {
      name: 'half a week',
      call: () => bendingOf([[1, 2, 3]], 'up', 1.5),
      says: 'BENDING: weeks is 1.5; give a whole number of 1 or more',
    },
    {
      name: 'a negative least change',
      call: () => bendingOf([[1, 2, 3]], 'up', 2, -0.1),
      says: 'BENDING: min_change is -0.1, below zero; give amounts of 0 or more',
    },
    {
      name: 'a range where one value belongs',
      call: () => bendingOf([[1, 2, 3]], 'up', [[1], [2]]),
      says: 'BENDING: weeks has 2 rows; give one cell',
    },
  ])('says what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  });
});

describe('BENTWEEKS', () => {
  it('counts the wrong changes up to the last value', () => {
    expect(bentweeksOf([[9, 8, 7, 6], [1, 9, 8, 9], ['', '', 3, ''], [9, '', 8, 7]])).toEqual([[3], [0], ['no data'], [1]]); // prettier-ignore
    expect(bentweeksOf([[1, 2, 3]], 'down')).toBe(2);
  });

  it('says its own name', () => {
    expect(() => bentweeksOf([[1, true]])).toThrow(
      new Error('BENTWEEKS: values row 1 column 2 is TRUE; put a number there'),
    );
  });
});

describe('BENDSIZE', () => {
  const bendsizeOf = (values: unknown, better?: unknown): unknown => bendsize(values, better);

  it('gives the relative change over the run, beside each row', () => {
    const values = [['w1', 'w2', 'w3'], [410, 380, 320], [0, 1, 4], [48, 49, 51], [3, 2, '']]; // prettier-ignore
    expect(bendsizeOf(values, [['better'], ['up'], ['down'], ['up'], ['up']])).toEqual([
      [''],
      [-90 / 410],
      ['from 0'],
      [0],
      ['no data'],
    ]);
    expect(bendsizeOf([[4, 3]])).toBe(-0.25);
  });

  it('says its own name', () => {
    expect(() => bendsizeOf(undefined)).toThrow(new Error('BENDSIZE: values is missing; add it to the formula'));
  });
});

describe('BENDKIND', () => {
  const bendkindOf = (values: unknown, better?: unknown): unknown => bendkind(values, better);
  const steady = [10, 11, 10, 11, 10, 11];

  it('tags the last value of each row', () => {
    const values = [[...steady, 7], [...steady, 9], [...steady, ''], ['', ...steady.slice(1), 7]]; // prettier-ignore
    expect(bendkindOf(values)).toEqual([['signal'], ['normal variation'], ['no data'], ['short history']]);
  });

  it('tags both sides alike, whichever is better, and looks the direction over', () => {
    expect([bendkindOf([[...steady, 20]], 'up'), bendkindOf([[...steady, 20]], 'down')]).toEqual(['signal', 'signal']);
    expect(() => bendkindOf([[1, 2]], 'sideways')).toThrow(
      new Error('BENDKIND: better is text "sideways"; choose "up" or "down"'),
    );
  });
});
