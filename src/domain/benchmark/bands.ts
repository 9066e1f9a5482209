import { fail, ok, type Result } from '../result.js';
import type { Better } from '../trend/bend.js';

/** A range of values with a name; an open end is infinite. */
export interface Band {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What a value of a metric is held against. */
export interface Benchmark {
  readonly better: Better;
  /** From the worst band to the best; they may leave gaps but never overlap. */
  readonly bands: readonly Band[];
}

/** Where a value stands. */
export interface Standing {
  readonly band: string;
  /** What is still to go to the next better band, in the value's unit, negative where less is better; null in the best. */
  readonly toNext: number | null;
}

/** Ratios miss round limits by some 1e-16 in binary. */
const ROUNDING = 1e-9;

/**
 * A benchmark of bands in any order.
 *
 * @returns `overlap` with the two bands when two share more than a limit.
 */
export function benchmarkOf(
  bands: readonly Band[],
  better: Better,
): Result<Benchmark, { kind: 'overlap'; lower: Band; upper: Band }> {
  const rising = [...bands].sort((one, other) => one.from - other.from || one.to - other.to);
  for (let index = 1; index < rising.length; index++) {
    const [lower, upper] = [rising[index - 1], rising[index]];
    if (lower && upper && lower.to > upper.from) return fail({ kind: 'overlap', lower, upper });
  }
  return ok({ better, bands: better === 'up' ? rising : rising.reverse() });
}

/**
 * The band of a value and the way to the next better one. A value on a limit is in the better of the bands that meet
 * there.
 *
 * @returns `no-band` when the value falls into a gap.
 * @example Where does an NRR of 1.05 stand when bands meet at 1 and 1.1? in the middle band, 0.05 below the next
 */
export function standingOf(value: number, { better, bands }: Benchmark): Result<Standing, 'no-band'> {
  const slack = Math.abs(value) * ROUNDING;
  for (let index = bands.length - 1; index >= 0; index--) {
    const band = bands[index];
    if (!band || value < band.from - slack || value > band.to + slack) continue;
    const next = bands[index + 1];
    return ok({ band: band.name, toNext: next ? (better === 'up' ? next.from : next.to) - value : null });
  }
  return fail('no-band');
}
