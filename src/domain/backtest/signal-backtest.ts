import type { Day } from '../calendar/day.js';
import { seriesOf } from '../series.js';
import { areaUnderCurve } from '../statistics/auc.js';
import type { Estimate } from '../statistics/interval.js';
import { medianInterval } from '../statistics/median-interval.js';
import { quantileOf, sortedNumbers } from '../statistics/quantile.js';
import { rankTrend } from '../statistics/rank-trend.js';
import type { Better } from '../trend/bend.js';
import { bendDays, knownOn, type Histories, type History } from './account-weeks.js';
import { ChurnDays, firstBendIn, hasData, valuesIn, WINDOW_DAYS, type Churn, type Window } from './churn-window.js';

/** What a signal has been worth so far. */
export interface SignalBacktest {
  /** Churns before which a bend could have been seen. */
  readonly churnsWithData: number;
  /** Those before which one was. */
  readonly caught: number;
  /** Whole weeks from the first bend to the churn, over those caught; the interval is null when they are too few. */
  readonly warningWeeks: { readonly median: number; readonly interval: Pick<Estimate, 'low' | 'high'> | null } | null;
  /** Share of the churns with data that bent 90 days ahead or earlier; null without such churns. */
  readonly visible90DaysAhead: number | null;
  /** Bends that no churn followed within 180 days, per 100 account-quarters of such weeks; null before 180 days are over. */
  readonly falseAlarms: number | null;
  /** Share of the accounts that never left which bent in the last 180 days all the same; null without such accounts. */
  readonly stayedAndBent: number | null;
  /** How well the trend of the signal tells accounts that left from those that stayed; null without both. */
  readonly auc: Estimate | null;
  readonly verdict: Verdict;
}

type Verdict =
  | 'too few churns to say'
  | 'no account stayed to compare with'
  | 'tells churners apart'
  | 'no better than chance so far'
  | 'points the wrong way';

const FEWEST_CHURNS = 10;
const EARLY_DAYS = 90;
const WEEKS_PER_QUARTER = 13;
const MEDIAN_CONFIDENCE = 0.9;

/**
 * What one signal would have said of the churns there were, by what was known before each of them: a week counts once
 * it has ended. A bend is two wrong changes in a row; it is a warning when it lies in the 180 days before the churn.
 *
 * @param histories one value a week and account.
 * @see DeLong et al. (1988) for the interval of the area, the sign test's interval for the median
 * @example How many weeks of warning did a bend give that was known on 1 June when the account left on 29 June? 4
 */
export function signalBacktest(histories: Histories, churns: readonly Churn[], better: Better): SignalBacktest {
  const warnings: Day[] = [];
  const caseScores: number[] = [];
  const churnDays = new ChurnDays(churns);
  for (const window of churnDays.windows()) {
    const history = histories.of(window.account);
    if (!history || !hasData(history, window, 0)) continue;
    caseScores.push(worsening(history, window, better));
    const bend = firstBendIn(bendDays(history, 0, better), window);
    if (bend !== null) warnings.push(window.on - bend);
  }
  const stayed = staying(histories, churnDays, better);
  const weeks = sortedNumbers(warnings.map((days) => Math.floor(days / 7)));
  const churnsWithData = caseScores.length;
  const auc = churnsWithData > 0 && stayed.scores.length > 0 ? areaUnderCurve(caseScores, stayed.scores) : null;
  return {
    churnsWithData,
    caught: warnings.length,
    warningWeeks:
      weeks.length === 0
        ? null
        : { median: quantileOf(weeks, 0.5), interval: medianInterval(weeks, MEDIAN_CONFIDENCE) },
    visible90DaysAhead:
      churnsWithData === 0 ? null : warnings.filter((days) => days >= EARLY_DAYS).length / churnsWithData,
    falseAlarms:
      stayed.accountWeeks === 0 ? null : (100 * stayed.falseAlarms * WEEKS_PER_QUARTER) / stayed.accountWeeks,
    stayedAndBent: stayed.scores.length === 0 ? null : stayed.bent / stayed.scores.length,
    auc,
    verdict: verdictOf(churnsWithData, auc),
  };
}

function verdictOf(churnsWithData: number, auc: Estimate | null): Verdict {
  if (churnsWithData < FEWEST_CHURNS) return 'too few churns to say';
  if (auc === null) return 'no account stayed to compare with';
  if (auc.low > 0.5) return 'tells churners apart';
  return auc.high < 0.5 ? 'points the wrong way' : 'no better than chance so far';
}

/** How steadily the signal got worse in a window, -1 to 1. */
function worsening(history: History, window: Window, better: Better): number {
  const trend = rankTrend(seriesOf(valuesIn(history, window, 0).values));
  return better === 'up' ? -trend : trend;
}

/** What the signal said where no churn followed: scores of accounts that never left, alarms that nothing came of. */
function staying(histories: Histories, churnDays: ChurnDays, better: Better) {
  const end = { from: histories.lastKnown - WINDOW_DAYS, on: histories.lastKnown };
  const found = { scores: [] as number[], bent: 0, falseAlarms: 0, accountWeeks: 0 };
  for (const [account, history] of histories.all()) {
    const days = churnDays.of(account);
    const bends = bendDays(history, 0, better);
    if (days.length === 0 && hasData(history, end, 0)) {
      found.scores.push(worsening(history, end, better));
      if (firstBendIn(bends, end) !== null) found.bent++;
    }
    // After the last churn nobody knows whether the account is a customer again, and what is still measured may run out.
    const left = days[days.length - 1] ?? Infinity;
    /** Whether 180 days are over since a day, and no churn came in them. */
    const cameToNothing = (known: Day): boolean =>
      known < left &&
      known + WINDOW_DAYS <= histories.lastKnown &&
      !days.some((day) => known <= day && day <= known + WINDOW_DAYS);
    const isMeasured = (_: Day, place: number): boolean => (history.values[place]?.[0] ?? null) !== null;
    found.accountWeeks += history.weeks.filter(isMeasured).filter((week) => cameToNothing(knownOn(week))).length;
    // Each further week of one bend is the same alarm.
    found.falseAlarms += bends.filter((day, place) => bends[place - 1] !== day - 7 && cameToNothing(day)).length;
  }
  return found;
}
