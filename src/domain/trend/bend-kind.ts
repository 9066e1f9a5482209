import type { Series } from '../series.js';
import { Sum } from '../statistics/sum.js';

/** How a last value stands to the natural variation of the values before it. */
export type BendKind = 'signal' | 'normal variation' | 'short history';

/** Limits of an individuals chart lie 3 sigma out, and sigma is the mean moving range / 1.128: 3 / 1.128 = 2.66. */
const XMR_FACTOR = 2.66;
const FEWEST_EARLIER_VALUES = 6;

/**
 * Whether the last value of a series lies outside the natural limits of the earlier ones: their mean plus or minus 2.66
 * times their mean moving range (an XmR chart). It tags a bend; it never hides one.
 *
 * @param values one a week, oldest first, NaN for a week without data; such weeks are left out.
 * @see Wheeler, Understanding Variation: the natural process limits of an X chart
 * @example What is 2 after 10, 11, 10, 11, 10, 11? signal
 */
export function bendKind(values: Series): BendKind {
  let last = NaN;
  let count = 0;
  const sum = new Sum();
  const ranges = new Sum();
  let before = NaN;
  for (let week = 0; week < values.length; week++) {
    const value = values.at(week);
    if (Number.isNaN(value)) continue;
    if (count > 0) {
      sum.add(last);
      if (count > 1) ranges.add(Math.abs(last - before));
      before = last;
    }
    last = value;
    count++;
  }
  const earlier = count - 1;
  if (earlier < FEWEST_EARLIER_VALUES) return 'short history';
  const mean = sum.total / earlier;
  const reach = (XMR_FACTOR * ranges.total) / (earlier - 1) + ROUNDING * Math.abs(mean);
  return Math.abs(last - mean) > reach ? 'signal' : 'normal variation';
}

/** The mean of six times 0.7 is not 0.7 in binary, and a flat line has limits of no width. */
const ROUNDING = 1e-12;
