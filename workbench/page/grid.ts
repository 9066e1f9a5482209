import { LocaleType, Univer, VerticalAlign, mergeLocales, type ICellData } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel, ILayoutService, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import english from '@univerjs/preset-sheets-core/locales/en-US';
import { contentOf } from '../apps-script/storage/cell.js';
import { snapshotOf } from '../apps-script/storage/snapshot.js';
import type { BookSheet } from '../book.js';
import type { Results } from '../files/write-xlsx.js';
import type { SheetPlace } from './sheet-link.js';

/** What a cell looks like before anybody formats it. */
const PLAIN = { fs: 10, vt: VerticalAlign.MIDDLE, pd: { l: 6, r: 6 } } as const;

export type Grid = ReturnType<typeof createGrid>;

/** The spreadsheet editor inside an element: storage, formulas, tabs, formula bar and undo are Univer's. */
export function createGrid(container: HTMLElement) {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(english) },
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: 'simple',
    footer: { menus: false, zoomSlider: false },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const followScheme = () => {
    api.toggleDarkMode(dark.matches);
  };
  dark.addEventListener('change', followScheme);
  followScheme();

  const workbook = () => {
    const open = api.getActiveWorkbook();
    if (!open) throw new Error('Grid: no workbook is open');
    return open;
  };

  return {
    univer,
    api,
    workbook,

    /** Puts the keyboard back into the cells. */
    focus: () => {
      univer.__getInjector().get(ILayoutService).focus();
    },

    /** Dresses the tabs that were there from the start; done to their data, since it is nobody's edit to undo. */
    dress: (): void => {
      for (const sheet of workbook().getSheets()) sheet.getSheet().getConfig().defaultStyle = PLAIN;
    },

    /** Adds tabs at the end, each as one step that undo takes back. */
    addSheets: (sheets: readonly BookSheet[]): void => {
      const present = workbook().getSheets();
      // Formulas of a new tab may name any other: all sizes are needed to place it, the cells of the present are not.
      const others = present.map((other) => ({
        name: other.getSheetName(),
        rows: [],
        rowCount: other.getMaxRows(),
        columnCount: other.getMaxColumns(),
      }));
      const about = { name: '', timeZone: 'Etc/UTC', locale: 'en_US' };
      const { sheets: snapshots = {} } = snapshotOf({ ...about, sheets: [...sheets, ...others] });
      const ids = present.map((other) => Number(other.getSheetId())).filter(Number.isInteger);
      const firstId = Math.max(-1, ...ids) + 1;
      for (const [index, { name }] of sheets.entries()) {
        const added = snapshots[index] ?? {};
        const id = `${firstId + index}`;
        workbook().insertSheet(name, { index: present.length + index, sheet: { ...added, defaultStyle: PLAIN, id } });
      }
      // A formula that was placed before the tab that it names stays an error until it is asked again.
      api.getFormula().executeCalculation();
    },

    /** Calls back after everything that changes the workbook; what formulas show then follows from it. */
    onEdit: (listener: () => void): void => {
      api.addEvent(api.Event.CommandExecuted, ({ id, options }) => {
        if (id.startsWith('sheet.mutation.') && !options?.fromFormula) listener();
      });
    },

    sheetNames: () =>
      workbook()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),

    /** Shows a place and selects it. False when the workbook has no such tab or range. */
    select: ({ sheetId, range }: SheetPlace): boolean => {
      const sheet = workbook().getSheetBySheetId(sheetId);
      if (!sheet) return false;
      workbook().setActiveSheet(sheet);
      if (range === undefined) return true;
      const target = sheet.getRange(range);
      workbook().setActiveRange(target);
      sheet.scrollToCell(Math.max(0, target.getRow() - 3), 0);
      return true;
    },

    /** Present results of formulas, for an export. */
    results: (): Results => {
      const formulas = univer.__getInjector().get(FormulaDataModel);
      const unit = workbook().getId();
      const ranges = formulas.getArrayFormulaRange()[unit];
      const spilled = formulas.getArrayFormulaCellData()[unit];
      const sheetOf = (name: string) => workbook().getSheetByName(name)?.getSheet();
      return {
        value: (name, row, column) => {
          const sheet = sheetOf(name);
          if (!sheet) return null;
          // The stored cell: a cell as the grid shows it has its number format worked in.
          const own = sheet.getCellMatrix().getValue(row, column) as ICellData | undefined;
          const cell = own?.v === undefined || own.v === null ? spilled?.[sheet.getSheetId()]?.[row]?.[column] : own;
          return contentOf(cell);
        },
        spill: (name, row, column) => {
          const sheet = sheetOf(name);
          const range = sheet && ranges?.[sheet.getSheetId()]?.[row]?.[column];
          if (!range) return null;
          const rows = range.endRow - range.startRow + 1;
          const columns = range.endColumn - range.startColumn + 1;
          return rows * columns > 1 ? { rows, columns } : null;
        },
      };
    },
  };
}
