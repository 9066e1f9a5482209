import { afterEach, describe, expect, test } from 'vitest';
import { disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

const script = (body: string) =>
  `function f() { const sheet = SpreadsheetApp.getActive().getSheetByName('Data'); ${body} }`;
const run = (body: string, rows: readonly (readonly (string | number | null)[])[] = []) =>
  evaluate(emulate(script(body), { Data: rows }));

describe('getRange refuses (3.2)', () => {
  test.each([
    ['getRange(0, 1)', 'The starting row of the range is too small.'],
    ['getRange(1, 0)', 'The starting column of the range is too small.'],
    ['getRange(1, 1, 0)', 'The number of rows in the range must be at least 1.'],
    ['getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['getRange(1, 27)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['getRange("nothing like a range")', 'Range not found'],
    ['getRange({})', "The parameters (Object) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
  ])('%s', (call, message) => {
    expect(() => run(`return sheet.${call};`)).toThrow(message);
  });
});

describe('setValues refuses (3.4)', () => {
  test.each([
    [
      'too few rows',
      'sheet.getRange(1, 1, 3, 1).setValues([[1], [2]])',
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
    ],
    [
      'too few columns',
      'sheet.getRange(1, 1, 1, 2).setValues([[1]])',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      'a ragged row',
      'sheet.getRange(1, 1, 2, 2).setValues([[1, 2], [3]])',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
  ])('%s', (_name, call, message) => {
    expect(() => run(call)).toThrow(message);
  });

  test('everything when one value cannot be written', () => {
    const emulator = emulate(script('sheet.getRange("A1:B1").setValues([[1, NaN]]);'));
    expect(emulator.run('f', 'menu').error?.message).toContain('NaN');
    expect(emulator.values('A1:B1')).toEqual([['', '']]);
  });
});

describe('reading', () => {
  test('a blank cell is an empty text (3.3)', () => {
    expect(run('return sheet.getRange("A1:C2").getValues();', [[1, null, 'x'], [2]])).toEqual([
      [1, '', 'x'],
      [2, '', ''],
    ]);
  });

  test('getDataRange reaches the last content; of a blank tab it is A1, with a last row of 0 (3.2)', () => {
    expect(
      run('return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()];', [
        [1],
        [null, null, 3],
      ]),
    ).toEqual(['A1:C2', 2, 3]);
    expect(run('return [sheet.getDataRange().getA1Notation(), sheet.getLastRow()];')).toEqual(['A1', 0]);
  });

  test('a Range says where it is', () => {
    const body =
      'const r = sheet.getRange("B2:D5"); return [r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns(), r.getLastRow(), r.getLastColumn(), r.getSheet().getName(), r.offset(1, 1, 1).getA1Notation(), r.getCell(2, 2).getA1Notation()];';
    expect(run(body)).toEqual([2, 2, 4, 3, 5, 4, 'Data', 'C3:E3', 'C3']);
  });

  test('values are copies', () => {
    expect(
      run('const v = sheet.getRange("A1").getValues(); v[0][0] = 9; return sheet.getRange("A1").getValue();', [[1]]),
    ).toBe(1);
  });

  test('formulas are given as written, blanks elsewhere', () => {
    expect(
      run('sheet.getRange("A1:B1").setFormulas([["SUM(B1:B)", ""]]); return sheet.getRange("A1:B1").getFormulas();'),
    ).toEqual([['=SUM(B1:B)', '']]);
  });

  test('display values follow format and locale', () => {
    expect(run('return sheet.getRange("A1").setValue(0.123).setNumberFormat("0.0%").getDisplayValue();')).toBe('12.3%');
  });

  test('the general format has the pattern that Sheets gives it (3.5)', () => {
    expect(
      run('return sheet.getRange("A1").setNumberFormat("0.00").setNumberFormat("general").getNumberFormat();'),
    ).toBe('0.###############');
  });
});

describe('changing', () => {
  test('clearContent keeps the format, clear does not (3.2)', () => {
    const body = `const cell = sheet.getRange("A1").setValue(1).setNumberFormat("0.00");
      const kept = cell.clearContent().getNumberFormat();
      return [cell.getValue(), kept, cell.clear().getNumberFormat()];`;
    expect(run(body)).toEqual(['', '0.00', '0.###############']);
  });

  test('appendRow writes below the data and grows the grid', () => {
    const body =
      'sheet.appendRow(["a", "=1+1"]); sheet.appendRow(["b"]); return [sheet.getLastRow(), sheet.getRange("A1:B2").getFormulas()];';
    expect(run(body)).toEqual([
      2,
      [
        ['', '=1+1'],
        ['', ''],
      ],
    ]);
    const emulator = emulate(script('sheet.appendRow([1]); return sheet.getMaxRows();'), {
      Data: Array.from({ length: 1000 }, () => [1]),
    });
    expect(evaluate(emulator)).toBe(1001);
  });

  test('writing outside the grid fails until rows are inserted (3.2)', () => {
    expect(() => run('sheet.getRange(1001, 1).setValue(1);')).toThrow('outside the dimensions');
    expect(
      run(
        'sheet.insertRowsAfter(sheet.getMaxRows(), 5); sheet.getRange(1005, 1).setValue(1); return sheet.getMaxRows();',
      ),
    ).toBe(1005);
  });

  test('rows move down when rows are inserted above them', () => {
    expect(run('sheet.insertRowsBefore(1, 2); return sheet.getRange("A1:A3").getValues();', [[7]])).toEqual([
      [''],
      [''],
      [7],
    ]);
  });

  test('notes set with a number come back as text with a decimal (3.7)', () => {
    expect(
      run(
        'sheet.getRange("A1").setNote(25); sheet.getRange("B1").setNote("x"); return sheet.getRange("A1:C1").getNotes();',
      ),
    ).toEqual([['25.0', 'x', '']]);
  });
});
