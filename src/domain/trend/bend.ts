import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than all else in the loop.
const { abs } = Math;
const { isFinite, isNaN, MAX_SAFE_INTEGER } = Number;

/** Which way an indicator should go. */
export type Better = 'up' | 'down';

/** What counts as a change, and how far back to look. */
export interface BendRule {
  /** A change smaller than this fraction of the earlier value is flat. */
  readonly minChange?: number;
  /** Stop counting here, so that a short rule reads only the last weeks. */
  readonly atMost?: number;
}

/**
 * The length of the run of wrong week-over-week changes that ends at the last week.
 * Counted backwards from the last week while each value is worse than the one before; a flat change or a week without
 * data ends the run.
 *
 * @param values one value a week, oldest first, NaN for a week without data.
 * @returns changes, 0 when the last one is not wrong; null when the last week has no data.
 * @example How many weeks has 50, 48, 45 been bending when up is better? 2
 */
export function bentWeeks(
  values: Series,
  better: Better,
  { minChange = 0, atMost = MAX_SAFE_INTEGER }: BendRule = {},
): number | null {
  const last = values.length - 1;
  let after = last < 0 ? null : values.at(last);
  if (after === null || isNaN(after)) return null;
  const sign = better === 'up' ? 1 : -1;
  const smallest = minChange * SLACK;
  let run = 0;
  for (let week = last - 1; week >= 0 && run < atMost; week--) {
    const before = values.at(week);
    const worsening = (before - after) * sign;
    if (!(worsening > 0 && worsening >= smallest * abs(before))) break;
    run++;
    after = before;
  }
  return run;
}

/** A drop from 100 to 93 is one of 7 %, though 0.07 * 100 is a little above 7 in binary. */
const SLACK = 1 - 1e-12;

/**
 * Whether an indicator bends: each of its last week-over-week changes is wrong. Two wrong changes need three values.
 *
 * @param weeks changes that must be wrong, 1 or more.
 * @returns null when the last week has no data.
 * @example Does 50, 48, 45 bend when up is better and two weeks are asked for? true
 */
export function isBending(values: Series, better: Better, weeks = 2, minChange = 0): boolean | null {
  const run = bentWeeks(values, better, { minChange, atMost: weeks });
  return run === null ? null : run >= weeks;
}

/**
 * The relative change over the run of wrong changes that ends at the last week: last value minus the value before the
 * run, as a share of the latter's size.
 *
 * @returns ratio, below 0 for a fall and above for a rise, 0 when the last change is not wrong; `no-data` when the last
 * week has none, `from-zero` when the run starts at 0.
 * @example By how much does 60, 50, 48, 39 bend when up is better? -0.35
 */
export function bendSize(values: Series, better: Better): Result<number, 'no-data' | 'from-zero'> {
  const run = bentWeeks(values, better);
  if (run === null) return fail('no-data');
  if (run === 0) return ok(0);
  const last = values.length - 1;
  const before = values.at(last - run);
  const change = (values.at(last) - before) / abs(before);
  return isFinite(change) ? ok(change) : fail('from-zero');
}
