import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublicFunctions } from '../../scripts/public-functions.mjs';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { sampleBook, sampleNow, sampleUser } from '../../workbench/sample/sample-book.js';
import { builtFiles } from '../bundle/bundle.js';

const conventions = join(import.meta.dirname, '../../docs/conventions');

/** Formulas that the reference and the conventions print for other ways of counting, each with where it stands. */
const printed = [
  ...readPublicFunctions().flatMap(({ name, tags }) =>
    tags.filter(({ tag }) => tag === 'otherwise').map(({ text }) => ({ place: name, text })),
  ),
  ...readdirSync(conventions).map((file) => ({ place: file, text: readFileSync(join(conventions, file), 'utf8') })),
].flatMap(({ place, text }) =>
  [...text.matchAll(/`(=[^`]+)`/g)].map(([, formula = '']) => ({ place, formula: formula.replace(/\s+/g, ' ') })),
);

/** What Sheets has and the workbench's engine does not. */
const ONLY_IN_SHEETS = /\b(QUERY)\(/;

let emulator: Emulator;
beforeAll(async () => {
  const book = sampleBook();
  const rows = printed.map(({ formula }) => [{ formula: ONLY_IN_SHEETS.test(formula) ? '=0' : formula }]);
  // One tab a formula, in a column that none of them reads, so that no result is in another's way.
  const tabs = rows.map((row, index) => ({
    name: `Formula ${String(index)}`,
    rows: [[...Array<null>(30).fill(null), ...row]],
    rowCount: 20,
    columnCount: 60,
  }));
  emulator = createNodeEmulator({
    files: builtFiles(),
    book: { ...book, sheets: [...book.sheets.filter(({ name }) => name !== 'Dashboard'), ...tabs] },
    now: sampleNow,
    user: sampleUser,
  });
  await emulator.calculated();
});
afterAll(() => {
  emulator.dispose();
});

describe('the formulas for other conventions', () => {
  test('are many, and few of them are beyond the workbench', () => {
    expect(printed.length).toBeGreaterThan(60);
    expect(printed.filter(({ formula }) => ONLY_IN_SHEETS.test(formula)).length).toBeLessThan(4);
  });

  test.each(printed.map((one, index) => ({ ...one, at: `'Formula ${String(index)}'!AE1` })))(
    '$place: $formula is a formula whose functions exist and have their arguments',
    ({ at }) => {
      expect(String(emulator.values(at)[0]?.[0])).not.toMatch(/^#NAME\?/);
      expect(emulator.errorAt(at) ?? '').not.toMatch(
        /is missing; add it|wrong number of arguments|format the cell as a date/,
      );
    },
  );
});
