/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import { asof } from '../functions/as-of.js';
import type { Cell } from '../functions/cells.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * The rows of an append-only log as they were known at the end of a day, in order and untouched: what the team could see then, without hindsight. A header row is kept.
 *
 * @param {Array<Array<string|number|boolean|Date>>} range The log, with its header or without, for example 'Check-ins'!A1:I.
 * @param {Array<Array<Date>>} entered Day or moment on which each row was entered, one per row of the range, for example 'Check-ins'!A1:A.
 * @param {Date} day The day, for example B1.
 * @return {Array<Array<string|number|boolean|Date>>} The rows entered on or before that day, as wide as the range.
 * @customfunction
 * @formula Rows whose entered falls on or before the day.
 * @convention Days of the spreadsheet's time zone; a moment counts until midnight of its day. Blank rows are left out; a row without entered is an error, because nobody can say when it was known.
 * @otherwise **Known before the day began**, as a Monday review sees it: give the day before, `=ASOF(A1:I, A1:A, DATE(YEAR(K1), MONTH(K1), DAY(K1) - 1))` with the day in K1.
 * @otherwise **Newest first**, as a feed shows it: leave the header out and sort, `=SORT(ASOF(A2:I, A2:A, K1), 1, FALSE)`.
 * @example A log as of 5 May
 * | Entered    | Key result | Confidence |
 * | 2026-05-04 | Churn      | 7          |
 * | 2026-05-05 | Adoption   | 5          |
 * | 2026-05-11 | Churn      | 4          |
 * =ASOF(A1:C4, A1:A4, DATE(2026,5,5))
 * | Entered    | Key result | Confidence |
 * | 2026-05-04 | Churn      | 7          |
 * | 2026-05-05 | Adoption   | 5          |
 */
export function ASOF(range: Cell, entered: Cell, day: Cell) {
  return asof(spreadsheetZone, range, entered, day);
}
