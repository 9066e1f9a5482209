import type { Day } from '../../domain/calendar/day.js';
import { quarterEnd, quarterOf } from '../../domain/okr/quarter.js';
import type { AlertRecord } from '../../records/tabs/alerts.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import { exposureByAccount, exposureOf, liveAlerts } from './exposure.js';
import { quarterWords } from './quarter-words.js';

/** An account whose revenue is at risk at the end of a quarter. */
export interface AccountAtRisk {
  readonly account: string;
  readonly exposure: number | null;
  readonly renewal: Day | null;
  /** What is wrong in a few words each. */
  readonly headlines: readonly string[];
  /** The first day of the oldest of its open alerts. */
  readonly since: Day;
  readonly owner: string | null;
  /** Its row in the Accounts tab; null when it is not there any more. */
  readonly row: number | null;
}

/** What the executives are asked to decide before a quarter ends. */
export interface Intervention {
  readonly quarter: string;
  readonly quarterEnd: Day;
  /** ARR at risk over all accounts, where it is known, and the setting that it exceeds. */
  readonly exposure: number;
  readonly exposureLimit: number;
  /** The largest exposure first, unknown last. */
  readonly accounts: readonly AccountAtRisk[];
}

/**
 * What there is to decide about the quarter: the accounts that open alerts put at risk.
 *
 * @param headlineOf what is wrong by an alert, in a few words.
 */
export function intervention(
  { alerts, accounts, settings }: Records,
  { today }: WatchClock,
  headlineOf: (alert: AlertRecord) => string,
): Intervention {
  const quarter = quarterOf(today);
  const live = liveAlerts(alerts);
  const byAccount = new Map<string | null, AlertRecord[]>();
  for (const alert of live) {
    const own = byAccount.get(alert.account);
    if (own) own.push(alert);
    else byAccount.set(alert.account, [alert]);
  }
  const atRisk = [...exposureByAccount(live)].map(([account, exposure]): AccountAtRisk => {
    const own = byAccount.get(account) ?? [];
    const found = accounts.resolve(account);
    const known = typeof found === 'object' ? found : null;
    return {
      account,
      exposure,
      renewal: known?.renewal ?? null,
      headlines: own.map(headlineOf),
      since: Math.min(...own.map(({ since }) => since)),
      owner: known?.csm ?? null,
      row: known?.row ?? null,
    };
  });
  return {
    quarter: quarterWords(quarter),
    quarterEnd: quarterEnd(quarter),
    exposure: exposureOf(live).exposure ?? 0,
    exposureLimit: settings.values.interventionExposure,
    accounts: atRisk.sort((one, other) => (other.exposure ?? -1) - (one.exposure ?? -1)),
  };
}

/** Whether the executives have to decide now: the quarter ends soon and more is at risk than the set limit. */
export function needsIntervention({ alerts, settings }: Records, { today }: WatchClock): boolean {
  const { interventionDays, interventionExposure } = settings.values;
  if (quarterEnd(quarterOf(today)) - today > interventionDays) return false;
  return (exposureOf(liveAlerts(alerts)).exposure ?? 0) > interventionExposure;
}
