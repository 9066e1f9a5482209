import { instantOf } from '../domain/calendar/zone.js';
import type { Change, WrittenRow, WrittenValue } from '../records/change.js';
import { findColumns, isEmptyTable } from '../records/mapping.js';
import { createTab, layOutTab } from './create-tab.js';
import { activeSpreadsheet } from './spreadsheet.js';

/** Sheets refuses a cell of more than 50,000 characters. */
const LONGEST_TEXT = 49_000;
/** Above this many separate pieces, everything from the first changed row to the last is written at once. */
const MOST_PIECES = 4;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type CellToWrite = string | number | Date;

function cellOf(value: WrittenValue, zone: string): CellToWrite {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return new Date('day' in value ? instantOf(value.day, zone) : value.moment);
  return asText(value);
}

/** Text as setValues must be given it, so that it is neither executed nor taken for a number or a date. */
function asText(text: string): string {
  if (text === '') return '';
  return `'${text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text}`;
}

function columnIndexes(change: Change, sheet: Sheet, header: readonly unknown[]): Readonly<Record<string, number>> {
  const { indexes } = findColumns(change.schema, { tab: change.tab, columns: {} }, header);
  for (const [field, { required, header: name }] of Object.entries(change.schema.columns)) {
    if (required && !(field in indexes)) {
      throw new Error(`${sheet.getName()} has no column ${name} any more; restore its header, nothing was written`);
    }
  }
  return indexes;
}

/** Rows as a block as wide as the known columns; cells of columns that are not Bellwether's stay blank. */
function block(
  rows: readonly WrittenRow[],
  indexes: Readonly<Record<string, number>>,
  width: number,
  zone: string,
): CellToWrite[][] {
  return rows.map((row) => {
    const cells = new Array<CellToWrite>(width).fill('');
    for (const [field, value] of Object.entries(row)) {
      const index = indexes[field];
      if (index !== undefined) cells[index] = cellOf(value, zone);
    }
    return cells;
  });
}

function writeBlock(sheet: Sheet, firstRow: number, cells: CellToWrite[][]): void {
  const missing = firstRow + cells.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  sheet.getRange(firstRow, 1, cells.length, cells[0]?.length ?? 1).setValues(cells);
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

/** Writes a strip in its separate pieces or, when there are many, from its first row to its last as it stands there now. */
function writeStrip(sheet: Sheet, { firstColumn, rows }: Strip): void {
  const runs = runsOf([...rows.keys()]);
  const width = Math.max(...[...rows.values()].map((cells) => cells.length));
  if (runs.length <= MOST_PIECES) {
    for (const run of runs) {
      sheet.getRange(run[0] ?? 0, firstColumn, run.length, width).setValues(run.map((row) => rows.get(row) ?? []));
    }
    return;
  }
  const first = runs[0]?.[0] ?? 0;
  const height = Math.max(...rows.keys()) - first + 1;
  const range = sheet.getRange(first, firstColumn, height, width);
  const formulas = range.getFormulas();
  const values: unknown[][] = range.getValues();
  const asItStands = (cell: unknown, formula: string): unknown => {
    if (formula !== '') return formula;
    return typeof cell === 'string' ? asText(cell) : cell;
  };
  range.setValues(
    values.map((cells, i) => {
      return rows.get(first + i) ?? cells.map((cell, j) => asItStands(cell, formulas[i]?.[j] ?? ''));
    }),
  );
}

/** The changed cells of one row as strips: one for each run of neighbouring columns. */
function stripsOf(cells: ReadonlyMap<number, CellToWrite>): { firstColumn: number; cells: CellToWrite[] }[] {
  return runsOf([...cells.keys()]).map((run) => {
    return { firstColumn: run[0] ?? 0, cells: run.map((column) => cells.get(column) ?? '') };
  });
}

function update(
  change: Change & { kind: 'update' },
  sheet: Sheet,
  values: readonly (readonly unknown[])[],
  zone: string,
): void {
  const indexes = columnIndexes(change, sheet, values[0] ?? []);
  const keyIndex = indexes[change.keyField] ?? 0;
  const strips = new Map<string, Strip>();
  values.forEach((row, at) => {
    const changed = at === 0 ? undefined : change.rows.get(String(row[keyIndex]).trim());
    const known = Object.entries(changed ?? {}).flatMap(([field, value]): [number, CellToWrite][] => {
      const index = indexes[field];
      return index === undefined ? [] : [[index + 1, cellOf(value, zone)]];
    });
    for (const { firstColumn, cells } of stripsOf(new Map(known))) {
      const shape = `${String(firstColumn)}+${String(cells.length)}`;
      const strip = strips.get(shape) ?? { firstColumn, rows: new Map<number, CellToWrite[]>() };
      strips.set(shape, strip);
      strip.rows.set(at + 1, cells);
    }
  });
  for (const strip of strips.values()) writeStrip(sheet, strip);
}

/**
 * Carries out changes to tabs, in their order, and makes them durable. Each tab is read once more first, so that rows are
 * found by key where they are now; call it under the document lock.
 *
 * @throws when a required column of the tab is gone; nothing of that change is written then.
 */
export function performChanges(changes: readonly Change[]): void {
  const spreadsheet = activeSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  for (const change of changes) {
    const isEmpty = change.kind === 'update' ? change.rows.size === 0 : change.rows.length === 0;
    const existing = spreadsheet.getSheetByName(change.tab);
    if (isEmpty && (change.kind !== 'replace' || !existing)) continue;
    const sheet = existing ?? createTab(change.schema, change.tab);
    let values: unknown[][] = sheet.getDataRange().getValues();
    if (isEmptyTable(values)) {
      layOutTab(sheet, change.schema);
      values = sheet.getDataRange().getValues();
    }
    if (change.kind === 'update') {
      update(change, sheet, values, zone);
      continue;
    }
    const indexes = columnIndexes(change, sheet, values[0] ?? []);
    const width = Math.max(...Object.values(indexes)) + 1;
    const cells = block(change.rows, indexes, width, zone);
    if (change.kind === 'replace') {
      if (values.length > 1) sheet.getRange(2, 1, values.length - 1, width).clearContent();
      if (cells.length > 0) writeBlock(sheet, 2, cells);
    } else {
      writeBlock(sheet, lastFilledRow(values) + 1, cells);
    }
  }
  SpreadsheetApp.flush();
}

/** The last row with content; check boxes and formats below the data do not count. */
function lastFilledRow(values: readonly (readonly unknown[])[]): number {
  let at = values.length;
  while (at > 1 && (values[at - 1] ?? []).every((cell) => cell === '' || cell === false)) at--;
  return at;
}
