/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { krpace, krprogress, krstatus } from '../functions/key-result.js';
import { okrscore } from '../functions/okr-score.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * Progress of key results: the part of the way from baseline to target that is done, downward too. Not capped: below 0 is worse than the baseline, above 1 beyond the target. A blank current value answers with a blank.
 *
 * @param {number|Array<Array<number>>} baseline Where each key result started, for example C2:C.
 * @param {number|Array<Array<number>>} target Where it should end, for example D2:D; below the baseline where less is better.
 * @param {number|Array<Array<number>>} current Where it is, for example E2:E; a blank is not known, not 0.
 * @param {boolean} cap (optional) TRUE holds progress between 0 and 1; FALSE when left out.
 * @return {number|string|Array<Array<number|string>>} One progress per key result; format the cells as a percentage.
 * @customfunction
 * @formula (current - baseline) / (target - baseline).
 * @convention A straight line from baseline to target, without a cap, so that a fall below the baseline and a target that was too easy stay visible.
 * @otherwise **Held between 0 % and 100 %**, as most OKR tools show it: give `cap` TRUE.
 * @otherwise **Share of the target**, current / target, which ignores where the key result started: `=E2/D2`.
 * @example Churn that should fall, and adoption
 * | Key result | Baseline | Target | Current |
 * | Churn      | 8        | 3      | 6       |
 * | Adoption   | 40       | 70     | 76      |
 * | NPS        | 38       | 55     |         |
 * =KRPROGRESS(B2:B4, C2:C4, D2:D4)
 * | 0.4 |
 * | 1.2 |
 * |     |
 */
export function KRPROGRESS(baseline: Cell, target: Cell, current: Cell, cap: Cell) {
  return krprogress(baseline, target, current, cap);
}

/**
 * Pace: the share of a period that has elapsed, and so the progress that would be due by today on a straight line; 0 before the start, 1 after the end.
 *
 * @param {Date|Array<Array<Date>>} start First day of each period, for example F2:F.
 * @param {Date|Array<Array<Date>>} end Day on which it is due, for example G2:G.
 * @param {Date} today The day to look at, for example K1.
 * @return {number|string|Array<Array<number|string>>} One share per period; format the cells as a percentage.
 * @customfunction
 * @formula (today - start) / (end - start) in calendar days.
 * @convention Calendar days, weekends included: 0 on the first day, 1 on the day that it is due.
 * @otherwise **Working days**, as some planning tools count: `=(NETWORKDAYS(F2, K1)-1)/(NETWORKDAYS(F2, G2)-1)`.
 * @example A quarter on 31 October
 * | Start      | End        | Today      |
 * | 2026-10-01 | 2026-12-31 | 2026-10-31 |
 * =KRPACE(A2, B2, C2)
 * | 0.33 |
 */
export function KRPACE(start: Cell, end: Cell, today: Cell) {
  return krpace(spreadsheetZone, start, end, today);
}

/**
 * Status of key results, their progress held against the time that has passed: "done", "on track", "behind", "at risk", "not started", or "no data" when the current value is blank.
 *
 * @param {number|Array<Array<number>>} baseline Where each key result started, for example C2:C.
 * @param {number|Array<Array<number>>} target Where it should end, for example D2:D; below the baseline where less is better.
 * @param {number|Array<Array<number>>} current Where it is, for example E2:E; a blank is not known, not 0.
 * @param {Date|Array<Array<Date>>} start First day of each key result, for example F2:F, or one day for all.
 * @param {Date|Array<Array<Date>>} end Day on which each is due, for example G2:G, or one day for all.
 * @param {Date} today The day to look at, for example K1.
 * @return {string|Array<Array<string>>} One status per key result.
 * @customfunction
 * @formula done: progress from 1; not started: today before start; on track: progress from 0.9 × pace; behind: from 0.6 × pace; at risk: below. Progress as in KRPROGRESS, pace as in KRPACE.
 * @convention A key result is expected to move on a straight line; a tenth behind it is still on track.
 * @otherwise **Confidence instead of pace**, as Radical Focus asks for: the owner states a confidence from 0 to 10 every week, and its fall is what counts.
 * @otherwise **Fixed limits on progress**, as Google's grading has them (green from 0.7, yellow from 0.4): `=IFS(H2>=0.7, "green", H2>=0.4, "yellow", TRUE, "red")` at the end of the quarter.
 * @example A third of the quarter has passed
 * | Key result | Baseline | Target | Current |
 * | Churn      | 8        | 3      | 6       |
 * | Adoption   | 40       | 70     | 47      |
 * | TTFV       | 18       | 6      | 17      |
 * | NPS        | 38       | 55     |         |
 * =KRSTATUS(B2:B5, C2:C5, D2:D5, DATE(2026,10,1), DATE(2026,12,31), DATE(2026,10,31))
 * | on track |
 * | behind   |
 * | at risk  |
 * | no data  |
 */
export function KRSTATUS(baseline: Cell, target: Cell, current: Cell, start: Cell, end: Cell, today: Cell) {
  return krstatus(spreadsheetZone, baseline, target, current, start, end, today);
}

/**
 * Score of an objective from 0.0 to 1.0: the weighted mean of its key results' progress, each held between 0 and 1. Key results without progress are left out; "unknown" when none has any.
 *
 * @param {number|Array<Array<number>>} progress Progress of each key result, for example H2:H; a blank is not known and does not count.
 * @param {number|Array<Array<number>>} weights (optional) Weight of each key result, for example I2:I; all the same when left out.
 * @return {number|string} The score.
 * @customfunction
 * @formula Sum of weight × progress held between 0 and 1 / sum of weights, over the key results that have progress.
 * @convention Google's scale: 0.7 is a good score for a goal that was meant to stretch. One key result beyond its target does not make up for another.
 * @otherwise **Unknown counts as 0**, as strict graders have it at the end of a quarter: `=SUM(H2:H6)/ROWS(H2:H6)` over progress that is capped.
 * @otherwise **Without the cap**, so that what goes beyond a target counts: `=AVERAGE(H2:H)`.
 * @see Google re:Work, Guide: Set goals with OKRs, https://rework.withgoogle.com/guides/set-goals-with-okrs
 * @example Three key results, the first one twice as important
 * | Progress | Weight |
 * | 0.6      | 2      |
 * | 1.3      | 1      |
 * |          | 1      |
 * =OKRSCORE(A2:A4, B2:B4)
 * | 0.733 |
 */
export function OKRSCORE(progress: Cell, weights: Cell) {
  return okrscore(progress, weights);
}
