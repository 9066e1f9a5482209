import { describe, expect, it } from 'vitest';
import { contractionrate, expansionrate, grr, logochurn, logoretention, nrr } from '../../src/functions/retention.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
/** What a formula that gives two arguments hands in. */
const nrrOf = (starting: unknown, ending: unknown): number => nrr(starting, ending, undefined, undefined);
const grrOf = (starting: unknown, ending: unknown): number => grr(starting, ending, undefined);

const STARTING = column(400, 150, 200, 250, '', 0);
const ENDING = column(500, 100, '', 250, 500, 70);

describe('retention of two columns', () => {
  it.each([
    { name: 'NRR', value: nrrOf(STARTING, ENDING), expected: 0.85 },
    { name: 'GRR', value: grrOf(STARTING, ENDING), expected: 0.75 },
    { name: 'LOGORETENTION', value: logoretention(STARTING, ENDING), expected: 0.75 },
    { name: 'LOGOCHURN', value: logochurn(STARTING, ENDING), expected: 0.25 },
    { name: 'EXPANSIONRATE', value: expansionrate(STARTING, ENDING), expected: 0.1 },
    { name: 'CONTRACTIONRATE', value: contractionrate(STARTING, ENDING), expected: 0.05 },
  ])('$name leaves new accounts out and takes a blank for 0', ({ value, expected }) => {
    expect(value).toBe(expected);
  });

  it.each([
    { name: 'two cells', starting: 100, ending: 110 },
    { name: 'ranges of one cell', starting: [[100]], ending: [[110]] },
    { name: 'rows', starting: [[40, 60]], ending: [[50, 60]] },
    { name: 'a header', starting: column('Start', 100), ending: column('End', 110) },
    { name: 'months as headers', starting: column('2026-04', 100), ending: column('2026-05', 110) },
    { name: 'whole columns', starting: column(100, ...Array<string>(999).fill('')), ending: column(110, ...Array<string>(999).fill('')) }, // prettier-ignore
    { name: 'null and undefined as blanks', starting: column(100, null), ending: column(110, undefined) },
  ])('takes $name', ({ starting, ending }) => {
    expect(nrrOf(starting, ending)).toBe(1.1);
  });

  it.each([
    {
      name: 'text with the row of the range',
      starting: column(...Array<number>(16).fill(1), '$1,200'),
      ending: column(...Array<number>(17).fill(1)),
      says: 'NRR: starting_mrr row 17 is text "$1,200"; format the cell as a number',
    },
    {
      name: 'rows counted with the header',
      starting: column('Start', 1, 2),
      ending: column('End', 1, 'x'),
      says: 'NRR: ending_mrr row 3 is text "x"; format the cell as a number',
    },
    {
      name: 'amounts as text are no header',
      starting: column('1.200,50', 1),
      ending: column('€ 900', 1),
      says: 'NRR: starting_mrr row 1 is text "1.200,50"; format the cell as a number (and 1 more cell)',
    },
    {
      name: 'a header in one column only',
      starting: column('Start', 1),
      ending: column(1, 1),
      says: 'NRR: starting_mrr row 1 is text "Start"; format the cell as a number',
    },
    {
      name: 'errors are no header',
      starting: column('#N/A', 1),
      ending: column('#REF!', 1),
      says: 'NRR: starting_mrr row 1 is the error #N/A; repair the formula in that cell (and 1 more cell)',
    },
    {
      name: 'the first of several cells, and how many more',
      starting: column(1, true, -5),
      ending: column(1, 1, new Date(0)),
      says: 'NRR: starting_mrr row 2 is TRUE; put a number there (and 2 more cells)',
    },
    {
      name: 'a negative amount',
      starting: column(1, 2),
      ending: column(1, -50),
      says: 'NRR: ending_mrr row 2 is -50, below zero; give amounts of 0 or more',
    },
    {
      name: 'an error beside a new account',
      starting: column(1, 0),
      ending: column(1, '#DIV/0!'),
      says: 'NRR: ending_mrr row 2 is the error #DIV/0!; repair the formula in that cell',
    },
    {
      name: 'a date',
      starting: column(1, new Date(0)),
      ending: column(1, 1),
      says: 'NRR: starting_mrr row 2 is a date; type the number',
    },
    {
      name: 'months as headers, which are dates',
      starting: column(new Date(0), 1),
      ending: column(new Date(1), 1),
      says: 'NRR: starting_mrr row 1 is a date; start the range below the header, or type the number (and 1 more cell)',
    },
    {
      name: 'a date alone',
      starting: new Date(0),
      ending: 1,
      says: 'NRR: starting_mrr is a date; type the number',
    },
    {
      name: 'no finite number',
      starting: Infinity,
      ending: NaN,
      says: 'NRR: starting_mrr is not a finite number; put a number there (and 1 more cell)',
    },
    {
      name: 'a number too large to add up',
      starting: 1e300,
      ending: 1,
      says: 'NRR: starting_mrr is 1e+300; give a smaller number',
    },
    {
      name: 'the column of a row',
      starting: [[1, 2, 3]],
      ending: [[1, 2, 'x']],
      says: 'NRR: ending_mrr column 3 is text "x"; format the cell as a number',
    },
    {
      name: 'different heights',
      starting: column(1, 2, 3),
      ending: column(1),
      says: 'NRR: starting_mrr has 3 rows and ending_mrr has 1 row; give ranges of the same height',
    },
    {
      name: 'several columns',
      starting: [[1, 2], [3, 4]], // prettier-ignore
      ending: column(1, 2),
      says: 'NRR: starting_mrr has 2 columns; give one column',
    },
    { name: 'nothing to compute', starting: column('', 0), ending: column(5, 5), says: 'NRR: no starting revenue' },
    {
      name: 'long text on several lines',
      starting: column(`a\n${'b'.repeat(60)}`),
      ending: column(1),
      says: `NRR: starting_mrr row 1 is text "a ${'b'.repeat(38)}…"; format the cell as a number`,
    },
  ])('says what is wrong: $name', ({ starting, ending, says }) => {
    expect(() => nrrOf(starting, ending)).toThrow(new Error(says));
  });

  it.each([
    { name: 'GRR', call: () => grrOf(0, 5) },
    { name: 'LOGORETENTION', call: () => logoretention(0, 5) },
    { name: 'LOGOCHURN', call: () => logochurn(0, 5) },
    { name: 'EXPANSIONRATE', call: () => expansionrate(0, 5) },
    { name: 'CONTRACTIONRATE', call: () => contractionrate(0, 5) },
  ])('$name says its own name', ({ name, call }) => {
    expect(call).toThrow(new Error(`${name}: no starting revenue`));
  });
});

