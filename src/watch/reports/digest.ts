import { weekdayOf, type Day } from '../../domain/calendar/day.js';
import { quarterOf, quarterStart } from '../../domain/okr/quarter.js';
import type { NoticeRecord } from '../../records/tabs/notices.js';
import type { SettingValues } from '../../records/setting-schemas.js';
import { weekdayNumber } from '../../records/settings.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import { isFirstPart } from '../notice-parts.js';
import { accountChanges, type AccountChange } from './account-changes.js';
import { executiveMetrics, type ExecutiveMetric } from './executive-metrics.js';
import { exposureByAccount, exposureOf, liveAlerts } from './exposure.js';
import { quarterWords } from './quarter-words.js';

/** How soon accounts renew, in days, for their exposure to be shown apart. */
const RENEWAL_DAYS = [30, 60, 90];

/** From this many tries on a message that is still refused is told. */
const FAILING_ATTEMPTS = 3;

/** A tab that cannot be relied on, and why. */
export interface UnreadableTab {
  readonly tab: string;
  readonly reason: string;
}

/** What the weekly digest tells the executives: what changed, what is at risk, and whether the data can be trusted. */
export interface Digest {
  /** The day of the digest before: changes are counted from it. */
  readonly since: Day;
  readonly metrics: readonly ExecutiveMetric[];
  readonly metricsTo: Day | null;
  readonly atRisk: {
    readonly accounts: number;
    readonly exposure: number | null;
    readonly unknownCount: number;
    readonly before: number | null;
    readonly renewing: readonly { readonly days: number; readonly accounts: number; readonly exposure: number }[];
  };
  readonly changes: readonly AccountChange[];
  readonly interventions: readonly {
    readonly quarter: string;
    readonly askedOn: Day;
    readonly exposure: number | null;
  }[];
  readonly data: {
    readonly accounts: number;
    readonly withoutData: number;
    readonly problems: number;
    readonly unreadable: readonly UnreadableTab[];
  };
  readonly failing: readonly {
    readonly recipient: string;
    readonly since: Day;
    readonly attempts: number;
    readonly error: string;
  }[];
}

/** The day of the newest digest moment, whether or not anybody was told then. */
export function digestDay({ today, hour }: WatchClock, { digestDay: weekday, digestHour }: SettingValues): Day {
  const since = (weekdayOf(today) - weekdayNumber(weekday) + 7) % 7;
  return today - since - (since === 0 && hour < digestHour ? 7 : 0);
}

function renewing({ alerts, accounts }: Records, today: Day): Digest['atRisk']['renewing'] {
  const byAccount = [...exposureByAccount(liveAlerts(alerts))].map(([account, exposure]) => {
    const found = accounts.resolve(account);
    return { renewal: typeof found === 'object' ? found.renewal : null, exposure };
  });
  return RENEWAL_DAYS.map((days) => {
    const due = byAccount.filter(({ renewal }) => renewal !== null && renewal >= today && renewal - today <= days);
    return { days, accounts: due.length, exposure: due.reduce((sum, { exposure }) => sum + (exposure ?? 0), 0) };
  });
}

/** The intervention of this quarter, once it was asked for. */
function interventions({ alerts, notices }: Records, { today, instantOf, dayOf }: WatchClock): Digest['interventions'] {
  const quarter = quarterOf(today);
  const from = instantOf(quarterStart(quarter));
  const isAsked = ({ alerts: key, sent }: NoticeRecord): boolean => {
    return key.startsWith('Intervention | ') && sent !== null && sent >= from;
  };
  const asked = notices.find(isAsked)?.sent ?? null;
  if (asked === null) return [];
  const exposure = exposureOf(liveAlerts(alerts)).exposure;
  return [{ quarter: quarterWords(quarter), askedOn: dayOf(asked), exposure }];
}

/** What changed since the digest before, and how things stand. */
export function digest(
  records: Records,
  clock: WatchClock,
  { withoutData, unreadable }: { readonly withoutData: number; readonly unreadable: readonly UnreadableTab[] },
): Digest {
  const { alerts, notices, accounts, problems, settings } = records;
  const since = digestDay(clock, settings.values) - 7;
  const from = clock.instantOf(since, settings.values.digestHour);
  const before = alerts.some(({ opened }) => opened < from) ? exposureOf(liveAlerts(alerts, from)).exposure : null;
  return {
    since,
    ...executiveMetrics(records, clock),
    atRisk: { ...exposureOf(liveAlerts(alerts)), before, renewing: renewing(records, clock.today) },
    changes: accountChanges(records, from),
    interventions: interventions(records, clock),
    data: { accounts: accounts.accounts.length, withoutData, problems: problems.length, unreadable },
    failing: notices.filter(isFirstPart).flatMap(({ state, attempts, error, recipient, due }) => {
      const tries = attempts ?? 0;
      if (state !== 'due' || tries < FAILING_ATTEMPTS) return [];
      return [{ recipient, since: clock.dayOf(due), attempts: tries, error: error ?? '' }];
    }),
  };
}
