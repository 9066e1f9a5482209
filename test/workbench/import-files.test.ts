import { describe, expect, it } from 'vitest';
import { importFile, isImportable } from '../../workbench/files/import-files.js';
import { sheetNameFor } from '../../workbench/files/sheet-name.js';
import { writeXlsxFile } from '../../workbench/files/write-xlsx.js';

const file = (name: string, content: string | Uint8Array) => new File([content as BlobPart], name);
const quietly = () => undefined;

describe('importing a csv', () => {
  it('makes one tab named after the file, typed cell by cell, with its header frozen', async () => {
    const text = 'Account,Signed,Seats,Trial,Zip,Note\r\n"Ødegård, Ltd",2024-03-05,12,False,02134,=HYPERLINK("x")\r\n';
    expect(await importFile(file('data/accounts.csv', text), [], quietly)).toEqual([
      {
        name: 'accounts',
        frozenRows: 1,
        columnWidths: [98, 84, 64, 64, 64, 119],
        rows: [
          ['Account', 'Signed', 'Seats', 'Trial', 'Zip', 'Note'],
          ['Ødegård, Ltd', { serial: 45_356, format: 'yyyy-mm-dd' }, 12, false, '02134', '=HYPERLINK("x")'],
        ],
      },
    ]);
  });

  it.each([
    ['semicolons', 'a;b\n1;2\n', new TextEncoder()],
    ['tabs', 'a\tb\n1\t2\n', new TextEncoder()],
  ])('finds %s as the delimiter', async (_, text, encoder) => {
    const [tab] = await importFile(file('x.csv', encoder.encode(text)), [], quietly);
    expect(tab?.rows).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
  });

  it('reads the code page of Excel on Windows', async () => {
    const [tab] = await importFile(file('x.csv', Uint8Array.of(0x53, 0xf8, 0x72, 0x0a)), [], quietly);
    expect(tab?.rows[0]).toEqual(['Sør']);
  });

  it('tells how far it is, up to the end', async () => {
    const shares: number[] = [];
    const text = Array.from({ length: 12_000 }, (_, index) => `${index},x`).join('\n');
    const [tab] = await importFile(file('x.csv', text), [], (share) => void shares.push(share));
    expect(tab?.rows).toHaveLength(12_000);
    expect(tab?.frozenRows).toBe(0);
    expect(shares).toEqual([5000 / 12_000, 10_000 / 12_000, 1]);
  });
});

describe('importing an xlsx', () => {
  const nothing = { value: () => null, spill: () => null };
  const book = (names: string[]) => ({
    name: 'Book',
    timeZone: 'Etc/UTC',
    locale: 'en_US',
    sheets: names.map((name) => ({ name, rows: [[1, { formula: `=SUM('${name}'!A1)+LEN("${name}!")` }]] })),
  });

  it('gives each sheet a name that is free, and lets the formulas follow', async () => {
    const bytes = await writeXlsxFile(book(['MRR', 'Team']), nothing);
    const tabs = await importFile(file('b.xlsx', bytes), ['mrr'], quietly);
    expect(tabs.map((tab) => tab.name)).toEqual(['MRR (2)', 'Team']);
    expect(tabs[0]?.rows[0]?.[1]).toEqual({ formula: `=SUM('MRR (2)'!A1)+LEN("MRR!")` });
    expect(tabs[1]?.rows[0]?.[1]).toEqual({ formula: `=SUM('Team'!A1)+LEN("Team!")` });
  });

  it('says which file is broken and what to do', async () => {
    await expect(importFile(file('bad.xlsx', 'no zip'), [], quietly)).rejects.toThrow(
      /^Import: "bad\.xlsx" is not a readable xlsx file \(.+\); open it in a spreadsheet and save it again$/,
    );
  });
});

it('refuses a file that is no table', async () => {
  expect(isImportable({ name: 'photo.png' })).toBe(false);
  await expect(importFile(file('photo.png', ''), [], quietly)).rejects.toThrow('"photo.png" is neither csv nor xlsx');
});

describe('a tab’s name', () => {
  it.each([
    ['drops folder and ending', 'a/b/usage.csv', [], 'usage'],
    ['keeps dots inside', 'usage.v2.csv', [], 'usage.v2'],
    ['is numbered when taken, whatever the case', 'Usage.csv', ['usage', 'USAGE (2)'], 'Usage (3)'],
    ['drops what xlsx forbids', 'Q1: [new]?.csv', [], 'Q1   new'],
    ['is at most 31 characters', `${'x'.repeat(40)}.csv`, ['x'.repeat(31)], `${'x'.repeat(27)} (2)`],
    ['is never empty', '.csv', [], 'Imported'],
  ])('%s', (_, fileName, taken, name) => {
    expect(sheetNameFor(fileName, taken)).toBe(name);
  });
});
