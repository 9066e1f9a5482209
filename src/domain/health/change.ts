import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';
import { sumOf } from '../statistics/sum.js';
import { healthScore, pointsOf, type ScaleInput } from './score.js';

/** What one input did to a health score. */
export interface InputChange {
  readonly input: string;
  /** To one decimal; above 0 when it raised the score. */
  readonly points: number;
}

/**
 * Why a health score moved: the points that each input gave or took, the largest change first. An input gives its points
 * times its weight, divided by the weight that has data; so an input whose data went missing shows what it gave before, and
 * the others what they gained by counting for more.
 *
 * @param before one value per input of the scale, NaN where there is no data.
 * @param now the same inputs later.
 * @returns all inputs; their points add up to the difference of the two scores, to the decimal. `unknown-score` when either
 * score is unknown, `no-weight` when the weights add up to 0.
 * @example What moved a score of usage (weight 1) and tickets (weight 1) when usage fell from 100 to 80 points? usage, by -10
 */
export function healthChange(
  before: Series,
  now: Series,
  scale: readonly ScaleInput[],
): Result<InputChange[], 'unknown-score' | 'no-weight'> {
  const [scoreBefore, scoreNow] = [healthScore(before, scale), healthScore(now, scale)];
  if (!scoreBefore.ok || !scoreNow.ok) {
    const isWeightless = [scoreBefore, scoreNow].some((score) => !score.ok && score.reason === 'no-weight');
    return fail(isWeightless ? 'no-weight' : 'unknown-score');
  }
  const [given, gives] = [contributions(before, scale), contributions(now, scale)];
  const tenths = scale.map((_, index) => 10 * ((gives[index] ?? 0) - (given[index] ?? 0)));
  const rounded = roundedTo(tenths, Math.round(10 * (scoreNow.value - scoreBefore.value)));
  const changes = scale.map(({ input }, index) => ({ input, points: (rounded[index] ?? 0) / 10 }));
  return ok(changes.sort((one, other) => Math.abs(other.points) - Math.abs(one.points)));
}

function contributions(values: Series, scale: readonly ScaleInput[]): number[] {
  const weightAt = (index: number): number => (Number.isNaN(values.at(index)) ? 0 : (scale[index]?.weight ?? 0));
  const present = sumOf({ length: scale.length, at: weightAt });
  return scale.map((input, index) => {
    const weight = weightAt(index);
    return weight === 0 ? 0 : (weight * pointsOf(values.at(index), input)) / present;
  });
}

/** Whole numbers near the given ones that add up to a total: the largest remainders are rounded up first. */
function roundedTo(numbers: readonly number[], total: number): number[] {
  const whole = numbers.map((number) => Math.floor(number + ROUNDING));
  let missing = total - whole.reduce((sum, number) => sum + number, 0);
  // What did not change at all keeps its 0.
  const changed = [...numbers.keys()].filter((index) => numbers[index] !== 0);
  const remainder = (index: number): number => (numbers[index] ?? 0) - (whole[index] ?? 0);
  const order = changed.sort((one, other) => remainder(other) - remainder(one));
  for (let turn = 0; missing > 0; turn++, missing--) bump(whole, order[turn % order.length], 1);
  for (let turn = 1; missing < 0; turn++, missing++) bump(whole, order[order.length - turn], -1);
  return whole.map((number) => number + 0);
}

function bump(numbers: number[], index: number | undefined, by: number): void {
  if (index !== undefined) numbers[index] = (numbers[index] ?? 0) + by;
}

/** Far above what binary loses, far below a tenth of a point. */
const ROUNDING = 1e-6;
