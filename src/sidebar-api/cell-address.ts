import { shown } from '../records/cell.js';
import type { RawTable } from '../records/mapping.js';

/** A cell by its tab and its place, both counted from 0. */
export interface CellAddress {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Reads the address of one cell of this spreadsheet, as a formula would name it; null when it is none.
 *
 * @example Which cell is 'Usage by week'!AE12? row 11, column 30 of Usage by week
 */
export function parseCellAddress(text: string): CellAddress | null {
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

/** Reads the number in a cell from tabs that were read; a cell below or beside the data of its tab is blank. */
export function fedValue(source: string, tables: ReadonlyMap<string, RawTable>): FedValue {
  const address = parseCellAddress(source);
  if (!address) return { value: null, words: `${shown(source)} is no cell; write it as Scorecard!B4` };
  const table = tables.get(address.tab);
  return numberIn(source, table && (table.values[address.row]?.[address.column] ?? ''));
}

/** @param cell what the cell at the address holds; undefined when its tab is not there. */
export function numberIn(source: string, cell: unknown): FedValue {
  if (cell === undefined) {
    const tab = parseCellAddress(source)?.tab ?? '';
    return { value: null, words: `There is no tab ${shown(tab)}; correct the name before the !` };
  }
  if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell, words: '' };
  const holds = cell === '' ? 'is blank' : `holds "${shown(cell)}", which is no number`;
  return { value: null, words: `${shown(source)} ${holds}; choose a cell with a number` };
}
