import { Zone } from '../apps-script/time/zone.js';

/** An instant as people in a zone write it, for example "Sun 22 Nov 2026, 18:00". */
export function dayAndTime(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}

/** An instant as the value of a `datetime-local` input in a zone, to the minute. */
export function inputMoment(instant: number, timeZone: string): string {
  return new Date(new Zone(timeZone).wallOfInstant(instant)).toISOString().slice(0, 16);
}

/** The instant that a `datetime-local` input names in a zone; NaN for a blank one. */
export function instantOfInput(moment: string, timeZone: string): number {
  const wall = Date.parse(`${moment}Z`);
  return Number.isNaN(wall) ? wall : new Zone(timeZone).instantOfWall(wall);
}
