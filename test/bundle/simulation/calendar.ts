/** The simulation's own reading of the clock, through Intl alone: nothing of the product is used to judge the product. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What a wall clock in a zone shows: days are counted from 1970, weekdays from 1 = Monday. */
export interface Wall {
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function wallIn(zone: string, at: number): Wall {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const day = Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day']) / DAY;
  return { day, weekday: ((((day + 3) % 7) + 7) % 7) + 1, hour: parts['hour'] ?? 0 };
}

/** `2026-03-02`. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The next moment at which a zone's wall clock shows an hour of a weekday. */
export function nextMoment(zone: string, after: number, weekday: number, hour: number): number {
  let at = Math.floor(after / HOUR) * HOUR + HOUR;
  for (let wall = wallIn(zone, at); wall.weekday !== weekday || wall.hour !== hour; wall = wallIn(zone, at)) at += HOUR;
  return at;
}
