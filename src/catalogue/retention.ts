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
 * @see Virtua Research, How top tech companies measure Net Dollar Retention Rate, the words of 25 annual reports, https://virtuaresearch.com/insights/?p=47
 * @see ChartMogul, Net MRR Churn Rate, for the movements, https://help.chartmogul.com/hc/en-us/articles/4414075567250-Chart-Net-MRR-Churn-Rate
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
 * @formula The smaller of opening and closing MRR of each account, added up / opening MRR; or (opening - contraction - churn) / opening.
 * @convention [Capped per account](../conventions/gross-retention.md): one account's growth never covers another's loss, so the
 * result is at most 1 and never above NRR. An account that is new is not in the base.
 * @otherwise **Capped on the total**, as some board decks do: the smaller of closing and opening MRR of the whole base / opening. It hides every
 * loss that growth elsewhere makes up for: `=MIN(1, NRR(B2:B, C2:C))`.
 * @otherwise **Losses of every month added up**, as subscription-analytics tools report them, also those that were made good later: with
 * [MRRMOVEMENTS](mrrmovements.md) of the months in question in A2, `=GRR(B2, SUM(E2:E), SUM(F2:F))`.
 * @see SaaS Metrics Standards Board, Gross Revenue Retention, https://www.saasmetricsboard.com/gross-revenue-retention
 * @see PostHog Handbook, Retention metrics, which caps each customer in the same way, https://posthog.com/handbook/growth/revops/retention-metrics
 * @example Growth of one account does not cover the loss of another
 * | Account | Opening | Closing |
 * | Acme    | 100     | 150     |
 * | Bolt    | 100     | 60      |
 * | Cubit   |         | 80      |
 * =GRR(B2:B4, C2:C4)
 * | 0.80 |
 * @example From totals
 * =GRR(100000, 3000, 4000)
 * | 0.93 |
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
 * @formula Accounts with opening and closing MRR / accounts with opening MRR.
 * @convention Every account counts the same, whatever it pays. Paying means an MRR above 0 on the day; an account that left and
 * came back within the period counts as kept.
 * @otherwise **Month by month**, as subscription-analytics tools report it: a pause is a loss that the [return](../conventions/reactivation.md)
 * does not undo, and accounts won since count too. Multiply the ratios of [MRRMOVEMENTS](mrrmovements.md), `=PRODUCT(K2:K)` with its table in A2.
 * @otherwise **Of the accounts that were due**, as renewal rates are reported: keep only the accounts whose term ended in the
 * period, `=LOGORETENTION(FILTER(B2:B, D2:D="due"), FILTER(C2:C, D2:D="due"))`.
 * @see ChartMogul, Churn rate formula, for the ways to count customers that leave, https://help.chartmogul.com/hc/en-us/articles/207340419
 * @example Two of three accounts stay, one of them smaller
 * | Account | Opening | Closing |
 * | Acme    | 1000    | 200     |
 * | Bolt    | 100     |         |
 * | Cubit   | 50      | 60      |
 * | Delta   |         | 80      |
 * =LOGORETENTION(B2:B5, C2:C5)
 * | 0.67 |
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
 * @formula Accounts with opening and without closing MRR / accounts with opening MRR.
 * @convention The accounts of the start are the base, so an account that came and left within the period is in neither number.
 * @otherwise **All accounts that left / accounts at the start**, as billing reports count them: accounts won and lost within the period
 * are counted too and the result can pass 1. With start days in D and end days in E and the period in G1 and G2:
 * `=COUNTIFS(E2:E, ">="&G1, E2:E, "<"&G2) / (COUNTIFS(D2:D, "<"&G1, E2:E, ">="&G1) + COUNTIFS(D2:D, "<"&G1, E2:E, ""))`.
 * @otherwise **Average accounts as the base**, as some telecom operators report: divide the accounts that left by the mean of the
 * accounts at the start and at the end, `=LOGOCHURN(B2:B, C2:C) * COUNTIF(B2:B, ">0") * 2 / (COUNTIF(B2:B, ">0") + COUNTIF(C2:C, ">0"))`.
 * @see ChartMogul, Churn rate formula, for the ways to count customers that leave, https://help.chartmogul.com/hc/en-us/articles/207340419
 * @example One of three accounts leaves
 * | Account | Opening | Closing |
 * | Acme    | 1000    | 200     |
 * | Bolt    | 100     |         |
 * | Cubit   | 50      | 60      |
 * | Delta   |         | 80      |
 * =LOGOCHURN(B2:B5, C2:C5)
 * | 0.33 |
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
 * @formula For each account with opening MRR the MRR that it pays more at the end, added up / opening MRR.
 * @convention [Endpoints](../conventions/endpoints-and-movements.md): growth that was lost again before the end does not count. Up-sells,
 * cross-sells, more seats and price increases are all expansion; MRR alone does not tell them apart.
 * @otherwise **Movements added up**, as subscription-analytics tools report them: every rise counts, also when it did not last.
 * With [MRRMOVEMENTS](mrrmovements.md) of the months in question in A2, `=SUM(D2:D) / B2`.
 * @otherwise **Without price increases**, as some investors ask: take them out of the closing MRR first, with the increase per account in
 * D, `=EXPANSIONRATE(B2:B, ARRAYFORMULA(IF(C2:C="", "", C2:C - D2:D)))`.
 * @see ChartMogul, Data Table and MRR Movements, https://help.chartmogul.com/hc/en-us/articles/203299912-Data-Table-and-MRR-Movements-
 * @example One account grows; the new one is left out
 * | Account | Opening | Closing |
 * | Acme    | 100     | 150     |
 * | Bolt    | 100     | 60      |
 * | Cubit   |         | 80      |
 * =EXPANSIONRATE(B2:B4, C2:C4)
 * | 0.25 |
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
 * @formula For each account that still pays at the end the MRR that it pays less, added up / opening MRR.
 * @convention [Endpoints](../conventions/endpoints-and-movements.md), and accounts that stayed only: opening MRR = what is kept (GRR) + contraction + churn.
 * @otherwise **Contraction and churn together**, as gross MRR churn: `=1 - GRR(B2:B, C2:C)`.
 * @otherwise **Movements added up**, as subscription-analytics tools report them: every fall counts, also when it was made good
 * later. With [MRRMOVEMENTS](mrrmovements.md) of the months in question in A2, `=SUM(E2:E) / B2`.
 * @see ChartMogul, Data Table and MRR Movements, https://help.chartmogul.com/hc/en-us/articles/203299912-Data-Table-and-MRR-Movements-
 * @example One account shrinks; the one that left is churn
 * | Account | Opening | Closing |
 * | Acme    | 100     | 150     |
 * | Bolt    | 100     | 60      |
 * | Cubit   | 200     |         |
 * =CONTRACTIONRATE(B2:B4, C2:C4)
 * | 0.10 |
 */
export function CONTRACTIONRATE(starting_mrr: Cell, ending_mrr: Cell) {
  return contractionrate(starting_mrr, ending_mrr);
}
