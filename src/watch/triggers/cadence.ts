import { weekStart, type Day } from '../../domain/calendar/day.js';
import { weekdayNumber, type Settings } from '../../records/settings.js';
import type { People } from '../people.js';
import type { WatchClock } from '../clock.js';

/** Whom a missed cadence goes to: the owner's manager, or the VP of customer success where Team names no manager. */
export function managerOf(owner: string | null, people: People): string | null {
  return (owner === null ? null : people.find(owner)?.manager) ?? people.vpCustomerSuccess;
}

/** The first day of the team's week that holds a day. */
type WeekOf = (day: Day) => Day;

/** Reads weeks as the team starts them. */
export function weekReader({ values }: Settings): WeekOf {
  const first = weekdayNumber(values.weekStartsOn);
  return (day) => weekStart(day, first);
}

/** One entry about a week. */
interface Entry {
  readonly week: Day;
  /** When it was made, in milliseconds since 1970-01-01T00:00Z. */
  readonly when: number;
}

/** What a team has entered week by week. */
interface Cadence {
  /** The first week for which an entry is expected of anybody: that of the very first entry; null before it. */
  readonly firstWeek: Day | null;
  /** The last week that has an entry, by subject. */
  readonly lastWeeks: ReadonlyMap<string, Day>;
  /** The first week that has one, by subject. */
  readonly firstWeeks: ReadonlyMap<string, Day>;
}

/**
 * Reads entries by subject. Weeks that have not begun are a slip of the year and say nothing.
 *
 * @param subjectOf the subject of an entry; null when there is none such.
 */
export function cadenceOf<Row extends Entry>(
  entries: readonly Row[],
  subjectOf: (entry: Row) => string | null,
  weekOf: WeekOf,
  { today, dayOf }: WatchClock,
): Cadence {
  const lastWeeks = new Map<string, Day>();
  const firstWeeks = new Map<string, Day>();
  let firstWeek: Day | null = null;
  for (const entry of entries) {
    const week = weekOf(entry.week);
    if (week > today) continue;
    // The moment, because entries of past weeks that were brought along do not mean that the team began then.
    const begun = weekOf(dayOf(entry.when));
    if (begun <= today && (firstWeek === null || begun < firstWeek)) firstWeek = begun;
    const subject = subjectOf(entry);
    if (subject === null) continue;
    lastWeeks.set(subject, Math.max(week, lastWeeks.get(subject) ?? week));
    firstWeeks.set(subject, Math.min(week, firstWeeks.get(subject) ?? week));
  }
  return { firstWeek, lastWeeks, firstWeeks };
}

/** Weeks in a row without an entry, up to the last whole week. */
interface MissedWeeks {
  readonly count: number;
  /** The first day of the first of them. */
  readonly since: Day;
}

/**
 * The weeks missed in a row up to a week; none once there is an entry for it or for a later one.
 *
 * @param first the first week for which an entry is expected.
 * @param last the last week that has one.
 * @param week the last whole week.
 */
export function missedWeeks(first: Day, last: Day | undefined, week: Day): MissedWeeks {
  const since = Math.max(first, last === undefined ? first : last + 7);
  return { count: Math.max(0, (week - since) / 7 + 1), since };
}
