/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { cohortretention, mrrledger, mrrmovements } from '../functions/ledger.js';
import { nrrpolicies } from '../functions/ledger-policies.js';
import { mrrsnapshot } from '../functions/snapshot.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * MRR of every account on one day, from its subscriptions: spills account and MRR, in order of first appearance. Accounts that pay nothing that day show 0, so that the snapshots of two days go straight into NRR.
 *
 * @param {Array<Array<string>>} accounts Account of each subscription, for example Subscriptions!A2:A; an account may have several rows.
 * @param {Array<Array<Date>>} starts First day of each subscription, for example Subscriptions!B2:B.
 * @param {Array<Array<Date>>} ends Day on which each subscription ends, itself no longer covered, for example Subscriptions!C2:C; a blank is still running.
 * @param {Array<Array<number>>} mrr MRR of each subscription, for example Subscriptions!D2:D; credits are negative.
 * @param {Date} day The day, for example F1.
 * @return {Array<Array<string|number>>} Two columns: account, MRR.
 * @customfunction
 * @formula For each account the MRR of the subscriptions that have started by the day and have not ended by it, added up.
 * @convention The first day of a subscription is covered, its end day is not: one that ends on 1 June pays on 31 May and no longer on 1 June.
 * Credits net off within the account.
 * @otherwise **End day covered**, as contracts that run "until 31 May" read: give the ends one day later,
 * `=MRRSNAPSHOT(A2:A, B2:B, MAP(C2:C, LAMBDA(d, IF(d="", "", DATE(YEAR(d), MONTH(d), DAY(d) + 1)))), D2:D, F1)`.
 * @otherwise **Notice instead of end**, as teams that watch the pipeline count: give as ends a column with the earlier of notice and end,
 * `=IF(E2="", C2, MIN(C2, E2))` with the notice in E2; an account that gave notice then counts 0 from that day on.
 * @example Two snapshots for NRR: the first of them
 * | Account | Start      | End        | MRR |
 * | Acme    | 2025-01-15 | 2026-01-15 | 100 |
 * | Acme    | 2026-01-15 |            | 150 |
 * | Bolt    | 2025-03-01 | 2026-06-01 | 80  |
 * | Cubit   | 2026-02-01 |            | 50  |
 * =MRRSNAPSHOT(A2:A5, B2:B5, C2:C5, D2:D5, DATE(2025, 6, 1))
 * | Acme  | 100 |
 * | Bolt  | 80  |
 * | Cubit | 0   |
 * @example The second, a year later: Bolt's subscription ends on that very day
 * | Account | Start      | End        | MRR |
 * | Acme    | 2025-01-15 | 2026-01-15 | 100 |
 * | Acme    | 2026-01-15 |            | 150 |
 * | Bolt    | 2025-03-01 | 2026-06-01 | 80  |
 * | Cubit   | 2026-02-01 |            | 50  |
 * =MRRSNAPSHOT(A2:A5, B2:B5, C2:C5, D2:D5, DATE(2026, 6, 1))
 * | Acme  | 150 |
 * | Bolt  | 0   |
 * | Cubit | 50  |
 */
export function MRRSNAPSHOT(accounts: Cell, starts: Cell, ends: Cell, mrr: Cell, day: Cell) {
  return mrrsnapshot(spreadsheetZone, accounts, starts, ends, mrr, day);
}

