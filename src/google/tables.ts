import type { RawTable } from '../records/mapping.js';
import type { RawTables } from '../records/workbook.js';
import { activeSpreadsheet } from './spreadsheet.js';

/** Reads whole tabs, each with one call whatever its size; a name that no tab has is left out. */
export function readTables(names: readonly string[]): RawTables {
  const wanted = new Set(names);
  const tables = new Map<string, RawTable>();
  for (const sheet of activeSpreadsheet().getSheets()) {
    const tab = sheet.getName();
    if (wanted.has(tab)) tables.set(tab, { tab, values: sheet.getDataRange().getValues() });
  }
  return tables;
}

/**
 * What one cell holds; undefined when its tab is not there, "" outside the grid.
 *
 * @param row from 0, as `column`.
 */
export function readCell(place: { readonly tab: string; readonly row: number; readonly column: number }): unknown {
  const sheet = activeSpreadsheet().getSheetByName(place.tab);
  if (!sheet) return undefined;
  const isInside = place.row < sheet.getMaxRows() && place.column < sheet.getMaxColumns();
  return isInside ? (sheet.getRange(place.row + 1, place.column + 1).getValue() as unknown) : '';
}

/** The names of all tabs, in order. */
export function allTabNames(): readonly string[] {
  return activeSpreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());
}

/** The first rows of every tab, enough to guess what its columns hold: one call a tab. */
export function readTops(rowCount: number): readonly RawTable[] {
  return activeSpreadsheet()
    .getSheets()
    .map((sheet) => {
      const rows = Math.min(rowCount, sheet.getLastRow());
      const columns = sheet.getLastColumn();
      const values = rows > 0 && columns > 0 ? sheet.getRange(1, 1, rows, columns).getValues() : [];
      return { tab: sheet.getName(), values };
    });
}

/** The spreadsheet's name and address, as messages give them. */
export function bookAddress(): { bookName: string; bookUrl: string } {
  const spreadsheet = activeSpreadsheet();
  return { bookName: spreadsheet.getName(), bookUrl: spreadsheet.getUrl() };
}

/** The address of a row, which opens the spreadsheet there. */
export function rowLinks(tab: string): (row: number) => string {
  const spreadsheet = activeSpreadsheet();
  const sheet = spreadsheet.getSheetByName(tab);
  const base = spreadsheet.getUrl();
  const id = String(sheet?.getSheetId() ?? 0);
  return (row) => `${base}#gid=${id}&range=${String(row)}:${String(row)}`;
}
