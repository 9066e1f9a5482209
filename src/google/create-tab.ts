import type { ColumnSchema, TabSchema } from '../records/schema.js';
import { activeSpreadsheet } from './spreadsheet.js';

const HEADER_GROUND = '#f8fafd';
const GROUP_COLORS = { team: '#0b57d0', bellwether: '#5f6368' } as const;
/** Text keeps the general format: its apostrophe makes it text, and whether Sheets takes it off in a text format is not known. */
const FORMATS: Readonly<Partial<Record<ColumnSchema['type'], string>>> = {
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
};
const GENERAL = 'General';

/** How a tab formats a column. */
export function formatOf({ type, format }: ColumnSchema): string {
  return format ?? FORMATS[type] ?? GENERAL;
}

/** Gives an empty tab its headers, header notes, formats and drop-downs; the headers last, so that a tab has all or is still empty. */
export function layOutTab(sheet: GoogleAppsScript.Spreadsheet.Sheet, schema: TabSchema): void {
  const columns = Object.values(schema.columns);
  if (sheet.getMaxRows() < 2) sheet.insertRowsAfter(1, 1);
  const missing = columns.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  const rows = sheet.getMaxRows() - 1;
  const formats = columns.map(formatOf);
  sheet.getRange(2, 1, rows, columns.length).setNumberFormats(Array.from({ length: rows }, () => formats));
  columns.forEach(({ type, choices }, index) => {
    if (type !== 'choice' || !choices) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...choices], true)
      .setAllowInvalid(false)
      .build();
    sheet.getRange(2, index + 1, rows, 1).setDataValidation(rule);
  });
  sheet.setFrozenRows(1);
  sheet.setTabColor(GROUP_COLORS[schema.keeper]);
  sheet
    .getRange(1, 1, 1, columns.length)
    .setNotes([columns.map(({ note }) => note)])
    .setFontWeight('bold')
    .setBackground(HEADER_GROUND)
    .setValues([columns.map(({ header }) => header)]);
}

/** Adds a tab, lays it out, and leaves the person where they were. */
export function createTab(schema: TabSchema, name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const spreadsheet = activeSpreadsheet();
  const before = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(before);
  layOutTab(sheet, schema);
  return sheet;
}
