/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import { benchmark } from '../functions/benchmark.js';
import type { Cell } from '../functions/cells.js';
import { retentiondiagnosis } from '../functions/retention-diagnosis.js';

/**
 * What net and gross revenue retention say together, in one plain sentence: whether the base is safe, whether expansion works, and whether one hides the other.
 *
 * @param {number|Array<Array<number>>} nrr Net revenue retention as a fraction, for example B2:B; 1.1 for 110 %.
 * @param {number|Array<Array<number>>} grr Gross revenue retention of the same accounts and period, for example C2:C.
 * @return {string|Array<Array<string>>} One sentence per row.
 * @customfunction
 * @formula NRR from 115 %: compounding, and over churn when GRR is below 85 %. Else GRR from 92 %: on target with NRR from 110 %, expansion weak
 * below. Else NRR below 100 %: leaking. Else GRR below 85 %: upsell masks churn. Else NRR from 110 %: expansion works and the base is loose;
 * below 110 %: short on both.
 * @convention The limits are those of [BENCHMARK](benchmark.md): GRR below 85 % points to product fit or onboarding and 92 % is the target, NRR of 110 % is
 * the target; NRR of 115 % doubles a base in five years. A value on a limit counts as reached.
 * @otherwise **Limits of your own**, which investors and boards set by segment: compare with IF,
 * `=IF(AND(B2>=1.1, C2<0.8), "Upsell masks churn", "Look closer")`.
 * @example Four teams
 * | Team | NRR  | GRR  |
 * | A    | 1.1  | 0.7  |
 * | B    | 0.98 | 0.95 |
 * | C    | 1.18 | 0.93 |
 * | D    | 0.85 | 0.83 |
 * =RETENTIONDIAGNOSIS(B2:B5, C2:C5)
 * | Upsell masks churn: more than 15 % of revenue is lost; look at product fit and onboarding first |
 * | Base safe, expansion weak: accounts stay but too few grow |
 * | Compounding: existing accounts alone grow the business by 15 % or more |
 * | Leaking: existing accounts shrink as a whole; stop the losses before selling more |
 */
export function RETENTIONDIAGNOSIS(nrr: Cell, grr: Cell) {
  return retentiondiagnosis(nrr, grr);
}

/**
 * Where a value stands among published bands, or among the bands of your own: spills the band and what is still to go to the next better one. Bands ship for "NRR", "GRR", "expansion" and "forecast error".
 *
 * @param {string|Array<Array<string>>} metric Name of the metric, in any case, for example "NRR" or A2:A; "net revenue retention" and the like are known too.
 * @param {number|Array<Array<number>>} value The value as a fraction, for example B2:B; 1.05 for 105 %.
 * @param {Array<Array<string|number>>} bands (optional) Bands of your own, which replace the shipped ones, for example Benchmarks!A:F: a header row with Metric, Band, From and To in any order, or just these four columns; a blank From or To is open.
 * @return {Array<Array<string|number>>} Two columns: band, distance to the next better band; blank in the best one.
 * @customfunction
 * @formula The band that holds the value; then the near limit of the next better band - value, below 0 where less is better.
 * @convention A value on a limit is in the better of the two bands that meet there. More is better, except for "forecast error", and for bands of your own
 * whose table has a column Better that says "down". Shipped bands: NRR below 105 % worries a board, median 106 %, target 110 %, top quartile 120 %, top
 * decile 130 %; GRR below 85 % points to product fit or onboarding, 88 to 92 % is healthy for mid-market, target 92 %, excellent from 95 %; expansion (ARR added in
 * a year, of starting ARR) 8 to 12 % is typical and up to 12 % an accident, target 18 %, top quartile 20 %; forecast error (without its sign) 15 to 25 % is typical 30 days
 * before renewal, target 5 % at 90 days.
 * @otherwise **Bands by segment or category**, as analysts publish them: keep them in a tab with a column Segment and give the rows of one segment,
 * `=BENCHMARK("GRR", B2, QUERY(Benchmarks!A:F, "where B = 'SMB'", 1))`.
 * @otherwise **Percentile ranks**, as data-sharing platforms report them, need the values of many companies: with them in a column, `=PERCENTRANK(H2:H, B2)`.
 * @see ICONIQ Growth, 2024, for the median, top quartile and top decile of NRR; the other limits are rules of thumb in common use among customer-success leaders
 * @example Two metrics against the shipped bands
 * | Metric | Value |
 * | NRR    | 1.04  |
 * | GRR    | 0.96  |
 * =BENCHMARK(A2:A3, B2:B3)
 * | worries a board | 0.01 |
 * | excellent       |      |
 * @example Bands of your own: the category keeps 94 %
 * | Metric | Band         | From | To   |
 * | GRR    | behind       |      | 0.94 |
 * | GRR    | with the category | 0.94 | 0.97 |
 * | GRR    | ahead        | 0.97 |      |
 * =BENCHMARK("GRR", 0.88, A1:D4)
 * | behind | 0.06 |
 */
export function BENCHMARK(metric: Cell, value: Cell, bands: Cell) {
  return benchmark(metric, value, bands);
}