/**
 * The ledger that subscriptions make: spills account, month (its first day) and MRR as of the month's last day, for every month in which an account pays. The input that MRRMOVEMENTS, COHORTRETENTION and NRRPOLICIES want.
 *
 * @param {Array<Array<string>>} accounts Account of each subscription, for example Subscriptions!A2:A; an account may have several rows.
 * @param {Array<Array<Date>>} starts First day of each subscription, for example Subscriptions!B2:B.
 * @param {Array<Array<Date>>} ends Day on which each subscription ends, itself no longer covered, for example Subscriptions!C2:C; a blank is still running.
 * @param {Array<Array<number>>} mrr MRR of each subscription, for example Subscriptions!D2:D; credits are negative.
 * @param {Date} from (optional) Any day of the first month; the month of the earliest start when left out.
 * @param {Date} to (optional) Any day of the last month; the month of the latest start or end when left out.
 * @return {Array<Array<string|Date|number>>} Three columns: account, month, MRR.
 * @customfunction
 * @formula For each account and month: the MRR of the subscriptions that have started by the month's last day and have not ended by then, added up.
 * @convention A month shows its last day. The end day itself is not covered: a subscription that ends on 31 May does not
 * pay in May, one that ends on 1 June does. Credits net off within the account and month. Months of 0 are left out.
 * @otherwise **Any day of the month counts**, as when a month's invoices are the ledger: a subscription pays in every month that
 * it touches. Move each end to the first of the month that follows, `=MRRLEDGER(A2:A, B2:B, MAP(C2:C, LAMBDA(d, IF(d="", "", DATE(YEAR(d), MONTH(d) + IF(DAY(d) = 1, 0, 1), 1)))), D2:D)`.
 * @otherwise **First day of the month**, as some billing systems report: move the starts in the same way as the ends; or take
 * [MRRSNAPSHOT](mrrsnapshot.md) of one first day.
 * @example A plan that changes, and a credit
 * | Account | Start      | End        | MRR |
 * | Acme    | 2026-01-15 | 2026-03-10 | 100 |
 * | Acme    | 2026-03-10 |            | 150 |
 * | Bolt    | 2026-02-01 | 2026-03-31 | 80  |
 * | Acme    | 2026-02-01 | 2026-03-01 | -20 |
 * =MRRLEDGER(A2:A5, B2:B5, C2:C5, D2:D5)
 * | Acme | 2026-01-01 | 100 |
 * | Acme | 2026-02-01 | 80  |
 * | Acme | 2026-03-01 | 150 |
 * | Bolt | 2026-02-01 | 80  |
 */
export function MRRLEDGER(accounts: Cell, starts: Cell, ends: Cell, mrr: Cell, from: Cell, to: Cell) {
  return mrrledger(spreadsheetZone, accounts, starts, ends, mrr, from, to);
}

/**
 * MRR movements month by month, from a ledger with one row per account and month: spills month, opening, new, expansion, contraction, churned, reactivated, closing, NRR, GRR and logo retention. Losses are positive amounts.
 *
 * @param {Array<Array<string>>} accounts Account of each row, for example Revenue!A2:A.
 * @param {Array<Array<Date>>} dates Month of each row, any of its days, for example Revenue!B2:B.
 * @param {Array<Array<number>>} mrr MRR of the account in that month, for example Revenue!C2:C; several rows of one account and month are added up, credits are negative.
 * @param {Date} from (optional) Any day of the first month; the ledger's first month when left out.
 * @param {Date} to (optional) Any day of the last month; the ledger's last month when left out.
 * @return {Array<Array<Date|number|string>>} Eleven columns: month, opening, new, expansion, contraction, churned, reactivated, closing, NRR, GRR, logo retention; the ratios are blank when nothing was paid the month before.
 * @customfunction
 * @formula Opening + new + expansion - contraction - churned + reactivated = closing. NRR = closing MRR of the accounts with opening MRR / opening; GRR = the smaller of opening and closing MRR of each account, added up / opening; logo retention = accounts with opening and closing MRR / accounts with opening MRR.
 * @convention A month is compared with the month before; no row in a month is 0. An account that paid in any earlier month and
 * comes back after a month of 0 is [reactivated](../conventions/reactivation.md), not new, and stays out of that month's NRR.
 * GRR is [capped per account](../conventions/gross-retention.md). A month after
 * the last of the ledger is refused: nobody has entered it yet, and it would look like one in which everybody left.
 * @otherwise **Over a year** rather than a month: NRR of two snapshots twelve months apart differs from twelve monthly NRRs
 * multiplied, see [endpoints and movements](../conventions/endpoints-and-movements.md); [NRRPOLICIES](nrrpolicies.md) shows both.
 * @otherwise **Reactivation as new business**, as many sales teams book it: add columns C and G of the result. **As expansion**: add
 * columns D and G; NRR is then (B + D + G - E - F) / B.
 * @example Growth, a pause and a return
 * | Account | Month      | MRR |
 * | Acme    | 2026-01-01 | 100 |
 * | Acme    | 2026-02-01 | 120 |
 * | Acme    | 2026-03-01 | 90  |
 * | Bolt    | 2026-01-01 | 50  |
 * | Bolt    | 2026-03-01 | 60  |
 * | Cubit   | 2026-03-01 | 40  |
 * =MRRMOVEMENTS(A2:A7, B2:B7, C2:C7)
 * | 2026-01-01 | 0   | 150 | 0  | 0  | 0  | 0  | 150 |      |      |      |
 * | 2026-02-01 | 150 | 0   | 20 | 0  | 50 | 0  | 120 | 0.80 | 0.67 | 0.50 |
 * | 2026-03-01 | 120 | 40  | 0  | 30 | 0  | 60 | 190 | 0.75 | 0.75 | 1    |
 */
