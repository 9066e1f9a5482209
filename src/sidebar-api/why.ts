import { parseIsoDay, weekStart, type Day } from '../domain/calendar/day.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { decisionsTab } from '../records/tabs/decisions.js';
import { noticesTab } from '../records/tabs/notices.js';
import { readLines } from '../watch/alert-key.js';
import { watchClock } from '../watch/clock.js';
import { countWords } from '../watch/triggers/words.js';
import { whyMail } from '../watch/why.js';
import { alertWords } from './alerts-words.js';
import { bookClock, type BookClock } from './book-clock.js';
import { openBook, type OpenBook } from './open-book.js';
import { fieldOf, linesOf, pageOf } from './page.js';
import type { Page, PageForm, Sent } from './protocol-watch.js';
import { readName, readText, refuse } from './read-request.js';
import { lastingWords, reasonWords } from './reason-words.js';
import { shownDay } from './show.js';

const READ_TABS = [decisionsTab, noticesTab, alertsTab, accountsTab];

const WEEKS_TO_ASK = 12;
/** More than this is no list to choose from; a name can be typed as well. */
const MOST_NAMES = 1_000;

/** Something that happened or was decided. */
interface Answer {
  readonly at: number;
  readonly what: string;
}

function readDay(value: unknown): Day {
  const text = readName(value, 'The week', 10);
  return parseIsoDay(text) ?? refuse('The week', text, 'use a day such as 2026-05-04');
}

/** The messages about an account that went out, or were due, while a week was the last whole one. */
function messages({ records }: OpenBook, teamZone: string, account: string, week: Day) {
  const clockAt = watchClock(teamZone, records.settings.values);
  const own = new Map(records.alerts.filter((alert) => alert.account === account).map((alert) => [alert.key, alert]));
  return records.notices.flatMap(({ alerts, recipient, state, sent, due, error }): (Answer & { isSent: boolean })[] => {
    const at = sent ?? due;
    if (clockAt(at).week !== week) return [];
    return readLines(alerts).flatMap(({ key, isDropped }) => {
      const alert = own.get(key);
      if (!alert) return [];
      const what = `${alert.trigger}: a message `;
      const isTakenBack = isDropped || state === 'dropped';
      const waits = isTakenBack
        ? 'was taken back, the alert was not open any more'
        : `waits: ${error ?? 'the next hourly run sends it'}`;
      const isSent = sent !== null && !isTakenBack;
      return [{ at, isSent, what: isSent ? `${what}went out to ${recipient}` : `${what}to ${recipient} ${waits}` }];
    });
  });
}

function form({ clock }: BookClock, account: string, week: Day): PageForm {
  const weeks = Array.from({ length: WEEKS_TO_ASK }, (_, back) => shownDay(clock.week - 7 * back, clock.today));
  const { iso, text } = shownDay(week, clock.today);
  const known = weeks.some((one) => one.iso === iso) ? weeks : [{ iso, text }, ...weeks];
  return {
    ...{ button: 'Ask', call: 'why', args: {}, isOpen: true },
    fields: [
      fieldOf('account', 'Account', { value: account, list: 'names', maxLength: 200 }),
      fieldOf('week', 'Week', {
        value: iso,
        choices: known.map((one) => [one.iso, one.text]),
        hint: 'A week is judged when it is over, so its messages go out in the week after',
      }),
    ],
  };
}

/**
 * Answers why there was mail, or none, about an account while a week was the last whole one: from what was recorded then. Without
 * an account it asks for one.
 */
export function why(request: Sent): Page {
  const name = readText(request['account'] ?? '', 'The account', 200);
  const book = openBook(READ_TABS);
  const { records, firstWeekday } = book;
  const time = bookClock(book);
  const { clock, teamZone } = time;
  const week = request['week'] === undefined ? clock.week : weekStart(readDay(request['week']), firstWeekday);
  const found = records.accounts.resolve(name);
  const account = typeof found === 'string' ? name : found.account;
  const names = records.accounts.accounts.slice(0, MOST_NAMES).map((one) => one.account);
  const page = { forms: [form(time, account, week)], names };
  if (name === '') {
    return pageOf({
      ...page,
      title: 'Why was there a mail, or none?',
      lines: ['Choose an account and a week. The answer is what was recorded when it was decided'],
    });
  }

  const words = alertWords(clock, teamZone, records.settings.values);
  const mails = messages(book, teamZone, account, week);
  const reasons = whyMail(records.decisions, account, week).map(({ trigger, subject, when, reason, isEarlier }) => {
    const whole = subject === '' ? `${trigger}, most of what it judges` : trigger;
    const about = subject === '' || subject === account ? whole : `${trigger}, ${subject}`;
    return { at: when, isEarlier, what: `${about}: ${isEarlier ? lastingWords(reason) : reasonWords(reason)}` };
  });
  const written = ({ at, what }: Answer): string => `${words.moment(at)}: ${what}`;
  const inWeek = [...mails, ...reasons.filter(({ isEarlier }) => !isEarlier)].sort((one, other) => other.at - one.at);
  const earlier = reasons.filter(({ isEarlier }) => isEarlier);
  const isNothing = inWeek.length + earlier.length === 0;
  const sent = mails.filter(({ isSent }) => isSent).length;
  return pageOf({
    ...page,
    title: `${account}: ${sent === 0 ? 'no message' : countWords(sent, 'message')} for the week of ${shownDay(week, clock.today).text}`,
    lines: [
      ...(typeof found === 'string' ? [`${name} is ${found} in the Accounts tab`] : []),
      ...(isNothing ? ['Nothing was recorded: no condition held, or the watch did not run'] : []),
    ],
    groups: [
      linesOf('What was recorded, the newest first', inWeek.map(written)),
      linesOf('Decided before and unchanged in that week', earlier.map(written)),
    ],
  });
}
