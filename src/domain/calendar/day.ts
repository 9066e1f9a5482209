/** A calendar day as a whole number: days since 1970-01-01. It has no time and no zone. */
export type Day = number;

/** A calendar month as a whole number: year * 12 + (month - 1). */
export type Month = number;

const MS_PER_DAY = 86_400_000;

/**
 * The day of a civil date in the proleptic Gregorian calendar.
 *
 * @param month 1 to 12; values outside roll over into the neighbouring years.
 * @param dayOfMonth 1 to 31; values outside roll over into the neighbouring months.
 * @example Which day is 1 January 1970? 0
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY;
}

/** The year, month (1 to 12) and day of the month of a day. */
export function civilOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** The weekday of a day: 1 = Monday to 7 = Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The first day of the week that holds a day.
 *
 * @param firstWeekday 1 = Monday (ISO 8601) to 7 = Sunday.
 * @example Which Monday starts the week of Sunday 3 January 2027? 28 December 2026
 */
export function weekStart(day: Day, firstWeekday = 1): Day {
  return day - ((weekdayOf(day) - firstWeekday + 7) % 7);
}

/** The month that holds a day. */
export function monthOf(day: Day): Month {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1;
}

/** A day in ISO 8601 form, `2026-05-04`. */
export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A month in ISO 8601 form, `2026-05`. */
export function isoMonth(month: Month): string {
  return isoDay(firstDayOf(month)).slice(0, -3);
}

/**
 * The day that an ISO 8601 date names, or null when the text is not one or no such day exists.
 *
 * @example Which day is "2025-02-29"? null
 */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : null;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as mails and the sidebar show it: `Mon 4 May`, with the year when `withYear` is set: `Mon 4 May 2026`. */
export function longDay(day: Day, withYear = false): string {
  const { year, month, dayOfMonth } = civilOf(day);
  const text = `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${String(dayOfMonth)} ${MONTHS[month - 1] ?? ''}`;
  return withYear ? `${text} ${String(year)}` : text;
}
