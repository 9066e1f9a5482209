import { civilOf, isoDay, longDay, type Day } from '../domain/calendar/day.js';
import type { WallClock } from '../domain/calendar/zone.js';
import type { ShownDay } from './protocol.js';

/** A day for the sidebar; its year is shown when it is not that of today. */
export function shownDay(day: Day, today: Day): ShownDay {
  return { iso: isoDay(day), text: longDay(day, civilOf(day).year !== civilOf(today).year) };
}

/** A moment for the sidebar: `Mon 4 May 08:12`. */
export function shownMoment({ day, hour, minute }: WallClock, today: Day): string {
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return `${shownDay(day, today).text} ${twoDigits(hour)}:${twoDigits(minute)}`;
}
