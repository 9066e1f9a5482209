import { civilOf, longDay, type Day } from '../domain/calendar/day.js';

/** Above this, more decimals say nothing: a double has no more than 17 digits. */
const MOST_DECIMALS = 12;

function fixed(value: number, decimals: number): string {
  const size = Math.abs(value);
  // From 1e21 on toFixed writes an exponent, which takes no thousands.
  if (!(size < 1e21)) return String(value);
  const [whole = '', fraction = ''] = size.toFixed(decimals).split('.');
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ',') + `.${fraction}`.replace(/\.?0*$/, '');
  return value < 0 && /[1-9]/.test(shown) ? `-${shown}` : shown;
}

/** Three digits are enough to read a value by; whole numbers stay whole. */
function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return 0;
  return Math.min(MOST_DECIMALS, Math.max(0, 2 - Math.floor(Math.log10(size))));
}

/**
 * A number with thousands and at least three significant digits: `12,400`, `3.25`, `-0.004`.
 *
 * @example How is 1234567.8 shown? 1,234,568
 */
export function formatNumber(value: number): string {
  return fixed(value, decimalsFor(value));
}

/**
 * Two numbers with as many decimals as it takes to tell them apart, so that a change never looks like none.
 *
 * @example How are 410.2 and 409.9 shown? 410.2 and 409.9
 */
export function formatPair(from: number, to: number): { from: string; to: string } {
  let decimals = Math.max(decimalsFor(from), decimalsFor(to));
  while (from !== to && decimals < MOST_DECIMALS && fixed(from, decimals) === fixed(to, decimals)) decimals++;
  return { from: fixed(from, decimals), to: fixed(to, decimals) };
}

/**
 * An amount with its currency in front, in whole units from 100 on: `$48,000`, `-$1,200`, `CHF 12.50`.
 *
 * @param currency a sign or a code; a code gets a space.
 */
export function formatMoney(amount: number, currency: string): string {
  const size = Math.abs(amount);
  const digits = fixed(size, size >= 100 || Number.isInteger(size) ? 0 : Math.max(2, decimalsFor(size)));
  const cents = digits.replace(/\.(\d)$/, '.$10');
  return `${amount < 0 ? '-' : ''}${currency}${/\p{L}$/u.test(currency) ? ' ' : ''}${cents}`;
}

/**
 * A relative change in percent, always signed: `-22 %`, `+3.4 %`.
 *
 * @param ratio -0.22 is -22 %.
 */
export function formatChange(ratio: number): string {
  const percent = ratio * 100;
  const size = Math.abs(percent);
  const digits = fixed(percent, size >= 10 ? 0 : size >= 1 ? 1 : decimalsFor(percent));
  return `${ratio > 0 ? '+' : ''}${digits} %`;
}

/** `1 week`, `3 weeks`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** A day as `Mon 4 May`, with the year when it is not that of today. */
export function formatDay(day: Day, today: Day): string {
  return longDay(day, civilOf(day).year !== civilOf(today).year);
}

/** `usage`, `usage and tickets`, `usage, tickets and NPS`. */
export function formatList(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** The first items of a list and how many are left: `usage, tickets and 3 more`. */
export function formatShortList(items: readonly string[], most: number): string {
  // Naming the last one takes no more room than counting it.
  if (items.length <= most) return formatList(items);
  return formatList([...items.slice(0, most), `${formatNumber(items.length - most)} more`]);
}
