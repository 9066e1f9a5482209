import { writeToActiveCell, type Placed } from '../google/active-cell.js';
import { catalogue } from './formulas.js';
import { rangeReading } from './formula-ranges.js';
import type { Calls } from './protocol.js';
import { readName, refuse } from './read-request.js';
import { Refusal } from './refusal.js';

/** The address of a formula that was written; for any other outcome what the person can do. */
export function placedAt(placed: Placed): string {
  switch (placed.state) {
    case 'written':
      return placed.address;
    case 'filled':
      throw new Refusal(
        'not inserted',
        `${placed.address} is not empty, and nothing is overwritten; select an empty cell, then insert again`,
      );
    case 'protected':
      throw new Refusal(
        'not inserted',
        `${placed.address} is protected and you may not edit it; select another cell, then insert again`,
      );
    case 'read by itself':
      throw new Refusal(
        'not inserted',
        `${placed.address} lies in ${placed.range}, which the formula reads; select a cell beside the data, then insert again`,
      );
    case 'no cell':
      throw new Refusal('not inserted', 'No cell is selected; select an empty cell of a tab, then insert again');
  }
}

/** Begins a formula in the active cell. What is written comes from the catalogue, never from the request. */
export function insertFormula(request: Readonly<Record<string, unknown>>): Calls['insertFormula']['value'] {
  const name = readName(request['name'], 'name', 40);
  const found = catalogue().find((entry) => entry.name === name);
  if (!found) return refuse('name', name, 'use the name of one of the formulas');
  const { formula } = found;
  const cell = placedAt(writeToActiveCell(formula, (place) => rangeReading(formula, place)));
  return { formula, cell, news: `${formula} is in ${cell}; set its ranges` };
}
