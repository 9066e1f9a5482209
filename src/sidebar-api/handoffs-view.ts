import { isoDay, type Day } from '../domain/calendar/day.js';
import { rowLinks } from '../google/tables.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { commitmentsTab } from '../records/tabs/commitments.js';
import { handoffsTab, type HandoffRecord } from '../records/tabs/handoffs.js';
import { teamTab } from '../records/tabs/team.js';
import { countWords, dayWriter } from '../watch/triggers/words.js';
import { mayAct } from './alerts-rights.js';
import { bookClock } from './book-clock.js';
import { blankFields, changeForm, HANDOFF_FIELDS, newForm, signatureOf } from './handoffs-form.js';
import { openBook, type OpenBook } from './open-book.js';
import { linesOf, pageOf } from './page.js';
import type { Page, PageItem } from './protocol-watch.js';

export const HANDOFF_TABS = [handoffsTab, accountsTab, teamTab, commitmentsTab];

/** One that is complete is shown for so long after the close, and counts for its AE. */
const SHOWN_DAYS = 90;
const MOST_SHOWN = 50;
const MOST_NAMES = 1_000;

/** What a handoff lacks. */
function missingOf(handoff: HandoffRecord): readonly string[] {
  return [
    ...blankFields(handoff),
    ...(handoff.aeSignedOn === null ? ["the AE's signature"] : []),
    ...(handoff.csmSignedOn === null ? ["the CSM's signature"] : []),
  ];
}

/** How many of the handoffs of each AE that were due lately were complete in time, and how CSMs judged them. */
function scoreLines(handoffs: readonly HandoffRecord[], today: Day, handoffDays: number): readonly string[] {
  const due = handoffs.filter(({ closed }) => closed > today - SHOWN_DAYS && closed + handoffDays < today);
  const people = [...new Set(due.map(({ ae }) => ae))];
  return people.map((person) => {
    const own = due.filter(({ ae }) => ae === person);
    const inTime = own.filter((one) => {
      const signedOn = Math.max(one.aeSignedOn ?? Infinity, one.csmSignedOn ?? Infinity);
      return blankFields(one).length === 0 && signedOn <= one.closed + handoffDays;
    });
    const weak = own.filter(({ quality }) => quality === 'thin' || quality === 'missing').length;
    const judged = own.filter(({ quality }) => quality !== null).length;
    const quality = judged === 0 ? 'none judged' : `${String(weak)} of ${String(judged)} judged thin or missing`;
    return `${person ?? 'No AE'}: ${String(inTime.length)} of ${countWords(own.length, 'handoff')} complete in ${countWords(handoffDays, 'day')}, ${quality}`;
  });
}

/** Makes of a handoff what is shown of it, with what this person may do about it. */
function itemMaker(book: OpenBook, today: Day, handoffDays: number): (handoff: HandoffRecord) => PageItem {
  const day = dayWriter(today);
  const linkTo = rowLinks(handoffsTab.tab);
  return (handoff) => {
    const { account, ae, csm, closed, aeSignedOn, csmSignedOn, customerSignedOn, quality } = handoff;
    const missing = missingOf(handoff);
    const until = closed + handoffDays;
    const overdue = until < today ? 'Overdue since' : 'To be complete by';
    const signed = (who: string, on: number | null): string[] => (on === null ? [] : [`${who} signed ${day(on)}`]);
    const key = `${account} | ${isoDay(closed)}`;
    return {
      key,
      name: account,
      about: `Closed ${day(closed)}; ${missing.length === 0 ? 'complete' : `${overdue.toLowerCase()} ${day(until)}`}`,
      parts: [
        ...(missing.length === 0 ? [] : [{ title: `${overdue} ${day(until)}; missing`, lines: missing }]),
        {
          title: 'What was handed over',
          lines: [
            ...HANDOFF_FIELDS.map((name) => `${handoffsTab.columns[name].header}: ${handoff[name] ?? 'not said yet'}`),
            `Quality: ${quality ?? 'not judged yet'}`,
          ],
        },
        {
          title: 'Who',
          lines: [
            `AE: ${ae ?? 'nobody'}`,
            `CSM: ${csm ?? 'nobody'}`,
            ...signed('AE', aeSignedOn),
            ...signed('CSM', csmSignedOn),
            ...signed('Customer', customerSignedOn),
          ],
        },
      ],
      forms: mayAct(book, ae, csm) ? [changeForm(handoff, signatureOf(handoff, book.me), mayAct(book, csm))] : [],
      link: linkTo(handoff.row),
    };
  };
}

/**
 * Handoffs that are not complete, or were closed lately, the newest first.
 *
 * @param news what was just done.
 */
export function handoffsPage(news: string): Page {
  const book = openBook(HANDOFF_TABS);
  const { records } = book;
  const { today } = bookClock(book).clock;
  const { handoffDays } = records.settings.values;
  const itemOf = itemMaker(book, today, handoffDays);
  const sorted = [...records.handoffs].sort((one, other) => other.closed - one.closed || one.row - other.row);
  const open = sorted.filter((handoff) => missingOf(handoff).length > 0);
  const complete = sorted.filter((one) => one.closed > today - SHOWN_DAYS && missingOf(one).length === 0);
  const group = (title: string, handoffs: readonly HandoffRecord[]) => ({
    title: `${title}: ${String(handoffs.length)}`,
    lines: handoffs.length > MOST_SHOWN ? [`The newest ${String(MOST_SHOWN)}; the others are in the Handoffs tab`] : [],
    items: handoffs.slice(0, MOST_SHOWN).map(itemOf),
  });
  const answer =
    open.length === 0
      ? 'Every handoff is complete'
      : `${countWords(open.length, 'handoff')} ${open.length === 1 ? 'is' : 'are'} not complete`;
  return pageOf({
    title: sorted.length === 0 ? 'No handoff yet' : answer,
    lines: [
      `A sale is handed over with five fields and two signatures, within ${countWords(handoffDays, 'day')} of the close`,
    ],
    forms: [newForm(today)],
    groups: [
      group('Not complete', open),
      group('Complete', complete),
      linesOf(`By AE, of the last ${String(SHOWN_DAYS)} days`, scoreLines(sorted, today, handoffDays)),
    ],
    names: records.accounts.accounts.slice(0, MOST_NAMES).map(({ account }) => account),
    news,
  });
}

/** The page of handoffs as it opens. */
export function handoffs(): Page {
  return handoffsPage('');
}
