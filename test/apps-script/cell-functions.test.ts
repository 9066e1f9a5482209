import { afterEach, describe, expect, test } from 'vitest';
import { customFunctionsOf } from '../../workbench/apps-script/custom-functions.js';
import { compileFormula } from '../../workbench/apps-script/formulas/open-ranges.js';
import type { BookCell } from '../../workbench/book.js';
import { book, disposeAll, emulate } from './emulator.js';

afterEach(disposeAll);

const cell = (name: string, body: string) => `/** @customfunction */\nfunction ${name}(a, b, c) { ${body} }\n`;
const formula = (text: string): BookCell => ({ formula: text });

/** What each formula shows, typed into row 1 of a tab of its own, over rows of the tab Data. */
async function show(code: string, formulas: readonly string[], data: readonly (readonly BookCell[])[] = []) {
  const emulator = emulate(code, { Data: data, Out: [formulas.map(formula)] });
  await emulator.calculated();
  return emulator;
}

describe('an argument of a cell function arrives as (1.3)', () => {
  const date: BookCell = { serial: 46146, format: 'yyyy-mm-dd' };
  const data: BookCell[][] = [[1, 'x', true, null, date, { formula: '=NA()' }], [2]];
  test.each([
    ['a scalar for one cell', 'Data!A1', '1'],
    ['text', 'Data!B1', '"x"'],
    ['a boolean', 'Data!C1', 'true'],
    ['an empty text for a blank', 'Data!D1', '""'],
    ['a Date of the spreadsheet zone', 'Data!E1', '"2026-05-03T18:30:00.000Z"'],
    ['the text of an error', 'Data!F1', '"#N/A"'],
    ['rows of cells', 'Data!A1:B2', '[[1,"x"],[2,""]]'],
    ['an inline array', '{1,2;3,4}', '[[1,2],[3,4]]'],
    ['a percentage as a fraction', '10%', '0.1'],
  ])('%s', async (_name, argument, expected) => {
    const emulator = await show(cell('SHOW', 'return JSON.stringify(a);'), [`=SHOW(${argument})`], data);
    expect(emulator.values('Out!A1')).toEqual([[expected]]);
  });

  test('undefined when left off, and the count says so', async () => {
    const emulator = await show(cell('SHOW', 'return typeof b + arguments.length;'), ['=SHOW(1)', '=SHOW(1,2)']);
    expect(emulator.values('Out!A1:B1')).toEqual([['undefined1', 'number2']]);
  });

  test('one row for every row of the tab, for open ranges and whole columns', async () => {
    const emulator = await show(cell('HEIGHT', 'return a.length;'), [
      '=HEIGHT(Data!A2:A)',
      '=HEIGHT(Data!A:A)',
      '=HEIGHT(Data!A2:C)',
    ]);
    expect(emulator.values('Out!A1:C1')).toEqual([[999, 1000, 999]]);
  });

  test('arrays and Dates of the script', async () => {
    const emulator = await show(
      cell('OWN', 'return [a instanceof Array, a[0] instanceof Array, a[0][0] instanceof Date].join();'),
      ['=OWN(Data!E1:E2)'],
      data,
    );
    expect(emulator.values('Out!A1')).toEqual([['true,true,true']]);
  });
});

describe('a result of a cell function (1.4)', () => {
  test.each<[string, string, unknown[][]]>([
    [
      'spills right and down',
      '[[1, 2], [3, 4]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'goes down when flat',
      '[1, 2]',
      [
        [1, ''],
        [2, ''],
      ],
    ],
    [
      'pads ragged rows',
      '[[1], [2, 3]]',
      [
        [1, ''],
        [2, 3],
      ],
    ],
    [
      'is blank for null',
      'null',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'is #NUM! for NaN',
      'NaN',
      [
        ['#NUM!', ''],
        ['', ''],
      ],
    ],
    [
      'is a Date',
      'new Date(Date.UTC(2026, 4, 3, 18, 30))',
      [
        [new Date(Date.UTC(2026, 4, 3, 18, 30)), ''],
        ['', ''],
      ],
    ],
    [
      'stays text when it begins with =',
      '"=1+1"',
      [
        ['=1+1', ''],
        ['', ''],
      ],
    ],
  ])('%s', async (_name, value, expected) => {
    const emulator = await show(cell('GIVE', `return ${value};`), ['=GIVE()']);
    expect(emulator.values('Out!A1:B2')).toEqual(expected);
  });

  test('that would overwrite data is #REF!', async () => {
    const emulator = emulate(cell('GIVE', 'return [[1], [2]];'), { Data: [[formula('=GIVE()')], ['there']] });
    await emulator.calculated();
    expect(emulator.values('A1:A2')).toEqual([['#REF!'], ['there']]);
  });

  test('that gets shorter leaves nothing behind, for the formulas that read it neither', async () => {
    const up = cell('UP', 'return Array.from({ length: a }, (_, i) => [i + 1]);');
    const emulator = emulate(up, { Data: [[5, formula('=UP(A1)'), formula('=COUNT(B1:B6)')]] });
    for (const [typed, count] of [
      ['3', 3],
      ['1', 1],
      ['4', 4],
    ] as const) {
      emulator.type('A1', typed);
      await emulator.calculated();
      expect(emulator.values('B1:C6')).toEqual(
        Array.from({ length: 6 }, (_, row) => [row < count ? row + 1 : '', row === 0 ? count : '']),
      );
    }
  });

  test('that is an exception shows #ERROR!, keeps the message, and is an error to other formulas', async () => {
    const emulator = await show(cell('FAIL', 'throw new Error("starting_mrr row 17 is text");'), [
      '=FAIL()',
      '=A1+1',
      '=IFERROR(A1, "caught")',
    ]);
    expect(emulator.values('Out!A1:C1')).toEqual([['#ERROR!', '#ERROR!', 'caught']]);
    expect(emulator.errorAt('Out!A1')).toBe('Error: starting_mrr row 17 is text');
    expect(emulator.errorAt('Out!C1')).toBeNull();
  });
});

