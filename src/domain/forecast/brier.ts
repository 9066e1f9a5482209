import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';
import { Sum } from '../statistics/sum.js';

/**
 * Brier score: how far stated confidence was from what came true.
 * Mean of (confidence - outcome) squared.
 *
 * @param confidence 0 (will not come true) to 1 (will).
 * @param outcome 1 where it came true, 0 where it did not.
 * @returns 0 (always sure and right) to 1 (always sure and wrong), 0.25 for a coin; `no-outcome` without any row.
 * @see Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78 (1950); he adds up
 * both outcomes of each event, which doubles the number.
 * @example What is the score of 0.7 that came true? 0.09
 */
export function brierScore(confidence: Series, outcome: Series): Result<number, 'no-outcome'> {
  const errors = new Sum();
  for (let row = 0; row < outcome.length; row++) errors.add((confidence.at(row) - outcome.at(row)) ** 2);
  return outcome.length > 0 ? ok(errors.total / outcome.length) : fail('no-outcome');
}
