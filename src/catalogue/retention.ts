/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { contractionrate, expansionrate, grr, logochurn, logoretention, nrr } from '../functions/retention.js';

/**
 * Net revenue retention: what the accounts that paid at the start pay at the end, divided by what they paid at the start. New accounts are left out. Two forms: NRR(starting_mrr, ending_mrr) with one row per account, or NRR(starting_mrr, expansion, contraction, churn) with totals or ranges.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0. In the second form: the opening MRR.
 * @param {number|Array<Array<number>>} ending_mrr_or_expansion MRR of the same accounts at the end, for example C2:C. In the second form: MRR gained from existing accounts.
 * @param {number|Array<Array<number>>} contraction (optional, second form) MRR that accounts which stayed gave up, as a positive number, for example D2:D.
 * @param {number|Array<Array<number>>} churn (optional, second form) MRR of the accounts that left, as a positive number, for example E2:E.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 * @formula Closing MRR of the accounts with opening MRR / opening MRR; or (opening + expansion - contraction - churn) / opening.
 * @convention Endpoints: two snapshots of the same accounts, whatever happened in between. An account that is new is not
 * in the base; one that left and came back within the period counts what it pays at the end.
 * @otherwise **Movements added up** month by month, as subscription-analytics tools report them: give the second form the sums
 * of [MRRMOVEMENTS](mrrmovements.md). The two differ where an account dips and recovers:
 * [endpoints and movements](../conventions/endpoints-and-movements.md).
 * @otherwise **One segment only**: give both arguments the same filter, `=NRR(FILTER(B2:B, D2:D="SMB"), FILTER(C2:C, D2:D="SMB"))`.
 * @example One account grows, one leaves, one is new
 * | Account | Opening | Closing |
 * | Acme    | 100     | 150     |
 * | Bolt    | 100     |         |
 * | Cubit   |         | 80      |
 * =NRR(B2:B4, C2:C4)
 * | 0.75 |
 * @example From totals
 * =NRR(100000, 12000, 3000, 4000)
 * | 1.05 |
 */
export function NRR(starting_mrr: Cell, ending_mrr_or_expansion: Cell, contraction: Cell, churn: Cell) {
  return nrr(starting_mrr, ending_mrr_or_expansion, contraction, churn);
}

/**
 * Gross revenue retention: the share of starting MRR still billed at the end, expansion left out; each account counts for at most what it paid at the start. Two forms: GRR(starting_mrr, ending_mrr) with one row per account, or GRR(starting_mrr, contraction, churn) with totals or ranges.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0. In the second form: the opening MRR.
 * @param {number|Array<Array<number>>} ending_mrr_or_contraction MRR of the same accounts at the end, for example C2:C. In the second form: MRR that accounts which stayed gave up, as a positive number.
 * @param {number|Array<Array<number>>} churn (optional, second form) MRR of the accounts that left, as a positive number, for example D2:D.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
export function GRR(starting_mrr: Cell, ending_mrr_or_contraction: Cell, churn: Cell) {
  return grr(starting_mrr, ending_mrr_or_contraction, churn);
}

/**
 * Logo retention: the share of the accounts paying at the start that still pay at the end, whatever they pay.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
export function LOGORETENTION(starting_mrr: Cell, ending_mrr: Cell) {
  return logoretention(starting_mrr, ending_mrr);
}

/**
 * Logo churn: the share of the accounts paying at the start that pay nothing at the end; 1 minus LOGORETENTION.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
export function LOGOCHURN(starting_mrr: Cell, ending_mrr: Cell) {
  return logochurn(starting_mrr, ending_mrr);
}

/**
 * Expansion rate: the MRR that accounts paying at the start added, divided by starting MRR. New accounts are left out.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
export function EXPANSIONRATE(starting_mrr: Cell, ending_mrr: Cell) {
  return expansionrate(starting_mrr, ending_mrr);
}

/**
 * Contraction rate: the MRR given up by accounts that stayed, divided by starting MRR. Accounts that left count as churn, not here.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
export function CONTRACTIONRATE(starting_mrr: Cell, ending_mrr: Cell) {
  return contractionrate(starting_mrr, ending_mrr);
}
