import type { Day } from '../domain/calendar/day.js';
import type { Indicator, Signals, WeekOfSignals } from '../records/signals.js';
import { isUnread } from '../records/schema.js';
import type { AccountRecord } from '../records/tabs/accounts.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { Records } from '../records/workbook.js';
import { conditionKey, conditionOf } from './alert-key.js';
import type { BentAccount } from './bends.js';
import type { WatchClock } from './clock.js';
import {
  bendOf,
  isKnown,
  isOpenQuestion,
  newestWeek,
  ruleOf,
  type ScannedWeeks,
  type ValueOf,
} from './momentum-bend.js';
import { lossOf } from './triggers/account-health.js';

/** The trigger's name in Alerts. */
export const MOMENTUM_DECAY = 'Momentum decay';

/** What the newest week of an account says: the bends it has, or why there are none. */
type Verdict = BentAccount | 'does not bend' | 'no data' | 'churned';

/** What one scan of the weekly indicators found, by account name. */
export interface SignalScan {
  readonly week: Day;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** What a scan looks at. */
interface Desk extends ScannedWeeks {
  readonly signals: Signals;
}

const hasAny = (weekOfSignals: WeekOfSignals | undefined): boolean => {
  return weekOfSignals?.values.some((value) => value !== null) ?? false;
};

function verdictOn(account: AccountRecord, desk: Desk, alert: AlertRecord | undefined): Verdict {
  const { signals, rule, today, week: lastWeek } = desk;
  const { byAccount, indicators } = signals;
  const loss = lossOf(account, today);
  if (loss) return loss;
  if (isUnread(account, 'csm')) return 'no data';
  const weeks = byAccount.get(account.account);
  const week = newestWeek((at) => hasAny(weeks?.get(at)), lastWeek);
  const scanned = week === null ? undefined : weeks?.get(week);
  if (!weeks || !scanned || week === null) return 'no data';
  const valueOf = (index: number): ValueOf => {
    return (at) => weeks.get(at)?.values[index];
  };
  const bends = indicators
    .flatMap((indicator, index) => bendOf(indicator, valueOf(index), week, rule) ?? [])
    .sort((a, b) => b.weeks - a.weeks);
  if (bends.length === 0) {
    // An earlier week than the one to judge is no news, but for an alert that it may show to have been a slip.
    if (!alert) return week === lastWeek ? 'does not bend' : 'no data';
    const watched = new Set(subjectsOf(alert, indicators));
    const areKnown = indicators.every(
      (indicator, index) => !watched.has(indicator.name) || isKnown(indicator, valueOf(index), week, rule),
    );
    return areKnown && !isOpenQuestion(week, alert, false, desk) ? 'does not bend' : 'no data';
  }
  if (alert && isOpenQuestion(week, alert, true, desk)) return 'no data';
  return {
    account: account.account,
    bends,
    since: Math.min(...bends.map(({ since }) => since)),
    exposure: account.arr,
    renewal: account.renewal,
    csm: account.csm,
    accountRow: account.row,
    signalRow: scanned.row,
    ...(week === lastWeek ? {} : { lateWeek: week }),
  };
}

/**
 * Trigger 3: judges every account by whether any of its weekly indicators has moved the wrong way for the set number of
 * weeks running, whatever its health says: up to the last whole week, or, while that has no values, up to the newest of the
 * few weeks before it that has. While an indicator that an open alert is about has no value in that week, or only others have
 * one, nobody knows whether it still bends.
 */
export function scanSignals(
  { accounts, signals, settings, alerts }: Records,
  clock: Pick<WatchClock, 'week' | 'today' | 'dayOf'>,
): SignalScan {
  const isBehind = ![...signals.byAccount.values()].some((weeks) => hasAny(weeks.get(clock.week)));
  const desk = { ...clock, signals, isBehind, rule: ruleOf(settings) };
  const live = liveAlerts(alerts);
  const verdicts = accounts.accounts.map((account): [string, Verdict] => {
    const alert = live.get(conditionKey(MOMENTUM_DECAY, account.account));
    return [account.account, verdictOn(account, desk, alert)];
  });
  return { week: clock.week, verdicts: new Map(verdicts) };
}

/** The alerts of this trigger that are not resolved, by condition. */
export function liveAlerts(alerts: readonly AlertRecord[]): ReadonlyMap<string, AlertRecord> {
  const live = alerts.filter(({ trigger, state }) => trigger === MOMENTUM_DECAY && state !== 'resolved');
  return new Map(live.map((alert) => [conditionOf(alert.key), alert]));
}

/** The indicators that an alert has been about since it opened, of those that the team still has: a name may hold a comma. */
function subjectsOf({ subject }: AlertRecord, indicators: readonly Indicator[]): readonly string[] {
  const list = `, ${subject ?? ''}, `;
  return indicators.flatMap(({ name }) => (list.includes(`, ${name}, `) ? [name] : []));
}
