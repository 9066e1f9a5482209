import type { ICellData } from '@univerjs/core';
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
import { cellOf, LOADING } from './cell.js';
import type { UniverKit } from './kit.js';
import type { Workbook } from './workbook.js';

interface Place {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

const keyOf = (sheetId: string, row: number, column: number) => `${sheetId} ${String(row)} ${String(column)}`;

/**
 * Formulas that the run in progress entered. Univer computes them after the run; a script that flushes and reads them
 * sees them computed, or loading where the grid is told to be slow (platform 2.5).
 */
export class FreshFormulas {
  private readonly entered = new Map<string, Place>();
  private due: Place[] = [];
  private readonly results = new Map<string, ICellData>();

  constructor(
    private readonly kit: UniverKit,
    private readonly workbook: Workbook,
    private readonly isSlow: boolean,
  ) {}

  note(sheetId: string, row: number, column: number, isFormula: boolean): void {
    const key = keyOf(sheetId, row, column);
    this.results.delete(key);
    if (isFormula) this.entered.set(key, { sheetId, row, column });
    else this.entered.delete(key);
  }

  flush(): void {
    this.due = [...this.entered.values()];
    if (this.isSlow) for (const place of this.due) this.keep(place, cellOf(LOADING));
  }

  forget(): void {
    this.entered.clear();
    this.results.clear();
    this.due = [];
  }

  /** What a cell shows that Univer has not computed yet; null when nothing is known of it. */
  cell(sheetId: string, row: number, column: number): ICellData | null {
    if (this.due.length > 0 && !this.isSlow) {
      const places = this.due;
      this.due = [];
      this.entered.clear();
      // Univer clears it after each pass of its own; a tab made since may have the number of one that is gone.
      this.kit.sheets.FORMULA_REF_TO_ARRAY_CACHE.clear();
      for (const place of places) this.compute(place);
      this.kit.sheets.FORMULA_REF_TO_ARRAY_CACHE.clear();
    }
    // Most runs enter no formula and read many blank cells.
    return this.results.size === 0 ? null : (this.results.get(keyOf(sheetId, row, column)) ?? null);
  }

  private keep({ sheetId, row, column }: Place, cell: ICellData): void {
    this.results.set(keyOf(sheetId, row, column), cell);
  }

  private compute(place: Place): void {
    const { sheetId, row, column } = place;
    const { Lexer, AstTreeBuilder, Interpreter, IFormulaCurrentConfigService, IFormulaRuntimeService } =
      this.kit.sheets;
    const { facade, injector } = this.workbook;
    const sheet = this.workbook.sheetOf(sheetId);
    const formula = (sheet?.facade.getSheet().getCellMatrix().getValue(row, column) as ICellData | undefined)?.f;
    if (!sheet || !formula) return;
    injector.get(IFormulaCurrentConfigService).loadDataLite();
    const runtime = injector.get(IFormulaRuntimeService);
    runtime.reset();
    runtime.setCurrent(row, column, sheet.rowCount, sheet.columnCount, sheetId, facade.getId());
    const lexed = injector.get(Lexer).treeBuilder(formula);
    const isWhole = lexed !== undefined && typeof lexed !== 'string' && !Array.isArray(lexed);
    const node = isWhole ? injector.get(AstTreeBuilder).parse(lexed) : null;
    if (!node) {
      this.keep(place, cellOf('#ERROR!'));
      return;
    }
    this.spread(place, injector.get(Interpreter).execute({ node, refOffsetX: 0, refOffsetY: 0 }));
  }

  private spread(place: Place, result: FunctionVariantType): void {
    const value = result.isReferenceObject()
      ? (result as BaseReferenceObject).toArrayValueObject()
      : (result as BaseValueObject);
    if (!value.isArray()) {
      this.keep(place, shown(value));
      return;
    }
    const rows = (value as unknown as { getArrayValue(): (BaseValueObject | null)[][] }).getArrayValue(); // isArray() does not narrow
    rows.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        this.keep({ ...place, row: place.row + r, column: place.column + c }, shown(cell));
      });
    });
  }
}

function shown(value: BaseValueObject | null): ICellData {
  if (!value || value.isNull()) return cellOf(null);
  if (value.isError()) return cellOf((value as unknown as { getErrorType(): string }).getErrorType()); // isError() does not narrow
  const content = cellOf(value.getValue());
  const pattern = value.getPattern();
  return pattern === '' ? content : { ...content, s: { n: { pattern } } };
}
