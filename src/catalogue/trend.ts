/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { bending, bendkind, bendsize, bentweeks } from '../functions/trend.js';
import { weekly, weeklyfor } from '../functions/weekly.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * Whether a weekly indicator bends: TRUE when each of its last week-over-week changes goes the wrong way, FALSE when not, "no data" when the last week is blank. Two wrong changes need three values.
 *
 * @param {Array<Array<number>>} values One series a row, oldest week first, for example B2:M.
 * @param {string|Array<Array<string>>} better (optional) "up" when more is better (as when left out), "down" when fewer is, or a range with one of them per row, for example N2:N.
 * @param {number} weeks (optional) How many of the last changes must be wrong; 2 when left out.
 * @param {number} min_change (optional) A change smaller than this fraction counts as flat and ends the run, for example 0.02; 0 when left out.
 * @return {boolean|string|Array<Array<boolean|string>>} One answer per row.
 * @customfunction
 * @formula TRUE when each of the last changes from week to week goes the wrong way.
 * @convention [Changes, not values](../conventions/points-and-steps.md): two wrong weeks are two changes, which three values make. A week without a
 * change ends the run, as does a blank week; a change below min_change counts as none.
 * @otherwise **Points instead of steps**, as control charts count a run: a rule of N falling points is one of N - 1 changes, so for four points `=BENDING(B2:M, "up", 3)`.
 * @otherwise **Below the usual level**, however it got there: compare with the mean of the earlier weeks, `=M2 < AVERAGE(B2:L2)`.
 * @otherwise **Only what is unusual**: a fall of any size bends, so use min_change, `=BENDING(B2:M, "up", 2, 0.02)`.
 * @example Two falls in a row; for the tickets, two rises
 * | Indicator | Better | Week 1 | Week 2 | Week 3 | Week 4 |
 * | Usage     | up     | 100    | 104    | 98     | 91     |
 * | Log-ins   | up     | 50     | 44     | 44     | 40     |
 * | Tickets   | down   | 3      | 3      | 5      | 6      |
 * | NPS       | up     | 9      | 8      | 7      |        |
 * =BENDING(C2:F5, B2:B5)
 * | TRUE    |
 * | FALSE   |
 * | TRUE    |
 * | no data |
 */
export function BENDING(values: Cell, better: Cell, weeks: Cell, min_change: Cell) {
  return bending(values, better, weeks, min_change);
}

/**
 * For how many weeks an indicator has been bending: the length of the run of wrong week-over-week changes that ends at the last value; 0 when it is not bending, "no data" when the last week is blank.
 *
 * @param {Array<Array<number>>} values One series a row, oldest week first, for example B2:M.
 * @param {string|Array<Array<string>>} better (optional) "up" when more is better (as when left out), "down" when fewer is, or a range with one of them per row, for example N2:N.
 * @return {number|string|Array<Array<number|string>>} One number of weeks per row.
 * @customfunction
 * @formula The number of changes from week to week that go the wrong way, one after the other, up to the last value.
 * @convention [Changes, not values](../conventions/points-and-steps.md): a run of 2 spans three values. A week without a change ends the run, as does a blank week.
 * @otherwise **Weeks since the peak**, which lets a flat week pass: count the weeks after the last best value,
 * `=COLUMNS(B2:M2) - XMATCH(MAX(B2:M2), B2:M2, 0, -1)`.
 * @otherwise **Points instead of steps**, as control charts count a run: add 1 to a run that is not 0.
 * @example How long each has been going the wrong way
 * | Indicator | Better | Week 1 | Week 2 | Week 3 | Week 4 |
 * | Usage     | up     | 100    | 104    | 98     | 91     |
 * | Log-ins   | up     | 50     | 44     | 44     | 40     |
 * | Tickets   | down   | 3      | 4      | 5      | 6      |
 * | NPS       | up     | 7      | 8      | 8      | 9      |
 * =BENTWEEKS(C2:F5, B2:B5)
 * | 2 |
 * | 1 |
 * | 3 |
 * | 0 |
 */
export function BENTWEEKS(values: Cell, better: Cell) {
  return bentweeks(values, better);
}

