/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import { annualize } from '../functions/annualize.js';
import type { Cell } from '../functions/cells.js';
import { quickratio } from '../functions/quick-ratio.js';
import { revenuechurn } from '../functions/retention.js';

/**
 * Gross revenue churn: the MRR lost by accounts that shrank or left, divided by starting MRR; 1 minus GRR. Expansion does not make up for it.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 * @formula Sum of the losses of accounts that pay less than at the start / opening MRR.
 * @convention Gross: churn and contraction together, per account, and no account's growth counts against another's loss.
 * @otherwise **Net revenue churn**, as some boards ask for it, takes expansion off and can be negative: `=1-NRR(B2:B, C2:C)`.
 * @otherwise **Cancellations only**, contraction apart: `=REVENUECHURN(B2:B, C2:C)-CONTRACTIONRATE(B2:B, C2:C)`.
 * @example One account grows, one shrinks, one leaves
 * | Account | Opening | Closing |
 * | Acme    | 100     | 150     |
 * | Bolt    | 100     | 80      |
 * | Cubit   | 50      |         |
 * =REVENUECHURN(B2:B4, C2:C4)
 * | 0.28 |
 */
export function REVENUECHURN(starting_mrr: Cell, ending_mrr: Cell) {
  return revenuechurn(starting_mrr, ending_mrr);
}

/**
 * Quick ratio: the MRR won, new and expansion, for each unit of MRR lost; "no losses" when nothing was lost. Two forms: QUICKRATIO(starting_mrr, ending_mrr) with one row per account, or QUICKRATIO(new, expansion, contraction, churn) with totals or ranges.
 *
 * @param {number|Array<Array<number>>} starting_mrr_or_new MRR per account at the start of the period, for example B2:B; a blank is 0. In the second form: MRR of new accounts.
 * @param {number|Array<Array<number>>} ending_mrr_or_expansion MRR of the same accounts at the end, new ones included, for example C2:C. In the second form: MRR gained from existing accounts.
 * @param {number|Array<Array<number>>} contraction (optional, second form) MRR that accounts which stayed gave up, as a positive number, for example D2:D.
 * @param {number|Array<Array<number>>} churn (optional, second form) MRR of the accounts that left, as a positive number, for example E2:E.
 * @return {number|string} The ratio, or "no losses".
 * @customfunction
 * @formula (new + expansion) / (contraction + churned).
 * @convention Endpoints: an account that pays at the end and not at the start is new, whether or not it was a customer earlier.
 * @otherwise **Reactivation apart**, as subscription-analytics tools report it: add it to new or leave it out, with the columns of [MRRMOVEMENTS](mrrmovements.md) in the second form.
 * @otherwise **Existing accounts only**, new ones left out: `=EXPANSIONRATE(B2:B, C2:C)/REVENUECHURN(B2:B, C2:C)`.
 * @see Mamoon Hamid, 2015, who looked for a ratio of 4 or more in young companies
 * @example From accounts: one grows, one is new, one leaves
 * | Account | Opening | Closing |
 * | Acme    | 100     | 150     |
 * | Bolt    |         | 80      |
 * | Cubit   | 65      |         |
 * =QUICKRATIO(B2:B4, C2:C4)
 * | 2 |
 * @example From totals
 * =QUICKRATIO(20000, 8000, 3000, 5000)
 * | 3.5 |
 */
export function QUICKRATIO(starting_mrr_or_new: Cell, ending_mrr_or_expansion: Cell, contraction: Cell, churn: Cell) {
  return quickratio(starting_mrr_or_new, ending_mrr_or_expansion, contraction, churn);
}

/**
 * A churn or retention rate over some months as the rate over twelve, if it went on: what is kept compounds from period to period.
 *
 * @param {number|Array<Array<number>>} rate The rate as a fraction, for example B2:B; 0.05 for 5 %.
 * @param {number|Array<Array<number>>} months Length of the period that the rate is over, in months, for example 1 for a month, 3 for a quarter, or C2:C.
 * @param {string} kind (optional) "churn" (as when left out) or "retention", for NRR, GRR and logo retention.
 * @return {number|string|Array<Array<number|string>>} One yearly rate per rate; format the cells as a percentage.
 * @customfunction
 * @formula churn: 1 - (1 - rate)^(12 / months); retention: rate^(12 / months).
 * @convention Compounding: each period loses its share of what is left. A year of 5 % monthly churn loses 46 %.
 * @otherwise **Times twelve**, as quick estimates do, which overstates churn and exceeds 100 % from 8.4 % a month on: churn `=B2*12/C2`, retention `=1-(1-B2)*12/C2`, with the rate in B2 and its months in C2.
 * @otherwise **From a year to a month**: give 144 months, because 12 / 144 is a twelfth, `=ANNUALIZE(B2, 144)`.
 * @example Monthly and quarterly churn
 * | Churn | Months |
 * | 0.05  | 1      |
 * | 0.05  | 3      |
 * =ANNUALIZE(A2:A3, B2:B3)
 * | 0.4596 |
 * | 0.1855 |
 * @example Quarterly NRR of 103 %
 * =ANNUALIZE(1.03, 3, "retention")
 * | 1.1255 |
 */
export function ANNUALIZE(rate: Cell, months: Cell, kind: Cell) {
  return annualize(rate, months, kind);
}
