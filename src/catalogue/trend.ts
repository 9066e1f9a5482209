/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { bending, bentweeks } from '../functions/trend.js';
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
 */
export function BENTWEEKS(values: Cell, better: Cell) {
  return bentweeks(values, better);
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
