import { afterEach, describe, expect, test } from 'vitest';
import { formulaCatalogue } from '../../scripts/formula-catalogue.mjs';
import { rangeReading } from '../../src/sidebar-api/formula-ranges.js';
import { placedAt } from '../../src/sidebar-api/insert-formula.js';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { ask, builtAddOn, ME, valueOf } from '../sidebar-api/built-add-on.js';
import { builtFiles } from './bundle.js';

const emulators: Emulator[] = [];
afterEach(() => {
  for (const emulator of emulators.splice(0)) emulator.dispose();
});

function open(options: Partial<EmulatorOptions> = {}): Emulator {
  const book = {
    name: 'Customer success',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    sheets: [
      { name: 'Dashboard', rows: [['Opening', 100, 0, false, { formula: '=""' }]] },
      { name: "Kim's board", rows: [] },
    ],
  };
  const emulator = builtAddOn({}, { book, ...options });
  emulators.push(emulator);
  return emulator;
}

const formulaAt = (emulator: Emulator, tab: number, row: number, column: number) =>
  emulator.save().sheets[tab]?.rows[row]?.[column];

test('the picker gets every formula with what it shows of it', async () => {
  const groups = await valueOf(open(), 'formulas', {});
  const all = formulaCatalogue();
  expect(groups.map(({ title }) => title)).toEqual([...new Set(all.map(({ group }) => group))]);
  const items = groups.flatMap((group) => group.items);
  expect(items.map(({ name, parts }) => [name, parts[0]?.lines, parts[1]?.title])).toEqual(
    all.map(({ name, help, signature }) => [name, [help], signature]),
  );
  expect(items.map(({ parts, tables }) => [parts[1]?.lines.length, tables?.at(-1)?.cells])).toEqual(
    all.map(({ parameters, example }) => [parameters.length, example.result]),
  );
});

describe('a formula is inserted', () => {
  test('at the active cell, with ranges to begin with', async () => {
    const emulator = open();
    emulator.select('Dashboard!E7');
    expect(await valueOf(emulator, 'insertFormula', { name: 'NRR' })).toEqual({
      formula: '=NRR(B2:B, C2:C)',
      cell: 'Dashboard!E7',
      news: '=NRR(B2:B, C2:C) is in Dashboard!E7; set its ranges',
    });
    expect(formulaAt(emulator, 0, 6, 4)).toMatchObject({ formula: '=NRR(B2:B, C2:C)' });
    await emulator.calculated();
    expect(emulator.errorAt('Dashboard!E7')).toBe('Error: NRR: no starting revenue');
  });

  test('with the address as a formula would name it', async () => {
    const emulator = open();
    emulator.select("'Kim''s board'!A1");
    expect((await valueOf(emulator, 'insertFormula', { name: 'GRR' })).cell).toBe("'Kim''s board'!A1");
  });
});

describe('nothing is written', () => {
  test.each([
    ['text', 'A1'],
    ['a number', 'B1'],
    ['a 0', 'C1'],
    ['an unticked box', 'D1'],
    ['a formula that shows nothing', 'E1'],
  ])('over %s', async (_, cell) => {
    const emulator = open();
    await emulator.calculated();
    emulator.select(`Dashboard!${cell}`);
    const before = emulator.save().sheets;
    expect(await ask(emulator, 'insertFormula', { name: 'NRR' })).toMatchObject({
      ok: false,
      code: 'not inserted',
      message: `Dashboard!${cell} is not empty, and nothing is overwritten; select an empty cell, then insert again`,
    });
    expect(emulator.save().sheets).toEqual(before);
  });

  test.each([
    ['NRR', 'Dashboard!C7', 'C2:C'],
    ['HEALTHSCORE', 'Dashboard!C3', 'A1:E'],
  ])('into a cell that %s itself reads', async (name, cell, range) => {
    const emulator = open();
    emulator.select(cell);
    expect(await ask(emulator, 'insertFormula', { name })).toMatchObject({
      ok: false,
      code: 'not inserted',
      message: `${cell} lies in ${range}, which the formula reads; select a cell beside the data, then insert again`,
    });
  });

  test.each([
    ['=NRR(B2:B, C2:C)', 'Dashboard', 1, 2, null],
    ['=NRR(B2:B, C2:C)', 'Dashboard', 2, 4, null],
    ['=MRRSNAPSHOT(Subscriptions!A2:A, F1)', 'Dashboard', 5, 1, null],
    ['=MRRSNAPSHOT(Subscriptions!A2:A, F1)', 'Subscriptions', 5, 1, 'Subscriptions!A2:A'],
    ['=MRRSNAPSHOT(Subscriptions!A2:A, F1)', 'Dashboard', 1, 6, 'F1'],
    ["=ASOF('Check-ins'!A1:I, B1)", 'Check-ins', 900, 9, "'Check-ins'!A1:I"],
    ['=HEALTHWHY(B3:H3, B4:H4)', 'Dashboard', 4, 8, 'B4:H4'],
    ['=HEALTHWHY(B3:H3, B4:H4)', 'Dashboard', 5, 8, null],
  ])('because %s in %s, row %i, column %i reads %s', (formula, tab, row, column, range) => {
    expect(rangeReading(formula, { tab, row, column })).toBe(range);
  });

  test('into a protected cell', async () => {
    const files = builtFiles();
    const code = `${files.code}
function protectAll() { SpreadsheetApp.getActiveSheet().protect().removeEditor('nobody@example.com'); }`;
    const emulator = open({ files: { ...files, code }, owner: 'bo@example.com', user: 'bo@example.com' });
    emulator.run('protectAll', 'menu');
    emulator.user = ME;
    emulator.select('Dashboard!E7');
    expect(await ask(emulator, 'insertFormula', { name: 'NRR' })).toMatchObject({
      code: 'not inserted',
      message: 'Dashboard!E7 is protected and you may not edit it; select another cell, then insert again',
    });
    emulator.user = 'bo@example.com';
    expect(await valueOf(emulator, 'insertFormula', { name: 'NRR' })).toMatchObject({ cell: 'Dashboard!E7' });
  });

  test('without an active cell, as on a tab that is a chart', () => {
    expect(() => placedAt({ state: 'no cell' })).toThrow('No cell is selected; select an empty cell of a tab');
  });

  test.each([['=1+1'], ['tick'], ['nrr'], ['toString'], ['']])('that is no formula: %j', async (name) => {
    const emulator = open();
    emulator.select('Dashboard!C7');
    expect(await ask(emulator, 'insertFormula', { name })).toMatchObject({ ok: false, code: 'bad request' });
    expect(emulator.values('Dashboard!C7')).toEqual([['']]);
  });
});
