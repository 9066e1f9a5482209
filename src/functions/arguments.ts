import type { Result } from '../domain/result.js';
import { isBlank, type Cell, type Misfit } from './cells.js';
import type { Column } from './column.js';
import type { NumberRows } from './matrix.js';
import { cellComplaint, message } from './messages.js';

/** A column of any kind. */
type AnyColumn = Column<unknown>;

/**
 * The arguments of one call of a cell function: the one way from cells to columns that fit together, and from whatever
 * is wrong to one sentence that begins with the function's name.
 */
export class Arguments {
  private readonly read: { misfits(): Misfit[] }[] = [];
  /** Cells that fit alone but not beside the others. */
  private readonly strays: Misfit[] = [];

  constructor(private readonly functionName: string) {}

  /** Refuses a formula that leaves out an argument; a blank cell is not left out. */
  needs(given: Readonly<Record<string, Cell>>): void {
    for (const [name, argument] of Object.entries(given)) {
      if (argument === undefined) this.refuse(message.missing(name));
    }
  }

  /** Takes the columns of one table: of the same height, and with one header row at most, which is skipped. */
  table(...columns: [AnyColumn, ...AnyColumn[]]): void {
    this.take(columns);
    this.fit(columns);
  }

  /** Takes amounts to be added up, each of them a total in one cell or a range; ranges are of the same height. */
  totals(...columns: [AnyColumn, ...AnyColumn[]]): void {
    this.take(columns);
    this.fit(columns.filter((column) => column.isRange && column.length > 1));
  }

  /** Takes an argument that is a single value. */
  single<Value>(column: Column<Value>): Value {
    this.take([column]);
    if (column.length !== 1) this.refuse(message.notSingle(column.name, column.length));
    return column.at(0);
  }

  /** Takes a column whose height and header the caller sees to. */
  column(column: AnyColumn): void {
    this.take([column]);
  }

  /** Takes a matrix of numbers. */
  matrix(rows: NumberRows): void {
    this.read.push(rows);
  }

  private take(columns: readonly AnyColumn[]): void {
    this.read.push(...columns);
    for (const { name, width } of columns) if (width > 1) this.refuse(message.tooWide(name, width));
  }

  private fit(columns: readonly AnyColumn[]): void {
    const [first] = columns;
    const other = columns.find(({ length }) => length !== first?.length);
    if (first && other) this.refuse(message.heights(first.name, first.length, other.name, other.length));
    if (columns.every((column) => column.startsWithHeader)) for (const column of columns) column.skipHeader();
  }

  /** Notes a cell that does not fit beside the others. */
  stray(where: string, complaint: string): void {
    this.strays.push({ where, complaint });
  }

  /** Notes the columns whose cell in a row is blank though the row is in use. */
  wanted(row: number, ...columns: AnyColumn[]): void {
    for (const column of columns) {
      if (isBlank(column.cell(row))) this.stray(column.where(row), cellComplaint.wanted());
    }
  }

  /** Throws when a cell that was read does not fit: the first one, and how many more there are. */
  check(): void {
    const misfits = [...this.read.flatMap((argument) => argument.misfits()), ...this.strays];
    const [first] = misfits;
    if (first) this.refuse(message.cell(first.where, first.complaint, misfits.length - 1));
  }

  /** The value of a result, once all cells read for it have proved to fit; else the sentence for its reason. */
  answer<Value, Reason>(result: Result<Value, Reason>, sentence: (reason: Reason) => string): Value {
    this.check();
    return result.ok ? result.value : this.refuse(sentence(result.reason));
  }

  /** Ends the call with a sentence that the cell shows. */
  refuse(sentence: string): never {
    throw new Error(`${this.functionName}: ${sentence}`);
  }
}
