import { isoDay } from '../domain/calendar/day.js';
import { dayReader } from '../domain/calendar/zone.js';
import { isBlank, isDate } from '../records/cell.js';
import type { Change, LeftCell, WrittenRow } from '../records/change.js';
import { findColumns, isEmptyTable, type RawTable } from '../records/mapping.js';
import { withAddedColumns } from './add-columns.js';
import { createTab, layOutTab } from './create-tab.js';
import { withoutKeptCells, type Formulas, type PlacedRow } from './kept-cells.js';
import { settleMovedRows } from './moved-rows.js';
import { activeSpreadsheet } from './spreadsheet.js';
import { writeRows } from './write-rows.js';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Values = RawTable['values'];
type Indexes = Readonly<Record<string, number>>;

function columnIndexes(change: Change, sheet: Sheet, header: readonly unknown[]): Indexes {
  const { columns = {} } = change;
  const { indexes } = findColumns(change.schema, { tab: change.tab, columns }, header);
  for (const [field, { required, header: standard }] of Object.entries(change.schema.columns)) {
    if (required && !(field in indexes)) {
      const name = columns[field] ?? standard;
      throw new Error(`${sheet.getName()} has no column ${name} any more; restore its header, nothing was written`);
    }
  }
  return indexes;
}

/** The rows of an update, found by their keys where they are now. */
function rowsByKey(
  { rows, keyField, keyDay }: Change & { kind: 'update' },
  values: Values,
  indexes: Indexes,
  zone: string,
) {
  const keyIndex = indexes[keyField] ?? 0;
  const dayOf = dayReader(zone);
  const dayWords = (cell: unknown): string => (isDate(cell) ? ` | ${isoDay(dayOf(cell.getTime()))}` : '');
  return values.flatMap((cells, at): PlacedRow[] => {
    const key = `${String(cells[keyIndex]).trim()}${keyDay === undefined ? '' : dayWords(cells[indexes[keyDay] ?? 0])}`;
    const row = at === 0 ? undefined : rows.get(key);
    return row ? [{ number: at + 1, key, row }] : [];
  });
}

/** The number of the last row with a required cell; formulas, check boxes and formats filled down below do not count. */
function lastFilledRow({ schema }: Change, values: Values, indexes: Indexes): number {
  const required = Object.entries(schema.columns).flatMap(([field, column]) => {
    return column.required ? [indexes[field] ?? 0] : [];
  });
  let at = values.length;
  while (at > 1 && required.every((index) => isBlank(values[at - 1]?.[index]))) at--;
  return at;
}

function perform(change: Change, sheet: Sheet, zone: string): readonly LeftCell[] {
  // Before the values, so that nothing comes between finding the rows and writing them.
  const formulas: Formulas = change.keepsFormulas ? sheet.getDataRange().getFormulas() : [];
  let values: unknown[][] = sheet.getDataRange().getValues();
  if (isEmptyTable(values)) {
    layOutTab(sheet, change.schema);
    values = sheet.getDataRange().getValues();
  }
  const indexes = withAddedColumns(
    change,
    sheet,
    columnIndexes(change, sheet, values[0] ?? []),
    values[0]?.length ?? 0,
  );
  const appendedBelow = (above: number, added: readonly WrittenRow[]): PlacedRow[] => {
    if (above + added.length > values.length) growTo(sheet, above + added.length);
    return added.map((row, i) => ({ number: above + 1 + i, key: '', row }));
  };
  if (change.kind === 'update') {
    const { added = [] } = change;
    let updated = rowsByKey(change, values, indexes, zone);
    if (change.keepsFormulas && updated.length < change.rows.size) {
      // Rows that were inserted just now push the last ones out of what is being read.
      values = sheet.getDataRange().getValues();
      updated = rowsByKey(change, values, indexes, zone);
    }
    const placed = added.length > 0 ? appendedBelow(lastFilledRow(change, values, indexes), added) : [];
    const { rows, left } = write(change, sheet, [...updated, ...placed], indexes, formulas, zone);
    if (change.keepsFormulas && rows.length > 0) {
      settleMovedRows(sheet, rows, { values, formulas }, { indexes, keyField: change.keyField }, zone);
    }
    return left;
  }
  if (change.kind === 'replace' && values.length > 1) {
    const width = Math.max(...Object.values(indexes)) + 1;
    sheet.getRange(2, 1, values.length - 1, width).clearContent();
  }
  const above = change.kind === 'replace' ? 1 : lastFilledRow(change, values, indexes);
  return write(change, sheet, appendedBelow(above, change.rows), indexes, formulas, zone).left;
}

/** Writes rows but for what has to be left, and tells what that was. */
function write(
  { schema, keepsFormulas }: Change,
  sheet: Sheet,
  rows: readonly PlacedRow[],
  indexes: Indexes,
  formulas: Formulas,
  zone: string,
): { readonly rows: readonly PlacedRow[]; readonly left: readonly LeftCell[] } {
  const wanted = keepsFormulas ? withoutKeptCells(schema, rows, indexes, formulas) : { rows, left: [] };
  writeRows(sheet, new Map(wanted.rows.map(({ number, row }) => [number, row])), indexes, zone);
  return wanted;
}

/** Gives a tab the rows it needs. A row outside the grid cannot be named: that finds out without a call to the server. */
function growTo(sheet: Sheet, rowCount: number): void {
  try {
    sheet.getRange(rowCount, 1);
  } catch {
    const rows = sheet.getMaxRows();
    sheet.insertRowsAfter(rows, rowCount - rows);
  }
}

/**
 * Carries out changes to tabs, in their order, and makes them durable. Each tab is read once more first, so that rows are
 * found by key where they are now; call it under the document lock.
 *
 * @returns the cells that were left because they hold formulas, or because the team's tab has no such column.
 * @throws when a required column of the tab is gone; nothing of that change is written then.
 */
export function performChanges(changes: readonly Change[]): readonly LeftCell[] {
  const spreadsheet = activeSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const wanted = changes.filter((change) => {
    if (change.kind === 'replace') return change.rows.length > 0 || spreadsheet.getSheetByName(change.tab) !== null;
    if (change.kind === 'update') return change.rows.size > 0 || (change.added ?? []).length > 0;
    return change.rows.length > 0;
  });
  const left = wanted.flatMap((change) => {
    return perform(change, spreadsheet.getSheetByName(change.tab) ?? createTab(change.schema, change.tab), zone);
  });
  if (wanted.length > 0) SpreadsheetApp.flush();
  return left;
}
