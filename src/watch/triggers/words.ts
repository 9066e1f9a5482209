import { civilOf, longDay, type Day } from '../../domain/calendar/day.js';

/** `1 week`, `3 weeks`. */
export function countWords(count: number, one: string): string {
  return `${thousands(count)} ${count === 1 ? one : `${one}s`}`;
}

/**
 * A writer of days as `Mon 4 May`, with the year when it is not that of today. Make one for all that is judged at once: many
 * accounts share few days.
 */
export function dayWriter(today: Day): (day: Day) => string {
  const { year } = civilOf(today);
  const written = new Map<Day, string>();
  return (day) => {
    let words = written.get(day);
    if (words === undefined) {
      words = longDay(day, civilOf(day).year !== year);
      written.set(day, words);
    }
    return words;
  };
}

/** A share as `104.9 %`: cut off, not rounded, so that what is below a floor never looks like it. */
export function percentWords(ratio: number): string {
  // What should be 1.05 can be a little less in binary.
  return `${String(Math.floor(ratio * 1000 + 1e-6) / 10)} %`;
}

/** An amount in whole units with its currency in front: `$48,000`, `EUR 1,200`. */
export function amountWords(amount: number, currency: string): string {
  return `${amount < 0 ? '-' : ''}${currency}${/\p{L}$/u.test(currency) ? ' ' : ''}${thousands(Math.abs(amount))}`;
}

/** More of a cell than this is not read in a message, and may not fit the cell that keeps it. */
const MOST_QUOTED = 300;

/** What a cell says, cut where it is long. */
export function quoted(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1).trimEnd()}…` : text;
}

/** `Acme`, `Acme and Bolt`, `Acme, Bolt and Cubit`. */
export function listWords(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function thousands(value: number): string {
  const digits = value.toFixed(0);
  return digits.length < 4 || digits.includes('e') ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
