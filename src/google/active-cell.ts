import { activeSpreadsheet } from './spreadsheet.js';

/** What became of a formula: written, or why not; the address is as a formula names the cell. */
export type Placed =
  | { readonly state: 'written' | 'filled' | 'protected'; readonly address: string }
  | { readonly state: 'read by itself'; readonly address: string; readonly range: string }
  | { readonly state: 'no cell' };

/** `Dashboard!B7`, `'Usage by week'!B7`. */
function addressOf(cell: GoogleAppsScript.Spreadsheet.Range): string {
  const tab = cell.getSheet().getName();
  const name = /^[A-Za-z_]\w*$/.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;
  return `${name}!${cell.getA1Notation()}`;
}

/**
 * Writes a formula into the cell that the person is at, when it is blank and theirs to edit; nothing is overwritten.
 *
 * @param rangeAt the range that the formula reads at a place, rows and columns counted from 1; null for none.
 */
export function writeToActiveCell(
  formula: string,
  rangeAt: (place: { tab: string; row: number; column: number }) => string | null,
): Placed {
  const cell = activeSpreadsheet().getCurrentCell();
  if (!cell) return { state: 'no cell' };
  const address = addressOf(cell);
  if (!cell.canEdit()) return { state: 'protected', address };
  // A formula that shows nothing, such as ="", fills its cell too.
  if (cell.getFormula() !== '' || cell.getValue() !== '') return { state: 'filled', address };
  const range = rangeAt({ tab: cell.getSheet().getName(), row: cell.getRow(), column: cell.getColumn() });
  if (range !== null) return { state: 'read by itself', address, range };
  cell.setFormula(formula);
  SpreadsheetApp.flush();
  return { state: 'written', address };
}
