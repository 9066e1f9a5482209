import { parseIsoDay } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import { writtenRow } from '../records/change.js';
import { alertsTab, type AlertRecord } from '../records/tabs/alerts.js';
import { noticesTab } from '../records/tabs/notices.js';
import { teamTab } from '../records/tabs/team.js';
import { acknowledge, HAND_FIELDS, reopen, resolve, snooze, type HandOutcome } from '../watch/by-hand.js';
import { differ } from '../watch/decide-alert.js';
import { BY_HAND, isEnding } from '../watch/reason.js';
import type { AlertAct, AlertState } from './alert-forms.js';
import { isFor, stateOf } from './alert-items.js';
import { alertsPage } from './alerts.js';
import { mayAct } from './alerts-rights.js';
import { mailsByKey } from './alerts-words.js';
import { bookClock } from './book-clock.js';
import { openBook, requireUser, saving, type OpenBook } from './open-book.js';
import type { Page, Sent } from './protocol-watch.js';
import { readName, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';

const STATES: readonly AlertState[] = ['open', 'acknowledged', 'snoozed', 'resolved'];
/** What an act makes of an alert. */
const ACTS: Readonly<Record<AlertAct, AlertState>> = {
  acknowledge: 'acknowledged',
  snooze: 'snoozed',
  resolve: 'resolved',
  reopen: 'open',
};
const LONGEST_REASON = 500;

interface Act {
  readonly key: string;
  /** Where it stood when the person looked. */
  readonly seenState: AlertState;
  readonly action: AlertAct;
  readonly reason: string;
  /** ISO day; "" where it is not asked for. */
  readonly until: string;
}

function read(request: Sent): Act {
  const { key, reason = '', until = '' } = request;
  const action = readName(request['action'], 'action', 20);
  const seenState = readName(request['seenState'], 'seenState', 20);
  const known = (Object.keys(ACTS) as AlertAct[]).find((name) => name === action);
  return {
    key: readName(key, 'key', 1_000),
    action: known ?? refuse('action', action, `use ${Object.keys(ACTS).join(', ')}`),
    seenState:
      STATES.find((state) => state === seenState) ?? refuse('seenState', seenState, `use ${STATES.join(', ')}`),
    reason: readText(reason, 'The reason', LONGEST_REASON),
    until: readText(until, 'The day', 10),
  };
}

function outcomeOf({ action, reason, until }: Act, alert: AlertRecord, book: OpenBook): HandOutcome {
  const { clock } = bookClock(book);
  const hand = { by: book.me, now: clock.now };
  if (action === 'acknowledge') return acknowledge(alert, hand, reason);
  if (action === 'reopen') return reopen(alert, hand);
  if (action === 'snooze') {
    const day = parseIsoDay(until) ?? refuse('The day', until, 'choose a day');
    return snooze(alert, day, reason, clock.today, hand);
  }
  if (reason === '') return { ok: false, reason: 'Say in a few words why it is over; nothing was changed' };
  // In the words of the watch itself it would look as if the watch had ended it.
  return resolve(alert, isEnding(reason) ? `${BY_HAND}: ${reason}` : reason, hand);
}

/** Whether an alert is already what an act makes of it, but for the moment. */
function isDone(alert: AlertRecord, wanted: AlertRecord): boolean {
  return !differ(alert, wanted, ['state', 'by', 'snoozedUntil', 'reason']);
}

/** The same act once more, on what it has resolved itself. */
function isSameResolve({ action, reason }: Act, alert: AlertRecord, { me }: OpenBook): boolean {
  return action === 'resolve' && alert.by === me && [reason, `${BY_HAND}: ${reason}`].includes(alert.reason ?? '');
}

/** @returns what was done, in words. */
function act(wanted: Act): string {
  const book = openBook([alertsTab, teamTab, noticesTab]);
  requireUser(book.me);
  const alert = book.records.alerts.find(({ key }) => key === wanted.key);
  if (!alert) throw new Refusal('stale', 'This alert is not in the Alerts tab any more; open the alerts again');
  const mails = mailsByKey(book.records.notices).get(alert.key) ?? [];
  if (!mayAct(book, alert.owner) && !isFor(book.me, alert, mails)) {
    throw new Refusal(
      'not yours',
      `This alert belongs to ${alert.owner ?? 'nobody yet'}; its owner, those above, whoever was told of it and whoever leads customer success act on it`,
    );
  }
  const state = stateOf(alert);
  const done = `${alert.account ?? alert.subject ?? 'The alert'} is ${ACTS[wanted.action]}`;
  if (state === 'resolved' && isSameResolve(wanted, alert, book)) return done;
  const outcome = state === 'resolved' ? null : outcomeOf(wanted, alert, book);
  if (outcome?.ok && isDone(alert, outcome.value)) return done;
  if (!outcome || state !== wanted.seenState) {
    const by = alert.by === null ? '' : ` by ${alert.by}`;
    const why = alert.reason === null || alert.reason === state ? '' : ` (${alert.reason})`;
    throw new Refusal(
      'stale',
      `It was ${wanted.seenState} when you looked and is ${state} now${by}${why}; you wanted it ${ACTS[wanted.action]}. Nothing was changed; look at it again`,
    );
  }
  if (!outcome.ok) throw new Refusal('bad request', outcome.reason);
  const row = writtenRow(alertsTab, outcome.value, HAND_FIELDS);
  performChanges([
    { kind: 'update', schema: alertsTab, tab: alertsTab.tab, keyField: 'key', rows: new Map([[alert.key, row]]) },
  ]);
  return done;
}

/**
 * Does what a person decides about an alert: they are on it, it can wait until a day, it is over, or it waits no longer. Only
 * from the state that they saw, so that nothing of somebody else's or of the watch's is undone unseen; once more changes nothing.
 */
export function actOnAlert(request: Sent): Page {
  const wanted = read(request);
  return alertsPage(saving(() => act(wanted)));
}
