import type { Day } from '../domain/calendar/day.js';
import { instantOf } from '../domain/calendar/zone.js';

/** Makes the date that a cell shows for a day; each distinct day is looked up in the zone once. */
export function dateMaker(zone: () => string): (day: Day) => Date {
  const instants = new Map<Day, number>();
  return (day) => {
    let instant = instants.get(day);
    if (instant === undefined) {
      instant = instantOf(day, zone());
      instants.set(day, instant);
    }
    return new Date(instant);
  };
}
