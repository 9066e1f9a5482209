/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { ttfv, ttfvcohorts } from '../functions/onboarding.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * Time to first value: calendar days from signing to the first outcome that the customer can report. "not reached" when too few accounts got there to say.
 *
 * @param {Array<Array<Date>>} signed Day on which each account signed, for example Accounts!B2:B.
 * @param {Array<Array<Date>>} first_value Day on which it first got value, for example Accounts!C2:C; blank while it has not.
 * @param {string} statistic (optional) "median" (as when left out), "p90" for the days within which nine of ten get there, "mean", or "reached" for the share of accounts that got there.
 * @param {Date} as_of (optional) Day as of which those still waiting are counted in, for example TODAY(); left out, days are those of the accounts that got there.
 * @return {number|string} Days; for "reached" a ratio, to be formatted as a percentage.
 * @customfunction
 * @formula Each account: first_value - signed. Median and p90: the value at place q x (n - 1) among the sorted days, straight between two
 * neighbours. Reached: accounts with a first value / accounts signed. With as_of: the Kaplan-Meier curve, at each number of days the share
 * still waiting x (1 - accounts that got there after so many days / accounts observed for so long).
 * @convention Not reached is not 0 days. Without as_of the days are those of finishers alone, and get better as slow customers are lost: give as_of
 * where accounts still wait; one that left without value counts as waiting, for it never got there. Nothing is then known that came later: accounts signed
 * after that day are left out, and a first value after it has not come yet. Median and p90 are the first number of days at which no more than half or a tenth still waits; where exactly that many wait
 * for a while, the middle of that while, up to the longest time observed. The mean counts each account up to the longest time observed, so it is too small while
 * the slowest still wait. Reached is what the curve reaches by then.
 * @otherwise **From kickoff or go-live**, as onboarding tools count that see only their own plan: give that day as signed. It hides the wait before it.
 * @otherwise **Up to go-live or the end of the plan**, as delivery teams count: give that day as first_value. It says when the work was done, and not
 * when it was worth something.
 * @otherwise **Business days**, as delivery teams with a contract in working days count: in a column of its own
 * `=IF(C2="", "", NETWORKDAYS(B2, C2) - NETWORKDAYS(B2, B2))`, and MEDIAN over it; the day of signing is day 0. The customer waits on weekends too.
 * @otherwise **Accounts that had the time**, as some dashboards do instead of counting those who wait: only those signed at least 90 days ago,
 * `=TTFV(FILTER(B2:B, B2:B <= TODAY() - 90), FILTER(C2:C, B2:B <= TODAY() - 90))`.
 * @see Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical Association 53 (1958)
 * @see R, package survival, quantile.survfit, for the middle of a flat stretch, https://search.r-project.org/CRAN/refmans/survival/html/quantile.survfit.html
 * @see Tivalio, Handling "Censored Data", on accounts that have not got there yet, https://www.tival.io/blog/handling-censored-data
 * @see Lyniro, Time to Value in SaaS Onboarding, on signing and the first outcome, https://lyniro.com/blog/time-to-value-saas-metric/
 * @example Days of the accounts that got there
 * | Account | Signed     | First value |
 * | Acme    | 2026-01-05 | 2026-01-15  |
 * | Bolt    | 2026-01-12 | 2026-02-11  |
 * | Cubit   | 2026-02-02 | 2026-02-22  |
 * | Delta   | 2026-02-09 |             |
 * =TTFV(B2:B5, C2:C5)
 * | 20 |
 * @example The same with the one that still waits
 * | Account | Signed     | First value |
 * | Acme    | 2026-01-05 | 2026-01-15  |
 * | Bolt    | 2026-01-12 | 2026-02-11  |
 * | Cubit   | 2026-02-02 | 2026-02-22  |
 * | Delta   | 2026-02-09 |             |
 * =TTFV(B2:B5, C2:C5, "median", DATE(2026, 3, 31))
 * | 25 |
 */
export function TTFV(signed: Cell, first_value: Cell, statistic: Cell, as_of: Cell) {
  return ttfv(spreadsheetZone, signed, first_value, statistic, as_of);
}

/**
 * Time to first value by month of signing, as known at the end of a day, those still waiting counted in.
 *
 * @param {Array<Array<Date>>} signed Day on which each account signed, for example Accounts!B2:B.
 * @param {Array<Array<Date>>} first_value Day on which it first got value, for example Accounts!C2:C; blank while it has not.
 * @param {Date} as_of The day, for example H1 with =TODAY() in it.
 * @return {Array<Array<Date|number|string>>} Five columns: month of signing (its first day), accounts, share that has reached value so far, median days, days within which nine of ten get there; "not reached" where too few have.
 * @customfunction
 * @formula Reached: accounts of the month with a first value by that day / accounts of the month. Median and p90: as [TTFV](ttfv.md) with as_of.
 * @convention Accounts signed after the day are left out, and a first value after it has not come yet; months in which nobody signed have no row. The newest
 * months had little time, so their share is low for a while; their median is comparable, because those still waiting are counted in.
 * @otherwise **Share after the same time**, as cohort charts show it: the share that reached value within 90 days,
 * `=COUNTIFS(B2:B, ">="&F2, B2:B, "<="&EOMONTH(F2, 0), D2:D, "<=90") / G2` with the days in D, the month in F2 and its accounts in G2; for months that are over by 90 days.
 * @otherwise **Median of those who got there**: [TTFV](ttfv.md) of the month's rows without as_of. It makes the newest month look fastest.
 * @see Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical Association 53 (1958)
 * @example Two cohorts
 * | Account | Signed     | First value |
 * | Acme    | 2026-01-05 | 2026-01-15  |
 * | Bolt    | 2026-01-12 | 2026-02-11  |
 * | Cubit   | 2026-02-02 | 2026-02-22  |
 * | Delta   | 2026-02-09 |             |
 * | Echo    | 2026-02-16 | 2026-03-08  |
 * =TTFVCOHORTS(B2:B6, C2:C6, DATE(2026, 3, 31))
 * | 2026-01-01 | 2 | 1    | 20 | 30          |
 * | 2026-02-01 | 3 | 0.67 | 20 | not reached |
 */
export function TTFVCOHORTS(signed: Cell, first_value: Cell, as_of: Cell) {
  return ttfvcohorts(spreadsheetZone, signed, first_value, as_of);
}
