import type { Series } from '../domain/series.js';
import { isDate } from '../records/cell.js';
import { isBlank, isNumber, isText, looksLikeAmount, type Cell, type Misfit, type Rows } from './cells.js';
import { cellComplaint } from './messages.js';

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than reading a cell.
const NO_DATA = NaN;

/** A range as its rows, whatever its shape; trailing blank rows, as a whole column has them, left out. */
export function filledRows(argument: Cell): Rows {
  const rows: Rows = Array.isArray(argument) && argument.length > 0 ? (argument as Rows) : [[argument]];
  let height = rows.length;
  while (height > 1 && rows[height - 1]?.every(isBlank)) height--;
  return height === rows.length ? rows : rows.slice(0, height);
}

/** Whether a row is a header: text or dates, and none of the text a mistyped amount. */
export function isHeaderRow(row: readonly Cell[]): boolean {
  const isHeaderCell = (cell: Cell): boolean => isDate(cell) || (isText(cell) && !looksLikeAmount(cell));
  return row.some(isHeaderCell) && row.every((cell) => isBlank(cell) || isHeaderCell(cell));
}

/**
 * The numbers of a range, one row at a time as a series; a blank is NaN. The same object serves every row, because a
 * range can have as many rows as a sheet.
 */
export class NumberRows implements Series {
  private row: readonly Cell[] = [];
  private hasMisfit = false;

  constructor(
    /** The argument's name, as the formula help shows it. */
    private readonly name: string,
    private readonly rows: Rows,
    /** The first row that is no header, counted from 0. */
    private readonly firstRow: number,
    /** The columns that hold numbers, counted from 0; all of them when left out. */
    private readonly columns: readonly number[] | null = null,
  ) {}

  /** Turns to a row, counted from 0. */
  turnTo(row: number): this {
    this.row = this.rows[row] ?? [];
    return this;
  }

  get length(): number {
    return this.row.length;
  }

  at(column: number): number {
    const cell = this.row[column];
    return isNumber(cell) ? cell : this.unusual(cell);
  }

  private unusual(cell: Cell): number {
    if (!isBlank(cell)) this.hasMisfit = true;
    return NO_DATA;
  }

  protected complaint(cell: Cell, _column: number, isTop: boolean): string {
    return cellComplaint.notNumber(cell, isTop);
  }

  misfits(): Misfit[] {
    if (!this.hasMisfit) return [];
    const found: Misfit[] = [];
    this.rows.slice(this.firstRow).forEach((cells, index) => {
      for (const column of this.columns ?? cells.keys()) {
        const cell = cells[column];
        if (isBlank(cell) || isNumber(cell)) continue;
        const row = index + this.firstRow;
        const where = `${this.name} row ${String(row + 1)} column ${String(column + 1)}`;
        found.push({ where, complaint: this.complaint(cell, column, row === 0 && this.rows.length > 1) });
      }
    });
    return found;
  }
}

/**
 * One value a week in each row. The first cell of every row is looked at however few weeks are asked for, so that names
 * before the weeks are refused always, and not just when the run of weeks reaches them.
 */
export class WeekRows extends NumberRows {
  override turnTo(row: number): this {
    super.turnTo(row).at(0);
    return this;
  }

  protected override complaint(cell: Cell, column: number, isTop: boolean): string {
    const isName = column === 0 && isText(cell) && !looksLikeAmount(cell);
    return isName ? cellComplaint.nameBeforeWeeks(cell) : super.complaint(cell, column, isTop);
  }
}
