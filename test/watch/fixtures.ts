import type { NoticeRecord } from '../../src/records/tabs/notices.js';
import type { TeamRecord } from '../../src/records/tabs/team.js';
import type { Records } from '../../src/records/workbook.js';
import { watchClock, type WatchClock } from '../../src/watch/clock.js';
import type { Judged } from '../../src/watch/decide.js';
import { TRIGGERS, type Finding, type Judgements, type NoFinding, type TriggerName } from '../../src/watch/finding.js';
import { judgeAll } from '../../src/watch/judge.js';
import { watchOnce, type Outcome } from '../../src/watch/watch-once.js';
import { instantOf } from '../instant-of.js';
import { dateCell, day, table, workbook, ZONE } from '../records/tables.js';

/** The Monday of the week that the scans of these tests look at first. */
export const WEEK = day('2026-05-18');

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 25 May 2026, 09:00 in the zone of the book: WEEK is judged, and everybody is at work. */
export const MONDAY = instantOf(day('2026-05-25'), ZONE) + 9 * HOUR;

export const MAYA = 'maya@northlight.example';

/** Rows of the Signals tab for one account: usage values of the weeks that end with WEEK, oldest first; null leaves the week out. */
function usageRows(account: string, values: readonly (number | string | null)[], lastWeek: number): unknown[][] {
  return values.flatMap((value, i) => {
    const week = lastWeek - 7 * (values.length - 1 - i);
    return value === null ? [] : [[dateCell(new Date(week * 86_400_000).toISOString().slice(0, 10)), account, value]];
  });
}

/** A workbook in which each account has the given weekly usage up to a week. */
export function usage(
  series: Readonly<Record<string, readonly (number | string | null)[]>>,
  lastWeek = WEEK,
  account: Readonly<Record<string, unknown>> = {},
): Records {
  const names = Object.keys(series);
  const own = { CSM: MAYA, ARR: 12_000, ...account };
  return workbook(
    table('Accounts', ['Account', ...Object.keys(own)], ...names.map((name) => [name, ...Object.values(own)])),
    table(
      'Signals',
      ['Week', 'Account', 'Usage'],
      ...names.flatMap((name) => usageRows(name, series[name] ?? [], lastWeek)),
    ),
  );
}

export function clockAt(now: number, records: Records = workbook()): WatchClock {
  return watchClock(ZONE, records.settings.values)(now);
}

const state = (now: number, records: Records, isAgain: boolean) => ({
  clock: clockAt(now, records),
  teamZone: ZONE,
  isAgain,
  watchingSince: now,
  describe: ({ bent, facts }: Finding) => (bent ? `${String(bent.bends.length)} bends` : facts.join('\n')),
});

/** One tick carried out on records alone, with what their tabs say. */
export function scanned(records: Records, now = MONDAY, isAgain = false): Outcome {
  const { judged } = judgeAll(records, clockAt(now, records), null);
  return watchOnce(records, judged, state(now, records, isAgain));
}

/** The decisions of one trigger. */
export function decisionsOf({ decisions }: Outcome, trigger: TriggerName = 'Momentum decay') {
  return decisions.filter((decision) => decision.trigger === trigger);
}

/** One tick carried out on records alone, with what one trigger is made to say. */
export function told(
  records: Records,
  verdicts: Readonly<Record<string, Finding | NoFinding>>,
  now = MONDAY,
  trigger: TriggerName = 'Dependency breach',
  watchingSince = now,
): Outcome {
  const none = TRIGGERS.map((one): [TriggerName, Judgements] => [one, new Map<string, Finding>()]);
  const judged: Judged = new Map<TriggerName, Judgements>([...none, [trigger, new Map(Object.entries(verdicts))]]);
  return watchOnce(records, judged, { ...state(now, records, false), watchingSince });
}

/** A promise broken, owned by somebody. */
export function finding(change: Partial<Finding> = {}): Finding {
  return {
    trigger: 'Dependency breach',
    subject: 'C1',
    account: 'Northwind',
    since: day('2026-05-20'),
    headline: 'is late',
    facts: ['Due on 18 May'],
    clears: 'Clears when it is done',
    exposure: 100_000,
    renewal: null,
    owner: MAYA,
    function: 'Product',
    count: 1,
    place: null,
    ...change,
  };
}

/** Somebody in the Team tab. */
export function person(email: string, change: Partial<TeamRecord> = {}): TeamRecord {
  const blank = { role: null, manager: null, function: null, workingDays: null, timeZone: null };
  return { row: 2, name: email, email, ...blank, ...change };
}

/** The same records once every message that waits has gone out. */
export function sent(records: Records, at: number): Records {
  const notices = records.notices.map((notice): NoticeRecord => {
    return notice.state === 'due' ? { ...notice, state: 'sent', sent: at } : notice;
  });
  return { ...records, notices };
}

/** The same alerts, notices and recorded reasons beside other data. */
export function carriedOver({ alerts, notices, decisions }: Records, next: Records): Records {
  return { ...next, alerts, notices, decisions };
}
