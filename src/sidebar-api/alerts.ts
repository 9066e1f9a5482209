import { wallClock } from '../domain/calendar/zone.js';
import { readHeartbeats } from '../jobs/heartbeat.js';
import { lastScan } from '../jobs/scan-summary.js';
import { lastRun } from '../jobs/tick.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { decisionsTab } from '../records/tabs/decisions.js';
import { noticesTab } from '../records/tabs/notices.js';
import { teamTab } from '../records/tabs/team.js';
import { isStill } from '../watch/heartbeat.js';
import { countWords } from '../watch/triggers/words.js';
import { alertItems, isFor, rankedAlerts, type AlertRank } from './alert-items.js';
import { bookClock } from './book-clock.js';
import { openBook } from './open-book.js';
import { openedItem } from './opened-item.js';
import { linesOf, pageOf } from './page.js';
import type { Page } from './protocol-watch.js';
import { shownMoment } from './show.js';
import { unsentLines } from './unsent.js';

const READ_TABS = [alertsTab, noticesTab, teamTab, decisionsTab];

/** More of one group are in the tab; they follow as these are answered. */
const MOST_SHOWN = 60;

const GROUPS: Readonly<Record<AlertRank, string>> = {
  opened: 'Where you are in the sheet',
  mine: 'For you',
  others: 'Open, with others',
  waiting: 'Acknowledged or snoozed',
  over: 'Resolved in the last four weeks',
};

const NOBODY =
  'Google does not say who you are, so no alert is yours to answer; open Bellwether again from the Extensions menu and allow it to see your address';

function titleOf(mine: number, others: number): string {
  if (mine > 0) return `${countWords(mine, 'alert')} ${mine === 1 ? 'needs' : 'need'} you`;
  if (others === 0) return 'No alert is open';
  return `No alert needs you; ${others === 1 ? '1 other is' : `${countWords(others, 'other')} are`} open`;
}

/** How far what is shown can be relied on: nothing open means little where nothing was looked at. */
function scanWords(at: number, moment: (at: number) => string): readonly string[] {
  const scan = lastScan();
  const run = lastRun(readHeartbeats().newestRun);
  if (!scan || !run) return ['No account was looked at yet: switch the weekly watch on in Today'];
  const { accountCount, withoutDataCount, stopped } = scan;
  const trouble = run.failure ?? stopped;
  return [
    `Last look: ${moment(run.at)}, ${countWords(accountCount, 'account')}, ${String(withoutDataCount)} without data`,
    ...(trouble === null ? [] : [`It could not be finished, so this may be old: ${trouble}`]),
    ...(isStill(run.at, at) ? ['The watch has not run since, so this may be old: see Today'] : []),
  ];
}

/**
 * Every alert that is not over or was lately, in words, with what this person may do about it.
 *
 * @param news what was just done.
 */
export function alertsPage(news: string): Page {
  const book = openBook(READ_TABS);
  const time = bookClock(book);
  const { clock, teamZone } = time;
  const ranked = rankedAlerts(book, openedItem(book.records.settings)?.id);
  const itemOf = alertItems(book, time);
  const clockIn = wallClock(teamZone);
  const groups = (Object.keys(GROUPS) as AlertRank[]).map((rank) => {
    const own = ranked.filter((one) => one.rank === rank);
    const more = own.length - MOST_SHOWN;
    return {
      title: `${GROUPS[rank]}: ${String(own.length)}`,
      lines: more > 0 ? [`The first ${String(MOST_SHOWN)}; ${String(more)} more are in the Alerts tab`] : [],
      items: own.slice(0, MOST_SHOWN).map(itemOf),
    };
  });
  const moment = (at: number): string => shownMoment(clockIn(at), clock.today);
  const open = ranked.filter(({ state }) => state === 'open');
  const mine = open.filter(({ alert, mails }) => isFor(book.me, alert, mails)).length;
  return pageOf({
    title: titleOf(mine, open.length - mine),
    lines: [...(book.me === '' ? [NOBODY] : []), ...scanWords(book.at, moment)],
    groups: [...groups, linesOf('Messages that have not gone out', unsentLines(book.records.notices, moment))],
    news,
  });
}

/** The page of alerts as it opens. */
export function alerts(): Page {
  return alertsPage('');
}
