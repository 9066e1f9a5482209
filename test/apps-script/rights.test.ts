import { afterEach, describe, expect, test } from 'vitest';
import type { ExecutionKind } from '../../workbench/apps-script/api.js';
import { SCOPES, disposeAll, emulate, evaluate, manifest } from './emulator.js';

afterEach(disposeAll);

const AUTH = 'https://www.googleapis.com/auth/';
const fails = (kind: ExecutionKind, body: string, scopes = SCOPES) => {
  const code = `function f() { ${body} }`;
  const emulator = emulate(code, { Data: [] }, { files: { code, sidebar: '', manifest: manifest(scopes) } });
  return emulator.run('f', kind).error?.message;
};

describe('a missing scope is named (3.1, 6.5, 7.1)', () => {
  test.each([
    ['spreadsheets', 'SpreadsheetApp.openById("x")', 'SpreadsheetApp.openById', SCOPES],
    ['userinfo.email', 'Session.getActiveUser()', 'Session.getActiveUser', ['spreadsheets']],
    ['script.send_mail', 'MailApp.getRemainingDailyQuota()', 'MailApp.getRemainingDailyQuota', ['spreadsheets']],
    ['script.scriptapp', 'ScriptApp.getProjectTriggers()', 'ScriptApp.getProjectTriggers', ['spreadsheets']],
    [
      'script.container.ui',
      'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""))',
      'Ui.showSidebar',
      ['spreadsheets'],
    ],
  ])('%s', (scope, call, name, scopes) => {
    expect(fails('menu', call, scopes)).toBe(
      `Specified permissions are not sufficient to call ${name}. Required permissions: ${AUTH}${scope}`,
    );
  });

  test('and a wider one is enough', () => {
    expect(
      fails('menu', 'SpreadsheetApp.getActive().getSheets()[0].getRange("A1").getValue()', ['spreadsheets']),
    ).toBeUndefined();
  });
});

describe('a simple trigger (4.1, 4.2)', () => {
  test.each([
    'MailApp.sendEmail("a@example.com", "s", "b")',
    'ScriptApp.getUserTriggers(SpreadsheetApp.getActive())',
    'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""))',
    'Session.getEffectiveUser()',
  ])('may not call %s', (call) => {
    expect(fails('simpleTrigger', call)).toMatch(/^You do not have permission to call /);
  });

  test.each([
    'SpreadsheetApp.getActive().getSheetByName("Data").getRange("A1").setValue(1)',
    'SpreadsheetApp.getUi().createAddonMenu().addItem("Open", "f").addToUi()',
    'PropertiesService.getDocumentProperties().getProperty("x")',
    'Session.getActiveUserLocale()',
  ])('may call %s', (call) => {
    expect(fails('simpleTrigger', call)).toBeUndefined();
  });

  test('does not learn who is there', () => {
    const run = emulate('function f() { return Session.getActiveUser().getEmail(); }').run('f', 'simpleTrigger');
    expect(run.value).toBe('');
  });
});

describe('opening the document', () => {
  const menu =
    'SpreadsheetApp.getUi().createAddonMenu().addItem("Open sidebar", "openSidebar").addSeparator().addItem("Help", "help").addToUi();';

  test('builds the menu, in NONE mode too', () => {
    const emulator = emulate(`function onOpen(e) { ${menu} return e.authMode === ScriptApp.AuthMode.NONE; }`);
    expect(emulator.open('NONE').value).toBe(true);
    expect(emulator.editor.menu).toEqual([
      { caption: 'Open sidebar', functionName: 'openSidebar' },
      { caption: '', functionName: null },
      { caption: 'Help', functionName: 'help' },
    ]);
  });

  test('makes the menu vanish when NONE mode is overstepped, at top level too (4.2)', () => {
    const emulator = emulate(`var p = PropertiesService.getDocumentProperties(); function onOpen() { ${menu} }`);
    expect(emulator.open('NONE').error?.message).toMatch(/^You do not have permission to call PropertiesService/);
    expect(emulator.editor.menu).toEqual([]);
    expect(emulator.open('LIMITED').error).toBeUndefined();
  });
});

