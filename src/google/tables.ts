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

/** A cell by its tab and its place, both counted from 0. */
export interface CellPlace {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Reads cells: those of one tab with one call, as the rectangle that holds them.
 *
 * @returns what each of them holds; undefined when its tab is not there, "" outside the grid.
 */
export function readCells(places: readonly CellPlace[]): (place: CellPlace) => unknown {
  const spreadsheet = activeSpreadsheet();
  const read = new Map<string, (place: CellPlace) => unknown>();
  for (const tab of new Set(places.map((place) => place.tab))) {
    const sheet = spreadsheet.getSheetByName(tab);
    if (!sheet) continue;
    const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    const inside = places.filter((own) => own.tab === tab && own.row < maxRows && own.column < maxColumns);
    const [rows, columns] = [inside.map(({ row }) => row), inside.map(({ column }) => column)];
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    const values =
      inside.length === 0
        ? []
        : sheet.getRange(top + 1, left + 1, Math.max(...rows) - top + 1, Math.max(...columns) - left + 1).getValues();
    read.set(tab, ({ row, column }) => (values[row - top]?.[column - left] ?? '') as unknown);
  }
  return (place) => read.get(place.tab)?.(place);
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
