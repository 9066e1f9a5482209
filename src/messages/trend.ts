import type { Day } from '../domain/calendar/day.js';
import type { Bend } from '../watch/bends.js';
import { formatCount, formatNumber } from './format.js';

/** One bar: how far it reaches above and below the zero line, in pixels; a week without data has null. */
export interface TrendBar {
  readonly size: { readonly above: number; readonly below: number } | null;
  /** Whether this week moved the wrong way. */
  readonly bent: boolean;
}

/** The last weeks of an indicator, as a picture and as a sentence. */
export interface Trend {
  readonly bars: readonly TrendBar[];
  /** The longest bars above and below the zero line, in pixels. */
  readonly above: number;
  readonly below: number;
  readonly sentence: string;
}

/** As many bars as fit beside their label in a card on a phone 320 px wide. */
const MOST_WEEKS = 12;

const PICTURE_HEIGHT = 40;

/** Less than this would look like a week without data. */
const LEAST_BAR = 2;

/**
 * The picture of an indicator's last weeks: bars that start at zero, in proportion to the values.
 *
 * @param week the Monday of the last value.
 */
export function trendOf({ recent, since }: Pick<Bend, 'recent' | 'since'>, week: Day): Trend {
  const values = recent.slice(-MOST_WEEKS);
  const known = values.filter((value): value is number => value !== null);
  const highest = Math.max(0, ...known);
  const lowest = Math.min(0, ...known);
  // Halves first: the distance of two huge values is no finite number.
  const pixels = (value: number): number => (value / 2 / (highest / 2 - lowest / 2 || 1)) * PICTURE_HEIGHT;
  const size = (value: number): { above: number; below: number } => ({
    above: value < 0 ? 0 : Math.max(LEAST_BAR, Math.round(pixels(value))),
    below: value < 0 ? Math.max(LEAST_BAR, Math.round(pixels(-value))) : 0,
  });
  const bars = values.map((value, index) => ({
    size: value === null ? null : size(value),
    bent: value !== null && week - (values.length - 1 - index) * 7 >= since,
  }));
  const words = values.map((value) => (value === null ? 'no data' : formatNumber(value)));
  return {
    bars,
    above: Math.max(0, ...bars.map((bar) => bar.size?.above ?? 0)),
    below: Math.max(0, ...bars.map((bar) => bar.size?.below ?? 0)),
    sentence: `Last ${formatCount(values.length, 'week')}: ${words.join(', ')}`,
  };
}