/**
 * By how much an indicator bends: the relative change over the run of wrong week-over-week changes that ends at the last value; 0 when it is not bending, "from 0" when the run starts at 0, "no data" when the last week is blank.
 *
 * @param {Array<Array<number>>} values One series a row, oldest week first, for example B2:M.
 * @param {string|Array<Array<string>>} better (optional) "up" when more is better (as when left out), "down" when fewer is, or a range with one of them per row, for example N2:N.
 * @return {number|string|Array<Array<number|string>>} One change per row, below 0 for a fall; format the cells as a percentage.
 * @customfunction
 * @formula (last value - value before the run) / size of the value before the run.
 * @convention The run is that of [BENTWEEKS](bentweeks.md): it goes back while every value is worse than the one before.
 * @otherwise **Over a fixed span**, as dashboards show it, for example four weeks, whatever lies between: `=M2/I2-1`.
 * @otherwise **From the best week so far**: `=M2/MAX(B2:M2)-1`.
 * @example Usage falls for two weeks, tickets rise from none
 * | Signal  | w1  | w2  | w3  | w4  | better |
 * | Usage   | 400 | 410 | 380 | 320 | up     |
 * | Tickets | 2   | 0   | 1   | 4   | down   |
 * | Logins  | 50  | 48  | 49  | 51  | up     |
 * =BENDSIZE(B2:E4, F2:F4)
 * | -0.22  |
 * | from 0 |
 * | 0      |
 */
export function BENDSIZE(values: Cell, better: Cell) {
  return bendsize(values, better);
}

/**
 * Whether the last value of an indicator is out of the ordinary: "signal" when it lies outside the natural limits of the earlier values, "normal variation" inside them, "short history" with fewer than six earlier values, "no data" when the last week is blank.
 *
 * @param {Array<Array<number>>} values One series a row, oldest week first, for example B2:M.
 * @param {string|Array<Array<string>>} better (optional) As in BENDING, for example N2:N; it changes nothing, because natural limits lie on both sides.
 * @return {string|Array<Array<string>>} One word per row.
 * @customfunction
 * @formula Mean of the earlier values ± 2.66 × mean of their changes without sign, blank weeks left out.
 * @convention The natural process limits of an XmR chart. It tags a bend and never hides one: two wrong weeks inside the limits are still a bend.
 * @otherwise **Standard deviations**, as many dashboards draw limits, which a single outlier widens: `=ABS(M2-AVERAGE(B2:L2))>3*STDEV(B2:L2)`.
 * @otherwise **Runs and trends**, the other rules of control charts (eight in a row on one side of the mean): not judged here; [BENTWEEKS](bentweeks.md) counts the run.
 * @see Donald J. Wheeler, Understanding Variation, 1993; NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2, https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm
 * @example A steady indicator, then an odd week and an ordinary one
 * | w1 | w2 | w3 | w4 | w5 | w6 | w7 |
 * | 10 | 11 | 10 | 11 | 10 | 11 | 7  |
 * | 10 | 11 | 10 | 11 | 10 | 11 | 9  |
 * =BENDKIND(A2:G3)
 * | signal           |
 * | normal variation |
 */
export function BENDKIND(values: Cell, better: Cell) {
  return bendkind(values, better);
}

