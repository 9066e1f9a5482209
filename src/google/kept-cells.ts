import type { LeftCell, WrittenRow } from '../records/change.js';
import type { TabSchema } from '../records/schema.js';

/** The formulas of a tab; "" for a cell without one. */
export type Formulas = readonly (readonly string[])[];

/** A row to be written at its number in the sheet; its key is "" when it is added. */
export interface PlacedRow {
  readonly number: number;
  readonly key: string;
  readonly row: WrittenRow;
}

/** A formula that fills the cells below or beside it: an array in braces, and functions that give many rows. */
const SPILLS = /^=\s*\{|\b(ARRAYFORMULA|IMPORTRANGE|QUERY|FILTER|SORT|UNIQUE|MAP|BYROW|SCAN|VSTACK|HSTACK)\s*\(/i;

/** Whether a cell holds a formula, or may be filled by one above it in its column or before it in the header row. */
function isFormulas(formulas: Formulas, row: number, column: number): boolean {
  if (formulas[row]?.[column]) return true;
  if (formulas[0]?.some((formula, at) => at <= column && SPILLS.test(formula))) return true;
  return formulas.some((cells, at) => at < row && SPILLS.test(cells[column] ?? ''));
}

/** Takes out of rows to be written what a formula fills and what the tab has no column for, and tells what that was. */
export function withoutKeptCells(
  schema: TabSchema,
  rows: readonly PlacedRow[],
  indexes: Readonly<Record<string, number>>,
  formulas: Formulas,
): { readonly rows: readonly PlacedRow[]; readonly left: readonly LeftCell[] } {
  const left: LeftCell[] = [];
  const kept = rows.map(({ number, key, row }): PlacedRow => {
    const cells = Object.entries(row).filter(([field, value]) => {
      const index = indexes[field];
      const isBlank = value === null || value === '';
      const isLeft = index === undefined ? !isBlank : isFormulas(formulas, number - 1, index);
      // An added row that has nothing for the cell does not miss it.
      if (isLeft && !(isBlank && key === '')) left.push({ schema, key, field });
      return !isLeft;
    });
    return { number, key, row: Object.fromEntries(cells) };
  });
  return { rows: kept, left };
}
