import type { Day } from '../src/domain/calendar/day.js';
import { instantFinder } from '../src/domain/calendar/zone.js';

/** The instant at which a wall clock in a zone shows a day and a whole hour. */
export function instantOf(day: Day, zone: string, hour = 0): number {
  return instantFinder(zone)(day, hour);
}
