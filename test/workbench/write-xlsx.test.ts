import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book.js';
import { readXlsxSheets } from '../../workbench/files/read-xlsx.js';
import { writeXlsxFile, type Results } from '../../workbench/files/write-xlsx.js';
import { fromXlsxFormula, toXlsxFormula } from '../../workbench/files/xlsx-formula.js';

const book: Book = {
  name: 'Retention',
  timeZone: 'America/New_York',
  locale: 'en_US',
  sheets: [
    {
      name: 'MRR 12m',
      frozenRows: 1,
      columnWidths: [180, 90, 90],
      rows: [
        ['Account', 'Signed', 'MRR'],
        ['Northwind & Söhne', { serial: 45_356, format: 'yyyy-mm-dd' }, { number: 1234.5, format: '#,##0.00' }],
        ['=no formula', true, -3],
      ],
    },
    {
      name: 'Dashboard',
      rows: [
        ['NRR', { formula: "=NRR('MRR 12m'!B2:B3,'MRR 12m'!C2:C3)", format: '0.0%' }],
        ['Bending', { formula: '=BENDING(A1:B2)' }, null],
        ['Text', null, null],
        [],
        ['Broken', { formula: '=NRR(1)' }],
      ],
    },
  ],
};

const values: Record<string, string | number> = {
  '0,1': 1.05,
  '1,1': 'usage',
  '1,2': 3,
  '2,1': 'nps',
  '2,2': 4,
  '4,1': '#ERROR!',
};
const results: Results = {
  value: (_, row, column) => values[`${row},${column}`] ?? null,
  spill: (_, row, column) => (row === 1 && column === 1 ? { rows: 2, columns: 2 } : null),
};

describe('an exported book', () => {
  it('read back as a book is the book', async () => {
    const sheets = await readXlsxSheets(await writeXlsxFile(book, results));
    expect(sheets[0]).toEqual(book.sheets[0]);
    expect(sheets[1]?.rows).toEqual([
      ['NRR', { formula: "=NRR('MRR 12m'!B2:B3,'MRR 12m'!C2:C3)", format: '0.0%' }, null],
      ['Bending', { formula: '=BENDING(A1:B2)' }, null],
      ['Text', null, null],
      [null, null, null],
      ['Broken', { formula: '=NRR(1)' }, null],
    ]);
  });

  it('shows the present results to a program that does not know our functions', async () => {
    const { sheets } = await readXlsx(await writeXlsxFile(book, results));
    const dashboard = sheets[1];
    expect(dashboard?.cells?.get('0,1')).toMatchObject({ formulaResult: 1.05 });
    expect(dashboard?.cells?.get('1,1')).toMatchObject({ formulaRef: 'B2:C3', formulaType: 'array' });
    expect(dashboard?.rows.map((row) => row.slice(1))).toEqual([
      [1.05, null],
      ['usage', 3],
      ['nps', 4],
      [null, null],
      ['#ERROR!', null],
    ]);
  });

  it('has its headings bold, in their size, and the Dashboard’s gridlines hidden', async () => {
    const [table, dashboard] = book.sheets;
    if (!table || !dashboard) throw new Error('the book has two tabs');
    const headings = [{ range: 'A1:C1', size: 14, align: 'right' }] as const;
    const dressed: Book = { ...book, sheets: [table, { ...dashboard, headings, hiddenGridlines: true }] };
    const { sheets } = await readXlsx(await writeXlsxFile(dressed, results), { readStyles: true });
    const style = (tab: number, key: string) => sheets[tab]?.cells?.get(key)?.style;
    // Frozen rows are headings.
    expect(['0,0', '0,2', '1,0'].map((key) => style(0, key)?.font?.bold ?? false)).toEqual([true, true, false]);
    expect(style(0, '0,0')?.fill).toMatchObject({ pattern: 'solid', fgColor: { rgb: 'F8FAFD' } });
    expect(style(1, '0,1')).toMatchObject({
      font: { bold: true, size: 14 },
      alignment: { horizontal: 'right' },
      numFmt: '0.0%',
    });
    expect(sheets[1]?.cells?.get('0,1')).toMatchObject({ formulaResult: 1.05 });
    expect(sheets.map(({ view }) => view?.showGridLines ?? true)).toEqual([true, false]);
  });

  it('says which tab has a name too long for xlsx', async () => {
    const long: Book = { ...book, sheets: [{ name: 'x'.repeat(32), rows: [] }] };
    await expect(writeXlsxFile(long, results)).rejects.toThrow(
      /tab "x{32}" has a name of 32 characters; xlsx allows 31/,
    );
  });
});

describe('formulas in the file format', () => {
  it.each([
    ['our own functions stay', '=NRR(A1:A2)', 'NRR(A1:A2)'],
    ['young functions get their prefix', '=xlookup(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['two of them get two', '=SORT(FILTER(A:A,B:B))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B))'],
    ['texts stay', '=IF(A1,"LET(x)",LET(y,1,y))', 'IF(A1,"LET(x)",_xlfn.LET(y,1,y))'],
    [
      'open ranges, which xlsx lacks, end at its last row',
      "=NRR('MRR 12m'!B2:B,$C2:$C)",
      "NRR('MRR 12m'!B2:B1048576,$C2:$C1048576)",
    ],
    ['whole columns stay', '=SUM(B:B)', 'SUM(B:B)'],
    ['names of tabs stay', "='LET(1)'!A1", "'LET(1)'!A1"],
  ])('%s', (_, shown, stored) => {
    expect(toXlsxFormula(shown)).toBe(stored);
    expect(fromXlsxFormula(stored).toUpperCase()).toBe(shown.toUpperCase());
  });
});
