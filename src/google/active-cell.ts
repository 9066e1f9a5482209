import { activeSpreadsheet } from './spreadsheet.js';

/** What became of a formula: written, or why not; the address is as a formula names the cell. */
export type Placed =
  { readonly state: 'written' | 'filled' | 'protected'; readonly address: string } | { readonly state: 'no cell' };

/** `Dashboard!B7`, `'Usage by week'!B7`. */
function addressOf(cell: GoogleAppsScript.Spreadsheet.Range): string {
  const tab = cell.getSheet().getName();
  const name = /^[A-Za-z_]\w*$/.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;
  return `${name}!${cell.getA1Notation()}`;
}

/** Writes a formula into the cell that the person is at, when it is blank and theirs to edit; nothing is overwritten. */
export function writeToActiveCell(formula: string): Placed {
  const cell = activeSpreadsheet().getCurrentCell();
  if (!cell) return { state: 'no cell' };
  const address = addressOf(cell);
  if (!cell.canEdit()) return { state: 'protected', address };
  // A formula that shows nothing, such as ="", fills its cell too.
  if (cell.getFormula() !== '' || cell.getValue() !== '') return { state: 'filled', address };
  cell.setFormula(formula);
  SpreadsheetApp.flush();
  return { state: 'written', address };
}
