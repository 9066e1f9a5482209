/**
 * What a formula's author writes who thinks in filters and sums: no checks, a new array at every step. A blank amount
 * is 0, a blank week breaks a run, and a series that ends in one has no data.
 */

/** @typedef {(number | string)[][]} Boxed */

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * @param {Boxed} starting
 * @param {Boxed} ending
 */
function pairsOf(starting, ending) {
  return starting
    .map(([start], row) => ({ start: Number(start), end: Number(ending[row]?.[0]) }))
    .filter(({ start }) => start > 0);
}

/**
 * @param {Boxed} starting
 * @param {Boxed} ending
 * @returns {number}
 */
export function naiveNetRetention(starting, ending) {
  const pairs = pairsOf(starting, ending);
  return sum(pairs.map(({ end }) => end)) / sum(pairs.map(({ start }) => start));
}

/**
 * @param {Boxed} starting
 * @param {Boxed} ending
 * @returns {number}
 */
export function naiveGrossRetention(starting, ending) {
  const pairs = pairsOf(starting, ending);
  return sum(pairs.map(({ start, end }) => Math.min(start, end))) / sum(pairs.map(({ start }) => start));
}

/**
 * @param {Boxed} values
 * @returns {(boolean | string)[][]}
 */
export function naiveBending(values) {
  return values.map((row) => {
    if (row.slice(-1).includes('')) return ['no data'];
    const changes = row.slice(1).map((value, week) => Number(value) - Number(row[week]));
    return [!row.slice(-3).includes('') && changes.slice(-2).every((change) => change < 0)];
  });
}
