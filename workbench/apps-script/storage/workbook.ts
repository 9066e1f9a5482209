import type {
  ICellData,
  ICommandService,
  Injector,
  IObjectMatrixPrimitiveType,
  IStyleData,
  Nullable,
} from '@univerjs/core';
import type { FWorkbook } from '@univerjs/sheets/facade';
import type { Book } from '../../book.js';
import { compileFormula } from '../formulas/open-ranges.js';
import { Calculation } from './calculation.js';
import { FreshFormulas } from './fresh-formulas.js';
import { Sheet } from './sheet.js';
import { snapshotOf } from './snapshot.js';
import type { UniverKit } from './kit.js';

type Cells = IObjectMatrixPrimitiveType<ICellData>;

/** Univer caches formulas and ranges by workbook id, for all its instances together: no two may share one. */
let made = 0;

/** The spreadsheet over Univer's storage. */
export class Workbook {
  readonly facade: FWorkbook;
  readonly injector: Injector;
  readonly calculation: Calculation;
  readonly fresh: FreshFormulas;
  private readonly commands: ICommandService;
  private readonly subscription: { dispose(): void };
  private readonly known = new Map<string, Sheet>();

  constructor(
    private readonly kit: UniverKit,
    book: Book,
    slowFormulas: boolean,
  ) {
    this.facade = kit.univerAPI.createWorkbook({ ...snapshotOf(book), id: `book-${String(++made)}` });
    this.injector = this.facade.getActiveSheet().getInject();
    this.commands = this.injector.get(kit.core.ICommandService);
    this.calculation = new Calculation(kit, this.injector);
    this.fresh = new FreshFormulas(kit, this, slowFormulas);
    this.subscription = this.commands.beforeCommandExecuted((command, options) => {
      if (command.id !== kit.sheets.SetRangeValuesMutation.id || options?.fromFormula) return;
      const params = command.params as { subUnitId: string; cellValue?: Cells };
      if (params.cellValue) this.compileCells(params.subUnitId, params.cellValue);
    });
  }

  get sheets(): Sheet[] {
    return this.facade.getSheets().map((sheet) => this.sheetOf(sheet.getSheetId()) ?? new Sheet(this, sheet));
  }

  sheetOf(id: string): Sheet | null {
    const known = this.known.get(id);
    const facade = this.facade.getSheetBySheetId(id);
    if (!facade) return null;
    // A tab that was made since may have the number of one that was deleted.
    if (known && known.facade.getSheet() === facade.getSheet()) return known;
    const sheet = new Sheet(this, facade);
    this.known.set(id, sheet);
    return sheet;
  }

  sheetNamed(name: string): Sheet | null {
    return this.sheets.find((sheet) => sheet.name === name) ?? null;
  }

  /** @param looks whether only colours and the like change, which no formula depends on. */
  setCells(sheetId: string, cellValue: Cells, looks = false): void {
    this.commands.syncExecuteCommand(this.kit.sheets.SetRangeValuesMutation.id, {
      unitId: this.facade.getId(),
      subUnitId: sheetId,
      cellValue,
      ...(looks ? { trigger: 'sheet.command.set-style' } : {}),
    });
  }

  styleOf(cell: Nullable<ICellData>): IStyleData | null {
    if (!cell?.s) return null;
    if (typeof cell.s !== 'string') return cell.s;
    return this.facade.getWorkbook().getStyles().get(cell.s) ?? null;
  }

  /** Cells that formulas spilled onto, beyond the formulas' own. */
  spilled(sheetId: string): Record<number, Record<number, ICellData | null>> | undefined {
    const units = this.injector.get(this.kit.sheets.FormulaDataModel).getArrayFormulaCellData();
    return units[this.facade.getId()]?.[sheetId] as Record<number, Record<number, ICellData | null>> | undefined;
  }

  /** Closes open ranges again after the grid grew; formulas elsewhere may name the tab too. */
  recompile(): void {
    for (const sheet of this.sheets) {
      const cells: Record<number, Record<number, ICellData>> = {};
      sheet.facade
        .getSheet()
        .getCellMatrix()
        .forValue((row, column, cell: Nullable<ICellData>) => {
          const source = (cell?.custom as { source?: string } | undefined)?.source;
          if (cell?.f && source && sheet.formula(row, column) === source) (cells[row] ??= {})[column] = { f: source };
        });
      if (Object.keys(cells).length > 0) this.setCells(sheet.id, cells);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.calculation.dispose();
  }

  private compileCells(sheetId: string, cells: Cells): void {
    for (const line of Object.values(cells)) {
      for (const cell of Object.values((line ?? {}) as Record<number, ICellData | null>)) {
        if (!cell || typeof cell.f !== 'string') continue;
        const compiled = compileFormula(cell.f, (tab) => (tab === null ? this.sheetOf(sheetId) : this.sheetNamed(tab)));
        if (compiled === cell.f) continue;
        cell.custom = { source: cell.f, compiled };
        cell.f = compiled;
      }
    }
  }
}
