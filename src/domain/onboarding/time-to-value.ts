import type { Day } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';
import { seriesOf } from '../series.js';
import { endedShare, meanWait, waitingCurve, waitQuantile, type Wait } from '../statistics/kaplan-meier.js';
import { quantileOf, sortedNumbers } from '../statistics/quantile.js';
import { sumOf } from '../statistics/sum.js';

/** When an account signed and when it first got value, never before; null when it has not. */
export interface Onboarding {
  readonly signed: Day;
  readonly firstValue: Day | null;
}

export const VALUE_STATISTICS = ['median', 'p90', 'mean', 'reached'] as const;

/** What is asked about the days to first value; `reached` is the share of accounts that got there. */
export type ValueStatistic = (typeof VALUE_STATISTICS)[number];

type Outcome = Result<number, 'nobody-signed' | 'nobody-reached'>;

const QUANTILES = { median: 0.5, p90: 0.9 } as const;

/**
 * Time to first value of the accounts that reached it: calendar days from signing to the first outcome that the customer
 * can report. It says nothing of those who still wait, and gets better as slow ones are lost.
 *
 * @param onboardings one an account.
 * @returns days, or for `reached` a ratio of all accounts; `nobody-signed` without accounts, `nobody-reached` when there are
 * no days to speak of.
 * @example What is the median when three accounts took 10, 20 and 60 days and a fourth still waits? 20
 */
export function timeToValue(onboardings: readonly Onboarding[], statistic: ValueStatistic): Outcome {
  if (onboardings.length === 0) return fail('nobody-signed');
  const days: number[] = [];
  for (const { signed, firstValue } of onboardings) if (firstValue !== null) days.push(firstValue - signed);
  if (statistic === 'reached') return ok(days.length / onboardings.length);
  if (days.length === 0) return fail('nobody-reached');
  if (statistic === 'mean') return ok(sumOf(seriesOf(days)) / days.length);
  return ok(quantileOf(sortedNumbers(days), QUANTILES[statistic]));
}

/**
 * Time to first value as it could be estimated at the end of a day, those still waiting counted (Kaplan-Meier). Accounts signed
 * later are left out, and value that came later had not come yet.
 *
 * @param onboardings one an account.
 * @returns days, or for `reached` the ratio that gets there within the longest time observed; the mean counts each account up to
 * that time. `nobody-signed` when all signed later, `nobody-reached` when too few got there to say.
 * @example What is the median when of four accounts two took 10 and 20 days and two wait for 40 days? 30
 */
export function timeToValueAsOf(onboardings: readonly Onboarding[], statistic: ValueStatistic, asOf: Day): Outcome {
  const waits = waitsUntil(onboardings, asOf);
  if (waits.length === 0) return fail('nobody-signed');
  const curve = waitingCurve(waits);
  if (statistic === 'reached') return ok(endedShare(curve));
  if (curve.steps.length === 0) return fail('nobody-reached');
  if (statistic === 'mean') return ok(meanWait(curve));
  const days = waitQuantile(curve, QUANTILES[statistic]);
  return days === null ? fail('nobody-reached') : ok(days);
}

/** What is known of each account at the end of a day: how long it took to first value, or how long it has waited. */
export function waitsUntil(onboardings: readonly Onboarding[], asOf: Day): Wait[] {
  const waits: Wait[] = [];
  for (const { signed, firstValue } of onboardings) {
    if (signed > asOf) continue;
    const isOver = firstValue !== null && firstValue <= asOf;
    waits.push({ days: (isOver ? firstValue : asOf) - signed, isOver });
  }
  return waits;
}
