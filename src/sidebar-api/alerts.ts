import { isoDay } from '../domain/calendar/day.js';
import { rowLinks } from '../google/tables.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab, type AlertRecord } from '../records/tabs/alerts.js';
import { handoffsTab } from '../records/tabs/handoffs.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import { teamTab } from '../records/tabs/team.js';
import { watchClock, type WatchClock } from '../watch/clock.js';
import { DAY_MS, isResolved, MOST_SNOOZE_DAYS, SNOOZE_DAYS } from '../watch/lifecycle.js';
import { countWords } from '../watch/triggers/words.js';
import { mayAct } from './alerts-rights.js';
import { alertWords, mailsByKey } from './alerts-words.js';
import { handoffViews } from './handoffs-view.js';
import { openBook, type OpenBook } from './open-book.js';
import type { AlertsView, AlertState } from './protocol-watch.js';
import { shownDay } from './show.js';

const READ_TABS = [alertsTab, noticesTab, accountsTab, teamTab, handoffsTab];

const RESOLVED_SHOWN_MS = 28 * DAY_MS;
const WEEKS_TO_ASK = 12;
/** More than this is no list to choose from; a name can be typed as well. */
const MOST_NAMES = 1_000;

/** The clock of the watch, in the zone of the team, and that zone. */
export function bookClock({ at, zone, records }: OpenBook): { readonly clock: WatchClock; readonly teamZone: string } {
  const { values } = records.settings;
  const teamZone = values.teamZone || zone;
  return { clock: watchClock(teamZone, values)(at), teamZone };
}

/** An alert's state; one with a day of resolving is resolved, whatever a person typed. */
export function stateOf(alert: AlertRecord): AlertState {
  return isResolved(alert) ? 'resolved' : (alert.state as AlertState);
}

/** What comes first: what needs the person, what is open, what waits; what is over last. */
function rankOf(state: AlertState, isMine: boolean): number {
  if (state === 'open') return isMine ? 0 : 1;
  return state === 'resolved' ? 3 : 2;
}

/** Messages that are written and have not gone out. */
function waitingWords(notices: readonly NoticeRecord[]): string {
  const waiting = notices.filter(({ state }) => state === 'due' || state === 'sending');
  if (waiting.length === 0) return '';
  const why = waiting.find(({ error }) => error !== null)?.error ?? 'the next hourly run sends what is due';
  return `${countWords(waiting.length, 'message')} ${waiting.length === 1 ? 'waits' : 'wait'}: ${why}`;
}

/** Every alert that is not over or was lately, in words, with what this person may do about it. */
export function alerts(): AlertsView {
  const book = openBook(READ_TABS);
  const { at, me, records } = book;
  const { clock, teamZone } = bookClock(book);
  const words = alertWords(clock, teamZone, records.settings.values);
  const mails = mailsByKey(records.notices);
  const linkTo = rowLinks(alertsTab.tab);
  const shown = records.alerts
    .filter(({ resolved, state }) => state !== 'resolved' || (resolved ?? at) > at - RESOLVED_SHOWN_MS)
    .map((alert) => {
      const told = mails.get(alert.key) ?? [];
      const isMine = me !== '' && (alert.owner === me || told.some(({ recipient }) => recipient === me));
      return { alert, told, state: stateOf(alert), isMine, rank: rankOf(stateOf(alert), isMine) };
    })
    .sort((one, other) => {
      const isNewer = (other.alert.resolved ?? 0) - (one.alert.resolved ?? 0);
      const isHigher = (other.alert.priority ?? -1) - (one.alert.priority ?? -1);
      return one.rank - other.rank || (one.rank === 3 ? isNewer : isHigher) || one.alert.row - other.alert.row;
    });
  const counts = [0, 1].map((rank) => shown.filter((one) => one.rank === rank).length);
  const [mine = 0, others = 0] = counts;
  return {
    title:
      mine > 0
        ? `${countWords(mine, 'alert')} ${mine === 1 ? 'needs' : 'need'} you`
        : others > 0
          ? `No alert needs you; ${countWords(others, 'other')} ${others === 1 ? 'is' : 'are'} open`
          : 'No alert is open',
    alerts: shown.map(({ alert, told, state, rank }) => ({
      key: alert.key,
      name: alert.account ?? alert.subject ?? alert.key,
      about: words.about({ ...alert, state }),
      facts: (alert.whatHappened ?? '').split('\n').filter((line) => line !== ''),
      standing: words.standing(alert),
      history: words.history(alert, told),
      state,
      needsMe: rank === 0,
      mayAct: state !== 'resolved' && mayAct(book, alert.owner),
      link: linkTo(alert.row),
    })),
    waiting: waitingWords(records.notices),
    accounts: records.accounts.accounts.slice(0, MOST_NAMES).map(({ account }) => account),
    weeks: Array.from({ length: WEEKS_TO_ASK }, (_, back) => shownDay(clock.week - 7 * back, clock.today)),
    snooze: { standard: isoDay(clock.today + SNOOZE_DAYS), latest: isoDay(clock.today + MOST_SNOOZE_DAYS) },
    handoffs: handoffViews(book, clock),
  };
}
