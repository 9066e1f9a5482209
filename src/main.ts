/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
/**
 * The one list of Bellwether's public globals. Whatever is assigned to `global` here becomes a top-level function of
 * the script, its comment the help that Sheets shows while typing; nothing else of the code can be called from outside.
 *
 * @OnlyCurrentDoc
 */
import { healthband, healthscore } from './functions/health.js';
import { contractionrate, expansionrate, grr, logochurn, logoretention, nrr } from './functions/retention.js';
import { mrrsnapshot } from './functions/snapshot.js';
import { bending, bentweeks } from './functions/trend.js';
import { weekly, weeklyfor } from './functions/weekly.js';
import { buildMenu, showSidebar } from './google/ui.js';
import { spreadsheetZone } from './google/zone.js';
import { tick } from './jobs/tick.js';
import { callFromSidebar } from './sidebar-api/call-from-sidebar.js';

declare const global: Record<string, (...args: never[]) => unknown>;

/**
 * Net revenue retention: what the accounts that paid at the start pay at the end, divided by what they paid at the start. New accounts are left out. Two forms: NRR(starting_mrr, ending_mrr) with one row per account, or NRR(starting_mrr, expansion, contraction, churn) with totals or ranges.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0. In the second form: the opening MRR.
 * @param {number|Array<Array<number>>} ending_mrr_or_expansion MRR of the same accounts at the end, for example C2:C. In the second form: MRR gained from existing accounts.
 * @param {number|Array<Array<number>>} contraction (optional, second form) MRR that accounts which stayed gave up, as a positive number, for example D2:D.
 * @param {number|Array<Array<number>>} churn (optional, second form) MRR of the accounts that left, as a positive number, for example E2:E.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
global.NRR = (starting_mrr, ending_mrr_or_expansion, contraction, churn) =>
  nrr(starting_mrr, ending_mrr_or_expansion, contraction, churn);

/**
 * Gross revenue retention: the share of starting MRR still billed at the end, expansion left out; each account counts for at most what it paid at the start. Two forms: GRR(starting_mrr, ending_mrr) with one row per account, or GRR(starting_mrr, contraction, churn) with totals or ranges.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0. In the second form: the opening MRR.
 * @param {number|Array<Array<number>>} ending_mrr_or_contraction MRR of the same accounts at the end, for example C2:C. In the second form: MRR that accounts which stayed gave up, as a positive number.
 * @param {number|Array<Array<number>>} churn (optional, second form) MRR of the accounts that left, as a positive number, for example D2:D.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
global.GRR = (starting_mrr, ending_mrr_or_contraction, churn) => grr(starting_mrr, ending_mrr_or_contraction, churn);

/**
 * Logo retention: the share of the accounts paying at the start that still pay at the end, whatever they pay.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
global.LOGORETENTION = (starting_mrr, ending_mrr) => logoretention(starting_mrr, ending_mrr);

/**
 * Logo churn: the share of the accounts paying at the start that pay nothing at the end; 1 minus LOGORETENTION.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
global.LOGOCHURN = (starting_mrr, ending_mrr) => logochurn(starting_mrr, ending_mrr);

/**
 * Expansion rate: the MRR that accounts paying at the start added, divided by starting MRR. New accounts are left out.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
global.EXPANSIONRATE = (starting_mrr, ending_mrr) => expansionrate(starting_mrr, ending_mrr);

/**
 * Contraction rate: the MRR given up by accounts that stayed, divided by starting MRR. Accounts that left count as churn, not here.
 *
 * @param {number|Array<Array<number>>} starting_mrr MRR per account at the start of the period, for example B2:B; a blank is 0.
 * @param {number|Array<Array<number>>} ending_mrr MRR of the same accounts at the end, for example C2:C.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 */
global.CONTRACTIONRATE = (starting_mrr, ending_mrr) => contractionrate(starting_mrr, ending_mrr);

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
 */
global.MRRSNAPSHOT = (accounts, starts, ends, mrr, day) =>
  mrrsnapshot(spreadsheetZone, accounts, starts, ends, mrr, day);

/**
 * Health score from 0 to 100, one per account row. Each input scores 0 at its worst and 100 at its best value, straight in between; the score is the weighted mean of the inputs that have data, or "unknown" when less than half of the weight has data.
 *
 * @param {Array<Array<string|number>>} signals A header row of input names, then one row per account, for example A1:E; a first column that is no input names the accounts.
 * @param {Array<Array<string|number>>} scale A table of four columns: input, weight, worst, best, for example Scale!A1:D5; best may be below worst where fewer is better.
 * @return {number|string|Array<Array<number|string>>} One score per account row.
 * @customfunction
 */
global.HEALTHSCORE = (signals, scale) => healthscore(signals, scale);

/**
 * Band of a health score: "red", "yellow", "green" or "unknown".
 *
 * @param {number|Array<Array<number>>} score Health scores from 0 to 100, for example F2:F.
 * @param {number} red_below (optional) Scores below this are red; 50 when left out.
 * @param {number} green_from (optional) Scores from this on are green; 75 when left out.
 * @return {string|Array<Array<string>>} One band per score.
 * @customfunction
 */
global.HEALTHBAND = (score, red_below, green_from) => healthband(score, red_below, green_from);

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
global.BENDING = (values, better, weeks, min_change) => bending(values, better, weeks, min_change);

/**
 * For how many weeks an indicator has been bending: the length of the run of wrong week-over-week changes that ends at the last value; 0 when it is not bending, "no data" when the last week is blank.
 *
 * @param {Array<Array<number>>} values One series a row, oldest week first, for example B2:M.
 * @param {string|Array<Array<string>>} better (optional) "up" when more is better (as when left out), "down" when fewer is, or a range with one of them per row, for example N2:N.
 * @return {number|string|Array<Array<number|string>>} One number of weeks per row.
 * @customfunction
 */
global.BENTWEEKS = (values, better) => bentweeks(values, better);

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
global.WEEKLY = (accounts, dates, values, how) => weekly(spreadsheetZone, accounts, dates, values, how);

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
global.WEEKLYFOR = (weeks, accounts, event_accounts, event_dates, values, how) =>
  weeklyfor(spreadsheetZone, weeks, accounts, event_accounts, event_dates, values, how);

/** Builds the menu when a spreadsheet is opened; it may do nothing else, since it may run without any rights. */
global.onOpen = () => {
  buildMenu();
};

/** Runs once, right after the add-on is installed from inside a spreadsheet. */
global.onInstall = () => {
  buildMenu();
};

/** Opens the sidebar. */
global.openSidebar = () => {
  showSidebar();
};

/** What the hourly trigger runs. */
global.tick = () => {
  tick();
};

/**
 * Answers the sidebar: JSON text in, JSON text out.
 *
 * @param {string} request the name of a call and what it needs.
 * @return {string} its value, or why it was refused.
 */
global.callFromSidebar = (request: string) => callFromSidebar(request);
