import { instantOf } from '../domain/calendar/zone.js';
import type { Change, WrittenRow, WrittenValue } from '../records/change.js';
import { findColumns } from '../records/mapping.js';
import { createTab } from './create-tab.js';
import { activeSpreadsheet } from './spreadsheet.js';

/** Sheets refuses a cell of more than 50,000 characters. */
const LONGEST_TEXT = 49_000;
/** Above this many separate pieces of a column, the piece from the first to the last changed cell is written at once. */
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

/** Writes the changed cells of one column: in its separate pieces, or from the first to the last when there are many. */
function writeColumn(sheet: Sheet, column: number, cells: ReadonlyMap<number, CellToWrite>): void {
  const rows = [...cells.keys()].sort((a, b) => a - b);
  const pieces: number[][] = [];
  for (const row of rows) {
    const piece = pieces[pieces.length - 1];
    if (piece && piece[piece.length - 1] === row - 1) piece.push(row);
    else pieces.push([row]);
  }
  const [first = 0] = rows;
  const last = rows[rows.length - 1] ?? first;
  if (pieces.length <= MOST_PIECES) {
    for (const piece of pieces) {
      sheet.getRange(piece[0] ?? 0, column, piece.length, 1).setValues(piece.map((row) => [cells.get(row) ?? '']));
    }
    return;
  }
  const range = sheet.getRange(first, column, last - first + 1, 1);
  const values: unknown[][] = range.getValues();
  const formulas = range.getFormulas();
  range.setValues(
    values.map(([value], i) => {
      const formula = formulas[i]?.[0] ?? '';
      const kept = formula !== '' ? formula : typeof value === 'string' ? asText(value) : value;
      return [cells.get(first + i) ?? kept];
    }),
  );
}

function update(change: Change & { kind: 'update' }, sheet: Sheet, values: readonly (readonly unknown[])[], zone: string): void {
  const indexes = columnIndexes(change, sheet, values[0] ?? []);
  const keyIndex = indexes[change.keyField] ?? 0;
  const byColumn = new Map<number, Map<number, CellToWrite>>();
  values.forEach((cells, at) => {
    const changed = at === 0 ? undefined : change.rows.get(String(cells[keyIndex]).trim());
    if (!changed) return;
    for (const [field, value] of Object.entries(changed)) {
      const index = indexes[field];
      if (index === undefined) continue;
      const column = byColumn.get(index) ?? new Map<number, CellToWrite>();
      byColumn.set(index, column.set(at + 1, cellOf(value, zone)));
    }
  });
  for (const [index, cells] of byColumn) writeColumn(sheet, index + 1, cells);
}

/**
 * Carries out changes to tabs, in their order. Each tab is read once more first, so that rows are found by key where they
 * are now; call it under the document lock.
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
    const values: unknown[][] = sheet.getDataRange().getValues();
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
}

/** The last row with content; check boxes and formats below the data do not count. */
function lastFilledRow(values: readonly (readonly unknown[])[]): number {
  let at = values.length;
  while (at > 1 && (values[at - 1] ?? []).every((cell) => cell === '' || cell === false)) at--;
  return at;
}
