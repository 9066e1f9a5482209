import type { TabSchema } from '../records/schema.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { DecisionRecord } from '../records/tabs/decisions.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from './clock.js';
import { decide, type Judged } from './decide.js';
import type { Decision } from './decision.js';
import type { Finding, TriggerName } from './finding.js';
import { planNotices } from './notices.js';
import { peopleOf, type People } from './people.js';
import { decisionRows, lastRecorded } from './record-decisions.js';
import { dueReports, type NamedReports } from './reports/due-reports.js';
import { memoryOf } from './told.js';
import { OTHER_TRIGGERS } from './triggers/index.js';
import { atWork, type AtWork } from './working-hours.js';

const HOUR_MS = 3_600_000;

/** What a tick knows beside the tabs. */
export interface WatchState {
  readonly clock: WatchClock;
  /** The zone of everybody who has none of their own. */
  readonly teamZone: string;
  /** Whether the week of the clock was judged before. */
  readonly isAgain: boolean;
  /** When the watch first ran. */
  readonly watchingSince: number;
  /** Puts what is wrong into the words that the Alerts tab keeps. */
  readonly describe: (finding: Finding) => string;
}

/** Everything that one tick decides, and the records as they are after it. */
export interface Outcome {
  readonly decisions: readonly Decision[];
  readonly opened: readonly AlertRecord[];
  /** Alerts whose rows change, as they were and as they are then. */
  readonly changed: readonly { readonly before: AlertRecord; readonly after: AlertRecord }[];
  readonly planned: readonly NoticeRecord[];
  readonly recorded: readonly DecisionRecord[];
  /** The reports that there are to tell now, told or not. */
  readonly reports: NamedReports;
  /** What the Team tab lacks for the reports that are due. */
  readonly unaddressed: readonly string[];
  readonly after: Records;
  readonly people: People;
  readonly atWork: AtWork;
}

/** The tabs whose rows say which subjects a trigger has. */
const tabsOf = (trigger: TriggerName): readonly TabSchema[] => {
  return trigger === 'Momentum decay' ? [accountsTab, signalsTab] : OTHER_TRIGGERS[trigger].tabs;
};

/** The account that a subject names, itself or in front of what is said of it: `Northwind: QBR`. */
function accountNamed({ accounts }: Records): (subject: string) => string | null {
  const names = new Set(accounts.accounts.map(({ account }) => account));
  return (subject) => {
    if (names.has(subject)) return subject;
    const head = subject.slice(0, subject.lastIndexOf(': '));
    return names.has(head) ? head : null;
  };
}

/**
 * One tick, without Google: from the records and the moment to what is decided, told and remembered, and the records after it. The
 * same records at the same moment decide the same, and the records after it decide nothing more.
 */
export function watchOnce(records: Records, judged: Judged, state: WatchState): Outcome {
  const { clock, teamZone, isAgain, watchingSince, describe } = state;
  const { values } = records.settings;
  const people = peopleOf(records.team);
  const working = atWork(records.team, values, teamZone, clock.now);
  const recordedBefore = lastRecorded(records.decisions);
  const decisions = decide(judged, records.alerts, records.notices, {
    clock,
    isAgain,
    describe,
    people,
    atWork: working,
    stepMs: values.stepHours * HOUR_MS,
    accountOf: accountNamed(records),
    recorded: recordedBefore,
    hasBadRows: (trigger) => tabsOf(trigger).some(({ tab }) => (records.health.get(tab)?.badRowShare ?? 0) > 0),
  });
  const opened = decisions.flatMap(({ before, after }) => (after && !before ? [after] : []));
  const changed = decisions.flatMap(({ before, after }) => (after && before ? [{ before, after }] : []));
  const byRow = new Map(changed.map(({ before, after }) => [before, after]));
  const alerts = [...records.alerts.map((alert) => byRow.get(alert) ?? alert), ...opened];
  const reporting = { people, atWork: working, watchingSince };
  const reports = dueReports({ ...records, alerts }, clock, memoryOf(records.notices), reporting);
  const planned = planNotices(decisions, reports.due, records.notices, clock);
  const recorded = decisionRows(decisions, recordedBefore, clock);
  const after = {
    ...records,
    alerts,
    notices: [...records.notices, ...planned],
    decisions: [...records.decisions, ...recorded],
  };
  return {
    decisions,
    opened,
    changed,
    planned,
    recorded,
    reports: reports.named,
    unaddressed: reports.unaddressed,
    after,
    people,
    atWork: working,
  };
}
