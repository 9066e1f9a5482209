/**
 * A quantile of numbers, interpolated linearly between the two that lie around place q(n-1) (type 7, as spreadsheets do).
 *
 * @param sorted at least one number, smallest first.
 * @param q 0 to 1; 0.5 is the median.
 * @see Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), definition 7
 * @example What is the 90th percentile of 1, 2, 3, 4? 3.7
 */
export function quantileOf(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (place - below) * (high - low);
}

/** Numbers smallest first, those given left as they are. */
export function sortedNumbers(numbers: Iterable<number>): number[] {
  return [...numbers].sort((one, other) => one - other);
}
