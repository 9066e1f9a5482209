import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { civilOf, dayOf, type Day } from './day.js';

/** The wall clock that somebody in a zone reads at one instant. */
export interface WallClock {
  readonly day: Day;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/**
 * A reader of wall clocks in one zone. Make one per zone and keep it: building the formatter costs a thousand look-ups.
 *
 * @param zone an IANA zone name, for example `Europe/Berlin`.
 * @returns a function from an instant, in milliseconds since 1970-01-01T00:00Z, to what a clock there shows.
 */
export function wallClock(zone: string): (epochMs: number) => WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (epochMs) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
    return {
      day: dayOf(part['year'] ?? NaN, part['month'] ?? NaN, part['day'] ?? NaN),
      hour: part['hour'] ?? NaN,
      minute: part['minute'] ?? NaN,
    };
  };
}

/**
 * A reader that turns instants into days of one zone and remembers every distinct instant it has seen, because a
 * column of dates repeats few values many times and a zone look-up costs far more than a map look-up.
 */
export function dayReader(zone: string): (epochMs: number) => Day {
  const clockAt = wallClock(zone);
  const known = new Map<number, Day>();
  return (epochMs) => {
    let day = known.get(epochMs);
    if (day === undefined) {
      day = clockAt(epochMs).day;
      known.set(epochMs, day);
    }
    return day;
  };
}

/**
 * The instant at which a wall clock in a zone shows a day and a whole hour; an hour that a daylight-saving change
 * skips becomes the moment as far after the gap.
 *
 * @returns milliseconds since 1970-01-01T00:00Z.
 */
export function instantOf(day: Day, zone: string, hour = 0): number {
  const { year, month, dayOfMonth } = civilOf(day);
  return toZonedDateTime(create(year, month, dayOfMonth, hour), zone).epochMilliseconds;
}
