import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isBlank, isErrorValue, isNumber, isText, looksLikeAmount } from '../../src/functions/cells.js';
import { isDate } from '../../src/records/cell.js';

describe('a cell', () => {
  it.each([
    { cell: '', is: ['blank'] },
    { cell: undefined, is: ['blank'] },
    { cell: null, is: ['blank'] },
    { cell: 0, is: ['number'] },
    { cell: NaN, is: [] },
    { cell: -Infinity, is: [] },
    { cell: false, is: [] },
    { cell: '0', is: ['text'] },
    { cell: ' ', is: ['text'] },
    { cell: '#1 customer', is: ['text'] },
    { cell: '#N/A', is: ['error'] },
    { cell: '#DIV/0!', is: ['error'] },
    { cell: new Date(0), is: ['date'] },
  ])('$cell is $is', ({ cell, is }) => {
    const kinds = { blank: isBlank, number: isNumber, text: isText, error: isErrorValue, date: isDate };
    const found = Object.entries(kinds).filter(([, test]) => test(cell));
    expect(found.map(([kind]) => kind)).toEqual(is);
  });

  it('with a date of another realm, as Sheets’ dates are, is a date', () => {
    const foreign: unknown = runInNewContext('new Date(0)');
    expect(foreign instanceof Date).toBe(false);
    expect(isDate(foreign)).toBe(true);
  });
});

describe('text in the first row', () => {
  it.each(['$1,200', '1.200,50', "1'200", '€ 900', '900 €', '(50)', '-5', '12 %', '1200'])(
    '%s is an amount',
    (text) => {
      expect(looksLikeAmount(text)).toBe(true);
    },
  );

  it.each(['MRR', 'Start 2026', '2026-04', 'Q1', '€', '---', 'n/a', `${' '.repeat(50_000)}x`])(
    '%.20s can be a header',
    (text) => {
      expect(looksLikeAmount(text)).toBe(false);
    },
  );
});
