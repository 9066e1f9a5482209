import { parseIsoDay, weekStart, type Day } from '../domain/calendar/day.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { decisionsTab } from '../records/tabs/decisions.js';
import { noticesTab } from '../records/tabs/notices.js';
import { readLines } from '../watch/alert-key.js';
import { watchClock } from '../watch/clock.js';
import { BY_HAND, type Reason } from '../watch/reason.js';
import { whyMail } from '../watch/why.js';
import { bookClock } from './alerts.js';
import { alertWords } from './alerts-words.js';
import { openBook } from './open-book.js';
import type { WhyView } from './protocol-watch.js';
import { readName, refuse } from './read-request.js';
import { shownDay } from './show.js';

/** What each reason means to whoever asks. */
const MEANINGS: Readonly<Record<Reason, string>> = {
  'first notice': 'a message was written to its owner',
  'late data': 'a message was written to its owner, later than usual: the values came late',
  'next step': 'a message of the next step of the ladder was written',
  'next step not due': 'no message, the next step was not due yet',
  'last message not sent': 'no message, the last one had not gone out yet',
  'top of the ladder': 'no message, everybody on the ladder had been told',
  'open again': 'it opened again after it was held',
  'outside working hours': 'no message, it was outside working hours where the recipient is',
  'no address': 'no message, nobody with an e-mail address is named for it',
  acknowledged: 'no message, somebody had acknowledged it',
  snoozed: 'no message, somebody had snoozed it',
  'closed before': 'no message, somebody had resolved it by hand',
  'no data': 'no message, its data said nothing that week',
  'tab unreadable': 'no message, a tab that it is judged from could not be read',
  'trigger off': 'no message, the trigger was off',
  inhibited: 'no message, a missing owner comes first',
  clearing: 'no message, the condition did not hold any more',
  'condition cleared': 'resolved, the condition had cleared',
  'data corrected': 'resolved, the data were corrected',
  settled: 'resolved, what was asked for is done',
  churned: 'no message, the account is lost',
  'account gone': 'resolved, the account is not in the Accounts tab any more',
  'subject gone': 'resolved, what it was about is not in its tab any more',
  [BY_HAND]: 'resolved by hand',
  'holds not': 'no message, the condition did not hold',
};

const meaningOf = (reason: string): string => (MEANINGS as Readonly<Record<string, string>>)[reason] ?? reason;

function readDay(value: unknown): Day {
  const text = readName(value, 'week', 10);
  return parseIsoDay(text) ?? refuse('week', text, 'use a day such as 2026-05-04');
}

/** Answers why there was mail, or none, about an account while a week was the last whole one: from what was recorded then. */
export function why(request: Readonly<Record<string, unknown>>): WhyView {
  const name = readName(request['account'], 'The account', 200);
  const asked = readDay(request['week']);
  const book = openBook([decisionsTab, noticesTab, alertsTab, accountsTab]);
  const { records, firstWeekday } = book;
  const { clock, teamZone } = bookClock(book);
  const week = weekStart(asked, firstWeekday);
  const found = records.accounts.resolve(name);
  const account = typeof found === 'string' ? name : found.account;
  const words = alertWords(clock, teamZone, records.settings.values);
  const clockAt = watchClock(teamZone, records.settings.values);

  const own = new Map(records.alerts.filter((alert) => alert.account === account).map((alert) => [alert.key, alert]));
  const mails = records.notices.flatMap(({ alerts: text, recipient, state, sent, due, error }) => {
    const at = sent ?? due;
    if (state === 'dropped' || clockAt(at).week !== week) return [];
    return readLines(text).flatMap(({ key, isDropped }) => {
      const alert = own.get(key);
      if (!alert || isDropped) return [];
      const what = `${alert.trigger}: a message `;
      if (sent !== null) return [{ at, what: `${what}went out to ${recipient}` }];
      return [{ at, what: `${what}to ${recipient} waits${error === null ? '' : `: ${error}`}` }];
    });
  });
  const reasons = whyMail(records.decisions, account, week).map(({ trigger, subject, when, reason }) => {
    const about = subject === '' || subject === account ? '' : `, ${subject}`;
    return { at: when, what: `${trigger}${about}: ${meaningOf(reason)}` };
  });
  const answers = [...mails, ...reasons].sort((one, other) => other.at - one.at);
  const nothing = 'Nothing was recorded: no condition held, or the watch did not run';
  return {
    title: `${account}, week of ${shownDay(week, clock.today).text}`,
    answers: [
      ...(typeof found === 'string' ? [`${name} is ${found} in the Accounts tab`] : []),
      ...(answers.length === 0 ? [nothing] : answers.map(({ at, what }) => `${words.moment(at)}: ${what}`)),
    ],
  };
}
