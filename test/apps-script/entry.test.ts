import { afterEach, describe, expect, test } from 'vitest';
import { book, disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

const WRITE = `function f(value) {
  const cell = SpreadsheetApp.getActive().getSheetByName('Data').getRange('B2');
  cell.setValue(value);
  return [cell.getValue(), cell.getFormula()];
}`;

const day = (text: string) => new Date(`${text}T00:00:00+05:30`);

describe('a text written to a cell is parsed as if typed (3.4)', () => {
  test.each<[string, string, unknown, string]>([
    ['a number', '12.5', 12.5, ''],
    ['leading zeros', '007', 7, ''],
    ['a percentage', '12%', 0.12, ''],
    ['money', '$1,200', 1200, ''],
    ['a negative number', '-5', -5, ''],
    ['a boolean', 'TRUE', true, ''],
    ['an ISO day', '2026-05-04', day('2026-05-04'), ''],
    ['a day of the locale', '5/4/2026', day('2026-05-04'), ''],
    ['a day without a year', '1/2', day('2026-01-02'), ''],
    ['text', 'Northwind', 'Northwind', ''],
    ['text after an apostrophe', "'=1+1", '=1+1', ''],
    ['a number after an apostrophe', "'007", '007', ''],
    ['nothing', '', '', ''],
    ['a formula', '=1+1', '', '=1+1'],
    ['a plus that starts a formula', '+A1', '', '=+A1'],
    ['a minus that starts a formula', '-note', '', '=-note'],
    ['an equals sign alone', '=', '=', ''],
  ])('%s', (_name, text, value, formula) => {
    expect(evaluate(emulate(WRITE), 'f', text)).toEqual([value, formula]);
  });

  test.each<[string, string, unknown]>([
    ['a decimal comma', '1.200,50', 1200.5],
    ['a day first', '4.5.2026', day('2026-05-04')],
    ['a point is no decimal sign', '12.50.3', '12.50.3'],
  ])('by the locale: %s', (_name, text, value) => {
    const emulator = emulate(WRITE, {}, { book: book({ Data: [] }, 'de_DE') });
    expect(evaluate(emulator, 'f', text)).toEqual([value, '']);
  });

  test('a day without a year is of the virtual year', () => {
    const emulator = emulate(WRITE, { Data: [] }, { now: Date.UTC(2031, 5, 1) });
    expect(evaluate(emulator, 'f', '1/2')).toEqual([day('2031-01-02'), '']);
  });

  test('a cell of plain text keeps digits as typed', () => {
    const code = `function f() {
      const cell = SpreadsheetApp.getActive().getSheetByName('Data').getRange('B2').setNumberFormat('@');
      cell.setValue('007');
      return cell.getValue();
    }`;
    expect(evaluate(emulate(code))).toBe('007');
  });

  test('text that looks like a number survives a later change of colour', () => {
    const code = `function f() {
      const cell = SpreadsheetApp.getActive().getSheetByName('Data').getRange('B2').setValue("'007");
      return cell.setBackground('#ffffff').setFontWeight('bold').getValue();
    }`;
    expect(evaluate(emulate(code))).toBe('007');
  });

  test('null clears (3.4)', () => {
    const emulator = emulate(WRITE, { Data: [[], [1, 2]] });
    expect(evaluate(emulator, 'f', null)).toEqual(['', '']);
  });
});

describe('a value that no cell takes', () => {
  test('more than 50,000 characters (3.4)', () => {
    const error = 'Your input contains more than the maximum of 50000 characters in a single cell.';
    expect(() => evaluate(emulate(WRITE), 'f', 'x'.repeat(50_001))).toThrow(error);
    expect(evaluate(emulate(WRITE), 'f', 'x'.repeat(50_000))).toEqual(['x'.repeat(50_000), '']);
  });

  test.each([NaN, Infinity, new Date(NaN), {}])('%s is refused', (value) => {
    expect(() => evaluate(emulate(WRITE), 'f', value)).toThrow('cell cannot hold');
  });
});

describe('a Date in a cell (3.9)', () => {
  test('is the wall clock of the spreadsheet zone, with a date format, and comes back as the same instant', () => {
    const code = `function f() {
      const cell = SpreadsheetApp.getActive().getSheetByName('Data').getRange('A1');
      cell.setValue(new Date(Date.UTC(2026, 4, 3, 20, 30)));
      return [cell.getValue(), cell.getDisplayValue(), Math.round(cell.setNumberFormat('0.00').getValue() * 24)];
    }`;
    expect(evaluate(emulate(code))).toEqual([
      new Date(Date.UTC(2026, 4, 3, 20, 30)),
      '5/4/2026 2:00:00',
      46146 * 24 + 2,
    ]);
  });

  test('at midnight of the zone shows as a day', () => {
    const code = `function f() {
      return SpreadsheetApp.getActive().getSheetByName('Data').getRange('A1').setValue(new Date(Date.UTC(2026, 4, 3, 18, 30))).getDisplayValue();
    }`;
    expect(evaluate(emulate(code))).toBe('5/4/2026');
  });
});

test('what a person types goes by the same rules', () => {
  const emulator = emulate('', { Data: [] });
  emulator.type('A1', '12%');
  emulator.type('Data!B1', 'yes');
  expect(emulator.values('A1:B1')).toEqual([[0.12, 'yes']]);
});
