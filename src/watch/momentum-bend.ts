import type { Day } from '../domain/calendar/day.js';
import { seriesOf } from '../domain/series.js';
import { bendKind } from '../domain/trend/bend-kind.js';
import { bentWeeks, isBending } from '../domain/trend/bend.js';
import type { Indicator } from '../records/signals.js';
import type { Settings } from '../records/settings.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { Bend } from './bends.js';
import type { WatchClock } from './clock.js';

/** How many weeks a bend and its natural limits are judged on, and how many of them a message shows. */
const HISTORY_WEEKS = 26;
const SHOWN_WEEKS = 12;
/** A value that came in later than this many weeks after its week tells nobody anything new. */
const LATEST_WEEKS = 4;

/** The value of a week; null where it has none. */
export type ValueOf = (week: Day) => number | null | undefined;

/** What counts as a bend. */
interface Rule {
  readonly weeks: number;
  readonly minChange: number;
}

/** What a scan knows of the weeks. */
export interface ScannedWeeks extends Pick<WatchClock, 'week' | 'today' | 'dayOf'> {
  readonly rule: Rule;
  /** Whether nobody's values for the week are there yet: the team is late with all of them. */
  readonly isBehind: boolean;
}

/** The rule that a team has set. */
export function ruleOf({ values }: Settings): Rule {
  return { weeks: values.bendWeeks, minChange: values.smallestChange };
}

/** The newest week with a value, of the week to judge and the few before it; null where all are without. */
export function newestWeek(hasValue: (week: Day) => boolean, week: Day): Day | null {
  for (let ago = 0; ago <= LATEST_WEEKS; ago++) if (hasValue(week - 7 * ago)) return week - 7 * ago;
  return null;
}

function history(valueOf: ValueOf, week: Day, length = HISTORY_WEEKS): number[] {
  const values: number[] = [];
  for (let ago = length - 1; ago >= 0; ago--) values.push(valueOf(week - 7 * ago) ?? NaN);
  return values;
}

/** The bend of an indicator that ends with a week; null when it does not bend. */
export function bendOf({ name, better }: Indicator, valueOf: ValueOf, week: Day, rule: Rule): Bend | null {
  // Nearly all series end here, and the whole history of each is much to look up.
  if (!isBending(seriesOf(history(valueOf, week, rule.weeks + 1)), better, rule.weeks, rule.minChange)) return null;
  const values = history(valueOf, week);
  const run = bentWeeks(seriesOf(values), better, { minChange: rule.minChange });
  if (run === null || run < rule.weeks) return null;
  const from = values[values.length - 1 - run] ?? NaN;
  const to = values[values.length - 1] ?? NaN;
  return {
    indicator: name,
    better,
    weeks: run,
    since: week - 7 * (run - 1),
    from,
    to,
    change: from === 0 ? null : (to - from) / Math.abs(from),
    kind: bendKind(seriesOf(values)),
    recent: values.slice(-SHOWN_WEEKS).map((value) => (Number.isNaN(value) ? null : value)),
  };
}

/** Whether a series that does not bend surely does not: no week without data hides whether the run is long enough. */
export function isKnown({ better }: Indicator, valueOf: ValueOf, week: Day, { minChange }: Rule): boolean {
  const values = history(valueOf, week);
  const run = bentWeeks(seriesOf(values), better, { minChange });
  return run !== null && !Number.isNaN(values[values.length - 2 - run]);
}

/**
 * Whether the newest values of an alert's subject leave open how it goes on. They are of an earlier week than the one to judge, in
 * which it may have ended, unless the whole team's are; or even of one in which the bend was not long enough yet.
 *
 * @param bends whether it bends by those values.
 */
export function isOpenQuestion(week: Day, alert: AlertRecord, bends: boolean, scanned: ScannedWeeks): boolean {
  if (week === scanned.week) return false;
  if (!bends) return week < alert.since + 7 * (scanned.rule.weeks - 1);
  return !scanned.isBehind && scanned.dayOf(alert.opened) < scanned.week + 7;
}