describe('retention of movements', () => {
  it('takes totals, ranges, or both, a blank for 0', () => {
    expect(nrr(100_000, 12_000, 3_000, 4_000)).toBe(1.05);
    expect(nrr(100_000, column(7_000, 5_000), column(3_000, ''), column(1_000, 3_000))).toBe(1.05);
    expect(nrr(column('Start', 60, 40), column('Expansion', 5, ''), column('Contraction', '', ''), column('Churn', '', ''))).toBe(1.05); // prettier-ignore
    expect(nrr(100, 5, '', '')).toBe(1.05);
    expect(grr(100_000, 3_000, 4_000)).toBe(0.93);
  });

  it.each([
    {
      name: 'three arguments',
      call: () => nrr(100, 5, 3, undefined),
      says: 'NRR: wrong number of arguments; use (starting_mrr, ending_mrr) or (starting_mrr, expansion, contraction, churn)',
    },
    {
      name: 'one argument',
      call: () => grr(100, undefined, undefined),
      says: 'GRR: ending_mrr is missing; add it to the formula',
    },
    {
      name: 'losses as negative numbers',
      call: () => nrr(100, 5, -3, 4),
      says: 'NRR: contraction is -3, below zero; give amounts of 0 or more',
    },
    {
      name: 'different heights',
      call: () => grr(100, column(1, 2), column(1, 2, 3)),
      says: 'GRR: contraction has 2 rows and churn has 3 rows; give ranges of the same height',
    },
    { name: 'no opening revenue', call: () => nrr(0, 5, 0, 0), says: 'NRR: no starting revenue' },
  ])('says what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  });
});
