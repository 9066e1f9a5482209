import type { Day } from '../domain/calendar/day.js';
import { fingerprint } from '../google/digest.js';
import { performChanges } from '../google/perform-changes.js';
import { readProperty, writeProperty } from '../google/properties.js';
import { rowLinks } from '../google/tables.js';
import { describeBends } from '../messages/describe-bends.js';
import { writtenRow, type Change, type WrittenRow } from '../records/change.js';
import { mappingOf } from '../records/mapping.js';
import { problemSentence, type Problem } from '../records/problem.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { noticesTab } from '../records/tabs/notices.js';
import { problemsTab } from '../records/tabs/problems.js';
import type { Records } from '../records/workbook.js';
import { applyDecisions, decideAlerts, KEPT_FIELDS, type AlertOutcome, type Decision } from '../watch/alerts.js';
import { scanSignals, type SignalScan } from '../watch/momentum-decay.js';
import { planNotices } from '../watch/notices.js';
import { reasonToStop } from '../watch/readiness.js';
import { LAST_SCAN_PROPERTY, type ScanSummary } from '../watch/scan-summary.js';
import { messageOf } from './message-of.js';

/** More problems than this are counted, not listed, so that the tab stays one that a person can work through. */
const MOST_PROBLEMS = 1000;

/** What the last scan saw; null before the first. */
export function lastScan(): ScanSummary | null {
  const kept = readProperty(LAST_SCAN_PROPERTY);
  // Nobody else writes this property.
  return kept === null ? null : (JSON.parse(kept) as ScanSummary);
}

const RESOLVED_FIELDS = ['state', 'reason', 'resolved'] as const;

function alertChanges({ opened, changed }: AlertOutcome): readonly Change[] {
  const rows = new Map(
    changed.map((alert) => {
      return [alert.key, writtenRow(alertsTab, alert, alert.state === 'resolved' ? RESOLVED_FIELDS : KEPT_FIELDS)];
    }),
  );
  return [
    { kind: 'update', schema: alertsTab, tab: alertsTab.tab, keyField: 'key', rows },
    {
      kind: 'append',
      schema: alertsTab,
      tab: alertsTab.tab,
      rows: opened.map((alert) => writtenRow(alertsTab, alert)),
    },
  ];
}

function problemsChange(problems: readonly Problem[]): Change {
  const links = new Map<string, (row: number) => string>();
  const rows = problems.slice(0, MOST_PROBLEMS).map(({ tab, row, column, problem, value }): WrittenRow => {
    const linkTo = links.get(tab) ?? rowLinks(tab);
    links.set(tab, linkTo);
    return { tab, row: row > 0 ? row : null, column, problem, value, link: linkTo(Math.max(1, row)) };
  });
  const more = problems.length - rows.length;
  if (more > 0) rows.push({ tab: '', problem: `${String(more)} more problems are not listed; mend these first` });
  return { kind: 'replace', schema: problemsTab, tab: problemsTab.tab, rows };
}

function summaryOf({
  verdicts,
  week,
}: SignalScan): Pick<ScanSummary, 'week' | 'accountCount' | 'bentCount' | 'withoutDataCount'> {
  const all = [...verdicts.values()];
  return {
    week,
    accountCount: all.filter((verdict) => verdict !== 'churned').length,
    bentCount: all.filter((verdict) => typeof verdict === 'object').length,
    withoutDataCount: all.filter((verdict) => verdict === 'no data').length,
  };
}

/** Does a part of the scan that others do not depend on; what goes wrong with it is returned, not thrown. */
function attempt(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** A scan, and the records as they are after it. */
export interface Scanned {
  readonly scan: SignalScan;
  readonly records: Records;
  /** Why no mail may go out; null when one may. */
  readonly stopped: string | null;
}

/**
 * The scan of one week: what it decides is written to Alerts, Notices and Problems. It runs with every tick, so that late
 * and corrected data count at once, and writes nothing when there is nothing new. A scan that could not be finished is
 * remembered as such.
 */
export function scanWeek(records: Records, week: Day, now: number): Scanned {
  const last = lastScan();
  const isAgain = last?.week === week && last.stopped === null;
  const scan = scanSignals(records, week);
  const unready = reasonToStop(records, last);
  const decisions = unready === null ? decideAlerts(scan, records.alerts, records.notices, isAgain) : [];
  const outcome = applyDecisions(decisions, records.alerts, now, ({ bends }) => describeBends(bends));
  const planned = planNotices(decisions, records.notices, week, now);
  const rows = planned.map((notice) => writtenRow(noticesTab, notice));
  const problems = [...records.problems, ...missingAddresses(decisions, records), ...refusedNotices(records)];
  const mark = fingerprint(problems.map(problemSentence).join('\n'));

  const unwritten = attempt(() => {
    // Notices first: an alert that says it was told has its notice, unless a person deleted it.
    const notices: Change = { kind: 'append', schema: noticesTab, tab: noticesTab.tab, rows };
    performChanges([notices, ...alertChanges(outcome)]);
  });
  const unreported = attempt(() => {
    if (!isAgain || last.problems !== mark) performChanges([problemsChange(problems)]);
  });
  const stopped = unready ?? unwritten;
  const summary = {
    ...summaryOf(scan),
    // While nothing can be trusted, what the last good scan saw is what has to come back.
    indicators: stopped === null ? records.signals.indicators.map(({ name }) => name) : (last?.indicators ?? []),
    alertCount: stopped === null ? records.alerts.length + outcome.opened.length : (last?.alertCount ?? 0),
    stopped: stopped ?? unreported,
    problems: mark,
  };
  const isNews = JSON.stringify({ ...last, ...summary }) !== JSON.stringify(last);
  // Only now that the changes are durable: a run cut off before this line is done again, and adds nothing twice.
  if (isNews) writeProperty(LAST_SCAN_PROPERTY, JSON.stringify({ at: now, ...summary }));
  const changed = new Map(outcome.changed.map((alert) => [alert.key, alert]));
  return {
    scan,
    stopped,
    records: {
      ...records,
      alerts: [...records.alerts.map((alert) => changed.get(alert.key) ?? alert), ...outcome.opened],
      notices: [...records.notices, ...planned],
    },
  };
}

function refusedNotices({ notices }: Records): readonly Problem[] {
  return notices.flatMap(({ row, state, error, recipient }): Problem[] => {
    if (state !== 'due' || error === null) return [];
    const problem = `was refused by the mail service (${error}); it is tried again, correct the address if it is wrong`;
    return [{ tab: noticesTab.tab, row, column: 'Recipient', columnNumber: 0, problem, value: recipient }];
  });
}

function missingAddresses(decisions: readonly Decision[], { settings }: Records): readonly Problem[] {
  const { tab } = mappingOf(accountsTab, settings.mapping);
  return decisions.flatMap(({ reason, bent }): Problem[] => {
    if (reason !== 'no address' || !bent) return [];
    const problem = 'bends and nobody was told: its CSM is no e-mail address; type one and the next run tells them';
    return [{ tab, row: bent.accountRow, column: 'CSM', columnNumber: 0, problem, value: bent.csm ?? '' }];
  });
}
