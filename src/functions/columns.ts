import { civilOf, dayOf, type Day } from '../domain/calendar/day.js';
import { dayReader } from '../domain/calendar/zone.js';
import { isDate } from '../records/cell.js';
import { isBlank, isErrorValue, isNumber, isText, looksLikeDate, type Cell } from './cells.js';
import { Column } from './column.js';
import { cellComplaint } from './messages.js';

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than reading a cell.
const { isNaN } = Number;

/** Amounts of 0 or more, such as MRR; a blank is 0: not a customer. */
export class Amounts extends Column<number> {
  at(row: number): number {
    const cell = this.rows[row]?.[0];
    return isNumber(cell) && cell >= 0 ? cell : this.unusual(cell);
  }

  private unusual(cell: Cell): number {
    if (isBlank(cell)) return 0;
    this.hasMisfit = true;
    return NaN;
  }

  protected complaint(cell: Cell, isTop?: boolean): string | null {
    if (isBlank(cell)) return null;
    if (!isNumber(cell)) return cellComplaint.notNumber(cell, isTop);
    return cell < 0 ? cellComplaint.belowZero(cell) : null;
  }
}

/** Amounts of which some may be credits, below 0; a blank is 0. */
export class SignedAmounts extends Column<number> {
  at(row: number): number {
    const cell = this.rows[row]?.[0];
    return isNumber(cell) ? cell : this.unusual(cell);
  }

  private unusual(cell: Cell): number {
    if (!isBlank(cell)) this.hasMisfit = true;
    return 0;
  }

  protected complaint(cell: Cell, isTop?: boolean): string | null {
    return isBlank(cell) || isNumber(cell) ? null : cellComplaint.notNumber(cell, isTop);
  }
}

/** Numbers from a least to a most; null where the cell is blank. */
export class Numbers extends Column<number | null> {
  constructor(
    name: string,
    argument: Cell,
    private readonly least = -Infinity,
    private readonly most = Infinity,
  ) {
    super(name, argument);
  }

  at(row: number): number | null {
    const cell = this.cell(row);
    if (isBlank(cell)) return null;
    if (typeof cell === 'number' && this.complaint(cell) === null) return cell;
    this.hasMisfit = true;
    return null;
  }

  protected complaint(cell: Cell, isTop?: boolean): string | null {
    if (isBlank(cell)) return null;
    if (!isNumber(cell)) return cellComplaint.notNumber(cell, isTop);
    if (cell >= this.least && cell <= this.most) return null;
    return this.most === Infinity ? cellComplaint.belowZero(cell) : cellComplaint.outside(cell, this.least, this.most);
  }
}

/** Whole numbers of 1 or more; null where the cell is blank. */
export class Wholes extends Numbers {
  constructor(name: string, argument: Cell) {
    super(name, argument, 1);
  }

  protected override complaint(cell: Cell, isTop?: boolean): string | null {
    if (typeof cell === 'number' && !(Number.isInteger(cell) && cell >= 1)) return cellComplaint.notWhole(cell);
    return super.complaint(cell, isTop);
  }
}

/** Names of accounts and the like, text or number; `""` where the cell is blank. */
export class Names extends Column<string> {
  at(row: number): string {
    const cell = this.cell(row);
    if (isBlank(cell)) return '';
    if (this.complaint(cell) === null) return typeof cell === 'string' ? cell.trim() : String(cell);
    this.hasMisfit = true;
    return '';
  }

  protected complaint(cell: Cell): string | null {
    if (isBlank(cell) || (isText(cell) && cell.trim() !== '')) return null;
    return isNumber(cell) ? null : cellComplaint.notName(cell);
  }
}

/** Values that are only told apart, numbers as numbers and anything else as text; null where the cell is blank. */
export class Labels extends Column<number | string | null> {
  at(row: number): number | string | null {
    const cell = this.cell(row);
    if (isBlank(cell)) return null;
    if (this.complaint(cell) !== null) {
      this.hasMisfit = true;
      return null;
    }
    if (typeof cell === 'number') return cell;
    return isDate(cell) ? cell.toISOString() : String(cell);
  }

