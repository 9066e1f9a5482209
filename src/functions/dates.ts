import type { Day } from '../domain/calendar/day.js';
import { instantFinder } from '../domain/calendar/zone.js';

/** Makes the date that a cell shows for a day; each distinct day is looked up in the zone once. */
export function dateMaker(zone: () => string): (day: Day) => Date {
  const instants = new Map<Day, number>();
  let find: ((day: Day) => number) | null = null;
  return (day) => {
    let instant = instants.get(day);
    if (instant === undefined) {
      find ??= instantFinder(zone());
      instant = find(day);
      instants.set(day, instant);
    }
    return new Date(instant);
  };
}
