import type { Day } from '../domain/calendar/day.js';
import type { Better } from '../domain/trend/bend.js';
import { mappingOf } from '../records/mapping.js';
import { isUnread } from '../records/schema.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import type { Records } from '../records/workbook.js';
import { conditionKey } from './alert-key.js';
import type { BentAccount } from './bends.js';
import type { WatchClock } from './clock.js';
import type { NoFinding } from './finding.js';
import { bendOf, isKnown, isOpenQuestion, newestWeek, ruleOf } from './momentum-bend.js';
import { liveAlerts, MOMENTUM_DECAY } from './momentum-decay.js';
import { peopleOf } from './people.js';
import { lossOf } from './triggers/account-health.js';
import { weekReader } from './triggers/cadence.js';
import { quoted } from './triggers/words.js';

/** What a leading key result's check-ins say. */
export interface KeyResultVerdict {
  readonly subject: string;
  readonly account: string | null;
  /** The function that owes the remedy, and the tab that the row is in. */
  readonly owing: string;
  readonly tab: string;
  readonly verdict: BentAccount | NoFinding;
}

/** Before the id, since an account may go by the same name. */
const LEAD = 'Key result ';

/** The newest value of each week, by key result. */
function valuesByWeek({ checkIns, settings }: Records): ReadonlyMap<string, ReadonlyMap<Day, number>> {
  const weekOf = weekReader(settings);
  const values = new Map<string, Map<Day, number>>();
  for (const { keyResult, week, value } of checkIns) {
    if (value === null) continue;
    const own = values.get(keyResult) ?? new Map<Day, number>();
    values.set(keyResult, own.set(weekOf(week), value));
  }
  return values;
}

/** Which way is good; null where baseline and target do not say. */
function betterOf({ baseline, target }: KeyResultRecord): Better | null {
  if (baseline === null || target === null || baseline === target) return null;
  return target > baseline ? 'up' : 'down';
}

/** Whether both tabs are there and can be relied on: without them nobody knows which key results there are. */
function areUsable({ health, settings }: Records): boolean {
  return [keyResultsTab, checkInsTab].every(({ tab }) => {
    const { present, readable, badRowShare } = health.get(tab) ?? { present: false, readable: false, badRowShare: 1 };
    return present && readable && badRowShare <= settings.values.badRowShare;
  });
}

/**
 * Judges every leading key result by whether the values of its weekly check-ins have moved away from the target for the set
 * number of weeks running. It goes to the key result's owner, of a segment or a team's own as well as of an account.
 */
export function keyResultVerdicts(records: Records, clock: WatchClock): readonly KeyResultVerdict[] {
  const { settings, accounts, keyResults, alerts, team } = records;
  const { tab } = mappingOf(keyResultsTab, settings.mapping);
  const live = liveAlerts(alerts);
  if (!areUsable(records)) {
    const subjects = [...live.keys()].map((condition) => condition.slice(MOMENTUM_DECAY.length + ' | '.length));
    const none = { account: null, owing: '', tab, verdict: 'no data' } as const;
    return subjects.filter((subject) => subject.startsWith(LEAD)).map((subject) => ({ subject, ...none }));
  }
  const values = valuesByWeek(records);
  const people = peopleOf(team);
  const rule = ruleOf(settings);
  const { today, week: lastWeek } = clock;
  const isBehind = ![...values.values()].some((weeks) => weeks.has(lastWeek));
  const scanned = { ...clock, rule, isBehind };

  const judge = (keyResult: KeyResultRecord, alert: AlertRecord | undefined): BentAccount | NoFinding => {
    const { id, state, due, row, owner } = keyResult;
    const found = keyResult.account === null ? 'unknown' : accounts.resolve(keyResult.account);
    const account = typeof found === 'string' ? null : found;
    const loss = account && lossOf(account, today);
    if (loss) return loss;
    const stage = state?.toLowerCase() ?? 'active';
    if (['done', 'dropped'].includes(stage) || (due !== null && due < today)) return 'settled';
    const better = betterOf(keyResult);
    if (better === null || isUnread(keyResult, 'state', 'due', 'owner', 'account')) return 'no data';
    if (stage !== 'active') return 'holds not';
    const own = values.get(id);
    const valueOf = (week: Day): number | undefined => own?.get(week);
    const week = newestWeek((at) => own?.has(at) ?? false, lastWeek);
    if (week === null) return 'no data';
    const indicator = { name: quoted(keyResult.indicator ?? keyResult.keyResult), better };
    const bend = bendOf(indicator, valueOf, week, rule);
    if (alert && isOpenQuestion(week, alert, bend !== null, scanned)) return 'no data';
    if (!bend) {
      // As with accounts: an earlier week is no news without an alert.
      const isSure = alert ? isKnown(indicator, valueOf, week, rule) : week === lastWeek;
      return isSure ? 'holds not' : 'no data';
    }
    return {
      account: account?.account ?? `${LEAD}${id}`,
      bends: [bend],
      since: bend.since,
      exposure: account?.arr ?? null,
      renewal: account?.renewal ?? null,
      csm: owner,
      accountRow: row,
      signalRow: row,
      ...(week === lastWeek ? {} : { lateWeek: week }),
    };
  };
  return keyResults.flatMap((keyResult): readonly KeyResultVerdict[] => {
    const { id, kind, owner, account: name } = keyResult;
    const subject = `${LEAD}${id}`;
    const alert = live.get(conditionKey(MOMENTUM_DECAY, subject));
    // One whose kind cannot be read may be leading, as it was.
    if (kind !== 'leading' && !(alert && isUnread(keyResult, 'kind'))) return [];
    const found = name === null ? 'unknown' : accounts.resolve(name);
    const about = { subject, account: typeof found === 'string' ? name : found.account, tab };
    const owing = (owner === null ? null : people.find(owner)?.function) ?? '';
    return [{ ...about, owing, verdict: kind === null ? 'no data' : judge(keyResult, alert) }];
  });
}
