import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import { splitTab } from '../storage/address.js';
import { NEW_COLUMNS, NEW_ROWS } from '../storage/snapshot.js';
import { sheetBehind } from './context.js';
import type { ServiceContext } from './context.js';
import { rangeService } from './range.js';
import { blockFrom, duplicate, numericId, sheetOf } from './sheet.js';
import { mismatch } from './signature.js';

const spreadsheets = new WeakMap<ServiceContext, object>();
const SPREADSHEET_ID = 'emulated-spreadsheet';

export function spreadsheetOf(context: ServiceContext): object {
  let service = spreadsheets.get(context);
  if (!service) spreadsheets.set(context, (service = strict(context.execution, 'Spreadsheet', members(context))));
  return service;
}

function members(context: ServiceContext) {
  const { workbook, platform } = context;
  const activeSheet = () => workbook.sheetOf(workbook.facade.getActiveSheet().getSheetId());
  const requireSheet = (method: string, service: unknown) => {
    const sheet = sheetBehind(service);
    if (!sheet) throw mismatch(`SpreadsheetApp.Spreadsheet.${method}`, [service]);
    return sheet;
  };
  const activeBlock = () => {
    const range = workbook.facade.getActiveRange();
    if (!range) return { row: 0, column: 0, rows: 1, columns: 1 };
    return { row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth() };
  };
  const active = (cell: boolean) => {
    const sheet = activeSheet();
    if (!sheet) return null;
    const block = activeBlock();
    return rangeService(context, sheet, cell ? { ...block, rows: 1, columns: 1 } : block);
  };

  return {
    getId: () => SPREADSHEET_ID,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit`,
    getName: () => workbook.facade.getName(),
    getSpreadsheetTimeZone: () => context.zone.name,
    getSpreadsheetLocale: () => context.locale,
    getSheets: () => workbook.sheets.map((sheet) => sheetOf(context, sheet)),
    getNumSheets: () => workbook.sheets.length,
    getSheetByName: (name: unknown) => {
      const sheet = workbook.sheetNamed(String(name));
      return sheet ? sheetOf(context, sheet) : null;
    },
    getSheetById: (id: unknown) => {
      const sheet = workbook.sheets.find((one) => numericId(one.id) === id);
      return sheet ? sheetOf(context, sheet) : null;
    },
    getActiveSheet: () => {
      const sheet = activeSheet();
      return sheet ? sheetOf(context, sheet) : null;
    },
    setActiveSheet: (service: unknown) => {
      requireSheet('setActiveSheet', service).facade.activate();
      return service;
    },
    getActiveRange: () => active(false),
    getActiveCell: () => active(true),
    getCurrentCell: () => active(true),
    getRange: (a1: unknown) => {
      const { tab } = splitTab(String(a1));
      const sheet = tab === null ? activeSheet() : workbook.sheetNamed(tab);
      if (!sheet) throw new ServiceException('Range not found');
      return rangeService(context, sheet, blockFrom(sheet, [a1]));
    },
    insertSheet: (...args: unknown[]) => {
      const name = args.find((arg) => typeof arg === 'string') ?? freeName(workbook.sheets.map((sheet) => sheet.name));
      const index = args.find((arg) => typeof arg === 'number');
      if (workbook.sheetNamed(name)) throw duplicate(name);
      const id = String(Math.max(0, ...workbook.sheets.map((sheet) => numericId(sheet.id))) + 1);
      const made = workbook.facade.create(name, NEW_ROWS, NEW_COLUMNS, {
        sheet: { id },
        ...(index === undefined ? {} : { index }),
      });
      made.activate();
      const sheet = workbook.sheetOf(made.getSheetId());
      return sheet ? sheetOf(context, sheet) : null;
    },
    deleteSheet: (service: unknown) => {
      const sheet = requireSheet('deleteSheet', service);
      if (workbook.sheets.length === 1) throw new ServiceException("You can't remove all the sheets in a document.");
      workbook.facade.deleteSheet(sheet.facade);
      // Numbers are given anew, and what hung on the tab goes with it.
      platform.forgetSheet(sheet.id);
    },
    toast: (message: unknown, title: unknown = '') => {
      platform.editor.toasts.push({ message: String(message), title: String(title) });
    },
  } satisfies Members<GoogleAppsScript.Spreadsheet.Spreadsheet>;
}

function freeName(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`Sheet${String(number)}`)) number++;
  return `Sheet${String(number)}`;
}