describe('a cell function', () => {
  test('recalculates when a cell passed as an argument changes, dependent formulas included (1.5)', async () => {
    const emulator = emulate(cell('TWICE', 'return a * 2;'), { Data: [[1, formula('=TWICE(A1)'), formula('=B1+1')]] });
    await emulator.calculated();
    emulator.type('A1', '10');
    await emulator.calculated();
    expect(emulator.values('B1:C1')).toEqual([[20, 21]]);
  });

  test('may be wrapped in ARRAYFORMULA, which passes the range once (1.7)', async () => {
    const emulator = await show(cell('HEIGHT', 'return a.length;'), ['=ARRAYFORMULA(HEIGHT(Data!A1:A9))']);
    expect(emulator.values('Out!A1')).toEqual([[9]]);
  });

  test.each([
    [
      'SpreadsheetApp.getActive().getSheetByName("Data").getRange("A1").setValue(1)',
      'Exception: You do not have permission to call Range.setValue. Required permissions: https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets',
    ],
    [
      'MailApp.sendEmail("a@example.com", "s", "b")',
      'Exception: You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    ],
    ['SpreadsheetApp.getUi()', 'Exception: Cannot call SpreadsheetApp.getUi() from this context.'],
    ['Utilities.sleep(31000)', 'Exceeded maximum execution time'],
  ])('may not call %s (1.6)', async (call, message) => {
    const emulator = await show(cell('TRY', `${call}; return 1;`), ['=TRY()']);
    expect(emulator.values('Out!A1')).toEqual([['#ERROR!']]);
    expect(emulator.errorAt('Out!A1')).toBe(message);
  });

  test('is anonymous, and may read the spreadsheet zone (1.6)', async () => {
    const body =
      'return [Session.getActiveUser().getEmail(), SpreadsheetApp.getActive().getSpreadsheetTimeZone()].join("|");';
    const emulator = await show(cell('WHO', body), ['=WHO()']);
    expect(emulator.values('Out!A1')).toEqual([['|Asia/Kolkata']]);
  });

  test('over 25,000 x 4 cells, spilling 5,000 rows, is computed in a few seconds at most', async () => {
    const rows = Array.from({ length: 25_000 }, (_, row) => [row, 1, 2, 3]);
    const code = cell(
      'BIG',
      'let sum = 0; for (const row of a) for (const v of row) sum += v; return Array.from({ length: 5000 }, (_, i) => [sum, i]);',
    );
    const emulator = emulate(
      code,
      {},
      {
        book: {
          ...book({ Data: rows }),
          sheets: [
            { name: 'Data', rows },
            { name: 'Out', rows: [[formula('=BIG(Data!A1:D)')]], rowCount: 6000 },
          ],
        },
      },
    );
    await emulator.calculated();
    expect(emulator.values('Out!A5000:B5000')).toEqual([[312_637_500, 4999]]);
  });
});

describe('customFunctionsOf', () => {
  test('lists the tagged functions with what Sheets shows of their comments (1.2)', () => {
    const code = `
/**
 * Net revenue retention,
 * over <b>accounts</b>.
 *
 * @param {number[][]} starting_mrr MRR at the start,
 *   for example B2:B.
 * @param {number[][]} ending_mrr (optional) MRR at the end.
 * @return {number} ratio.
 * @customfunction
 */
function NRR(starting_mrr, ending_mrr) {}
/** Opens the menu. */
function onOpen() {}
/** @customfunction */

var between = 1;
function HIDDEN() {}`;
    expect(customFunctionsOf(code)).toEqual([
      {
        name: 'NRR',
        help: 'Net revenue retention, over accounts.',
        parameters: [
          { name: 'starting_mrr', help: 'MRR at the start, for example B2:B.' },
          { name: 'ending_mrr', help: '(optional) MRR at the end.' },
        ],
      },
    ]);
  });
});

describe('compileFormula', () => {
  const sizes = (tab: string | null) =>
    tab === 'Gone' ? null : { rowCount: tab === null ? 100 : 500, columnCount: 26 };
  test.each([
    ['=SUM(A2:A)', '=SUM(A2:A100)'],
    ['=F(A2:$B, C$3:D)', '=F(A2:$B100, C$3:D100)'],
    ["=F('My tab'!A2:A)", "=F('My tab'!A2:A500)"],
    ['=F(Data!A2:A)', '=F(Data!A2:A500)'],
    ['=F(Gone!A2:A)', '=F(Gone!A2:A)'],
    ['=SUM(A2:A9, A:A, 2:2)', '=SUM(A2:A9, A:A, 2:2)'],
    ['=F("A2:A")', '=F("A2:A")'],
    ['=ARRAYFORMULA(A1:A2*2)', '=(A1:A2*2)'],
    ['="ARRAYFORMULA(x)"', '="ARRAYFORMULA(x)"'],
    ['=A2:INDEX(B1, 2)', '=A2:INDEX(B1, 2)'],
  ])('%s', (entered, compiled) => {
    expect(compileFormula(entered, sizes)).toBe(compiled);
  });
});
