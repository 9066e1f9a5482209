import { dateToSerial, parseRange, type Cell, type CellValue, type Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import type { BookCell, BookSheet } from '../book.js';
import { fromXlsxFormula } from './xlsx-formula.js';
import { COLUMN_MARGIN_PIXELS, PIXELS_PER_DIGIT } from './xlsx-limits.js';

/**
 * Reads every sheet of an xlsx file: values, formulas, number formats, column widths and frozen rows.
 *
 * @throws Error when the file is not a readable xlsx; names what is wrong with it.
 */
export async function readXlsxSheets(bytes: Uint8Array): Promise<BookSheet[]> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return workbook.sheets.map(bookSheet);
}

function bookSheet(sheet: Sheet): BookSheet {
  const spilled = spilledCells(sheet);
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => {
      const key = `${r},${c}`;
      return spilled.has(key) ? null : bookCell(value, sheet.cells?.get(key));
    }),
  );
  const widths = (sheet.columns ?? []).map((column) =>
    column.width === undefined ? null : Math.round(column.width * PIXELS_PER_DIGIT + COLUMN_MARGIN_PIXELS),
  );
  return {
    name: sheet.name,
    rows,
    frozenRows: sheet.freezePane?.rows ?? 0,
    ...(widths.some((width) => width !== null) && { columnWidths: widths.map((width) => width ?? 100) }),
  };
}

function bookCell(value: CellValue, cell: Cell | undefined): BookCell {
  const format = cell?.style?.numFmt;
  const shown = format === undefined || format === 'General' ? undefined : format;
  if (cell?.formula !== undefined) {
    const formula = fromXlsxFormula(cell.formula);
    return shown === undefined ? { formula } : { formula, format: shown };
  }
  if (value instanceof Date) return { serial: dateToSerial(value), format: shown ?? 'yyyy-mm-dd' };
  if (typeof value === 'number' && shown !== undefined) return { number: value, format: shown };
  return value === '' ? null : value;
}

/** An array formula's file lists its results as values too; kept, they would stop the formula from spilling again. */
function spilledCells(sheet: Sheet): Set<string> {
  const spilled = new Set<string>();
  for (const [master, cell] of sheet.cells ?? []) {
    if (cell.formulaRef === undefined || cell.formulaType !== 'array') continue;
    const { startRow, startCol, endRow, endCol } = parseRange(cell.formulaRef);
    for (let r = startRow; r <= endRow; r += 1) {
      for (let c = startCol; c <= endCol; c += 1) {
        const key = `${r},${c}`;
        if (key !== master) spilled.add(key);
      }
    }
  }
  return spilled;
}
