import { weekStart, weekdayOf, type Day } from '../domain/calendar/day.js';
import type { WallClock } from '../domain/calendar/zone.js';
import type { SettingValues } from '../records/setting-schemas.js';
import { weekdayNumber } from '../records/settings.js';

/**
 * The week that the newest scan moment looks at: the last whole week before it. Scans that were missed are made good by
 * the newest one alone.
 *
 * @param clock what the team's wall clock shows now.
 * @example Which week does Monday 09:00 scan when scans are due on Monday at 8? The week that ended yesterday
 * @example And Monday 07:00? The week before that
 */
export function weekToScan(clock: WallClock, { scanDay, scanHour, weekStartsOn }: SettingValues): Day {
  const sinceScanDay = (weekdayOf(clock.day) - weekdayNumber(scanDay) + 7) % 7;
  const isBeforeHour = sinceScanDay === 0 && clock.hour < scanHour;
  const scanned = clock.day - sinceScanDay - (isBeforeHour ? 7 : 0);
  return weekStart(scanned, weekdayNumber(weekStartsOn)) - 7;
}
