/**
 * An exact interval for the median of whatever the numbers are a sample of, without assuming any shape: from the k-th
 * smallest to the k-th largest, where k is as large as the confidence allows (the interval that belongs to the sign test).
 *
 * @param sorted numbers, smallest first.
 * @param confidence 0 to 1, for example 0.9.
 * @returns the two ends; null when there are too few numbers for any such interval: under 5 at 90 %.
 * @see Conover, Practical Nonparametric Statistics, 3rd ed. (1999), section 3.2
 * @example Which of 10 numbers bound the median at 90 %? the second smallest and the second largest
 */
export function medianInterval(
  sorted: readonly number[],
  confidence: number,
): { readonly low: number; readonly high: number } | null {
  const count = sorted.length;
  const tail = (1 - confidence) / 2;
  // Chances of 0, 1, 2 ... heads in `count` throws; as logarithms, because 2 ** -count has no double from 1,075 throws on.
  let logChance = -count * Math.LN2;
  let below = 0;
  let rank = 0;
  while (rank < count) {
    below += Math.exp(logChance);
    if (below > tail) break;
    logChance += Math.log((count - rank) / (rank + 1));
    rank++;
  }
  if (rank === 0) return null;
  return { low: sorted[rank - 1] ?? NaN, high: sorted[count - rank] ?? NaN };
}
