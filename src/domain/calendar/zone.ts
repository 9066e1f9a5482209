import type { Day } from './day.js';

/** The wall clock that somebody in a zone reads at one instant. */
export interface WallClock {
  readonly day: Day;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
/** Dates end here. */
const LAST_INSTANT = 8.64e15;

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than reading a cell.
const { floor, min } = Math;

/**
 * A reader of wall clocks in one zone. Make one per zone and keep it: building the formatter costs a thousand look-ups.
 *
 * @param zone an IANA zone name, for example `Europe/Berlin`.
 * @returns a function from an instant, in milliseconds since 1970-01-01T00:00Z, to what a clock there shows.
 */
export function wallClock(zone: string): (epochMs: number) => WallClock {
  const offsetAt = offsetReader(zone);
  return (epochMs) => {
    const wallMs = epochMs + offsetAt(epochMs);
    const day = floor(wallMs / MS_PER_DAY);
    const minutes = floor((wallMs - day * MS_PER_DAY) / 60_000);
    return { day, hour: floor(minutes / 60), minute: minutes % 60 };
  };
}

/**
 * A reader that turns instants into days of one zone. It asks the zone only for the two ends of each UTC day it meets:
 * where both have the same offset the whole day has it (no zone ever changed and changed back within a day), and a
 * column of dates meets few days many times. On the other days it asks for each instant, once: a column of months has
 * one such instant on many rows.
 */
export function dayReader(zone: string): (epochMs: number) => Day {
  const offsetAt = offsetReader(zone);
  const steadyOffsets = new Map<number, number | null>();
  const steadyOffsetOf = (utcDay: number): number | null => {
    let offset = steadyOffsets.get(utcDay);
    if (offset === undefined) {
      const first = offsetAt(utcDay * MS_PER_DAY);
      offset = first === offsetAt(min((utcDay + 1) * MS_PER_DAY, LAST_INSTANT)) ? first : null;
      steadyOffsets.set(utcDay, offset);
    }
    return offset;
  };
  const otherOffsets = new Map<number, number>();
  const otherOffsetOf = (epochMs: number): number => {
    let offset = otherOffsets.get(epochMs);
    if (offset === undefined) {
      offset = offsetAt(epochMs);
      otherOffsets.set(epochMs, offset);
    }
    return offset;
  };
  return (epochMs) => {
    const offset = steadyOffsetOf(floor(epochMs / MS_PER_DAY)) ?? otherOffsetOf(epochMs);
    return floor((epochMs + offset) / MS_PER_DAY);
  };
}

type OffsetReader = (epochMs: number) => number;

/** A run asks few zones, and from many places: each formatter is built once. */
const offsetReaders = new Map<string, OffsetReader>();

/** A reader of how far a zone's clocks are ahead of UTC, in milliseconds; to the second, as old local times need. */
function offsetReader(zone: string): OffsetReader {
  const known = offsetReaders.get(zone);
  if (known) return known;
  const reader = newOffsetReader(zone);
  offsetReaders.set(zone, reader);
  return reader;
}

function newOffsetReader(zone: string): OffsetReader {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (epochMs) => {
    // en-US writes month/day/year, hour:minute:second; reading that text takes a third of the time of formatToParts.
    const [month = NaN, dayOfMonth = NaN, year = NaN, hour = NaN, minute = NaN, second = NaN] =
      format.format(epochMs).match(/\d+/g)?.map(Number) ?? [];
    const wallMs = Date.UTC(year, month - 1, dayOfMonth, hour, minute, second);
    return wallMs - floor(epochMs / 1000) * 1000;
  };
}

/**
 * A finder of instants in one zone. Make one per zone and keep it, as for `wallClock`.
 *
 * @param zone an IANA zone name.
 * @returns a function from a day and a whole hour, 0 when left out, to the instant at which a wall clock there shows
 * them, in milliseconds since 1970-01-01T00:00Z. Of an hour that comes twice it is the first; an hour that a change of
 * the clocks skips becomes the moment as far after the gap: what `compatible` means to ECMAScript's Temporal.
 */
export function instantFinder(zone: string): (day: Day, hour?: number) => number {
  const offsetAt = offsetReader(zone);
  return (day, hour = 0) => {
    const wallMs = day * MS_PER_DAY + hour * MS_PER_HOUR;
    // No zone is a day away from UTC, and none changed its clocks twice within two days.
    const before = offsetAt(wallMs - MS_PER_DAY);
    const after = offsetAt(wallMs + MS_PER_DAY);
    if (before === after) return wallMs - before;
    const isAfter = offsetAt(wallMs - before) !== before && offsetAt(wallMs - after) === after;
    return wallMs - (isAfter ? after : before);
  };
}
