/**
 * Numbers in rows, read one at a time. A metric takes this rather than an array, so that it can run over a sheet's
 * column where it lies: copying the column first costs more than the metric itself.
 */
export interface Series {
  readonly length: number;
  /** The number at a row, counted from 0. */
  at(row: number): number;
}

/** Numbers in memory as a series; a row beyond the end is not a number. */
export function seriesOf(numbers: ArrayLike<number>): Series {
  return { length: numbers.length, at: (row) => numbers[row] ?? NaN };
}
