import { activeSpreadsheet } from './spreadsheet.js';

/** Reads only the header rows of tabs; a name that no tab has is left out. */
export function readHeaderRows(names: readonly string[]): ReadonlyMap<string, readonly unknown[]> {
  const wanted = new Set(names);
  const rows = new Map<string, readonly unknown[]>();
  for (const sheet of activeSpreadsheet().getSheets()) {
    const name = sheet.getName();
    if (!wanted.has(name)) continue;
    const width = sheet.getLastColumn();
    rows.set(name, width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []));
  }
  return rows;
}