export function MRRMOVEMENTS(accounts: Cell, dates: Cell, mrr: Cell, from: Cell, to: Cell) {
  return mrrmovements(spreadsheetZone, accounts, dates, mrr, from, to);
}

/**
 * Cohort retention as a triangle: one row for the accounts that first paid in a month, with how many they were and what became of them month after month, month 0 first.
 *
 * @param {Array<Array<string>>} accounts Account of each row, for example Revenue!A2:A.
 * @param {Array<Array<Date>>} dates Month of each row, any of its days, for example Revenue!B2:B.
 * @param {Array<Array<number>>} mrr MRR of the account in that month, for example Revenue!C2:C; several rows of one account and month are added up, credits are negative.
 * @param {string} measure (optional) "logo" for the share of accounts that pay (as when left out), "net" for MRR, "gross" for MRR without growth.
 * @return {Array<Array<Date|number|string>>} Cohort month, accounts, then one ratio for each month since, up to the ledger's last month; blank after that.
 * @customfunction
 * @formula Logo: accounts that pay / accounts of the cohort. Net: MRR / MRR in month 0. Gross: the smaller of each account's MRR and its MRR in month 0, added up / MRR in month 0.
 * @convention An account belongs to the first month in which it pays and stays in that cohort, also after a
 * [return](../conventions/reactivation.md). Gross is [capped per account](../conventions/gross-retention.md) at month 0: an account
 * that shrank and grew back counts again up to where it began. Months without a new account have no row.
 * @otherwise **Gross by running minimum**, as some investors ask: growth after a loss never counts. Lower each month's MRR to the
 * smallest so far in a column of its own, `=MINIFS(C$2:C, A$2:A, A2, B$2:B, "<="&B2)`, and give that column as mrr; write a row of 0 for a month that an account skipped, none before its first payment.
 * @otherwise **Cohort by signing date** rather than first payment, for the measure "logo": give each account, in a copy of the ledger, a first row with the day of signing and an MRR of 0.01.
 * @example Two cohorts
 * | Account | Month      | MRR |
 * | Acme    | 2026-01-01 | 100 |
 * | Acme    | 2026-02-01 | 130 |
 * | Acme    | 2026-03-01 | 130 |
 * | Bolt    | 2026-01-01 | 100 |
 * | Bolt    | 2026-02-01 | 60  |
 * | Cubit   | 2026-02-01 | 50  |
 * | Cubit   | 2026-03-01 | 50  |
 * =COHORTRETENTION(A2:A8, B2:B8, C2:C8, "net")
 * | 2026-01-01 | 2 | 1 | 0.95 | 0.65 |
 * | 2026-02-01 | 1 | 1 | 1    |      |
 */
