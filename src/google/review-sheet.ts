import type { RawTable } from '../records/mapping.js';
import { activeSpreadsheet } from './spreadsheet.js';
import { asText } from './write-rows.js';

/** A page that is written as a whole: rows of equal length, text or numbers. */
export interface Page {
  readonly tab: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** In pixels; together they fit the width of a printed page. */
  readonly widths: readonly number[];
  /** Rows in bold, counted from 1; the first is the title. */
  readonly boldRows: readonly number[];
}

const TITLE_SIZE = 14;
const BOLD_GROUND = '#f8fafd';

/**
 * Writes a page over a tab of its own, which is made when it is not there. What stood in its columns is gone; what somebody
 * wrote beside them stays.
 */
export function writePage({ tab, rows, widths, boldRows }: Page): void {
  const spreadsheet = activeSpreadsheet();
  let sheet = spreadsheet.getSheetByName(tab);
  if (sheet) {
    sheet.getRange(1, 1, sheet.getMaxRows(), Math.min(widths.length, sheet.getMaxColumns())).clear();
  } else {
    const before = spreadsheet.getActiveSheet();
    sheet = spreadsheet.insertSheet(tab, spreadsheet.getSheets().length);
    spreadsheet.setActiveSheet(before);
  }
  const missingRows = rows.length - sheet.getMaxRows();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  const missingColumns = widths.length - sheet.getMaxColumns();
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
  for (const [index, width] of widths.entries()) sheet.setColumnWidth(index + 1, width);
  sheet.setHiddenGridlines(true);
  sheet
    .getRange(1, 1, rows.length, widths.length)
    .setVerticalAlignment('top')
    .setFontWeights(rows.map((row, at) => row.map(() => (boldRows.includes(at + 1) ? 'bold' : 'normal'))))
    .setBackgrounds(
      rows.map((row, at) => row.map(() => (at > 0 && boldRows.includes(at + 1) ? BOLD_GROUND : '#ffffff'))),
    )
    .setValues(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell))));
  // The title runs over its neighbours; everything below it wraps.
  sheet.getRange(3, 1, rows.length - 2, widths.length).setWrap(true);
  sheet.getRange(1, 1).setFontSize(TITLE_SIZE);
  SpreadsheetApp.flush();
}

/** The address that opens a tab. */
export function tabLink(tab: RawTable['tab']): string {
  const spreadsheet = activeSpreadsheet();
  return `${spreadsheet.getUrl()}#gid=${String(spreadsheet.getSheetByName(tab)?.getSheetId() ?? 0)}`;
}
