import type { Day } from '../domain/calendar/day.js';
import { seriesOf } from '../domain/series.js';
import { bendKind } from '../domain/trend/bend-kind.js';
import { bentWeeks } from '../domain/trend/bend.js';
import type { Indicator, Signals, WeekOfSignals } from '../records/signals.js';
import type { AccountRecord } from '../records/tabs/accounts.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { Records } from '../records/workbook.js';
import type { Bend, BentAccount } from './bends.js';

/** The trigger's name in Alerts. */
export const MOMENTUM_DECAY = 'Momentum decay';

/** How many weeks a bend and its natural limits are judged on, and how many of them a message shows. */
const HISTORY_WEEKS = 26;
const SHOWN_WEEKS = 12;

/** What an account's week says: the bends it has, or why there are none. */
type Verdict = BentAccount | 'does not bend' | 'no data' | 'churned';

/** What one scan of the weekly indicators found, by account name. */
export interface SignalScan {
  readonly week: Day;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** Whether an account was lost before a week began. */
function hasChurned({ churnedOn, status }: AccountRecord, week: Day): boolean {
  return churnedOn === null ? status?.toLowerCase() === 'churned' : churnedOn <= week;
}

type Weeks = ReadonlyMap<Day, WeekOfSignals>;

function history(weeks: Weeks, week: Day, index: number): number[] {
  return Array.from({ length: HISTORY_WEEKS }, (_, i) => {
    return weeks.get(week - 7 * (HISTORY_WEEKS - 1 - i))?.values[index] ?? NaN;
  });
}

interface Rule {
  readonly weeks: number;
  readonly minChange: number;
}

function bendOf({ name, better }: Indicator, values: readonly number[], week: Day, rule: Rule): Bend | null {
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
function isKnown(values: readonly number[], better: Indicator['better'], { minChange }: Rule): boolean {
  const run = bentWeeks(seriesOf(values), better, { minChange });
  return run !== null && !Number.isNaN(values[values.length - 2 - run]);
}

function verdictOn(
  account: AccountRecord,
  { byAccount, indicators }: Signals,
  week: Day,
  rule: Rule,
  watched: readonly string[],
): Verdict {
  if (hasChurned(account, week)) return 'churned';
  const weeks = byAccount.get(account.account);
  const scanned = weeks?.get(week);
  if (!weeks || !scanned || scanned.values.every((value) => value === null)) return 'no data';
  const bends = indicators
    .flatMap((indicator, index) => bendOf(indicator, history(weeks, week, index), week, rule) ?? [])
    .sort((a, b) => b.weeks - a.weeks);
  if (bends.length === 0) {
    const known = new Set(
      indicators
        .filter(({ better }, index) => isKnown(history(weeks, week, index), better, rule))
        .map(({ name }) => name),
    );
    return watched.every((name) => known.has(name)) ? 'does not bend' : 'no data';
  }
  return {
    account: account.account,
    bends,
    since: Math.min(...bends.map(({ since }) => since)),
    exposure: account.arr,
    renewal: account.renewal,
    csm: account.csm,
    accountRow: account.row,
    signalRow: scanned.row,
  };
}

/**
 * Trigger 3: judges every account by whether any of its weekly indicators has moved the wrong way for the set number of
 * weeks running, up to a given week, whatever its health says. While an indicator that an open alert is about has no
 * value in that week, or no column any more, nobody knows whether it still bends.
 *
 * @param week the first day of the week to judge.
 */
export function scanSignals({ accounts, signals, settings, alerts }: Records, week: Day): SignalScan {
  const rule = { weeks: settings.values.bendWeeks, minChange: settings.values.smallestChange };
  const live = liveAlerts(alerts);
  const verdicts = accounts.accounts.map((account): [string, Verdict] => {
    const alert = live.get(account.account);
    return [account.account, verdictOn(account, signals, week, rule, alert ? subjectsOf(alert) : [])];
  });
  return { week, verdicts: new Map(verdicts) };
}

/** The alerts of this trigger that are not resolved, by account. */
export function liveAlerts(alerts: readonly AlertRecord[]): ReadonlyMap<string, AlertRecord> {
  const live = alerts.filter(({ trigger, state }) => trigger === MOMENTUM_DECAY && state !== 'resolved');
  return new Map(live.map((alert) => [alert.account ?? '', alert]));
}

/** The indicators that an alert has been about since it opened. */
export function subjectsOf({ subject }: AlertRecord): readonly string[] {
  return subject?.split(', ') ?? [];
}
