import type { ICellData, IStyleData, IWorkbookData, IWorksheetData, Nullable } from '@univerjs/core';
import type { Book, BookCell, BookSheet } from '../../book.js';
import { blankFormatsOf, formattedBlanks } from './blank-formats.js';
import { compileFormula } from '../formulas/open-ranges.js';
import { cellOf, contentOf, formulaCell } from './cell.js';
import { headingCells, headingLook, headingsOf } from './headings.js';
import type { Sheet } from './sheet.js';
import type { Workbook } from './workbook.js';

/** A new tab of Sheets, and the least size of a stored one (platform: 1000 x 26). */
export const NEW_ROWS = 1000;
export const NEW_COLUMNS = 26;

/** Univer's enumeration of yes and no has this number, and is not loaded for it alone. */
const WITHOUT_GRIDLINES: Record<string, unknown> = { showGridlines: 0 };

/** The workbook as Univer takes it; tab ids are whole numbers as text, since Apps Script names tabs by number. */
export function snapshotOf(book: Book): Partial<IWorkbookData> {
  const sizes = new Map(book.sheets.map((sheet) => [sheet.name, sizeOf(sheet)]));
  const sheets = book.sheets.map((sheet, index) => worksheetOf(sheet, String(index), sizes));
  return {
    name: book.name,
    sheetOrder: sheets.map((_sheet, index) => String(index)),
    sheets: Object.fromEntries(sheets.map((sheet, index) => [String(index), sheet])),
  };
}

type Sizes = ReadonlyMap<string, { rowCount: number; columnCount: number }>;

/** Rows and columns of a stored tab's grid. */
export function sizeOf(sheet: BookSheet) {
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rowCount: Math.max(sheet.rowCount ?? NEW_ROWS, sheet.rows.length),
    columnCount: Math.max(sheet.columnCount ?? NEW_COLUMNS, widest),
  };
}

function worksheetOf(sheet: BookSheet, id: string, sizes: Sizes): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  sheet.rows.forEach((cells, row) => {
    const line: Record<number, ICellData> = {};
    cells.forEach((cell, column) => {
      if (cell !== null) line[column] = storedCell(cell, sheet.name, sizes);
    });
    cellData[row] = line;
  });
  const size = sizeOf(sheet);
  for (const [row, column, pattern] of formattedBlanks(sheet, size)) {
    const line = (cellData[row] ??= {});
    line[column] = { s: { n: { pattern } }, ...line[column] };
  }
  for (const [row, column, heading] of headingCells(sheet, size)) {
    const line = (cellData[row] ??= {});
    const cell = line[column];
    line[column] = { ...cell, s: { ...(cell?.s as IStyleData | undefined), ...headingLook(heading) } };
  }
  return {
    id,
    name: sheet.name,
    ...size,
    cellData,
    ...(sheet.hiddenGridlines ? WITHOUT_GRIDLINES : {}),
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    ...(sheet.frozenRows === undefined
      ? {}
      : { freeze: { startRow: sheet.frozenRows, startColumn: -1, xSplit: 0, ySplit: sheet.frozenRows } }),
    columnData: Object.fromEntries((sheet.columnWidths ?? []).map((w, column) => [column, { w }])),
  };
}

function storedCell(cell: Exclude<BookCell, null>, tab: string, sizes: Sizes): ICellData {
  if (typeof cell !== 'object') return present(cellOf(cell));
  const style = (pattern: string | undefined) => (pattern === undefined ? {} : { s: { n: { pattern } } });
  if ('formula' in cell) {
    const compiled = compileFormula(cell.formula, (name) => sizes.get(name ?? tab) ?? null);
    const custom = compiled === cell.formula ? {} : { custom: { source: cell.formula, compiled } };
    return { ...present(formulaCell(compiled)), ...custom, ...style(cell.format) };
  }
  return { ...present(cellOf('serial' in cell ? cell.serial : cell.number)), ...style(cell.format) };
}

/** Without the nulls that only mean "remove what was there". */
function present(cell: ICellData): ICellData {
  return Object.fromEntries(Object.entries(cell).filter(([, value]) => value !== null));
}

/** The workbook as plain JSON: entered cells only, so a spilled value comes back with its formula. */
export function bookOf(
  workbook: Workbook,
  about: Pick<Book, 'timeZone' | 'locale'>,
  isDate: (pattern: string) => boolean,
): Book {
  return {
    name: workbook.facade.getName(),
    timeZone: about.timeZone,
    locale: about.locale,
    sheets: workbook.sheets.map((sheet) => bookSheetOf(sheet, isDate)),
  };
}

function bookSheetOf(sheet: Sheet, isDate: (pattern: string) => boolean): BookSheet {
  const rows: BookCell[][] = [];
  sheet.facade
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell: Nullable<ICellData>) => {
      const stored = bookCellOf(sheet, row, column, cell, isDate);
      if (stored === null) return;
      while (rows.length <= row) rows.push([]);
      const line = rows[row];
      while (line && line.length < column) line.push(null);
      if (line) line[column] = stored;
    });
  const frozenRows = sheet.facade.getFrozenRows();
  const headings = headingsOf(sheet);
  const blankFormats = blankFormatsOf(sheet);
  const tabColor = sheet.facade.getTabColor();
  const widths = Object.values(sheet.facade.getSheet().getConfig().columnData).length;
  return {
    name: sheet.name,
    rows,
    ...(frozenRows > 0 ? { frozenRows } : {}),
    ...(headings.length > 0 ? { headings } : {}),
    ...(blankFormats.length > 0 ? { blankFormats } : {}),
    ...(sheet.facade.hasHiddenGridLines() ? { hiddenGridlines: true } : {}),
    ...(tabColor ? { tabColor } : {}),
    ...(widths > 0
      ? { columnWidths: Array.from({ length: widths }, (_, column) => sheet.facade.getColumnWidth(column)) }
      : {}),
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
  };
}

function bookCellOf(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Nullable<ICellData>,
  isDate: (pattern: string) => boolean,
): BookCell {
  const format = sheet.pattern(cell);
  const formula = sheet.formula(row, column);
  if (formula) return format ? { formula, format } : { formula };
  const content = contentOf(cell);
  if (typeof content !== 'number' || !format) return content;
  return isDate(format) ? { serial: content, format } : { number: content, format };
}
