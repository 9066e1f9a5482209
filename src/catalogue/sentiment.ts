/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { csat, nps } from '../functions/sentiment.js';

/**
 * Net promoter score: promoters minus detractors as a percentage of all who answered, from -100 to 100. Blanks did not answer.
 *
 * @param {Array<Array<number>>} scores Answers from 0 to 10 to "How likely are you to recommend us?", for example Surveys!C2:C.
 * @return {number} Points from -100 to 100, and not a percentage.
 * @customfunction
 * @formula 100 x (answers of 9 or 10 - answers of 0 to 6) / answers.
 * @convention Every answer counts the same. An answer between the whole numbers, such as the mean of one account's answers, is a promoter from 9 on and
 * a detractor up to 6: 8.5 and 6.5 are passive. A score outside 0 to 10 is an error.
 * @otherwise **One vote per account**, as teams do whose large customers answer many times: make one row per account first,
 * `=NPS(QUERY(A2:C, "select avg(C) group by A label avg(C) ''"))`.
 * @otherwise **Weighted by revenue**, as finance asks: with MRR in D,
 * `=100 * (SUMIF(C2:C, ">=9", D2:D) - SUMIF(C2:C, "<=6", D2:D)) / SUMIF(C2:C, ">=0", D2:D)`.
 * @otherwise **As a key result or a bonus**, as some companies use it: the number is the same, but whoever is measured by it is tempted to choose whom and when
 * to ask. Teams that keep it as a diagnosis read it beside the comments, to find where to ask further, and put retention or time to value into the key result.
 * @otherwise **A scale of 1 to 5**, as some tools ask: only 5 promotes and 1 to 3 detract, `=100 * (COUNTIF(C2:C, 5) - COUNTIF(C2:C, "<=3")) / COUNT(C2:C)`. It is not
 * comparable with 0 to 10.
 * @see Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003, https://hbr.org/2003/12/the-one-number-you-need-to-grow
 * @see Retently, What is NPS and how does it work, https://help.retently.com/en/articles/431320-what-is-nps-and-how-does-it-work
 * @example Two promoters, one passive, one detractor; one did not answer
 * | Account | Score |
 * | Acme    | 10    |
 * | Bolt    | 9     |
 * | Cubit   | 8     |
 * | Delta   | 6     |
 * | Echo    |       |
 * =NPS(B2:B6)
 * | 25 |
 */
export function NPS(scores: Cell) {
  return nps(scores);
}

/**
 * Customer satisfaction: the share of answers at or above a threshold. Blanks did not answer.
 *
 * @param {Array<Array<number>>} scores Answers on a scale on which more is better, for example Tickets!D2:D.
 * @param {number} threshold (optional) The lowest answer that counts as satisfied; 4 when left out, for a scale from 1 to 5.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 * @formula Answers of the threshold or more / answers.
 * @convention The two best of five answers are satisfied ("top two boxes"). On a scale from 1 to 7 give 6, on one from 1 to 10 give 9, for thumbs as 0 and 1 give 1: the scale
 * cannot be told from the answers.
 * @otherwise **The mean answer**, as some help desks show it: `=AVERAGE(D2:D)`, or `=(AVERAGE(D2:D) - 1) / 4` from 0 to 1. Two teams with the same mean can have very different shares
 * of unhappy customers.
 * @otherwise **The best answer only** ("top box"), as strict teams count: `=CSAT(D2:D, 5)`.
 * @otherwise **The neutral answer left out**: `=COUNTIF(D2:D, ">=4") / (COUNT(D2:D) - COUNTIF(D2:D, 3))`.
 * @see Kicue, How to Calculate CSAT, on the top two boxes, https://kicue.com/en/blog/how-to-calculate-csat
 * @see SoGoSurvey, Introduction to Customer Satisfaction, https://www.sogosurvey.com/help/introduction-to-customer-satisfaction-csat/
 * @example Two of four are satisfied
 * | Ticket | Score |
 * | 101    | 5     |
 * | 102    | 4     |
 * | 103    | 3     |
 * | 104    | 1     |
 * | 105    |       |
 * =CSAT(B2:B6)
 * | 0.5 |
 */
export function CSAT(scores: Cell, threshold: Cell) {
  return csat(scores, threshold);
}
