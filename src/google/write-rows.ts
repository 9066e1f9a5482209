import { instantFinder } from '../domain/calendar/zone.js';
import type { WrittenRow, WrittenValue } from '../records/change.js';

/** Sheets refuses a cell of more than 50,000 characters. */
const LONGEST_TEXT = 49_000;
/** Above this many separate pieces, everything from the first changed row to the last is written at once. */
const MOST_PIECES = 3;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type CellToWrite = string | number | Date;

function cellOf(value: WrittenValue, instantOf: (day: number) => number): CellToWrite {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return new Date('day' in value ? instantOf(value.day) : value.moment);
  return asText(value);
}

/** Text as setValues must be given it, so that it is neither executed nor taken for a number or a date. */
export function asText(text: string): string {
  if (text === '') return '';
  return `'${text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text}`;
}

/** Cells to be written side by side, by row: the same columns in each. */
interface Strip {
  readonly firstColumn: number;
  readonly rows: Map<number, CellToWrite[]>;
}

/** Row numbers in runs without a gap. */
function runsOf(rows: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === row - 1) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** Writes a strip in its separate pieces. */
function writeStrip(sheet: Sheet, { firstColumn, rows }: Strip, runs: number[][]): void {
  const width = Math.max(...[...rows.values()].map((cells) => cells.length));
  for (const run of runs) {
    sheet.getRange(run[0] ?? 0, firstColumn, run.length, width).setValues(run.map((row) => rows.get(row) ?? []));
  }
}

/** Writes columns that stand side by side at once, from the first changed row to the last, with what stands between as it is. */
function writeBlock(sheet: Sheet, columns: readonly number[], strips: readonly Strip[]): void {
  const [firstColumn = 0] = columns;
  const inside = strips.filter((strip) => columns.includes(strip.firstColumn));
  const numbers = inside.flatMap(({ rows }) => [...rows.keys()]);
  const first = numbers.reduce((one, other) => Math.min(one, other));
  const height = numbers.reduce((one, other) => Math.max(one, other)) - first + 1;
  const range = sheet.getRange(first, firstColumn, height, columns.length);
  const formulas = range.getFormulas();
  const values: unknown[][] = range.getValues();
  const block = values.map((cells, i) => {
    return cells.map((cell, j): unknown => {
      const formula = formulas[i]?.[j] ?? '';
      if (formula !== '') return formula;
      return typeof cell === 'string' ? asText(cell) : cell;
    });
  });
  for (const strip of inside) {
    for (const [row, cells] of strip.rows)
      block[row - first]?.splice(strip.firstColumn - firstColumn, cells.length, ...cells);
  }
  range.setValues(block);
}

/** Writes strips in their separate pieces or, when there are many, each run of columns at once. */
function writeStrips(sheet: Sheet, strips: readonly Strip[]): void {
  const pieces = strips.map((strip) => ({ strip, runs: runsOf([...strip.rows.keys()]) }));
  if (pieces.reduce((sum, { runs }) => sum + runs.length, 0) <= MOST_PIECES) {
    for (const { strip, runs } of pieces) writeStrip(sheet, strip, runs);
    return;
  }
  const columns = strips.flatMap(({ firstColumn, rows }) => {
    const width = rows.values().next().value?.length ?? 0;
    return Array.from({ length: width }, (_, i) => firstColumn + i);
  });
  for (const run of runsOf([...new Set(columns)])) writeBlock(sheet, run, strips);
}

/** The changed cells of one row as strips: one for each run of neighbouring columns. */
function stripsOf(cells: ReadonlyMap<number, CellToWrite>): { firstColumn: number; cells: CellToWrite[] }[] {
  return runsOf([...cells.keys()]).map((run) => {
    return { firstColumn: run[0] ?? 0, cells: run.map((column) => cells.get(column) ?? '') };
  });
}

/**
 * Writes rows, which the sheet must have, by their numbers: cells that stand side by side in the same columns go out together, and nothing
 * between them is touched, since it may be a person's.
 *
 * @param indexes the column of each field, from 0; a field without one is left out.
 */
export function writeRows(
  sheet: Sheet,
  rows: ReadonlyMap<number, WrittenRow>,
  indexes: Readonly<Record<string, number>>,
  zone: string,
): void {
  const strips = new Map<string, Strip>();
  const instantOf = instantFinder(zone);
  for (const [number, row] of rows) {
    const known = Object.entries(row).flatMap(([field, value]): [number, CellToWrite][] => {
      const index = indexes[field];
      return index === undefined ? [] : [[index + 1, cellOf(value, instantOf)]];
    });
    for (const { firstColumn, cells } of stripsOf(new Map(known))) {
      const shape = `${String(firstColumn)}+${String(cells.length)}`;
      const strip = strips.get(shape) ?? { firstColumn, rows: new Map<number, CellToWrite[]>() };
      strips.set(shape, strip);
      strip.rows.set(number, cells);
    }
  }
  writeStrips(sheet, [...strips.values()]);
}
