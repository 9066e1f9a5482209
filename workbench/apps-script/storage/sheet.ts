import type { ICellData, IStyleData, IObjectMatrixPrimitiveType, Nullable } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Block } from './address.js';
import { contentOf } from './cell.js';
import type { Content } from './cell.js';
import type { Workbook } from './workbook.js';

/** One tab: cells are read from Univer's storage and written by its mutation, so that the page redraws. */
export class Sheet {
  constructor(
    private readonly workbook: Workbook,
    readonly facade: FWorksheet,
  ) {}

  get id(): string {
    return this.facade.getSheetId();
  }

  get name(): string {
    return this.facade.getSheetName();
  }

  get rowCount(): number {
    return this.facade.getMaxRows();
  }

  get columnCount(): number {
    return this.facade.getMaxColumns();
  }

  /** A cell as it shows: its own data, or what a formula elsewhere spilled onto it. */
  cell(row: number, column: number): ICellData | null {
    const own = this.facade.getSheet().getCellMatrix().getValue(row, column) as ICellData | undefined;
    const isShown = own?.v !== undefined && own.v !== null;
    const fresh = isShown ? null : this.workbook.fresh.cell(this.id, row, column);
    if (fresh) return own?.s ? { ...own, ...fresh, s: own.s } : { ...own, ...fresh };
    if (own && (isShown || own.f)) return own;
    const spilled = this.workbook.spilled(this.id)?.[row]?.[column];
    if (!spilled) return own ?? null;
    return own?.s ? { ...spilled, s: own.s } : spilled;
  }

  content(row: number, column: number): Content {
    return contentOf(this.cell(row, column));
  }

  /** The formula as it was entered; empty for a cell without one. */
  formula(row: number, column: number): string {
    const cell = this.facade.getSheet().getCellMatrix().getValue(row, column) as ICellData | undefined;
    if (!cell?.f) return '';
    const entered = cell.custom as { source?: string; compiled?: string } | undefined;
    return entered?.source && entered.compiled === cell.f ? entered.source : cell.f;
  }

  style(cell: Nullable<ICellData>): IStyleData | null {
    return this.workbook.styleOf(cell);
  }

  /** Number format pattern; empty for the general format. */
  pattern(cell: Nullable<ICellData>): string {
    return this.style(cell)?.n?.pattern ?? '';
  }

  /** Writes a block of cells; null leaves a cell alone. `looks`: only colours and the like change. */
  write(block: Block, cells: (row: number, column: number) => ICellData | null, looks = false): void {
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    for (let row = 0; row < block.rows; row++) {
      const line: Record<number, ICellData> = {};
      for (let column = 0; column < block.columns; column++) {
        const cell = cells(row, column);
        if (!cell) continue;
        line[block.column + column] = cell;
        if (!looks) this.workbook.fresh.note(this.id, block.row + row, block.column + column, Boolean(cell.f));
      }
      cellValue[block.row + row] = line;
    }
    this.workbook.setCells(this.id, cellValue, looks);
  }

  /** The last row and column with content, counted from 1; 0 and 0 for a blank tab. */
  extent(): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    const count = (row: number, column: number) => {
      if (row >= rows) rows = row + 1;
      if (column >= columns) columns = column + 1;
    };
    const matrix = this.facade.getSheet().getCellMatrix();
    matrix.forValue((row, column, cell: Nullable<ICellData>) => {
      if (cell && ((cell.v !== undefined && cell.v !== null && cell.v !== '') || cell.f)) count(row, column);
    });
    for (const [row, cells] of Object.entries(this.workbook.spilled(this.id) ?? {})) {
      for (const [column, cell] of Object.entries(cells)) {
        if (cell?.v !== undefined && cell.v !== null) count(Number(row), Number(column));
      }
    }
    return { rows, columns };
  }
}
