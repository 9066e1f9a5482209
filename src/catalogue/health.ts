/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { healthband, healthscore } from '../functions/health.js';

/**
 * Health score from 0 to 100, one per account row. Each input scores 0 at its worst and 100 at its best value, straight in between; the score is the weighted mean of the inputs that have data, or "unknown" when less than half of the weight has data.
 *
 * @param {Array<Array<string|number>>} signals A header row of input names, then one row per account, for example A1:E; a first column that is no input names the accounts.
 * @param {Array<Array<string|number>>} scale A table of four columns: input, weight, worst, best, for example Scale!A1:D5; best may be below worst where fewer is better.
 * @return {number|string|Array<Array<number|string>>} One score per account row.
 * @customfunction
 */
export function HEALTHSCORE(signals: Cell, scale: Cell) {
  return healthscore(signals, scale);
}

/**
 * Band of a health score: "red", "yellow", "green" or "unknown".
 *
 * @param {number|Array<Array<number>>} score Health scores from 0 to 100, for example F2:F.
 * @param {number} red_below (optional) Scores below this are red; 50 when left out.
 * @param {number} green_from (optional) Scores from this on are green; 75 when left out.
 * @return {string|Array<Array<string>>} One band per score.
 * @customfunction
 */
export function HEALTHBAND(score: Cell, red_below: Cell, green_from: Cell) {
  return healthband(score, red_below, green_from);
}
