import { civilOf, dayOf, type Day } from '../calendar/day.js';

/** A calendar quarter as a whole number: year * 4 + (quarter - 1). */
export type Quarter = number;

/**
 * The quarter that a text names, or null when it names none. Year and quarter may stand in either order, with a hyphen, a
 * slash or blanks between them.
 *
 * @example Which quarter is "Q4 2026"? the one that isoQuarter writes as 2026-Q4
 */
export function parseQuarter(text: string): Quarter | null {
  const plain = text.normalize('NFKC').trim();
  const match =
    /^(?<year>\d{4})[\s/-]*Q(?<part>[1-4])$/i.exec(plain) ?? /^Q(?<part>[1-4])[\s/-]*(?<year>\d{4})$/i.exec(plain);
  return match?.groups ? Number(match.groups['year']) * 4 + Number(match.groups['part']) - 1 : null;
}

/** A quarter as it is written: `2026-Q4`. */
export function isoQuarter(quarter: Quarter): string {
  return `${String(Math.floor(quarter / 4)).padStart(4, '0')}-Q${String((quarter % 4) + 1)}`;
}

/** The quarter that holds a day. */
export function quarterOf(day: Day): Quarter {
  const { year, month } = civilOf(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** The first day of a quarter. */
export function quarterStart(quarter: Quarter): Day {
  return dayOf(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 1);
}

/** The last day of a quarter. */
export function quarterEnd(quarter: Quarter): Day {
  return quarterStart(quarter + 1) - 1;
}
