import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';
import { Sum } from '../statistics/sum.js';

/** How one input counts towards health: 0 points at `worst`, 100 at `best`, a straight line between. */
export interface ScaleInput {
  readonly input: string;
  /** 0 or more, relative to the other inputs' weights; 0 leaves the input out. */
  readonly weight: number;
  readonly worst: number;
  /** Never the same as `worst`; below it where fewer is better, as with tickets. */
  readonly best: number;
}

/** The points of one input, 0 to 100, before it is weighed. */
export function pointsOf(value: number, { worst, best }: ScaleInput): number {
  return 100 * Math.min(1, Math.max(0, (value - worst) / (best - worst)));
}

/**
 * Health score of one account: the weighted mean of the points of the inputs that have data, rounded to one decimal.
 *
 * @param values one value per input of the scale, NaN where there is no data.
 * @param scale what counts and how much, in the order of `values`.
 * @returns 0 (all at worst) to 100 (all at best); `too-little-data` when less than half of the weight has data,
 * `no-weight` when the weights add up to 0.
 * @example What is the score when usage (weight 3) is at its best and tickets (weight 1) at their worst? 75
 */
export function healthScore(
  values: Series,
  scale: readonly ScaleInput[],
): Result<number, 'too-little-data' | 'no-weight'> {
  const weight = new Sum();
  const present = new Sum();
  const points = new Sum();
  scale.forEach((input, index) => {
    const value = values.at(index);
    weight.add(input.weight);
    if (Number.isNaN(value)) return;
    present.add(input.weight);
    points.add(input.weight * pointsOf(value, input));
  });
  if (!(weight.total > 0)) return fail('no-weight');
  if (present.total < weight.total / 2 - weight.total * ROUNDING) return fail('too-little-data');
  return ok(Math.round((points.total / present.total) * 10 + ROUNDING) / 10);
}

/**
 * How complete the data behind a health score are: the share of the weight whose inputs have data.
 *
 * @param values one value per input of the scale, NaN where there is no data.
 * @returns ratio, 0 to 1; `no-weight` when the weights add up to 0.
 * @example How complete is it when usage (weight 3) is known and tickets (weight 1) are not? 0.75
 */
export function healthCompleteness(values: Series, scale: readonly ScaleInput[]): Result<number, 'no-weight'> {
  const weight = new Sum();
  const present = new Sum();
  scale.forEach((input, index) => {
    weight.add(input.weight);
    if (!Number.isNaN(values.at(index))) present.add(input.weight);
  });
  return weight.total > 0 ? ok(present.total / weight.total) : fail('no-weight');
}

/** Decimal weights and values miss halves by some 1e-16 in binary; far above that, far below what anybody sees. */
const ROUNDING = 1e-9;
