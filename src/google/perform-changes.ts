import { isBlank } from '../records/cell.js';
import type { Change, WrittenRow } from '../records/change.js';
import { findColumns, isEmptyTable, type RawTable } from '../records/mapping.js';
import { createTab, layOutTab } from './create-tab.js';
import { activeSpreadsheet } from './spreadsheet.js';
import { writeRows } from './write-rows.js';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Values = RawTable['values'];
type Indexes = Readonly<Record<string, number>>;

function columnIndexes(change: Change, sheet: Sheet, header: readonly unknown[]): Indexes {
  const { indexes } = findColumns(change.schema, { tab: change.tab, columns: {} }, header);
  for (const [field, { required, header: name }] of Object.entries(change.schema.columns)) {
    if (required && !(field in indexes)) {
      throw new Error(`${sheet.getName()} has no column ${name} any more; restore its header, nothing was written`);
    }
  }
  return indexes;
}

/** The rows of an update, found by their keys where they are now. */
function rowsByKey({ rows, keyField }: Change & { kind: 'update' }, values: Values, indexes: Indexes) {
  const keyIndex = indexes[keyField] ?? 0;
  return values.flatMap((cells, at): [number, WrittenRow][] => {
    const row = at === 0 ? undefined : rows.get(String(cells[keyIndex]).trim());
    return row ? [[at + 1, row]] : [];
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

function perform(change: Change, sheet: Sheet, zone: string): void {
  let values: unknown[][] = sheet.getDataRange().getValues();
  if (isEmptyTable(values)) {
    layOutTab(sheet, change.schema);
    values = sheet.getDataRange().getValues();
  }
  const indexes = columnIndexes(change, sheet, values[0] ?? []);
  if (change.kind === 'update') {
    writeRows(sheet, new Map(rowsByKey(change, values, indexes)), indexes, zone);
    return;
  }
  if (change.kind === 'replace' && values.length > 1) {
    const width = Math.max(...Object.values(indexes)) + 1;
    sheet.getRange(2, 1, values.length - 1, width).clearContent();
  }
  const above = change.kind === 'replace' ? 1 : lastFilledRow(change, values, indexes);
  if (above + change.rows.length > values.length) growTo(sheet, above + change.rows.length);
  writeRows(sheet, new Map(change.rows.map((row, i) => [above + 1 + i, row])), indexes, zone);
}

function growTo(sheet: Sheet, rowCount: number): void {
  const rows = sheet.getMaxRows();
  if (rowCount > rows) sheet.insertRowsAfter(rows, rowCount - rows);
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
  const wanted = changes.filter((change) => {
    if (change.kind === 'replace') return change.rows.length > 0 || spreadsheet.getSheetByName(change.tab) !== null;
    return change.kind === 'update' ? change.rows.size > 0 : change.rows.length > 0;
  });
  for (const change of wanted) {
    perform(change, spreadsheet.getSheetByName(change.tab) ?? createTab(change.schema, change.tab), zone);
  }
  if (wanted.length > 0) SpreadsheetApp.flush();
}