/**
 * Weekly signals from raw events such as tickets, log-ins or answers: spills week (its Monday), account and value. Weeks without events between an account's first and last are 0 for count, sum and distinct, blank for mean and last.
 *
 * @param {Array<Array<string>>} accounts Account of each event, for example Tickets!A2:A.
 * @param {Array<Array<Date>>} dates Date of each event, for example Tickets!B2:B.
 * @param {Array<Array<number|string>>} values (optional) Value of each event, for example Tickets!C2:C; not needed for "count".
 * @param {string} how (optional) "count" (as when left out), "sum", "mean", "last" or "distinct".
 * @return {Array<Array<Date|string|number>>} Three columns: week, account, value.
 * @customfunction
 * @formula Events grouped by account and by the week that begins on their Monday; of each group the number of events, the sum, the mean or the last of their values, or the number of different values.
 * @convention Weeks begin on Monday, in the spreadsheet's time zone. A week in which nothing happened is 0 for count, sum and distinct, since no ticket is no
 * ticket; it is blank for mean and last, since no answer is no opinion. Before an account's first and after its last event there are no rows.
 * @otherwise **Weeks from Sunday**, as US calendars show them: give the dates one day later and take one day off the weeks of the result,
 * `=WEEKLY(Tickets!A2:A, MAP(Tickets!B2:B, LAMBDA(d, IF(d="", "", DATE(YEAR(d), MONTH(d), DAY(d) + 1)))))`.
 * @otherwise **The last value stands** until there is a new one, as for seats or plan: use [WEEKLYFOR](weeklyfor.md) with
 * "last" beside rows sorted by account and week, and fill its blanks from above: with its result in C, `=IF(C3="", D2, C3)` in D3.
 * @see ISO 8601, on weeks that begin on Monday
 * @example Tickets a week; Acme had none in the second week
 * | Account | Opened     |
 * | Acme    | 2026-05-04 |
 * | Acme    | 2026-05-08 |
 * | Acme    | 2026-05-18 |
 * | Bolt    | 2026-05-12 |
 * =WEEKLY(A2:A5, B2:B5)
 * | 2026-05-04 | Acme | 2 |
 * | 2026-05-11 | Acme | 0 |
 * | 2026-05-11 | Bolt | 1 |
 * | 2026-05-18 | Acme | 1 |
 * @example The mean of the answers; a week without an answer is blank
 * | Account | Answered   | Score |
 * | Acme    | 2026-05-04 | 9     |
 * | Acme    | 2026-05-06 | 7     |
 * | Acme    | 2026-05-18 | 6     |
 * =WEEKLY(A2:A4, B2:B4, C2:C4, "mean")
 * | 2026-05-04 | Acme | 8 |
 * | 2026-05-11 | Acme |   |
 * | 2026-05-18 | Acme | 6 |
 */
export function WEEKLY(accounts: Cell, dates: Cell, values: Cell, how: Cell) {
  return weekly(spreadsheetZone, accounts, dates, values, how);
}

/**
 * Weekly signals from raw events, one value beside each row of a table of weeks and accounts. A week without events is 0 for count, sum and distinct, blank for mean and last.
 *
 * @param {Array<Array<Date>>} weeks Week of each row, any of its days, for example Signals!A2:A.
 * @param {Array<Array<string>>} accounts Account of each row, for example Signals!B2:B.
 * @param {Array<Array<string>>} event_accounts Account of each event, for example Tickets!A2:A.
 * @param {Array<Array<Date>>} event_dates Date of each event, for example Tickets!B2:B.
 * @param {Array<Array<number|string>>} values (optional) Value of each event, for example Tickets!C2:C; not needed for "count".
 * @param {string} how (optional) "count" (as when left out), "sum", "mean", "last" or "distinct".
 * @return {number|string|Array<Array<number|string>>} One value per row.
 * @customfunction
 * @formula For each row the events of its account in its week: their number, the sum, the mean or the last of their values, or the number of different values.
 * @convention As [WEEKLY](weekly.md): weeks begin on Monday, and a week without events is 0 for count, sum and distinct, blank for mean and last. Here that
 * holds for every row, also before an account's first event.
 * @otherwise **Blank before the first event**, as for accounts that were not measured yet: with each account's first day in D,
 * `=IF(A2 < D2, "", C2)` beside the result in C.
 * @otherwise **One row, one formula**: `=COUNTIFS(Tickets!A:A, B2, Tickets!B:B, ">="&A2, Tickets!B:B, "<"&A2+7)` in each row gives the same count where A2 is a Monday; over thousands of rows it is slow.
 * @see ISO 8601, on weeks that begin on Monday
 * @example Tickets beside a table of weeks and accounts
 * | Week       | Account | | Ticket of | Opened     |
 * | 2026-05-04 | Acme    | | Acme      | 2026-05-04 |
 * | 2026-05-04 | Bolt    | | Acme      | 2026-05-08 |
 * | 2026-05-11 | Acme    | | Bolt      | 2026-05-12 |
 * | 2026-05-11 | Bolt    | |           |            |
 * =WEEKLYFOR(A2:A5, B2:B5, D2:D5, E2:E5)
 * | 2 |
 * | 0 |
 * | 0 |
 * | 1 |
 */
export function WEEKLYFOR(
  weeks: Cell,
  accounts: Cell,
  event_accounts: Cell,
  event_dates: Cell,
  values: Cell,
  how: Cell,
) {
  return weeklyfor(spreadsheetZone, weeks, accounts, event_accounts, event_dates, values, how);
}
