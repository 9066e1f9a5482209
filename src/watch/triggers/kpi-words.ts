import { civilOf, firstDayOf, longDay, type Month } from '../../domain/calendar/day.js';
import type { Kpi, KpiMonth } from './kpi-months.js';
import { listWords, percentWords } from './words.js';

/** Ratios miss round floors by some 1e-16 in binary. */
const ROUNDING = 1e-9;

/** `Oct 2026`. */
function monthWords(month: Month): string {
  const day = firstDayOf(month);
  return `${longDay(day).split(' ')[2] ?? ''} ${String(civilOf(day).year)}`;
}

/** Whether a metric is below its floor. */
export const isBelow = (value: number | null | undefined, floor: number): boolean => {
  return value !== null && value !== undefined && value < floor - ROUNDING;
};

/** Whether it is, or heads there. */
export const drifts = ({ value, projection }: KpiMonth, floor: number): boolean => {
  return isBelow(value, floor) || isBelow(projection?.value, floor);
};

/** What a metric says, which of the two conditions holds first. */
export function wordsOf(
  { subject }: Kpi,
  { month, value, projection }: KpiMonth,
  floor: number,
): { headline: string; facts: string[] } {
  const limit = `the floor of ${percentWords(floor)}`;
  const isNow = isBelow(value, floor);
  const facts = [
    `${subject} of the twelve months to ${monthWords(month)} is ${percentWords(value ?? NaN)}; the floor is ${percentWords(floor)}`,
  ];
  if (projection) {
    const shown = listWords(projection.of.map(percentWords));
    const leads = isBelow(projection.value, floor) ? `below ${limit}` : 'not below the floor';
    facts.push(
      `A straight line through its last three months (${shown}) leads to ${percentWords(projection.value)} at the end of ${monthWords(projection.month)}, ${leads}`,
    );
  }
  const headline = isNow
    ? `${percentWords(value ?? NaN)}, below ${limit}`
    : `heading for ${percentWords(projection?.value ?? NaN)} at the end of ${monthWords(projection?.month ?? NaN)}, below ${limit}`;
  return { headline, facts };
}
