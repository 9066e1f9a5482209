/** Days are whole numbers since 1970-01-01; months are year * 12 + (month - 1). */
const MS_PER_DAY = 86_400_000;

/** The day that an ISO date names. */
export function day(iso: string): number {
  const value = Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
  if (!Number.isInteger(value)) throw new Error(`day: "${iso}" is not a date; write it as 2026-11-16`);
  return value;
}

export function monthOf(someDay: number): number {
  const date = new Date(someDay * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MS_PER_DAY;
}

/** The same date some years later; 29 February becomes 1 March in a common year. */
export function yearsLater(someDay: number, years: number): number {
  const date = new Date(someDay * MS_PER_DAY);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / MS_PER_DAY;
}

/** Sunday 22 November 2026: the day on which the sample book stands. */
export const today = day('2026-11-22');

/** The Mondays of the 26 weeks of signals, oldest first; the last one is the week that ends on `today`. */
export const weeks: readonly number[] = Array.from({ length: 26 }, (_, index) => day('2026-11-16') - 7 * (25 - index));

/** The 24 months of revenue, oldest first, ending October 2026. */
export const months: readonly number[] = Array.from(
  { length: 24 },
  (_, index) => monthOf(day('2026-10-01')) - 23 + index,
);
