import { weekStart, type Day } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { now } from '../google/clock.js';
import { readHeaderRows } from '../google/header-rows.js';
import { readProperty } from '../google/properties.js';
import { currentUser } from '../google/session.js';
import { bookAddress, readTables } from '../google/tables.js';
import { isWatchOn } from '../google/watch-trigger.js';
import { spreadsheetZone } from '../google/zone.js';
import { lastScan } from '../jobs/scan.js';
import { lastRun } from '../jobs/tick.js';
import { weekdayNumber } from '../records/settings.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab, type AlertRecord } from '../records/tabs/alerts.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { MAPPED_TABS } from '../records/tabs/index.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { settingsTab } from '../records/tabs/settings.js';
import { parseSettingsTab, parseWorkbook, tabNames } from '../records/workbook.js';
import { ownKeyResults } from './own-key-results.js';
import type { HomeView, OpenAlert } from './protocol.js';
import { setupState } from './setup-state.js';
import { shownDay, shownMoment } from './show.js';
import { SWITCHED_ON_PROPERTY } from './switch-watch.js';
import { watchState } from './watch-state.js';

const MOST_ALERTS_SHOWN = 5;

function topAlerts(open: readonly AlertRecord[], today: Day): readonly OpenAlert[] {
  return [...open]
    .sort((a, b) => (b.exposure ?? 0) - (a.exposure ?? 0))
    .slice(0, MOST_ALERTS_SHOWN)
    .map(({ account, subject, since, state }) => ({
      account: account ?? '',
      subject: subject ?? '',
      since: shownDay(since, today),
      state,
    }));
}

/** Everything that the first view shows. Tabs are read whole only where their rows are counted or listed. */
export function home(): HomeView {
  const zone = spreadsheetZone();
  const clockAt = wallClock(zone);
  const at = now();
  const today = clockAt(at).day;
  const settingsTable = readTables([settingsTab.tab]);
  const { settings } = parseSettingsTab(settingsTable.get(settingsTab.tab));
  const tables = readTables(tabNames([accountsTab, keyResultsTab, checkInsTab, alertsTab], settings));
  const records = parseWorkbook(new Map([...settingsTable, ...tables]), zone);

  const firstWeekday = weekdayNumber(settings.values.weekStartsOn);
  const me = currentUser();
  const scan = lastScan();
  const run = lastRun();
  const open = records.alerts.filter(({ state }) => state !== 'resolved');
  return {
    bookUrl: bookAddress().bookUrl,
    me,
    today: shownDay(today, today),
    week: shownDay(weekStart(today, firstWeekday), today),
    setup: setupState(settings, readHeaderRows(tabNames(MAPPED_TABS, settings))),
    watch: watchState(isWatchOn(), run?.at ?? 0, Number(readProperty(SWITCHED_ON_PROPERTY)), at),
    lastRun: run && shownMoment(clockAt(run.at), today),
    failure: run?.failure ?? null,
    lastScan: scan && { ...scan, at: shownMoment(clockAt(scan.at), today), week: shownDay(scan.week, today) },
    accountCount: records.accounts.accounts.filter(({ churnedOn }) => churnedOn === null || churnedOn > today).length,
    openAlertCount: open.length,
    topAlerts: topAlerts(open, today),
    keyResultCount: records.keyResults.length,
    ownKeyResults: ownKeyResults(me, records.keyResults, records.checkIns, today, firstWeekday),
  };
}
