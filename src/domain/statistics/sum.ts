import type { Series } from '../series.js';

/**
 * A running sum that carries the rounding error of every addition along and gives it back at the end, so that a total
 * does not depend on the order of its terms and a threshold is not missed by 1e-16.
 *
 * @see Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974); the error
 * term is found with Knuth's branch-free two-sum, which gives the same number.
 */
export class Sum {
  private rounded = 0;
  private lost = 0;

  add(term: number): void {
    const next = this.rounded + term;
    const added = next - this.rounded;
    this.lost += this.rounded - (next - added) + (term - added);
    this.rounded = next;
  }

  get total(): number {
    return this.rounded + this.lost;
  }
}

/**
 * The compensated sum of a series.
 *
 * @example What is 1e16 + 1 - 1e16? 1
 */
export function sumOf(terms: Series): number {
  const sum = new Sum();
  for (let row = 0; row < terms.length; row++) sum.add(terms.at(row));
  return sum.total;
}
