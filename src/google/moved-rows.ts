import type { RawTable } from '../records/mapping.js';
import type { Formulas, PlacedRow } from './kept-cells.js';
import { asText, writeRows } from './write-rows.js';

type Values = RawTable['values'];

/** A tab as it was when its rows were found. */
interface Before {
  readonly values: Values;
  readonly formulas: Formulas;
}

function keyAt(values: Values, number: number, keyIndex: number): string {
  const row = values[number - 1];
  return row ? String(row[keyIndex]).trim() : '';
}

/** The number of the row with a key; 0 when there is none. */
function numberOf(values: Values, key: string, keyIndex: number): number {
  return key === '' ? 0 : values.findIndex((_, at) => at > 0 && keyAt(values, at + 1, keyIndex) === key) + 1;
}

/**
 * Puts right an update during which a person sorted, inserted or deleted rows: no lock keeps people from that, and between
 * finding a row and writing it there is always a moment. Cells that were written into another row get back what they held,
 * and the row that was meant is written where it is now; one that was deleted stays so.
 *
 * @param rows what was written, and where; added rows, which have no key, are passed over.
 */
export function settleMovedRows(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  rows: readonly PlacedRow[],
  { values, formulas }: Before,
  columns: { readonly indexes: Readonly<Record<string, number>>; readonly keyField: string },
  zone: string,
): void {
  const keyIndex = columns.indexes[columns.keyField] ?? 0;
  SpreadsheetApp.flush();
  const after: Values = sheet.getDataRange().getValues();
  const meant = new Map<number, PlacedRow['row']>();
  for (const { number, key, row } of rows) {
    if (key === '' || keyAt(after, number, keyIndex) === key) continue;
    const home = numberOf(after, key, keyIndex);
    const was = numberOf(values, keyAt(after, number, keyIndex), keyIndex) - 1;
    for (const [field, value] of Object.entries(row)) {
      const index = columns.indexes[field] ?? -1;
      // What went to the right row, which was moved afterwards, is as it should be.
      const isRight = home > 0 && String(after[home - 1]?.[index]) !== String(values[number - 1]?.[index]);
      if (isRight || index < 0) continue;
      if (home > 0) meant.set(home, { ...meant.get(home), [field]: value });
      const formula = formulas[was]?.[index] ?? '';
      const held = values[was]?.[index] ?? '';
      const cell = formula === '' && typeof held === 'string' ? asText(held) : held;
      sheet.getRange(number, index + 1).setValue(formula === '' ? cell : formula);
    }
  }
  writeRows(sheet, meant, columns.indexes, zone);
}
