import { cellRef, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { formattedBlanks } from '../apps-script/storage/blank-formats.js';
import { HEADING_GROUND, headingCells } from '../apps-script/storage/headings.js';
import { sizeOf } from '../apps-script/storage/snapshot.js';
import type { Book, BookCell, BookSheet, Heading } from '../book.js';
import { COLUMN_MARGIN_PIXELS, LONGEST_NAME, PIXELS_PER_DIGIT } from './xlsx-limits.js';
import { toXlsxFormula } from './xlsx-formula.js';

const FONT = { name: 'Arial', size: 10 } as const;

/** What the open workbook knows and a stored book does not: results of formulas. Rows and columns count from 0. */
export interface Results {
  value(sheet: string, row: number, column: number): string | number | boolean | null;
  /** How many rows and columns the formula at a cell fills, itself included; null when it fills only its own. */
  spill(sheet: string, row: number, column: number): Spill | null;
}

interface Spill {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The book as an xlsx file: values, formulas with their present results, number formats, headings, widths and frozen rows.
 *
 * @throws Error when a tab's name is longer than xlsx allows.
 */
export async function writeXlsxFile(book: Book, results: Results): Promise<Uint8Array> {
  for (const { name } of book.sheets) {
    if (name.length > LONGEST_NAME) {
      throw new Error(
        `Export: tab "${name}" has a name of ${name.length} characters; xlsx allows ${LONGEST_NAME}, rename it`,
      );
    }
  }
  return writeXlsx({
    sheets: book.sheets.map((sheet) => writeSheet(sheet, results)),
    properties: { title: book.name },
    defaultFont: FONT,
  });
}

function writeSheet(sheet: BookSheet, results: Results): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: CellValue) => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length < column) line.push(null);
    line[column] = value;
  };
  const putResults = (row: number, column: number, spill: Spill) => {
    for (let down = 0; down < spill.rows; down += 1) {
      for (let right = 0; right < spill.columns; right += 1) {
        put(row + down, column + right, results.value(sheet.name, row + down, column + right));
      }
    }
  };
  sheet.rows.forEach((line, row) => {
    line.forEach((cell, column) => {
      const key = `${row},${column}`;
      if (cell === null || typeof cell !== 'object') {
        // A blank may already hold what a formula above or before it spilled.
        if (cell !== null) put(row, column, cell);
      } else if ('formula' in cell) {
        const spill = results.spill(sheet.name, row, column);
        if (spill) putResults(row, column, spill);
        cells.set(
          key,
          formulaCell(
            cell,
            results.value(sheet.name, row, column),
            cellRef(row, column),
            spill && endOf(row, column, spill),
          ),
        );
      } else {
        const value = 'serial' in cell ? cell.serial : cell.number;
        put(row, column, value);
        cells.set(key, { value, style: { numFmt: cell.format } });
      }
    });
  });
  const width = rows.reduce((widest, line) => Math.max(widest, line.length), 0);
  for (const [row, column, numFmt] of formattedBlanks(sheet, sizeOf(sheet))) {
    const value = rows[row]?.[column] ?? null;
    const key = `${row},${column}`;
    if (value !== null && !cells.has(key)) cells.set(key, { value, style: { numFmt } });
  }
  for (const [row, column, heading] of headingCells(sheet, sizeOf(sheet))) {
    // The header of an empty column would make the file's table wider than it is.
    if (column >= width) continue;
    const key = `${row},${column}`;
    const cell = cells.get(key) ?? { value: rows[row]?.[column] ?? null };
    cells.set(key, { ...cell, style: { ...cell.style, ...headingStyle(heading) } });
  }
  const frozen = sheet.frozenRows ?? 0;
  return {
    name: sheet.name,
    rows,
    cells,
    ...(sheet.hiddenGridlines && { view: { showGridLines: false } }),
    ...(frozen > 0 && { freezePane: { rows: frozen } }),
    ...(sheet.columnWidths && {
      columns: sheet.columnWidths.map((pixels) => ({ width: (pixels - COLUMN_MARGIN_PIXELS) / PIXELS_PER_DIGIT })),
    }),
  };
}

function headingStyle({ size = FONT.size, align }: Heading): CellStyle {
  return {
    font: { ...FONT, size, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: HEADING_GROUND.toUpperCase() } },
    ...(align && { alignment: { horizontal: align } }),
  };
}

const endOf = (row: number, column: number, { rows, columns }: Spill) => cellRef(row + rows - 1, column + columns - 1);

function formulaCell(
  { formula, format }: Extract<BookCell, { formula: string }>,
  formulaResult: CellValue,
  at: string,
  spillEnd: string | null,
): Partial<Cell> {
  return {
    formula: toXlsxFormula(formula),
    formulaResult,
    ...(format !== undefined && { style: { numFmt: format } }),
    ...(spillEnd !== null && { formulaType: 'array', formulaDynamic: true, formulaRef: `${at}:${spillEnd}` }),
  };
}