export function COHORTRETENTION(accounts: Cell, dates: Cell, mrr: Cell, measure: Cell) {
  return cohortretention(spreadsheetZone, accounts, dates, mrr, measure);
}

/**
 * Net revenue retention between two months under the conventions in common use, side by side: spills convention, NRR, its difference to the first row, and the accounts that make the difference.
 *
 * @param {Array<Array<string>>} accounts Account of each row, for example Revenue!A2:A.
 * @param {Array<Array<Date>>} dates Month of each row, any of its days, for example Revenue!B2:B.
 * @param {Array<Array<number>>} mrr MRR of the account in that month, for example Revenue!C2:C; several rows of one account and month are added up, credits are negative.
 * @param {Date} from Any day of the month from which retention is measured, for example F1.
 * @param {Date} to Any day of the month up to which it is measured, for example F2.
 * @param {Array<Array<Date>>} cancelled (optional) Day on which the account gave notice, in any of its rows, for example Revenue!D2:D; a blank is none.
 * @return {Array<Array<string|number>>} Four columns: convention, NRR, difference to the endpoint cohort, accounts with the MRR by which they move the numerator, the five largest by name.
 * @customfunction
 * @formula Endpoint cohort: MRR in the last month of the accounts that pay in the first / their MRR in the first. Movements summed: (opening + expansion - contraction - churned) / opening, with the movements of every month after the first. Compounded: the NRR of those months multiplied.
 * @convention The differences of single accounts / opening MRR add up to the difference of the row; compounding has no such
 * parts. Movements are those of all accounts, those won after the first month included, so churn of new business counts
 * against an opening that never held it, and the result can fall below 0. The endpoint cohort is churn at the end of the term; at
 * cancellation, an account that gave notice by the end of the last month counts 0, unless it came back after the notice. A month after the
 * last of the ledger is refused: it would look like one in which everybody left.
 * @otherwise **Which row to report**: boards and investors mostly mean the endpoint cohort, subscription-analytics tools mostly
 * the movements: [endpoints and movements](../conventions/endpoints-and-movements.md), [reactivation](../conventions/reactivation.md).
 * One row alone: `=INDEX(NRRPOLICIES(A2:A, B2:B, C2:C, F1, F2), 3, 2)`.
 * @example A pause, a new account that grows, a notice
 * | Account | Month      | MRR | Notice     |
 * | Acme    | 2026-01-01 | 100 |            |
 * | Acme    | 2026-02-01 | 0   |            |
 * | Acme    | 2026-03-01 | 100 |            |
 * | Bolt    | 2026-01-01 | 100 |            |
 * | Bolt    | 2026-02-01 | 100 |            |
 * | Bolt    | 2026-03-01 | 120 | 2026-03-20 |
 * | Cubit   | 2026-02-01 | 40  |            |
 * | Cubit   | 2026-03-01 | 70  |            |
 * =NRRPOLICIES(A2:A9, B2:B9, C2:C9, DATE(2026, 1, 1), DATE(2026, 3, 1), D2:D9)
 * | endpoint cohort                          | 1.10 | 0     |                                        |
 * | endpoint cohort, a return does not count | 0.60 | -0.50 | Acme -100                              |
 * | movements summed                         | 0.75 | -0.35 | Acme -100, Cubit +30                   |
 * | movements summed, reactivation counted   | 1.25 | 0.15  | Cubit +30                              |
 * | monthly NRR compounded                   | 0.68 | -0.42 | a product of months, no sum of accounts |
 * | churn at cancellation                    | 0.50 | -0.60 | Bolt -120                              |
 */
export function NRRPOLICIES(accounts: Cell, dates: Cell, mrr: Cell, from: Cell, to: Cell, cancelled: Cell) {
  return nrrpolicies(spreadsheetZone, accounts, dates, mrr, from, to, cancelled);
}
