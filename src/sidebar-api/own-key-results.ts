import { weekStart, type Day } from '../domain/calendar/day.js';
import type { CheckInRecord } from '../records/tabs/check-ins.js';
import type { KeyResultRecord } from '../records/tabs/key-results.js';
import type { OwnKeyResult, PastEntry } from './protocol.js';
import { shownDay } from './show.js';

/** The states in which a key result is not checked in. */
const AT_REST = ['paused', 'done', 'dropped'];

/** The key results that a person checks in: those they own that are not at rest. */
export function checkedInBy(me: string, keyResults: readonly KeyResultRecord[]): readonly KeyResultRecord[] {
  return keyResults.filter(({ owner, state }) => owner === me && !AT_REST.includes(state?.toLowerCase() ?? ''));
}

/** A person's key results with their newest entries; of two entries for one week the later row counts. */
export function ownKeyResults(
  me: string,
  keyResults: readonly KeyResultRecord[],
  checkIns: readonly CheckInRecord[],
  today: Day,
  firstWeekday: number,
): readonly OwnKeyResult[] {
  const thisWeek = weekStart(today, firstWeekday);
  return checkedInBy(me, keyResults).map(({ id, keyResult, account, unit, baseline, target, due }) => {
    let last: CheckInRecord | null = null;
    let current: CheckInRecord | null = null;
    for (const entry of checkIns) {
      if (entry.keyResult !== id) continue;
      const week = weekStart(entry.week, firstWeekday);
      if (week === thisWeek) current = entry;
      else if (week < thisWeek && (last === null || entry.week >= last.week)) last = entry;
    }
    const shown = (entry: CheckInRecord | null): PastEntry | null =>
      entry && {
        week: shownDay(weekStart(entry.week, firstWeekday), today),
        value: entry.value,
        confidence: entry.confidence,
        blocker: entry.blocker ?? '',
      };
    return {
      id,
      keyResult,
      account: account ?? '',
      unit: unit ?? '',
      baseline,
      target,
      due: due === null ? null : shownDay(due, today),
      last: shown(last),
      thisWeek: shown(current),
    };
  });
}
