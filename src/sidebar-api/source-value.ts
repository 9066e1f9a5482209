import { readCells } from '../google/tables.js';
import { fedValue, parseCellAddress } from './cell-address.js';
import type { Calls } from './protocol.js';
import { readText } from './read-request.js';

/** The value of one cell of this spreadsheet, or in words why it gives none. */
export function sourceValue(request: Readonly<Record<string, unknown>>): Calls['sourceValue']['value'] {
  const source = readText(request['source'], 'source', 300);
  const address = parseCellAddress(source);
  return fedValue(source, readCells(address ? [address] : []));
}
