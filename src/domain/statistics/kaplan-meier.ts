import { Sum } from './sum.js';

/** How long something took, or, when it has not come yet, how long it has been waited for. */
export interface Wait {
  readonly days: number;
  readonly isOver: boolean;
}

/** The share that still waits after so many days; 1 before the first step, and the same from one step to the next. */
export interface WaitingCurve {
  readonly steps: readonly { readonly days: number; readonly waiting: number }[];
  /** The longest that any wait was observed, in days. */
  readonly longest: number;
}

/**
 * The Kaplan-Meier curve: at each length at which waits ended, the share that still waited before, times the share of those
 * observed so long whose wait did not end. A wait that is not over counts among those observed for as long as it lasted,
 * the day of its own length included.
 *
 * @see Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
 * Association 53 (1958)
 * @example What share of waits of 1 day, 2 days so far and 3 days lasts longer than 1 day? 2/3
 */
export function waitingCurve(waits: readonly Wait[]): WaitingCurve {
  const byLength = [...waits].sort((one, other) => one.days - other.days);
  const steps: { days: number; waiting: number }[] = [];
  let waiting = 1;
  for (let first = 0; first < byLength.length;) {
    const days = byLength[first]?.days ?? NaN;
    let after = first;
    let ended = 0;
    for (; byLength[after]?.days === days; after++) if (byLength[after]?.isOver) ended++;
    if (ended > 0) {
      const observed = byLength.length - first;
      waiting *= (observed - ended) / observed;
      steps.push({ days, waiting });
    }
    first = after;
  }
  return { steps, longest: byLength[byLength.length - 1]?.days ?? 0 };
}

/**
 * The length within which a share of all waits ends: the first at which no more than the rest still waits. Where exactly the rest
 * waits for a while, the middle of that while, as the median of an even number of values lies between the middle two.
 *
 * @param q the share, above 0 and below 1; 0.5 for the median.
 * @returns days; null when more than the rest still waits at the end of the curve.
 * @see R, package survival, quantile.survfit, https://search.r-project.org/CRAN/refmans/survival/html/quantile.survfit.html
 * @example Within how many days do half of waits of 1, 2, 3 and 4 days end? 2.5
 */
export function waitQuantile({ steps, longest }: WaitingCurve, q: number): number | null {
  const rest = 1 - q;
  const place = steps.findIndex(({ waiting }) => waiting <= rest + ROUNDING);
  const step = steps[place];
  if (step === undefined) return null;
  const isFlatThere = step.waiting >= rest - ROUNDING;
  return isFlatThere ? (step.days + (steps[place + 1]?.days ?? longest)) / 2 : step.days;
}

/**
 * The mean wait, each counted up to the longest observed: the area under the curve. When the longest wait is not over, the
 * true mean is longer.
 *
 * @returns days.
 * @example What is the mean of waits of 2 and 4 days? 3
 */
export function meanWait({ steps, longest }: WaitingCurve): number {
  const area = new Sum();
  let [since, waiting] = [0, 1];
  for (const step of steps) {
    area.add(waiting * (step.days - since));
    since = step.days;
    waiting = step.waiting;
  }
  area.add(waiting * (longest - since));
  return area.total;
}

/** The share of waits that end within the longest observed, 0 to 1. */
export function endedShare({ steps }: WaitingCurve): number {
  return 1 - (steps[steps.length - 1]?.waiting ?? 1);
}

/** Products of shares miss a half by some 1e-16 in binary; far above that, far below one account in a million. */
const ROUNDING = 1e-9;