  protected complaint(cell: Cell): string | null {
    if (isBlank(cell) || isText(cell) || typeof cell === 'boolean') return null;
    if (isNumber(cell)) return null;
    return isDate(cell) && !isNaN(cell.getTime()) ? null : cellComplaint.notName(cell);
  }
}

/** A cell that holds only a time or a duration is a date of 1899, where spreadsheets begin to count. */
const FIRST_DAY: Day = dayOf(1900, 1, 1);
/** Beyond any term: a year of five digits or a 2206 is mistyped, and a row for each month up to it would fill the sheet. */
const LAST_DAY: Day = dayOf(2199, 12, 31);

/** Dates as days of the spreadsheet's zone; null where the cell is blank. */
export class Days extends Column<Day | null> {
  private dayAt: ((epochMs: number) => Day) | null = null;

  constructor(
    name: string,
    argument: Cell,
    /** The zone is asked for only when a date is met. */
    private readonly zone: () => string,
  ) {
    super(name, argument);
  }

  at(row: number): Day | null {
    const cell = this.cell(row);
    if (isBlank(cell)) return null;
    const day = this.dayOf(cell);
    if (day !== null && day >= FIRST_DAY && day <= LAST_DAY) return day;
    this.hasMisfit = true;
    return null;
  }

  /** The instant that a cell's date stands for, in milliseconds since 1970; NaN where there is no date. */
  instantAt(row: number): number {
    const cell = this.cell(row);
    return isDate(cell) ? cell.getTime() : NaN;
  }

  protected complaint(cell: Cell): string | null {
    if (isBlank(cell)) return null;
    const day = this.dayOf(cell);
    if (day === null) return cellComplaint.notDate(cell);
    if (day > LAST_DAY) return cellComplaint.farDate(civilOf(day).year);
    return day < FIRST_DAY ? cellComplaint.timeOnly() : null;
  }

  protected override canBeHeader(text: string): boolean {
    return !looksLikeDate(text);
  }

  private dayOf(cell: Cell): Day | null {
    if (!isDate(cell)) return null;
    const instant = cell.getTime();
    if (isNaN(instant)) return null;
    this.dayAt ??= dayReader(this.zone());
    return this.dayAt(instant);
  }
}

/** One of a few words, in any case; the first of them where the cell is blank. */
export class Choices<Word extends string> extends Column<Word> {
  constructor(
    name: string,
    argument: Cell,
    private readonly words: readonly [Word, ...Word[]],
  ) {
    super(name, argument);
  }

  at(row: number): Word {
    const cell = this.cell(row);
    if (isBlank(cell)) return this.words[0];
    const word = this.find(cell);
    if (word === undefined) this.hasMisfit = true;
    return word ?? this.words[0];
  }

  protected complaint(cell: Cell): string | null {
    if (isBlank(cell) || this.find(cell) !== undefined) return null;
    return isErrorValue(cell) ? cellComplaint.notName(cell) : cellComplaint.notChoice(cell, this.words);
  }

  protected override canBeHeader(text: string): boolean {
    return this.find(text) === undefined;
  }

  private find(cell: Cell): Word | undefined {
    const text = typeof cell === 'string' ? cell.trim().toLowerCase() : '';
    return this.words.find((word) => word === text);
  }
}

/** Health scores, 0 to 100, or the word "unknown" that a score can be; null where the cell is blank. */
export class Scores extends Column<number | 'unknown' | null> {
  at(row: number): number | 'unknown' | null {
    const cell = this.cell(row);
    if (isBlank(cell)) return null;
    if (this.complaint(cell) === null) return typeof cell === 'number' ? cell : 'unknown';
    this.hasMisfit = true;
    return null;
  }

  protected complaint(cell: Cell, isTop?: boolean): string | null {
    if (isBlank(cell) || isUnknown(cell)) return null;
    if (!isNumber(cell)) return cellComplaint.notNumber(cell, isTop);
    return cell < 0 || cell > 100 ? cellComplaint.outside(cell, 0, 100) : null;
  }

  protected override canBeHeader(text: string): boolean {
    return !isUnknown(text) && super.canBeHeader(text);
  }
}

function isUnknown(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim().toLowerCase() === 'unknown';
}
