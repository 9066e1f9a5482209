import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';

/** The lower of the two best answers on the usual scale from 1 to 5. */
export const SATISFIED_FROM = 4;

/**
 * Customer satisfaction (CSAT): the share of answers that are satisfied.
 *
 * @param scores answers on any scale on which more is better, NaN where there is none.
 * @param satisfiedFrom the lowest answer that counts as satisfied.
 * @returns ratio, 0 to 1; `no-answers` without any.
 * @example What is it for answers 5, 4, 3 and 1 out of 5? 0.5
 */
export function satisfiedShare(scores: Series, satisfiedFrom = SATISFIED_FROM): Result<number, 'no-answers'> {
  let answers = 0;
  let satisfied = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores.at(row);
    if (Number.isNaN(score)) continue;
    answers++;
    if (score >= satisfiedFrom) satisfied++;
  }
  return answers === 0 ? fail('no-answers') : ok(satisfied / answers);
}
