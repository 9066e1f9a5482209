import type { Day } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';

/** Where a key result starts, where it should end, and where it is, in its own unit; the target may lie below. */
export interface KeyResult {
  readonly baseline: number;
  readonly target: number;
  readonly current: number;
}

/**
 * Progress of a key result: the part of the way from baseline to target that is done.
 * (current - baseline) / (target - baseline).
 *
 * @returns ratio: 0 at the baseline, 1 at the target, below 0 or above 1 beyond them; `no-way` when baseline and target
 * are the same.
 * @example How far is churn that should fall from 8 to 3 and is at 6? 0.4
 */
export function keyResultProgress({ baseline, target, current }: KeyResult): Result<number, 'no-way'> {
  const progress = (current - baseline) / (target - baseline);
  // On the way down, none of it done is -0, which a cell could show as such.
  return Number.isFinite(progress) ? ok(progress + 0) : fail('no-way');
}

/** The days a key result runs: its first, and the one it is due. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/**
 * Pace: the share of a period that has elapsed, and so the progress that would be due on a straight line.
 * (today - start) / (end - start) in days.
 *
 * @returns ratio: 0 up to the start, 1 from the end on; `no-period` when the end is not after the start.
 * @example What is the pace on the 45th day of 90? 0.5
 */
export function pace({ start, end }: Period, today: Day): Result<number, 'no-period'> {
  if (end <= start) return fail('no-period');
  return ok(Math.min(1, Math.max(0, (today - start) / (end - start))));
}

/** How long after its due day a key result is still asked for: its last number may come late. */
const CHECKED_IN_AFTER_DUE = 14;

/**
 * Whether a weekly check-in is asked for: from the first day of a period until two weeks after its end; an end that is not
 * known does not end it.
 *
 * @example Is one asked for 15 days after the due day? false
 */
export function isCheckInDue({ start, end }: { readonly [Edge in keyof Period]: Day | null }, today: Day): boolean {
  return (start === null || today >= start) && (end === null || today <= end + CHECKED_IN_AFTER_DUE);
}

export type KeyResultStatus = 'done' | 'not started' | 'on track' | 'behind' | 'at risk' | 'no data';

/** The shares of the pace that progress must reach. */
const PACE_SHARES = { onTrack: 0.9, behind: 0.6 } as const;

/** Products such as 0.9 * 0.7 miss round numbers by some 1e-16 in binary. */
const ROUNDING = 1e-9;

/**
 * Status of a key result: its progress held against the pace of its period.
 * Done at progress 1; on track from 0.9 times the pace on; behind from 0.6 times the pace on; else at risk.
 *
 * @param progress null when the current value is not known.
 * @returns `no-period` when the end is not after the start.
 * @example What is progress of 0.45 at half time? on track
 */
export function keyResultStatus(
  progress: number | null,
  period: Period,
  today: Day,
): Result<KeyResultStatus, 'no-period'> {
  const due = pace(period, today);
  if (!due.ok) return due;
  if (progress !== null && progress >= 1 - ROUNDING) return ok('done');
  if (today < period.start) return ok('not started');
  if (progress === null) return ok('no data');
  if (progress >= PACE_SHARES.onTrack * due.value - ROUNDING) return ok('on track');
  return ok(progress >= PACE_SHARES.behind * due.value - ROUNDING ? 'behind' : 'at risk');
}
