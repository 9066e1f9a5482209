import type { Day } from '../domain/calendar/day.js';
import { outcome, type Outcome } from '../domain/okr/outcome.js';
import { quarterEnd, type Quarter } from '../domain/okr/quarter.js';
import type { KeyResultRecord } from '../records/tabs/key-results.js';
import type { History } from './check-in-history.js';

/** The last day of a key result: its due day, else the last of its objective's quarter; null where neither is known. */
export function lastDayOf({ due }: KeyResultRecord, quarter: Quarter | undefined): Day | null {
  return due ?? (quarter === undefined ? null : quarterEnd(quarter));
}

/** What came of a key result, or where it is now: the same in every view. */
export function outcomeOf(
  keyResult: KeyResultRecord,
  quarter: Quarter | undefined,
  history: History,
  today: Day,
): Outcome {
  const { id, baseline, target, current } = keyResult;
  const entries = history.of(id).map(({ week, value, confidence }) => ({ saidOn: week, value, confidence }));
  return outcome({ baseline, target, current, due: lastDayOf(keyResult, quarter), entries }, today);
}
