import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';

const PROMOTER_FROM = 9;
const DETRACTOR_UP_TO = 6;

/**
 * Net promoter score: promoters (9 and above) minus detractors (6 and below), as a percentage of all who answered.
 *
 * @param scores answers from 0 to 10, NaN where there is none.
 * @returns points from -100 to 100; `no-answers` without any.
 * @see Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003
 * @example What is it when of ten who answered five gave 9 or 10 and two gave 6 or less? 30
 */
export function netPromoterScore(scores: Series): Result<number, 'no-answers'> {
  let answers = 0;
  let balance = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores.at(row);
    if (Number.isNaN(score)) continue;
    answers++;
    if (score >= PROMOTER_FROM) balance++;
    else if (score <= DETRACTOR_UP_TO) balance--;
  }
  return answers === 0 ? fail('no-answers') : ok((100 * balance) / answers);
}
