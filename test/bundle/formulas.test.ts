import { afterEach, describe, expect, test } from 'vitest';
import { formulaCatalogue } from '../../scripts/formula-catalogue.mjs';
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
  expect(await valueOf(open(), 'formulas', {})).toEqual(formulaCatalogue());
});

describe('a formula is inserted', () => {
  test('at the active cell, with ranges to begin with', async () => {
    const emulator = open();
    emulator.select('Dashboard!C7');
    expect(await valueOf(emulator, 'insertFormula', { name: 'NRR' })).toEqual({
      formula: '=NRR(B2:B, C2:C)',
      cell: 'Dashboard!C7',
    });
    expect(formulaAt(emulator, 0, 6, 2)).toMatchObject({ formula: '=NRR(B2:B, C2:C)' });
    // Its own cell is among the ranges to begin with: an error until they are set.
    await emulator.calculated();
    expect(emulator.values('Dashboard!C7').flat()[0]).toMatch(/^#/);
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
    expect(await ask(emulator, 'insertFormula', { name: 'NRR' })).toEqual({
      ok: false,
      code: 'not inserted',
      message: `Dashboard!${cell} is not empty, and nothing is overwritten; select an empty cell, then insert again`,
    });
    expect(emulator.save().sheets).toEqual(before);
  });

  test('into a protected cell', async () => {
    const files = builtFiles();
    const code = `${files.code}
function protectAll() { SpreadsheetApp.getActiveSheet().protect().removeEditor('nobody@example.com'); }`;
    const emulator = open({ files: { ...files, code }, owner: 'bo@example.com', user: 'bo@example.com' });
    emulator.run('protectAll', 'menu');
    emulator.user = ME;
    emulator.select('Dashboard!C7');
    expect(await ask(emulator, 'insertFormula', { name: 'NRR' })).toMatchObject({
      code: 'not inserted',
      message: 'Dashboard!C7 is protected and you may not edit it; select another cell, then insert again',
    });
    emulator.user = 'bo@example.com';
    expect(await valueOf(emulator, 'insertFormula', { name: 'NRR' })).toMatchObject({ cell: 'Dashboard!C7' });
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
