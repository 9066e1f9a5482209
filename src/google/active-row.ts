import { activeSpreadsheet } from './spreadsheet.js';

/** The row that the person is in, with the header row of its tab. */
export interface ActiveRow {
  readonly tab: string;
  readonly header: readonly unknown[];
  readonly cells: readonly unknown[];
}

/**
 * Reads the row of the active cell; null without an active cell, in the header row, below the data, and in tabs that are not asked for.
 *
 * @param isWanted whether a tab of this name is of interest; no other is read.
 */
export function readActiveRow(isWanted: (tab: string) => boolean): ActiveRow | null {
  const cell = activeSpreadsheet().getCurrentCell();
  if (!cell) return null;
  const sheet = cell.getSheet();
  const row = cell.getRow();
  const tab = sheet.getName();
  if (row < 2 || !isWanted(tab) || row > sheet.getLastRow()) return null;
  const width = sheet.getLastColumn();
  const [header = []] = sheet.getRange(1, 1, 1, width).getValues();
  const [cells = []] = sheet.getRange(row, 1, 1, width).getValues();
  return { tab, header, cells };
}
