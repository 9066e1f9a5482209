import type { CellPlace } from '../google/tables.js';
import { shown } from '../records/cell.js';

/**
 * Reads the address of one cell of this spreadsheet, as a formula would name it; null when it is none.
 *
 * @example Which cell is 'Usage by week'!AE12? row 11, column 30 of Usage by week
 */
export function parseCellAddress(text: string): CellPlace | null {
  // Sheets takes a leading apostrophe for the mark of a text, so that only the second one of a name may be left.
  const match = /^=?\s*(?:'?((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text.trim());
  if (!match) return null;
  const [, quoted, plain = '', letters = '', row] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { tab: quoted?.replace(/''/g, "'") ?? plain.trim(), row: Number(row) - 1, column: column - 1 };
}

/** What a cell says about a key result: its number, or in words why there is none. */
export interface FedValue {
  readonly value: number | null;
  /** "" when there is a number. */
  readonly words: string;
}

/** The number in a cell that feeds a key result. */
export function fedValue(source: string, cellAt: (place: CellPlace) => unknown): FedValue {
  const address = parseCellAddress(source);
  if (!address) return { value: null, words: `${shown(source)} is no cell; write it as Scorecard!B4` };
  const cell = cellAt(address);
  if (cell === undefined) {
    return { value: null, words: `There is no tab ${shown(address.tab)}; correct the name before the !` };
  }
  if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell, words: '' };
  const holds = cell === '' ? 'is blank' : `holds "${shown(cell)}", which is no number`;
  return { value: null, words: `${shown(source)} ${holds}; choose a cell with a number` };
}
