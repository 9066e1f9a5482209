import { monthOf, type Day, type Month } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';
import { timeToValueAsOf, waitsUntil, type Onboarding } from './time-to-value.js';

/** How fast the accounts that signed in one month reached first value, as known on a day. */
export interface ValueCohort {
  readonly month: Month;
  readonly accounts: number;
  /** Share of the accounts that have reached it so far, 0 to 1. */
  readonly reached: number;
  /** Days, those still waiting counted; null when too few have reached it to say. */
  readonly median: number | null;
  readonly p90: number | null;
}

/**
 * Time to first value by month of signing, as known at the end of a day: later signings and later values had not come yet.
 *
 * @param onboardings one an account.
 * @returns the months in which somebody signed, oldest first; `nobody-signed` when all signed later.
 * @example What share of January's accounts has reached value when one of two has? 0.5
 */
export function valueCohorts(onboardings: readonly Onboarding[], asOf: Day): Result<ValueCohort[], 'nobody-signed'> {
  const byMonth = new Map<Month, Onboarding[]>();
  for (const onboarding of onboardings) {
    if (onboarding.signed > asOf) continue;
    const month = monthOf(onboarding.signed);
    const cohort = byMonth.get(month);
    if (cohort) cohort.push(onboarding);
    else byMonth.set(month, [onboarding]);
  }
  if (byMonth.size === 0) return fail('nobody-signed');
  const oldestFirst = [...byMonth].sort(([one], [other]) => one - other);
  return ok(oldestFirst.map(([month, cohort]) => cohortOf(month, cohort, asOf)));
}

function cohortOf(month: Month, cohort: readonly Onboarding[], asOf: Day): ValueCohort {
  const daysOf = (statistic: 'median' | 'p90'): number | null => {
    const days = timeToValueAsOf(cohort, statistic, asOf);
    return days.ok ? days.value : null;
  };
  const reached = waitsUntil(cohort, asOf).filter(({ isOver }) => isOver).length;
  return {
    month,
    accounts: cohort.length,
    reached: reached / cohort.length,
    median: daysOf('median'),
    p90: daysOf('p90'),
  };
}
