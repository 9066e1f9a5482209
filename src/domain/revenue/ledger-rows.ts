import type { Month } from '../calendar/day.js';

/**
 * Rows of account, month and amount, in flat arrays: a ledger can be as long as a sheet, and an object a row would cost
 * more than everything that is computed from it.
 */
export class LedgerRows {
  length = 0;
  private readonly accounts: Int32Array;
  private readonly months: Int32Array;
  private readonly amounts: Float64Array;

  constructor(
    /** The most rows there can be. */
    capacity: number,
  ) {
    this.accounts = new Int32Array(capacity);
    this.months = new Int32Array(capacity);
    this.amounts = new Float64Array(capacity);
  }

  /** @param account its number, counted from 0. */
  add(account: number, month: Month, mrr: number): void {
    const row = this.length++;
    this.accounts[row] = account;
    this.months[row] = month;
    this.amounts[row] = mrr;
  }

  accountAt(row: number): number {
    return this.accounts[row] ?? NaN;
  }

  monthAt(row: number): Month {
    return this.months[row] ?? NaN;
  }

  mrrAt(row: number): number {
    return this.amounts[row] ?? NaN;
  }

  /** The months of all rows, from the earliest to the latest; not a number where there are no rows. */
  get span(): { first: Month; last: Month } {
    let first = this.monthAt(0);
    let last = first;
    for (let row = 1; row < this.length; row++) {
      const month = this.monthAt(row);
      if (month < first) first = month;
      if (month > last) last = month;
    }
    return { first, last };
  }

  /**
   * The places of the rows by account and then by month, those of the same month as they came.
   *
   * @param accountCount above every account's number.
   */
  order(accountCount: number): Uint32Array {
    const { first, last } = this.span;
    const asCame = new Uint32Array(this.length);
    for (let row = 0; row < asCame.length; row++) asCame[row] = row;
    // Sorted by the lesser key first; since the order of equals is kept, the greater key then decides.
    return countingSort(countingSort(asCame, this.months, first, last), this.accounts, 0, accountCount - 1);
  }
}

/** Sorts rows by their whole-number keys, in time that grows with their number alone; equal ones stay in order. */
function countingSort(rows: Uint32Array, keys: Int32Array, least: number, most: number): Uint32Array {
  const starts = new Uint32Array(most - least + 2);
  for (let place = 0; place < rows.length; place++) {
    const key = (keys[rows[place] ?? NaN] ?? NaN) - least;
    starts[key + 1] = (starts[key + 1] ?? NaN) + 1;
  }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? NaN) + (starts[key - 1] ?? NaN);
  const sorted = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? NaN;
    const key = (keys[row] ?? NaN) - least;
    const next = starts[key] ?? NaN;
    sorted[next] = row;
    starts[key] = next + 1;
  }
  return sorted;
}
