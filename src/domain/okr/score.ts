import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';
import { Sum } from '../statistics/sum.js';

/**
 * Score of an objective: the weighted mean of its key results' progress, each held between 0 and 1.
 *
 * @param progress of each key result, 0 to 1 and beyond; NaN where it is not known: such a key result is left out.
 * @param weights 0 or more, relative to each other.
 * @returns 0 to 1; `no-weight` when all weights add up to 0, `no-progress` when nothing that has weight is known.
 * @see Google, re:Work, Set goals with OKRs: the scale from 0.0 to 1.0
 * @example What is the score of key results at 0.5 and 1.3? 0.75
 */
export function objectiveScore(progress: Series, weights: Series): Result<number, 'no-weight' | 'no-progress'> {
  const weight = new Sum();
  const known = new Sum();
  const reached = new Sum();
  for (let row = 0; row < progress.length; row++) {
    const share = progress.at(row);
    const counts = weights.at(row);
    weight.add(counts);
    if (Number.isNaN(share)) continue;
    known.add(counts);
    reached.add(counts * Math.min(1, Math.max(0, share)));
  }
  if (!(weight.total > 0)) return fail('no-weight');
  return known.total > 0 ? ok(reached.total / known.total) : fail('no-progress');
}
