import { afterEach, describe, expect, test } from 'vitest';
import { disposeAll, emulate } from './emulator.js';

afterEach(disposeAll);

/** Enters formulas over two numbers in A1 and A2 and reads their cells, after a flush or without one. */
const code = (flush: string) => `
  /** @customfunction */
  function TWICE(x) { return x.map(function (row) { return [row[0] * 2]; }); }
  function f() {
    var sheet = SpreadsheetApp.getActive().getSheetByName('Data');
    sheet.getRange('C1').setFormula('=TWICE(A1:A2)');
    sheet.getRange('D1').setFormula('=A1+A2');
    ${flush}
    return sheet.getRange('C1:D2').getValues();
  }`;
const data = { Data: [[3], [4]] };

describe('a formula that a run enters (platform 2.5)', () => {
  test('is computed when the run flushes and reads it, and spills', () => {
    const emulator = emulate(code('SpreadsheetApp.flush();'), data);
    expect(emulator.run('f', 'menu').value).toEqual([
      [6, 7],
      [8, ''],
    ]);
  });

  test('comes to the same once the grid has computed it', async () => {
    const emulator = emulate(code('SpreadsheetApp.flush();'), data);
    emulator.run('f', 'menu');
    await emulator.calculated();
    expect(emulator.values('Data!C1:D2')).toEqual([
      [6, 7],
      [8, ''],
    ]);
  });

  test('is blank before the run flushes, and loading in a slow grid', () => {
    expect(emulate(code(''), data).run('f', 'menu').value).toEqual([
      ['', ''],
      ['', ''],
    ]);
    const slow = emulate(code('SpreadsheetApp.flush();'), data, { slowFormulas: true });
    expect(slow.run('f', 'menu').value).toEqual([
      ['Loading...', 'Loading...'],
      ['', ''],
    ]);
  });
});

test('a tab made after one was deleted has nothing of it', () => {
  const body = `
    var book = SpreadsheetApp.getActive();
    var first = book.insertSheet('Scratch', 1);
    first.getRange('A1').setValue('old').setNote('old').setNumberFormat('0.0');
    first.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['old']).setAllowInvalid(false).build());
    book.deleteSheet(first);
    var range = book.insertSheet('Scratch', 1).getRange('A1');
    var was = [range.getValue(), range.getNote(), range.getNumberFormat(), range.getDataValidation()];
    range.setValue('new');
    return was.concat([range.getValue(), book.getSheetByName('Scratch').getRange('A1').getValue()]);`;
  const emulator = emulate(`function f() { ${body} }`, data);
  expect(emulator.run('f', 'menu').value).toEqual(['', '', '0.###############', null, 'new', 'new']);
});

test('a dialog shows the HTML that it was given, under its title', () => {
  const body = `SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>Hello</p>').setWidth(400), 'Greeting');`;
  const emulator = emulate(`function f() { ${body} }`, data);
  expect(emulator.run('f', 'menu').error).toBeUndefined();
  expect(emulator.editor.dialog).toEqual({ title: 'Greeting', html: '<p>Hello</p>' });
  expect(emulator.run('f', 'clockTrigger').error?.message).toBe(
    'Cannot call SpreadsheetApp.getUi() from this context.',
  );
});
