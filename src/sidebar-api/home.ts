import type { Day } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { readHeaderRows } from '../google/header-rows.js';
import { bookAddress } from '../google/tables.js';
import { readHeartbeats } from '../jobs/heartbeat.js';
import { lastScan } from '../jobs/scan-summary.js';
import { lastRun } from '../jobs/tick.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab, type AlertRecord } from '../records/tabs/alerts.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { commitmentsTab } from '../records/tabs/commitments.js';
import { MAPPED_TABS } from '../records/tabs/index.js';
import { initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { reviewsTab } from '../records/tabs/reviews.js';
import { tabNames } from '../records/workbook.js';
import { isResolved } from '../watch/lifecycle.js';
import { accountsToSee } from './accounts-to-see.js';
import { withPage } from './home-page.js';
import { openBook, type OpenBook } from './open-book.js';
import { openedItem } from './opened-item.js';
import { ownKeyResults } from './own-key-results.js';
import type { HomeView, OpenAlert } from './protocol.js';
import { repairWatch } from './repair-watch.js';
import { setupState, type HeaderRows } from './setup-state.js';
import { shownDay, shownMoment } from './show.js';
import { watchState } from './watch-state.js';

const MOST_ALERTS_SHOWN = 5;
const READ_TABS = [
  ...[accountsTab, keyResultsTab, checkInsTab, alertsTab],
  ...[initiativesTab, commitmentsTab, reviewsTab, objectivesTab],
];

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

/** The header rows of the tabs that a team maps; those that were read already are not read again. */
function headerRows(names: readonly string[], tables: OpenBook['tables']): HeaderRows {
  const read = names.flatMap((name): [string, readonly unknown[]][] => {
    const table = tables.get(name);
    return table ? [[name, table.values[0] ?? []]] : [];
  });
  return new Map([...readHeaderRows(names.filter((name) => !tables.has(name))), ...read]);
}

/** Everything that Today shows. Tabs are read whole only where their rows are counted or listed. */
export function home(): HomeView {
  const book = openBook(READ_TABS);
  const { at, zone, me, today, thisWeek, tables, records } = book;
  const clockAt = wallClock(zone);
  const { settings } = records;

  const scan = lastScan();
  const { watches, newestRun } = readHeartbeats();
  const run = lastRun(newestRun);
  const own = watches.find(({ person }) => person === me) ?? null;
  const { isMine, repair } = repairWatch(own, at);
  const open = records.alerts.filter((alert) => !isResolved(alert));
  return withPage({
    bookUrl: bookAddress().bookUrl,
    me,
    today: shownDay(today, today),
    week: shownDay(thisWeek, today),
    setup: setupState(settings, headerRows(tabNames(MAPPED_TABS, settings), tables)),
    watch: repair?.isDone
      ? 'on'
      : watchState(isMine, isMine && own ? own.lastRun : newestRun, own?.switchedOn ?? 0, at),
    repair,
    lastRun: run && shownMoment(clockAt(run.at), today),
    failure: run?.failure ?? null,
    lastScan: scan && { ...scan, at: shownMoment(clockAt(scan.at), today), week: shownDay(scan.week, today) },
    accountCount: records.accounts.accounts.filter(({ churnedOn }) => churnedOn === null || churnedOn > today).length,
    openAlertCount: open.length,
    topAlerts: topAlerts(open, today),
    keyResultCount: records.keyResults.length,
    ownKeyResults: ownKeyResults(book),
    accountsToSee: accountsToSee(book),
    opened: openedItem(settings),
  });
}
