import type { ICellData } from '@univerjs/core';
import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import { a1Of } from '../storage/address.js';
import type { Block } from '../storage/address.js';
import { cellOf, formulaCell } from '../storage/cell.js';
import type { Sheet } from '../storage/sheet.js';
import type { ServiceContext } from './context.js';
import { enteredCell } from './entry.js';
import { filterService } from './filter.js';
import { isEditable, requireEditable, requireValid } from './guards.js';
import { rangeFormat } from './range-format.js';
import { protectionService } from './protection.js';
import { sheetOf } from './sheet.js';
import { textOf } from './signature.js';
import { displayOf, valueOf } from './values.js';

const blocks = new WeakMap<object, { sheet: Sheet; block: Block }>();

/** The tab and block behind a Range that a script handed back. */
export function blockBehind(range: unknown): { sheet: Sheet; block: Block } | null {
  return typeof range === 'object' && range !== null ? (blocks.get(range) ?? null) : null;
}

/** @throws ServiceException when the block reaches outside the grid. */
export function rangeService(context: ServiceContext, sheet: Sheet, block: Block): object {
  requireInside(sheet, block);
  const service: object = strict(
    context.execution,
    'Range',
    members(context, sheet, block, () => service),
  );
  blocks.set(service, { sheet, block });
  return service;
}

function requireInside(sheet: Sheet, block: Block): void {
  if (block.row < 0) throw new ServiceException('The starting row of the range is too small.');
  if (block.column < 0) throw new ServiceException('The starting column of the range is too small.');
  if (!(block.rows >= 1)) throw new ServiceException('The number of rows in the range must be at least 1.');
  if (!(block.columns >= 1)) throw new ServiceException('The number of columns in the range must be at least 1.');
  if (block.row + block.rows > sheet.rowCount || block.column + block.columns > sheet.columnCount)
    throw new ServiceException('The coordinates of the range are outside the dimensions of the sheet.');
}

function members(context: ServiceContext, sheet: Sheet, block: Block, self: () => object) {
  const { zone, locale, execution } = context;
  const grid = <T>(read: (row: number, column: number) => T): T[][] =>
    Array.from({ length: block.rows }, (_row, r) =>
      Array.from({ length: block.columns }, (_column, c) => read(block.row + r, block.column + c)),
    );
  const value = (row: number, column: number) => valueOf(sheet, sheet.cell(row, column), zone, Date);
  const display = (row: number, column: number) => displayOf(sheet, sheet.cell(row, column), locale);
  const enter = (item: unknown, row: number, column: number): ICellData => {
    const pattern = sheet.pattern(sheet.cell(block.row + row, block.column + column));
    const cell = enteredCell(item, pattern, { zone, locale, now: execution.now });
    requireValid(context, sheet, block.row + row, block.column + column, cell);
    return cell;
  };
  const write = (cells: (row: number, column: number) => ICellData | null, looks = false) => {
    requireEditable(context, sheet, block);
    sheet.write(block, cells, looks);
    return self();
  };

  return {
    ...rangeFormat(context, sheet, block, write, grid),

    getValue: () => value(block.row, block.column),
    getValues: () => grid(value),
    getDisplayValue: () => display(block.row, block.column),
    getDisplayValues: () => grid(display),
    getFormula: () => sheet.formula(block.row, block.column),
    getFormulas: () => grid((row, column) => sheet.formula(row, column)),
    isBlank: () =>
      grid((row, column) => sheet.cell(row, column)).every((row) => row.every((cell) => cell?.v == null && !cell?.f)),

    setValue: (item: unknown) => write((row, column) => enter(item, row, column)),
    setValues: (items: unknown) => {
      const rows = requireShape(items, block);
      // Everything is checked before anything is written.
      const cells = rows.map((row, r) => row.map((item, c) => enter(item, r, c)));
      return write((row, column) => cells[row]?.[column] ?? null);
    },
    setFormula: (formula: unknown) => write(() => enteredFormula(formula)),
    setFormulas: (formulas: unknown) => {
      const cells = requireShape(formulas, block).map((row) => row.map(enteredFormula));
      return write((row, column) => cells[row]?.[column] ?? null);
    },
    clearContent: () => write(() => cellOf(null)),

    getRow: () => block.row + 1,
    getColumn: () => block.column + 1,
    getNumRows: () => block.rows,
    getNumColumns: () => block.columns,
    getHeight: () => block.rows,
    getWidth: () => block.columns,
    getLastRow: () => block.row + block.rows,
    getLastColumn: () => block.column + block.columns,
    getA1Notation: () => a1Of(block),
    getSheet: () => sheetOf(context, sheet),
    getCell: (row: number, column: number) =>
      rangeService(context, sheet, {
        row: block.row + row - 1,
        column: block.column + column - 1,
        rows: 1,
        columns: 1,
      }),
    offset: (rows: number, columns: number, height = block.rows, width = block.columns) =>
      rangeService(context, sheet, {
        row: block.row + rows,
        column: block.column + columns,
        rows: height,
        columns: width,
      }),
    activate: () => {
      sheet.facade.activate();
      sheet.facade.setActiveRange(sheet.facade.getRange(block.row, block.column, block.rows, block.columns));
      return self();
    },
    canEdit: () => isEditable(context, sheet, block),
    protect: () => protectionService(context, sheet, block),
    createFilter: () => {
      if (context.platform.filters.has(sheet.id)) {
        throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
      }
      context.platform.filters.set(sheet.id, block);
      return filterService(context, sheet);
    },
  } satisfies Members<GoogleAppsScript.Spreadsheet.Range>;
}

function enteredFormula(formula: unknown): ICellData {
  if (formula === '' || formula === null || formula === undefined) return cellOf(null);
  const text = textOf(formula);
  return formulaCell(text.startsWith('=') ? text : `=${text}`);
}

/** @throws ServiceException when the array does not have the range's shape (texts of platform 3.4). */
export function requireShape(items: unknown, block: Pick<Block, 'rows' | 'columns'>): unknown[][] {
  if (!Array.isArray(items) || !items.every((row) => Array.isArray(row))) {
    throw new ServiceException(
      "The parameters (Object) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  }
  const rows = items as unknown[][];
  if (rows.length !== block.rows) {
    throw new ServiceException(
      `The number of rows in the data does not match the number of rows in the range. The data has ${String(rows.length)} but the range has ${String(block.rows)}.`,
    );
  }
  const odd = rows.find((row) => row.length !== block.columns);
  if (odd) {
    throw new ServiceException(
      `The number of columns in the data does not match the number of columns in the range. The data has ${String(odd.length)} but the range has ${String(block.columns)}.`,
    );
  }
  return rows;
}
