/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { healthband, healthcompleteness, healthscore, healthwhy } from '../functions/health.js';

/**
 * Health score from 0 to 100, one per account row. Each input scores 0 at its worst and 100 at its best value, straight in between; the score is the weighted mean of the inputs that have data, or "unknown" when less than half of the weight has data.
 *
 * @param {Array<Array<string|number>>} signals A header row of input names, then one row per account, for example A1:E; a first column that is no input names the accounts.
 * @param {Array<Array<string|number>>} scale A table of four columns: input, weight, worst, best, for example Scale!A1:D5; best may be below worst where fewer is better.
 * @return {number|string|Array<Array<number|string>>} One score per account row.
 * @customfunction
 * @formula Each input: 100 x (value - worst) / (best - worst), at least 0 and at most 100. Score: the inputs times their weights, added up / the weights of the inputs that have data.
 * @convention Straight between worst and best; rounded to one decimal. An input without data is left out and the others count for more; when
 * less than half of the weight has data, the score is "unknown" rather than a guess.
 * @otherwise **Points by steps**, as many success platforms set them up, for example 0, 50 or 100: put the points into the signals, for example
 * `=IFS(B2 < 50, 0, B2 < 80, 50, TRUE, 100)`, and scale that input from 0 to 100.
 * @otherwise **No data is the worst**, as teams do that want gaps to show: fill the blanks with the worst value of the scale.
 * @otherwise **The worst input decides**, as red-flag scores do: `=MIN(B2:D2)` over inputs of 0 to 100.
 * @see Mehta, Steinman and Murphy, Customer Success, 2016, on health scores from several inputs
 * @example Three inputs; fewer tickets is better
 * | Account | Usage | Tickets | NPS | | Input   | Weight | Worst | Best |
 * | Acme    | 80    | 2       | 9   | | Usage   | 50     | 0     | 100  |
 * | Bolt    | 40    | 10      | 6   | | Tickets | 30     | 10    | 0    |
 * | Cubit   | 60    |         |     | | NPS     | 20     | 0     | 10   |
 * | Delta   |       | 4       |     | |         |        |       |      |
 * =HEALTHSCORE(A1:D5, F1:I4)
 * | 82      |
 * | 32      |
 * | 60      |
 * | unknown |
 */
export function HEALTHSCORE(signals: Cell, scale: Cell) {
  return healthscore(signals, scale);
}

/**
 * How complete the data behind each health score are: the share of the weight whose inputs have data, one per account row. Below one half the score is "unknown".
 *
 * @param {Array<Array<string|number>>} signals A header row of input names, then one row per account, for example A1:E; a first column that is no input names the accounts.
 * @param {Array<Array<string|number>>} scale A table of four columns: input, weight, worst, best, for example Scale!A1:D5.
 * @return {number|Array<Array<number|string>>} One ratio per account row; format the cells as percentages.
 * @customfunction
 * @formula Weights of the inputs that have data / all weights.
 * @convention By weight: a missing input counts as much as it would have counted in the score.
 * @otherwise **By number of inputs**, as data teams report completeness: give all inputs the weight 1.
 * @otherwise **Accounts with a score**, as an objective states it: `=COUNT(F2:F) / COUNTA(A2:A)` over the column of HEALTHSCORE.
 * @example Half of the weight is enough for a score, less is not
 * | Account | Usage | Tickets | NPS | | Input   | Weight | Worst | Best |
 * | Acme    | 80    | 2       | 9   | | Usage   | 50     | 0     | 100  |
 * | Bolt    | 60    |         |     | | Tickets | 30     | 10    | 0    |
 * | Cubit   |       | 4       |     | | NPS     | 20     | 0     | 10   |
 * =HEALTHCOMPLETENESS(A1:D4, F1:I4)
 * | 1   |
 * | 0.5 |
 * | 0.3 |
 */
export function HEALTHCOMPLETENESS(signals: Cell, scale: Cell) {
  return healthcompleteness(signals, scale);
}

/**
 * Why a health score moved: spills each input with the points that it gave or took, the largest change first. The points add up to the change of HEALTHSCORE.
 *
 * @param {Array<Array<string|number>>} before The account's values then, in the order of scale, for example B3:H3; or a header row of input names and one row of values.
 * @param {Array<Array<string|number>>} now The account's values now, in the same form, for example B4:H4.
 * @param {Array<Array<string|number>>} scale A table of four columns: input, weight, worst, best, for example Scale!A1:D5.
 * @return {Array<Array<string|number>>} Two columns: input, points.
 * @customfunction
 * @formula Of each input: points (0 to 100) x weight / weight with data now, minus the same before.
 * @convention The points are rounded to one decimal so that they add up to the change of the rounded score. An input whose data went missing
 * shows the loss of all it gave, and the others show what they gained by counting for more. When either score is unknown there is nothing to
 * explain: the answer is "unknown".
 * @otherwise **Change of each input on its own**, unweighted: subtract the two rows.
 * @otherwise **Shapley values**, as data scientists explain models: for a weighted mean with the same inputs present they are the same points.
 * @example Usage fell, tickets got better
 * | Input   | Usage | Tickets | NPS | | Input   | Weight | Worst | Best |
 * | Then    | 80    | 5       | 9   | | Usage   | 50     | 0     | 100  |
 * | Now     | 60    | 2       | 9   | | Tickets | 30     | 10    | 0    |
 * |         |       |         |     | | NPS     | 20     | 0     | 10   |
 * =HEALTHWHY(B2:D2, B3:D3, F1:I4)
 * | Usage   | -10 |
 * | Tickets | 9   |
 * | NPS     | 0   |
 */
export function HEALTHWHY(before: Cell, now: Cell, scale: Cell) {
  return healthwhy(before, now, scale);
}

/**
 * Band of a health score: "red", "yellow", "green" or "unknown".
 *
 * @param {number|Array<Array<number>>} score Health scores from 0 to 100, for example F2:F.
 * @param {number} red_below (optional) Scores below this are red; 50 when left out.
 * @param {number} green_from (optional) Scores from this on are green; 75 when left out.
 * @return {string|Array<Array<string>>} One band per score.
 * @customfunction
 * @formula Red below 50, green from 75 on, yellow in between.
 * @convention A limit belongs to the better band: 50 is yellow, 75 is green. A score that is "unknown" is in no colour; a blank answers with a blank.
 * @otherwise **Other limits**: give them, `=HEALTHBAND(F2:F, 60, 80)`.
 * @otherwise **Equal thirds of the portfolio**, as some teams colour: give the limits as quantiles,
 * `=HEALTHBAND(F2:F, PERCENTILE(F2:F, 1/3), PERCENTILE(F2:F, 2/3))`. A third is then red however well all are.
 * @example Limits belong to the better band
 * | Score   |
 * | 49.9    |
 * | 50      |
 * | 75      |
 * | unknown |
 * =HEALTHBAND(A2:A5)
 * | red     |
 * | yellow  |
 * | green   |
 * | unknown |
 */
export function HEALTHBAND(score: Cell, red_below: Cell, green_from: Cell) {
  return healthband(score, red_below, green_from);
}
