import type { Series } from '../series.js';

/**
 * How steadily numbers rise: over all pairs, those that rise minus those that fall, as a share (the Mann-Kendall trend).
 * It asks only for order, so it is the same in any unit and needs no first value to divide by.
 *
 * @param values oldest first, NaN where there is none; such are left out.
 * @returns 1 when every later value is higher, -1 when every later value is lower, 0 for fewer than two values.
 * @see Mann, Nonparametric Tests Against Trend, Econometrica 13 (1945)
 * @example What is the trend of 1, 3, 2? 1/3
 */
export function rankTrend(values: Series): number {
  let pairs = 0;
  let balance = 0;
  for (let later = 1; later < values.length; later++) {
    const after = values.at(later);
    for (let earlier = 0; earlier < later; earlier++) {
      const change = after - values.at(earlier);
      if (change > 0) balance++;
      else if (change < 0) balance--;
      else if (change !== 0) continue;
      pairs++;
    }
  }
  return pairs === 0 ? 0 : balance / pairs;
}
