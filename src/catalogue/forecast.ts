/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { csmratio } from '../functions/csm-ratio.js';
import { brier, forecastaccuracy } from '../functions/forecast.js';

/**
 * Accuracy of forecasts against what came, such as renewal ARR: 1 minus the errors of all rows as a share of what came. Errors never cancel: too much in one row does not make up for too little in another.
 *
 * @param {number|Array<Array<number>>} forecast Forecast amounts, one row per renewal, for example G2:G.
 * @param {number|Array<Array<number>>} actual What came in the same rows, for example J2:J; 0 where nothing came. Rows that are not settled yet must be left out.
 * @return {number} The accuracy; format the cell as a percentage. Below 0 when the errors exceed what came.
 * @customfunction
 * @formula 1 - sum of |forecast - actual| / sum of actual, row by row.
 * @convention Errors without their sign, divided by what came: [accuracy](../conventions/forecast-accuracy.md). A row with only one of the two amounts is an error, because a
 * renewal that was lost counts with an actual of 0 and never by being left out.
 * @otherwise **Divided by the forecast**, as many sales teams do, which rewards forecasts that are too high: `=1-SUMPRODUCT(ABS(G2:G9-J2:J9))/SUM(G2:G9)`.
 * @otherwise **MAPE**, the mean of each row's error in percent, which weighs a small renewal like a large one and has no value where nothing came: `=AVERAGE(ARRAYFORMULA(ABS(G2:G9-J2:J9)/J2:J9))`.
 * @otherwise **Settled rows only**, where the column still has renewals to come: `=FORECASTACCURACY(FILTER(G2:G, J2:J<>""), FILTER(J2:J, J2:J<>""))`.
 * @see Kolassa and Schütz, Advantages of the MAD/Mean Ratio over the MAPE, Foresight 6 (2007)
 * @see Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 2021, section 5.8, on percentage errors, https://otexts.com/fpp3/accuracy.html
 * @example The total is right and the rows are not
 * | Forecast | Actual |
 * | 100      | 80     |
 * | 50       | 70     |
 * =FORECASTACCURACY(A2:A3, B2:B3)
 * | 0.733 |
 */
export function FORECASTACCURACY(forecast: Cell, actual: Cell) {
  return forecastaccuracy(forecast, actual);
}

/**
 * Brier score of stated confidence against what came true: 0 is always sure and right, 0.25 a coin, 1 always sure and wrong. Rows without an outcome are not settled yet and do not count.
 *
 * @param {number|Array<Array<number>>} confidence How sure somebody was, from 0 to 1 or from 0 to 10, for example C2:C; as soon as one value is above 1, all of them count out of 10, and one such as 0.8 beside it is refused.
 * @param {boolean|number|Array<Array<boolean|number>>} outcome TRUE or 1 where it came true, FALSE or 0 where not, blank where not settled, for example D2:D.
 * @return {number} The score; lower is better.
 * @customfunction
 * @formula Mean of (confidence - outcome)² over the settled rows.
 * @convention One term per row, from 0 to 1.
 * @otherwise **Brier's own form** of 1950 adds the errors of both outcomes and runs from 0 to 2: `=2*BRIER(C2:C, D2:D)`.
 * @otherwise **Skill against always stating the share that came true**, as weather services report it: `=1-BRIER(C2:C9, D2:D9)/(AVERAGE(D2:D9)*(1-AVERAGE(D2:D9)))`, with outcomes as 1 and 0.
 * @see Glenn W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1950
 * @example Four confidences out of 10, one of them not settled
 * | Confidence | Came true |
 * | 9          | TRUE      |
 * | 7          | TRUE      |
 * | 8          | FALSE     |
 * | 6          |           |
 * =BRIER(A2:A5, B2:B5)
 * | 0.247 |
 */
export function BRIER(confidence: Cell, outcome: Cell) {
  return brier(confidence, outcome);
}

/**
 * Load of customer-success managers by tier: spills tier, CSMs, accounts, accounts per CSM and, with arr, ARR per CSM, tiers in order of first appearance.
 *
 * @param {Array<Array<string>>} csm CSM of each account, for example Accounts!D2:D; a blank is an account without one.
 * @param {Array<Array<string>>} tier Tier of each account, for example Accounts!B2:B; a blank becomes "no tier".
 * @param {Array<Array<number>>} arr (optional) ARR of each account, for example Accounts!H2:H; a blank is 0. With it comes the fifth column.
 * @return {Array<Array<string|number>>} Four or five columns: tier, CSMs, accounts, accounts per CSM, ARR per CSM; "no CSM" where nobody serves a tier.
 * @customfunction
 * @formula Accounts of the tier / different CSMs of the tier; ARR of the tier / different CSMs of the tier.
 * @convention Accounts without a CSM count, because somebody has to serve them. A CSM with accounts in two tiers counts in both. Without arr, a header
 * is known by the usual words only, such as CSM above one column and Tier above the other.
 * @otherwise **Full-time equivalents**, as finance plans them, give a CSM who serves two tiers a share of each: divide the accounts of the result's third column by the plan's, `=G2/1.5` where the tier has 1.5 CSMs.
 * @otherwise **Customers only**: give every argument the same filter, `=CSMRATIO(FILTER(D2:D, L2:L="Active"), FILTER(B2:B, L2:L="Active"), FILTER(H2:H, L2:L="Active"))`.
 * @example Two tiers, one account without a CSM
 * | CSM  | Tier       | ARR   |
 * | Maya | Enterprise | 90000 |
 * | Jon  | SMB        | 8000  |
 * | Jon  | SMB        | 6000  |
 * |      | SMB        | 4000  |
 * =CSMRATIO(A2:A5, B2:B5, C2:C5)
 * | Enterprise | 1 | 1 | 1 | 90000 |
 * | SMB        | 1 | 3 | 3 | 18000 |
 */
export function CSMRATIO(csm: Cell, tier: Cell, arr: Cell) {
  return csmratio(csm, tier, arr);
}
