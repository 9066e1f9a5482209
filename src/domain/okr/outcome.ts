import type { Day } from '../calendar/day.js';
import { keyResultProgress } from './key-result.js';

/** A value or a confidence that was said on some day. */
export interface SaidEntry {
  readonly saidOn: Day;
  readonly value: number | null;
  readonly confidence: number | null;
}

/** What an outcome is judged from. */
export interface OutcomeFacts {
  readonly baseline: number | null;
  readonly target: number | null;
  /** What the sheet has as its value. */
  readonly current: number | null;
  readonly due: Day | null;
  /** Oldest first. */
  readonly entries: readonly SaidEntry[];
}

/** What came of a key result. */
export interface Outcome {
  /** Null where it is not known. */
  readonly actual: number | null;
  /** 0 at the baseline, 1 at the target and beyond it more; null where it is not known. */
  readonly progress: number | null;
  /** Whether the target was met; null where it is not known, or not over yet. */
  readonly isMet: boolean | null;
}

/** A share such as 0.9999999 comes from decimals that binary numbers cannot hold. */
const ROUNDING = 1e-9;

/**
 * What came of a key result. One that is over is judged by the last value that was said up to its due day, so that nothing
 * that is said later changes it; without one, and while it runs, by the value in the sheet.
 *
 * @example What came of 40 to 80 that was at 70 on its due day and at 80 a week later? 70, not met
 */
export function outcome({ baseline, target, current, due, entries }: OutcomeFacts, today: Day): Outcome {
  const isOver = due !== null && today > due;
  const values = entries.filter(({ saidOn, value }) => value !== null && (!isOver || saidOn <= due));
  const last = values[values.length - 1]?.value ?? null;
  const actual = isOver ? (last ?? current) : (current ?? last);
  if (baseline === null || target === null || actual === null) return { actual, progress: null, isMet: null };
  const way = keyResultProgress({ baseline, target, current: actual });
  const progress = way.ok ? way.value : null;
  return { actual, progress, isMet: isOver && progress !== null ? progress >= 1 - ROUNDING : null };
}

/**
 * Whether an entry's confidence can be held against the outcome: it was said while the key result ran, and lies from 0 to 10;
 * what lies beyond is no confidence.
 */
export function isSaidInTime({ saidOn, confidence }: Omit<SaidEntry, 'value'>, due: Day): boolean {
  return saidOn <= due && confidence !== null && confidence >= 0 && confidence <= 10;
}
