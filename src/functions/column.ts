import { isBlank, isText, looksLikeAmount, type Cell, type Misfit, type Rows } from './cells.js';

/**
 * An argument that is one column: a range of one column, a range of one row, or a single cell. Its cells are read
 * where they lie; a cell that does not fit is only remembered while reading, and looked for again when it matters.
 */
export abstract class Column<Value> {
  protected rows: Rows;
  /** Whether a cell was met that this column does not take. */
  protected hasMisfit = false;
  private readonly shape: 'cell' | 'row' | 'column';
  /** 1 when the range began with a header, which is then none of the rows; else 0. */
  headerRows = 0;
  /** Columns of the range as it came; more than one is refused, unless the range is a single row. */
  readonly width: number;

  constructor(
    /** The argument's name, as the formula help shows it. */
    readonly name: string,
    argument: Cell,
  ) {
    const range: Rows = Array.isArray(argument) ? (argument as Rows) : [[argument]];
    const isRow = range.length === 1 && (range[0]?.length ?? 0) > 1;
    this.rows = isRow ? (range[0] ?? []).map((cell) => [cell]) : range;
    this.width = isRow ? 1 : (range[0]?.length ?? 0);
    this.shape = isRow ? 'row' : Array.isArray(argument) ? 'column' : 'cell';
  }

  /** Cells, a skipped header left out. */
  get length(): number {
    return this.rows.length;
  }

  /** Cells up to the last one that is filled: whole columns end in blanks. */
  get filledLength(): number {
    let length = this.rows.length;
    while (length > 0 && isBlank(this.cell(length - 1))) length--;
    return length;
  }

  get isRange(): boolean {
    return this.shape !== 'cell';
  }

  /** What the cell at a row, counted from 0, means. */
  abstract at(row: number): Value;

  /**
   * What is wrong with a cell and how to mend it; null when it fits.
   *
   * @param isTop whether the cell stands where a header could.
   */
  protected abstract complaint(cell: Cell, isTop?: boolean): string | null;

  /** Whether text in the first row can be this column's header, and not a value that was mistyped. */
  protected canBeHeader(text: string): boolean {
    return !looksLikeAmount(text);
  }

  cell(row: number): Cell {
    return this.rows[row]?.[0];
  }

  get startsWithHeader(): boolean {
    const first = this.cell(0);
    return this.isTop(0) && isText(first) && this.canBeHeader(first);
  }

  private isTop(row: number): boolean {
    return row + this.headerRows === 0 && this.shape === 'column' && this.rows.length > 1;
  }

  skipHeader(): void {
    this.rows = this.rows.slice(1);
    this.headerRows = 1;
  }

  /** Where a cell stands, for example `starting_mrr row 17`. */
  where(row: number): string {
    return this.shape === 'cell'
      ? this.name
      : `${this.name} ${this.shape === 'row' ? 'column' : 'row'} ${String(row + this.headerRows + 1)}`;
  }

  /** All cells that do not fit, with what is wrong; none is looked for unless one was met. */
  misfits(): Misfit[] {
    if (!this.hasMisfit) return [];
    const found: Misfit[] = [];
    this.rows.forEach((_, row) => {
      const complaint = this.complaint(this.cell(row), this.isTop(row));
      if (complaint !== null) found.push({ where: this.where(row), complaint });
    });
    return found;
  }
}
