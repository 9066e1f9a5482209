import { afterEach, describe, expect, test } from 'vitest';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import type { BookCell } from '../../workbench/book.js';
import { MONDAY, book, disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

describe('a saved book', () => {
  const code = '/** @customfunction */ function UP(n) { return Array.from({ length: n }, (_, i) => [i + 1]); }';
  const rows: BookCell[][] = [
    ['text', '007', 1.5, true, { serial: 46146, format: 'yyyy-mm-dd' }, { number: 0.25, format: '0.0%' }],
    [{ formula: '=UP(3)' }, { formula: '=SUM(A2:A)', format: '0.00' }, null, 'TRUE'],
  ];

  test('has formulas as entered and no spilled values, and makes the same book again', async () => {
    const emulator = emulate(code, { Data: rows });
    await emulator.calculated();
    expect(emulator.values('A2:B4')).toEqual([
      [1, 6],
      [2, ''],
      [3, ''],
    ]);
    const saved = emulator.save();
    expect(saved.sheets[0]?.rows).toEqual([rows[0], rows[1]]);
    const again = createNodeEmulator({
      files: { code, sidebar: '', manifest: '{"timeZone":"Etc/UTC"}' },
      book: saved,
      now: MONDAY,
      user: 'ana@example.com',
    });
    await again.calculated();
    expect(again.save()).toEqual(saved);
    expect(again.values('A1:F4')).toEqual(emulator.values('A1:F4'));
    again.dispose();
  });

  test('keeps headings, those that the script made bold too, and gives them their look', () => {
    const code = `
      function bold() { SpreadsheetApp.getActive().insertSheet('Made').getRange('A1:C1').setFontWeight('bold'); }
      function look(tab, cell) {
        const range = SpreadsheetApp.getActive().getSheetByName(tab).getRange(cell);
        return range.getFontWeight() + ' ' + range.getBackground() + ' ' + range.getNumberFormat();
      }`;
    const share = { number: 0.5, format: '0%' };
    const headings = [{ range: 'A1', size: 14 }, { range: 'A3:B3', align: 'right' }, { range: 'D3:E3' }] as const;
    const rows = [['Title'], [], ['Name', share], ['Ann', 1]];
    const stored = { name: 'Board', rows, headings, hiddenGridlines: true, frozenRows: 1 } as const;
    const emulator = emulate(code, {}, { book: { ...book({}), sheets: [stored] } });
    evaluate(emulator, 'bold');
    const saved = emulator.save();
    // A frozen row is a heading up to the grid's edge.
    const [title, ...others] = headings;
    expect(saved.sheets[0]?.headings).toEqual([title, { range: 'B1:Z1' }, ...others]);
    expect(saved.sheets.map((sheet) => sheet.hiddenGridlines)).toEqual([true, undefined]);
    expect(saved.sheets[1]?.headings).toEqual([{ range: 'A1:C1' }]);
    const again = emulate(code, {}, { book: saved });
    expect(again.save()).toEqual(saved);
    expect(evaluate(again, 'look', 'Board', 'B3')).toBe('bold #f8fafd 0%');
    expect(evaluate(again, 'look', 'Board', 'E3')).toBe('bold #f8fafd 0.###############');
    expect(evaluate(again, 'look', 'Board', 'B4')).toBe('normal #ffffff 0.###############');
    expect(evaluate(again, 'look', 'Made', 'C1')).toBe('bold #f8fafd 0.###############');
  });

  test('keeps the formats of blank cells, which what is spilled onto them shows', async () => {
    const look =
      "function look(cell) { return SpreadsheetApp.getActive().getSheetByName('Data').getRange(cell).getDisplayValue(); }";
    const blankFormats = [
      { range: 'B1:B2', format: '0%' },
      { range: 'A3:A4', format: '0.0%' },
    ];
    const stored = { name: 'Data', rows: [['Size'], [{ formula: '=UP(3)' }]], blankFormats };
    const emulator = emulate(code + look, {}, { book: { ...book({}), sheets: [stored] } });
    await emulator.calculated();
    expect(emulator.save().sheets[0]?.blankFormats).toEqual(blankFormats);
    expect(['A2', 'A3', 'A4'].map((cell) => evaluate(emulator, 'look', cell))).toEqual(['1', '200.0%', '300.0%']);
    const again = emulate(code, {}, { book: emulator.save() });
    expect(again.save()).toEqual(emulator.save());
  });

  test.each([
    ['heading', { headings: [{ range: 'top' }] }, 'Stored book: heading "top" is no range; write it like A4:D4'],
    [
      'format',
      { blankFormats: [{ range: 'top', format: '0' }] },
      'Stored book: format of "top", which is no range; write it like B4:B30',
    ],
  ])('is refused when a %s of it is no range', (_, wrong, says) => {
    const stored = { name: 'Board', rows: [['Title']], ...wrong };
    expect(() => emulate('', {}, { book: { ...book({}), sheets: [stored] } })).toThrow(says);
  });
});
