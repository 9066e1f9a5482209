import type { Day } from '../domain/calendar/day.js';
import { dayReader, instantFinder, wallClock } from '../domain/calendar/zone.js';
import type { SettingValues } from '../records/setting-schemas.js';
import { weekToScan } from './schedule.js';

/** The one clock that everything a tick decides is decided by. */
export interface WatchClock {
  /** In milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** The day and the full hour, 0 to 23, that the team's wall clock shows. */
  readonly today: Day;
  readonly hour: number;
  /** The first day of the last whole week: the one whose weekly values are judged. */
  readonly week: Day;
  /** The day in the team's zone of an instant. */
  readonly dayOf: (epochMs: number) => Day;
  /** The instant at which the team's wall clock shows a full hour of a day; 0 when left out. */
  readonly instantOf: (day: Day, hour?: number) => number;
}

/**
 * Makes a clock for one team; keep it for all instants that one run needs.
 *
 * @param zone an IANA zone name.
 * @returns a function from an instant to the clock at that instant.
 */
export function watchClock(zone: string, settings: SettingValues): (now: number) => WatchClock {
  const wallClockAt = wallClock(zone);
  const zoneReaders = { dayOf: dayReader(zone), instantOf: instantFinder(zone) };
  return (now) => {
    const wall = wallClockAt(now);
    return { now, today: wall.day, hour: wall.hour, week: weekToScan(wall, settings), ...zoneReaders };
  };
}

/** A clock that is further back than this was wrong before, not now. */
const MOST_DAYS_BACK = 28;

/**
 * The clock, but that it judges no week before the one judged last: when a clock is set back, or the team's zone or scan hour is
 * changed, the week before would end the alerts of the newer one for good.
 */
export function notBefore(clock: WatchClock, lastWeek: Day | null): WatchClock {
  const back = lastWeek === null ? 0 : lastWeek - clock.week;
  const isSameWeekday = back % 7 === 0;
  return back > 0 && back <= MOST_DAYS_BACK && isSameWeekday ? { ...clock, week: clock.week + back } : clock;
}
