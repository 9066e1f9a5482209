import { ServiceException } from '../runtime/exceptions.js';
import type { Members } from '../runtime/strict.js';
import { parseA1, splitTab } from '../storage/address.js';
import type { Block } from '../storage/address.js';
import type { Sheet } from '../storage/sheet.js';
import { sheetService } from './context.js';
import type { ServiceContext } from './context.js';
import { enteredCell } from './entry.js';
import { requireEditable } from './guards.js';
import { filterService } from './filter.js';
import { protectionService, storedProtection } from './protection.js';
import { rangeService } from './range.js';
import { mismatch } from './signature.js';
import { spreadsheetOf } from './spreadsheet.js';

/** Apps Script's number of a tab; tabs made in the grid's own menu have letters in their id. */
export function numericId(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  return Array.from(id).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2_000_000_011, 7);
}

export function sheetOf(context: ServiceContext, sheet: Sheet): object {
  const service: object = sheetService(context, sheet, () => members(context, sheet, () => service));
  return service;
}

/** Reads `A1:B2`, `Tab!A1` or the four numbers of getRange. */
export function blockFrom(sheet: Sheet, args: readonly unknown[]): Block {
  const [first, column, rows = 1, columns = 1] = args;
  if (typeof first === 'string' && args.length === 1) {
    const block = parseA1(splitTab(first).rest, sheet);
    if (!block) throw new ServiceException('Range not found');
    return block;
  }
  const numbers = [first, column, rows, columns];
  if (!numbers.every((value): value is number => typeof value === 'number' && !Number.isNaN(value))) {
    throw mismatch('SpreadsheetApp.Sheet.getRange', args);
  }
  const [row = 0, start = 0, height = 0, width = 0] = numbers.map(Math.trunc);
  return { row: row - 1, column: start - 1, rows: height, columns: width };
}

function members(context: ServiceContext, sheet: Sheet, self: () => object) {
  const { platform, execution } = context;
  const wholeSheet = () => ({ row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount });
  const grow = (insert: () => void) => {
    requireEditable(context, sheet, wholeSheet());
    insert();
    context.workbook.recompile();
    return self();
  };
  const range = (block: Block) => rangeService(context, sheet, block);

  return {
    getName: () => sheet.name,
    setName: (name: string) => {
      const taken = context.workbook.sheetNamed(name);
      if (taken && taken.id !== sheet.id) throw duplicate(name);
      sheet.facade.setName(name);
      return self();
    },
    getSheetId: () => numericId(sheet.id),
    getIndex: () => sheet.facade.getIndex() + 1,
    getParent: () => spreadsheetOf(context),
    getRange: (...args: unknown[]) => range(blockFrom(sheet, args)),
    getDataRange: () => {
      const { rows, columns } = sheet.extent();
      return range({ row: 0, column: 0, rows: Math.max(rows, 1), columns: Math.max(columns, 1) });
    },
    getLastRow: () => sheet.extent().rows,
    getLastColumn: () => sheet.extent().columns,
    getMaxRows: () => sheet.rowCount,
    getMaxColumns: () => sheet.columnCount,

    appendRow: (values: unknown) => {
      if (!Array.isArray(values)) throw mismatch('SpreadsheetApp.Sheet.appendRow', [values]);
      const row = sheet.extent().rows;
      const block = { row, column: 0, rows: 1, columns: values.length };
      requireEditable(context, sheet, block);
      if (row >= sheet.rowCount || values.length > sheet.columnCount) {
        sheet.facade.setRowCount(Math.max(sheet.rowCount, row + 1));
        sheet.facade.setColumnCount(Math.max(sheet.columnCount, values.length));
        context.workbook.recompile();
      }
      sheet.write(block, (_row, column) =>
        enteredCell(values[column], sheet.pattern(sheet.cell(row, column)), {
          zone: context.zone,
          locale: context.locale,
          now: execution.now,
        }),
      );
      return self();
    },
    insertRowsAfter: (after: number, count: number) =>
      grow(() => {
        if (after === sheet.rowCount) sheet.facade.setRowCount(after + count);
        else sheet.facade.insertRowsAfter(after - 1, count);
      }),
    insertRowsBefore: (before: number, count: number) => grow(() => sheet.facade.insertRowsBefore(before - 1, count)),
    insertRowAfter: (after: number) => grow(() => sheet.facade.insertRowsAfter(after - 1, 1)),
    insertRowBefore: (before: number) => grow(() => sheet.facade.insertRowsBefore(before - 1, 1)),
    insertColumnsAfter: (after: number, count: number) => grow(() => sheet.facade.insertColumnsAfter(after - 1, count)),
    deleteRow: (row: number) => grow(() => sheet.facade.deleteRows(row - 1, 1)),
    deleteRows: (row: number, count: number) => grow(() => sheet.facade.deleteRows(row - 1, count)),
    clear: () => {
      requireEditable(context, sheet, wholeSheet());
      sheet.facade.clear();
      return self();
    },
    clearContents: () => {
      requireEditable(context, sheet, wholeSheet());
      sheet.facade.clearContents();
      return self();
    },

    getFrozenRows: () => sheet.facade.getFrozenRows(),
    setFrozenRows: (rows: number) => {
      sheet.facade.setFrozenRows(rows);
    },
    setFrozenColumns: (columns: number) => {
      sheet.facade.setFrozenColumns(columns);
    },
    getTabColor: () => sheet.facade.getTabColor() ?? null,
    setTabColor: (colour: string | null) => {
      sheet.facade.setTabColor(colour ?? '');
      return self();
    },
    setHiddenGridlines: (hidden: boolean) => {
      sheet.facade.setHiddenGridlines(hidden);
      return self();
    },
    getColumnWidth: (column: number) => sheet.facade.getColumnWidth(column - 1),
    setColumnWidth: (column: number, width: number) => {
      sheet.facade.setColumnWidths(column - 1, 1, width);
      return self();
    },
    setColumnWidths: (first: number, count: number, width: number) => {
      sheet.facade.setColumnWidths(first - 1, count, width);
      return self();
    },
    activate: () => {
      sheet.facade.activate();
      return self();
    },
    isSheetHidden: () => sheet.facade.isSheetHidden(),
    hideSheet: () => {
      const others = context.workbook.sheets.some((other) => other.id !== sheet.id && !other.facade.isSheetHidden());
      if (!others) throw new ServiceException("You can't hide all the sheets in a document.");
      if (!sheet.facade.isSheetHidden()) sheet.facade.hideSheet();
      return self();
    },
    showSheet: () => {
      if (sheet.facade.isSheetHidden()) sheet.facade.showSheet();
      return self();
    },

    protect: () => protectionService(context, sheet, null),
    getProtections: (type: unknown) =>
      platform.protections
        .filter((stored) => stored.sheetId === sheet.id && (type === 'SHEET') === (stored.block === null))
        .map((stored) => storedProtection(context, sheet, stored)),
    getConditionalFormatRules: () => [...(platform.conditionalRules.get(sheet.id) ?? [])],
    setConditionalFormatRules: (rules: readonly object[]) => {
      platform.conditionalRules.set(sheet.id, [...rules]);
    },
    getFilter: () => filterService(context, sheet),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
}

export function duplicate(name: string): ServiceException {
  return new ServiceException(`A sheet with the name "${name}" already exists. Please enter another name.`);
}
