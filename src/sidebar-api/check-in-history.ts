import { weekStart, type Day } from '../domain/calendar/day.js';
import type { CheckInRecord } from '../records/tabs/check-ins.js';

/** The entries of every key result by the first day of their week. */
export interface History {
  /** The entry of a week; null when there is none. */
  at(keyResult: string, week: Day): CheckInRecord | null;
  /** The entry of the newest week up to a day that has a value; null when none has. */
  lastEntry(keyResult: string, until: Day): CheckInRecord | null;
  /** The value of that entry. */
  lastValue(keyResult: string, until: Day): number | null;
  /** All entries of a key result, one a week, oldest first. */
  of(keyResult: string): readonly CheckInRecord[];
}

/** Reads Check-ins once, whatever is asked of it; of two entries for one week the one made last counts, wherever rows were sorted to. */
export function historyOf(checkIns: readonly CheckInRecord[], firstWeekday: number): History {
  const startOf = (day: Day): Day => weekStart(day, firstWeekday);
  const weeks = new Map<string, Map<Day, CheckInRecord>>();
  for (const entry of checkIns) {
    let own = weeks.get(entry.keyResult);
    if (!own) weeks.set(entry.keyResult, (own = new Map<Day, CheckInRecord>()));
    const week = startOf(entry.week);
    if ((own.get(week)?.when ?? -Infinity) <= entry.when) own.set(week, entry);
  }
  const of = (keyResult: string): readonly CheckInRecord[] => {
    return [...(weeks.get(keyResult) ?? [])].sort(([a], [b]) => a - b).map(([, entry]) => entry);
  };
  const lastEntry = (keyResult: string, until: Day): CheckInRecord | null => {
    const known = of(keyResult).filter(({ week, value }) => value !== null && startOf(week) <= until);
    return known[known.length - 1] ?? null;
  };
  return {
    at: (keyResult, week) => weeks.get(keyResult)?.get(week) ?? null,
    lastEntry,
    lastValue: (keyResult, until) => lastEntry(keyResult, until)?.value ?? null,
    of,
  };
}
