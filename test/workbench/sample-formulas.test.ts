import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { sampleNow, sampleUser } from '../../workbench/sample/sample-book.js';
import { book, rowsOf, serial } from './sample-tables.js';

const built = (name: string) => readFileSync(join(import.meta.dirname, '../../dist', name), 'utf8');
let emulator: Emulator;

beforeAll(async () => {
  emulator = createNodeEmulator({
    files: { code: built('Code.js'), sidebar: built('sidebar.html'), manifest: built('appsscript.json') },
    book,
    now: sampleNow,
    user: sampleUser,
  });
  await emulator.calculated();
});
afterAll(() => {
  emulator.dispose();
});

/** MRR by account in one month, read from the rows of Revenue. */
function mrrIn(month: string): Map<string, number> {
  const rows = rowsOf('Revenue').filter((row) => row['Month'] === serial(month));
  return new Map(rows.map((row) => [String(row['Account']), row['MRR'] as number]));
}

function expected(from: string, to: string) {
  const closing = mrrIn(to);
  const sums = { opening: 0, net: 0, gross: 0, kept: 0, expansion: 0, contraction: 0 };
  const opening = mrrIn(from);
  for (const [account, before] of opening) {
    const after = closing.get(account) ?? 0;
    sums.opening += before;
    sums.net += after;
    sums.gross += Math.min(before, after);
    sums.kept += after > 0 ? 1 : 0;
    sums.expansion += Math.max(after - before, 0);
    sums.contraction += after > 0 ? Math.max(before - after, 0) : 0;
  }
  const logos = sums.kept / opening.size;
  const ratios = [
    sums.net,
    sums.gross,
    logos * sums.opening,
    (1 - logos) * sums.opening,
    sums.expansion,
    sums.contraction,
  ];
  return ratios.map((sum) => sum / sums.opening);
}

const flat = (a1: string) => emulator.values(a1).flat();

function expectRatios(from: string, to: string) {
  const shown = flat('Dashboard!B7:B12') as number[];
  expected(from, to).forEach((ratio, index) => {
    expect(shown[index], String(flat('Dashboard!A7:A12')[index])).toBeCloseTo(ratio, 12);
  });
}

describe('the formulas of the sample book, in the emulator', () => {
  test('none of them ends in an error', () => {
    for (const { name, rows } of book.sheets) {
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell === null || typeof cell !== 'object' || !('formula' in cell)) return;
          const place = `'${name}'!${String.fromCharCode(65 + column)}${String(row + 1)}`;
          expect(emulator.errorAt(place), `${place} ${cell.formula}`).toBeNull();
          expect(String(emulator.values(place)[0]?.[0]), `${place} ${cell.formula}`).toMatch(/^[^#]/);
        });
      });
    }
  });

  test('the retention figures are those of a plain pass over Revenue', () => {
    expectRatios('2025-10-01', '2026-10-01');
  });

  test('health is scored for every customer, in all four bands', () => {
    const customers = rowsOf('Accounts').filter((row) => row['Status'] === 'Active').length;
    const counts = flat('Dashboard!H5:H8') as number[];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(customers);
    for (const count of counts) expect(count).toBeGreaterThan(0);
    expect(counts[0]).toBeGreaterThan(counts[2] ?? Infinity);
  });

  test('the two accounts whose usage bends are found, with the length of their run', () => {
    const accounts = flat("'Usage by week'!A2:A114");
    const bending = flat("'Usage by week'!B2:B114");
    const weeks = flat("'Usage by week'!C2:C114");
    const found = accounts.flatMap((account, row) => (bending[row] === true ? [[account, weeks[row]]] : []));
    expect(found).toEqual([
      ['Bao & Bun', 3],
      ['Brightwater Health', 4],
    ]);
    expect(emulator.values('Dashboard!H11:H14').flat()[0]).toBe(2);
  });

  test('tabs that tell the same thing agree: subscriptions with revenue, conventions with NRR, movements with MRR', () => {
    const ledger = emulator.values('Ledger!A2:C3000').filter(([account]) => account !== '');
    const revenue = rowsOf('Revenue').map((row) => [row['Account'], row['MRR']] as const);
    const inOrder = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).sort();
    expect(ledger.length).toBe(revenue.length);
    expect(inOrder(ledger.map(([account, , mrr]) => [account, mrr]))).toEqual(inOrder(revenue));
    const [policy, nrr, difference] = emulator.values('Retention!A3:C3')[0] ?? [];
    expect([policy, difference]).toEqual(['endpoint cohort', 0]);
    expect(nrr).toBeCloseTo(flat('Dashboard!B7')[0] as number, 12);
    const movements = emulator.values('Retention!B13:H36') as number[][];
    for (const [opening = NaN, won = NaN, grown = NaN, shrunk = NaN, churned = NaN, back = NaN, closing] of movements) {
      expect(opening + won + grown - shrunk - churned + back).toBeCloseTo(closing ?? NaN, 6);
    }
    expect(movements[23]?.[6]).toBeCloseTo(
      [...mrrIn('2026-10-01').values()].reduce((sum, mrr) => sum + mrr, 0),
      6,
    );
  });

  test('the log is read as it was known on the day', () => {
    const known = emulator
      .values("'Known then'!A4:A200")
      .flat()
      .filter((when) => when !== '');
    const all = rowsOf('Check-ins').filter((row) => (row['When'] as number) < serial('2026-11-01'));
    expect(known).toHaveLength(all.length);
    expect(all.length).toBeGreaterThan(20);
  });

  test('another period on the Dashboard moves every ratio', async () => {
    emulator.type('Dashboard!B5', '2025-03-01');
    emulator.type('Dashboard!B6', '2026-03-01');
    await emulator.calculated();
    expectRatios('2025-03-01', '2026-03-01');
  });
});
