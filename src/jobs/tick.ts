import { now } from '../google/clock.js';
import { fingerprint } from '../google/digest.js';
import { withDocumentLock } from '../google/lock.js';
import { performChanges } from '../google/perform-changes.js';
import { readProperties, readProperty, writeProperty } from '../google/properties.js';
import { readTables } from '../google/tables.js';
import { spreadsheetZone } from '../google/zone.js';
import { problemSentence } from '../records/problem.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { decisionsTab } from '../records/tabs/decisions.js';
import { noticesTab } from '../records/tabs/notices.js';
import { settingsTab } from '../records/tabs/settings.js';
import { parseSettingsTab, parseWorkbook, tabNames, type Records } from '../records/workbook.js';
import { notBefore, watchClock } from '../watch/clock.js';
import { JUDGED_TABS } from '../watch/judge.js';
import { LAST_SCAN_PROPERTY } from '../watch/scan-summary.js';
import type { Batch } from './batch.js';
import { claimBatch } from './claim-batch.js';
import { postSent, recordOutcomes, sendBatch } from './deliver.js';
import { tellDeadWatches } from './heartbeat-trouble.js';
import { noteHeartbeat } from './heartbeat.js';
import { messageOf } from './message-of.js';
import { allProblems, problemsChange } from './problems.js';
import { keepSummary, lastScan, seenBy } from './scan-summary.js';
import { scan, scanChanges } from './scan.js';
import { tellTrouble } from './trouble.js';

/** The tabs that a tick reads beside Settings, which says where they are. */
const READ_TABS = [...JUDGED_TABS, alertsTab, noticesTab, decisionsTab];

/** The document property that keeps the last failure; it is of the last run when their times agree. */
const FAILURE_PROPERTY = 'failure';

/** A tick that finds another one at work leaves; the other does what this one would. */
const START_WAIT_MS = 1_000;
/** Outcomes are worth waiting for; if the lock does not come, the next tick finds them in the property. */
const RECORD_WAIT_MS = 30_000;

/** Does a part of a tick that others do not depend on; what goes wrong with it is returned, not thrown. */
function attempt(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function readRecords(zone: string): Records {
  const first = readTables([settingsTab.tab]);
  const { settings } = parseSettingsTab(first.get(settingsTab.tab));
  const others = readTables(tabNames(READ_TABS, settings));
  return parseWorkbook(new Map([...first, ...others]), zone);
}

/** Everything under the lock, up to the messages that may be sent; null when none may. */
function prepare(at: number): Batch | null {
  const zone = spreadsheetZone();
  const records = readRecords(zone);
  const teamZone = records.settings.values.teamZone || zone;
  const properties = readProperties();
  const last = lastScan(properties[LAST_SCAN_PROPERTY] ?? null);
  const clock = notBefore(watchClock(teamZone, records.settings.values)(at), last?.week ?? null);
  const found = scan(records, clock, teamZone, last);
  const scanned = 'outcome' in found ? found : null;
  const blocked = 'outcome' in found ? found.blocked : [found];

  let batch: Batch | null = null;
  const unwritten = attempt(() => {
    if (!scanned) return;
    batch = claimBatch(scanned, records.notices);
    // Notices first: an alert that says it was told has its notice, unless a person deleted it.
    performChanges([batch.change, ...scanChanges(scanned, batch.unsent)]);
  });
  const problems = allProblems(records, scanned?.outcome ?? null);
  const mark = fingerprint(problems.map(problemSentence).join('\n'));
  const unreported = attempt(() => {
    if (last?.problems !== mark) performChanges([problemsChange(problems)]);
  });
  let toldStop = last?.toldStop ?? null;
  attempt(() => {
    toldStop = tellTrouble(blocked, toldStop, records, clock);
  });
  attempt(() => {
    tellDeadWatches(records, clock, properties);
  });
  const stopped = unwritten ?? blocked[0]?.reason ?? unreported;
  // Only now that the changes are durable: a run cut off before this line is done again, and adds nothing twice.
  const alertCount = scanned && unwritten === null ? scanned.outcome.after.alerts.length : (last?.alertCount ?? 0);
  const summary = {
    ...seenBy(scanned?.judged ?? null, records, clock, last),
    alertCount,
    stopped,
    toldStop,
    problems: mark,
  };
  keepSummary(last, summary, clock);
  return unwritten === null ? batch : null;
}

function run(at: number): void {
  const batch = withDocumentLock(START_WAIT_MS, () => prepare(at));
  if (batch === 'busy' || batch === null || batch.messages.length === 0) return;
  const outcomes = sendBatch(batch, at);
  withDocumentLock(RECORD_WAIT_MS, () => {
    recordOutcomes(batch, outcomes);
  });
  const unposted = postSent(batch, outcomes);
  if (unposted.length > 0) noteFailure(at, unposted.join('. '));
}

/**
 * What the hourly trigger runs: whatever is due now is decided from the tabs and the time, written ahead, then sent. Safe
 * to run at any moment, twice at once, or after any number of missed hours. Google tells nobody of an add-on's failed run,
 * so what went wrong is kept for the sidebar.
 */
export function tick(): void {
  const at = now();
  noteHeartbeat(at);
  try {
    run(at);
  } catch (error) {
    noteFailure(at, messageOf(error));
    throw error;
  }
}

/** Keeps what went wrong for the sidebar. */
function noteFailure(at: number, message: string): void {
  const failure: RunFailure = { at, message };
  writeProperty(FAILURE_PROPERTY, JSON.stringify(failure));
}

interface RunFailure {
  readonly at: number;
  readonly message: string;
}

/**
 * When the watch last ran, and what ended that run early; null before its first run.
 *
 * @param at when it last ran, by the heartbeats; 0 for never.
 */
export function lastRun(at: number): { readonly at: number; readonly failure: string | null } | null {
  if (at === 0) return null;
  // Nobody else writes this property.
  const failed = JSON.parse(readProperty(FAILURE_PROPERTY) ?? 'null') as RunFailure | null;
  return { at, failure: failed?.at === at ? failed.message : null };
}
