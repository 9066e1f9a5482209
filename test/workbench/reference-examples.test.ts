import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCellFunctions } from '../../scripts/formula-help.mjs';
import { columnLetters, examplesOf, type Example } from '../../scripts/reference-examples.mjs';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { serialOfDay, type BookCell } from '../../workbench/book.js';
import { builtFiles } from '../bundle/bundle.js';

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER = /^[-+]?\d+(\.\d+)?$/;

const examples = readCellFunctions().flatMap((entry) =>
  examplesOf(entry).map((example, index) => ({ ...example, sheet: `${entry.name} ${String(index + 1)}` })),
);

function serialOf(day: string): number {
  return serialOfDay(Date.parse(`${day}T00:00Z`) / 86_400_000);
}

function bookCell(text: string): BookCell {
  if (text === '') return null;
  if (ISO_DAY.test(text)) return { serial: serialOf(text), format: 'yyyy-mm-dd' };
  if (NUMBER.test(text)) return Number(text);
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return text.startsWith('=') ? { formula: text } : text;
}

/** The sheet of an example: its input from A1, its formula beside it. */
function laidOut({ input, formula, place }: Example): BookCell[][] {
  return Array.from({ length: Math.max(input.length, place.row + 1) }, (_, row) => {
    const cells = (input[row] ?? []).map(bookCell);
    if (row !== place.row) return cells;
    return [...cells, ...Array.from({ length: place.column - cells.length }, () => null), { formula }];
  });
}

/** A result as the reference writes it: numbers to the decimals that the page shows. */
function shown(value: unknown, written: string): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value !== 'number') return String(value);
  if (ISO_DAY.test(written)) return new Date((value - serialOfDay(0)) * 86_400_000).toISOString().slice(0, 10);
  if (!NUMBER.test(written)) return String(value);
  // A whole number is written when it is one.
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length;
  const text = decimals === undefined ? String(Number(value.toFixed(9))) : value.toFixed(decimals);
  return `${written.startsWith('+') ? '+' : ''}${Number(text) === 0 ? text.replace('-', '') : text}`;
}

let emulator: Emulator;
beforeAll(async () => {
  emulator = createNodeEmulator({
    files: builtFiles(),
    book: {
      name: 'Examples',
      timeZone: 'UTC',
      locale: 'en_US',
      sheets: examples.map((example) => ({ name: example.sheet, rows: laidOut(example), rowCount: 200 })),
    },
    now: Date.UTC(2026, 4, 6),
    user: 'ana@example.com',
  });
  await emulator.calculated();
});
afterAll(() => {
  emulator.dispose();
});

describe('every example of the reference is what the formula gives', () => {
  test.each(examples)('$sheet: $title', ({ sheet, result, place }) => {
    const at = (row: number, column: number) => `'${sheet}'!${columnLetters(column)}${String(row + 1)}`;
    expect(emulator.errorAt(at(place.row, place.column))).toBeNull();
    // One row and one column more, which stay blank.
    const height = result.length + 1;
    const width = (result[0]?.length ?? 0) + 1;
    const range = `${at(place.row, place.column)}:${columnLetters(place.column + width - 1)}${String(place.row + height)}`;
    const written = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_cell, column) => result[row]?.[column] ?? ''),
    );
    const given = emulator.values(range).map((row, r) => row.map((value, c) => shown(value, written[r]?.[c] ?? '')));
    expect(given).toEqual(written);
  });
});
