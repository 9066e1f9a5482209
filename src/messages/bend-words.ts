import type { Day } from '../domain/calendar/day.js';
import type { Bend } from '../watch/bends.js';
import { cellText } from './cell-text.js';
import { formatChange, formatCount, formatDay, formatMoney, formatPair } from './format.js';
import { trendOf, type Trend } from './trend.js';

/** Indicators stand side by side in one sentence. */
export const INDICATOR_LENGTH = 32;

/** How each kind of bend is called in a mail. */
const KIND_WORDS: Readonly<Record<Bend['kind'], string>> = {
  signal: 'outside natural limits',
  'normal variation': 'within normal variation',
  'short history': 'short history',
};

/** One bent indicator, in words. */
export interface BendWords {
  readonly indicator: string;
  readonly better: Bend['better'];
  readonly kind: Bend['kind'];
  readonly kindWords: string;
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly trend: Trend;
}

/** An indicator's name inside a sentence: `Usage` becomes `usage`, `NPS` and `Q3 plan` stay. */
export function inSentence(indicator: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/u.test(indicator)
    ? indicator.charAt(0).toLowerCase() + indicator.slice(1)
    : indicator;
}

/** The size of a bend and its two values: `-22 % over 3 weeks`, `410`, `320`. */
export function changeWords({ change, from, to, weeks }: Bend): { change: string; from: string; to: string } {
  const span = `over ${formatCount(weeks, 'week')}`;
  const values = formatPair(from, to);
  if (change === null) return { change: `${to > 0 ? 'up' : 'down'} from zero ${span}`, ...values };
  return { change: `${formatChange(change)} ${span}`, ...values };
}

/**
 * A bend as a mail tells of it.
 *
 * @param week the first day of the week of its last value.
 */
export function bendWords(bend: Bend, week: Day, today: Day): BendWords {
  return {
    ...changeWords(bend),
    indicator: cellText(bend.indicator, INDICATOR_LENGTH),
    better: bend.better,
    kind: bend.kind,
    kindWords: KIND_WORDS[bend.kind],
    since: `since ${formatDay(bend.since, today)}`,
    trend: trendOf(bend, week),
  };
}

/** The revenue that an account puts at risk; unknown is never shown as 0. */
export function exposureWords(exposure: number | null, currency: string): string {
  return `ARR at risk ${exposure === null ? 'unknown' : formatMoney(exposure, currency)}`;
}

/** How far away a renewal is: `renews in 62 days`. */
export function renewalDistance(renewal: Day | null, today: Day): string {
  if (renewal === null) return 'renewal day not known';
  const days = renewal - today;
  if (days === 0) return 'renews today';
  return days > 0 ? `renews in ${formatCount(days, 'day')}` : `renewal day passed ${formatCount(-days, 'day')} ago`;
}

/** How far away a renewal is, and its day: `renews in 62 days (Sat 11 Jul)`. */
export function renewalWords(renewal: Day | null, today: Day): string {
  const distance = renewalDistance(renewal, today);
  return renewal === null ? distance : `${distance} (${formatDay(renewal, today)})`;
}
