import { wallClock } from '../domain/calendar/zone.js';
import { now } from '../google/clock.js';
import { withDocumentLock } from '../google/lock.js';
import { readProperty, writeProperty } from '../google/properties.js';
import { readTables } from '../google/tables.js';
import { spreadsheetZone } from '../google/zone.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { noticesTab } from '../records/tabs/notices.js';
import { settingsTab } from '../records/tabs/settings.js';
import { signalsTab } from '../records/tabs/signals.js';
import { teamTab } from '../records/tabs/team.js';
import { parseSettingsTab, parseWorkbook, tabNames } from '../records/workbook.js';
import { weekToScan } from '../watch/schedule.js';
import { messageOf } from './message-of.js';
import { claimBatch, recordOutcomes, sendBatch, type Batch } from './deliver.js';
import { scanWeek } from './scan.js';

/** The tabs that a scan reads beside Settings, which says where they are. */
const SCANNED_TABS = [accountsTab, signalsTab, keyResultsTab, checkInsTab, teamTab, alertsTab, noticesTab];

/** The document property that tells when the watch last ran. */
const HEARTBEAT_PROPERTY = 'heartbeat';
/** The document property that keeps the last failure; it is of the last run when their times agree. */
const FAILURE_PROPERTY = 'failure';

/** A tick that finds another one at work leaves; the other does what this one would. */
const START_WAIT_MS = 1_000;
/** Outcomes are worth waiting for; if the lock does not come, the next tick finds them in the property. */
const RECORD_WAIT_MS = 30_000;

function prepare(at: number): Batch | null {
  const zone = spreadsheetZone();
  const first = readTables([settingsTab.tab]);
  const { settings } = parseSettingsTab(first.get(settingsTab.tab));
  const others = readTables(tabNames(SCANNED_TABS, settings));
  const records = parseWorkbook(new Map([...first, ...others]), zone);
  const teamZone = settings.values.teamZone || zone;
  const scanned = scanWeek(records, weekToScan(wallClock(teamZone)(at), settings.values), at);
  return scanned.stopped === null ? claimBatch(scanned, teamZone, at) : null;
}

function run(at: number): void {
  const batch = withDocumentLock(START_WAIT_MS, () => prepare(at));
  if (batch === 'busy' || batch === null || batch.messages.length === 0) return;
  const outcomes = sendBatch(batch, at);
  withDocumentLock(RECORD_WAIT_MS, () => {
    recordOutcomes(batch, outcomes);
  });
}

/**
 * What the hourly trigger runs: whatever is due now is decided from the tabs and the time, written ahead, then sent. Safe
 * to run at any moment, twice at once, or after any number of missed hours. Google tells nobody of an add-on's failed run,
 * so what went wrong is kept for the sidebar.
 */
export function tick(): void {
  const at = now();
  writeProperty(HEARTBEAT_PROPERTY, String(at));
  try {
    run(at);
  } catch (error) {
    const failure: RunFailure = { at, message: messageOf(error) };
    writeProperty(FAILURE_PROPERTY, JSON.stringify(failure));
    throw error;
  }
}

interface RunFailure {
  readonly at: number;
  readonly message: string;
}

/** When the watch last ran, and what ended that run early; null before its first run. */
export function lastRun(): { readonly at: number; readonly failure: string | null } | null {
  const at = Number(readProperty(HEARTBEAT_PROPERTY));
  if (at === 0) return null;
  // Nobody else writes this property.
  const failed = JSON.parse(readProperty(FAILURE_PROPERTY) ?? 'null') as RunFailure | null;
  return { at, failure: failed?.at === at ? failed.message : null };
}