test('a clock trigger has no editor (3.1)', () => {
  expect(fails('clockTrigger', 'SpreadsheetApp.getUi()')).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
});

test('a sidebar opens with title and content, and a missing file is named', () => {
  const emulator = emulate(
    'function f(file) { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle("Bellwether")); }',
  );
  evaluate(emulator, 'f', 'sidebar');
  expect(emulator.editor.sidebar).toEqual({ title: 'Bellwether', html: '<p>sidebar</p>' });
  expect(() => evaluate(emulator, 'f', 'nothing')).toThrow('No HTML file named nothing was found.');
});

describe('a protected range (3.7)', () => {
  const code = `
    function protect() { const p = SpreadsheetApp.getActive().getSheetByName('Data').getRange('A1:A9').protect(); p.removeEditors(p.getEditors()); }
    function warn() { SpreadsheetApp.getActive().getSheetByName('Data').getRange('A1:A9').protect().setWarningOnly(true); }
    function write(a1) { SpreadsheetApp.getActive().getSheetByName('Data').getRange(a1).setValue(1); }`;

  test('refuses the writes of others, not of its owner, and only there', () => {
    const emulator = emulate(code);
    evaluate(emulator, 'protect');
    evaluate(emulator, 'write', 'A1');
    emulator.user = 'ben@example.com';
    expect(() => evaluate(emulator, 'write', 'A1')).toThrow('You are trying to edit a protected cell or object.');
    evaluate(emulator, 'write', 'B1');
  });

  test('that only warns stops no script', () => {
    const emulator = emulate(code);
    evaluate(emulator, 'warn');
    emulator.user = 'ben@example.com';
    evaluate(emulator, 'write', 'A1');
    expect(emulator.values('A1')).toEqual([[1]]);
  });
});

describe('data validation (3.6)', () => {
  const code = `function f(reject, value) {
    const cell = SpreadsheetApp.getActive().getSheetByName('Data').getRange('B2');
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['red', 'green']);
    cell.setDataValidation((reject ? rule.setAllowInvalid(false) : rule).build());
    cell.setValue(value);
  }`;
  test('that rejects stops a script, one that warns does not', () => {
    const emulator = emulate(code);
    expect(() => evaluate(emulator, 'f', true, 'blue')).toThrow(
      'The data you entered in cell B2 violates the data validation rules set on this cell.',
    );
    evaluate(emulator, 'f', true, 'red');
    evaluate(emulator, 'f', false, 'blue');
  });
});

describe('tabs (3.1)', () => {
  const run = (body: string) => evaluate(emulate(`function f() { const book = SpreadsheetApp.getActive(); ${body} }`));
  test('a new one is 1000 x 26, active, and found by name and id', () => {
    expect(
      run(
        'const s = book.insertSheet("New"); return [s.getMaxRows(), s.getMaxColumns(), book.getActiveSheet().getName(), book.getSheetById(s.getSheetId()) === book.getSheetByName("New")];',
      ),
    ).toEqual([1000, 26, 'New', true]);
  });
  test('a name that is taken is refused', () => {
    expect(() => run('book.insertSheet("Data");')).toThrow(
      'A sheet with the name "Data" already exists. Please enter another name.',
    );
  });
  test('the last one stays', () => {
    expect(() => run('book.deleteSheet(book.getSheets()[0]);')).toThrow(
      "You can't remove all the sheets in a document.",
    );
  });
  test('one that is not there is null', () => {
    expect(run('return [book.getSheetByName("x"), book.getSheetById(99)];')).toEqual([null, null]);
  });
  test('are renamed, moved to, frozen and deleted', () => {
    expect(
      run(
        'const s = book.insertSheet("New").setName("Old"); s.setFrozenRows(1); s.setTabColor("#ff0000"); const seen = [s.getName(), s.getFrozenRows(), s.getTabColor()]; book.deleteSheet(s); return [...seen, book.getSheets().length];',
      ),
    ).toEqual(['Old', 1, '#ff0000', 1]);
  });
});
