import { accountKey } from '../domain/account-key.js';
import { isoDay, parseIsoDay, type Day } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import { writtenRow, type Change } from '../records/change.js';
import { handoffsTab, type HandoffRecord } from '../records/tabs/handoffs.js';
import { listWords } from '../watch/triggers/words.js';
import { mayAct } from './alerts-rights.js';
import { bookClock } from './book-clock.js';
import { staleFields } from './goal-fields.js';
import { commitmentChange } from './handoffs-commitments.js';
import { blankFields, HANDOFF_FIELDS, handoffTexts, signatureOf, type HandoffTexts } from './handoffs-form.js';
import { HANDOFF_NAMES, readHandoff, type WantedHandoff } from './handoffs-read.js';
import { HANDOFF_TABS, handoffsPage } from './handoffs-view.js';
import { openBook, requireUser, saving, type OpenBook } from './open-book.js';
import type { Page, Sent } from './protocol-watch.js';
import { refuse } from './read-request.js';
import { Refusal } from './refusal.js';

/** A close before this is a slip of the year. */
const OLDEST_DAYS = 730;

/** The row of a handoff that is not there yet: the people are those of the account. */
function blankHandoff({ account: name, closed }: WantedHandoff, { records, me }: OpenBook, today: Day): HandoffRecord {
  const account = records.accounts.resolve(name);
  if (typeof account === 'string') return refuse('The account', name, `it is ${account} in the Accounts tab`);
  if (closed > today || closed < today - OLDEST_DAYS) {
    refuse('The day of the close', isoDay(closed), 'use a day of the last two years, up to today');
  }
  const { csm, ae } = account;
  const none = { commitmentsMade: null, expansionPotential: null, keyStakeholder: null, successCriteria: null };
  const unsigned = { riskFlags: null, aeSignedOn: null, csmSignedOn: null, quality: null, customerSignedOn: null };
  return { row: 0, account: account.account, ae: ae ?? (csm === me ? null : me), csm, closed, ...none, ...unsigned };
}

/** Refuses to write over what somebody else changed since, and shows both. */
function refuseStale({ texts, seen }: WantedHandoff, theirs: HandoffTexts): void {
  const known = seen ?? Object.fromEntries(HANDOFF_NAMES.map((name) => [name, '']));
  // What a form did not have cannot be out of date in it.
  const yours = { ...theirs, ...texts };
  const stale = staleFields(handoffsTab, { seen: known, yours, theirs });
  if (stale.length === 0) return;
  const both = stale.map((field) => `${field.label} is "${field.theirs}" now, and you typed "${field.yours}"`);
  throw new Refusal('stale', `${both.join('; ')}. Nothing was saved; look again, what you typed stays`);
}

/** The handoff as a person wants it, as far as it is theirs to want. */
function changed({ texts, isSigned }: WantedHandoff, before: HandoffRecord, book: OpenBook, today: Day): HandoffRecord {
  const { me } = book;
  const old = handoffTexts(before);
  const isChanged = (name: string): boolean => texts[name] !== undefined && texts[name] !== old[name];
  const fields = Object.fromEntries(HANDOFF_FIELDS.filter(isChanged).map((name) => [name, texts[name] || null]));
  // Whoever signed has signed other words.
  const unsigned = Object.keys(fields).length > 0 ? { aeSignedOn: null, csmSignedOn: null } : {};
  const edited: HandoffRecord = { ...before, ...fields, ...unsigned };
  const isJudged = isChanged('quality') || isChanged('customerSignedOn');
  if (isJudged && !mayAct(book, before.csm)) {
    throw new Refusal('not yours', `The quality and the customer's agreement are for ${before.csm ?? 'a CSM'} to note`);
  }
  const blank = blankFields(edited);
  if (isSigned && me !== before.ae && me !== before.csm) {
    throw new Refusal('not yours', 'Only the AE and the CSM of a handoff sign it');
  }
  if (isSigned && blank.length > 0) {
    throw new Refusal('bad request', `Fill in ${listWords(blank)} before you sign; write none where there is none`);
  }
  const roles = isSigned ? signatureOf(edited, me) : [];
  return {
    ...edited,
    ...(isChanged('quality') ? { quality: texts['quality'] || null } : {}),
    ...(isChanged('customerSignedOn') ? { customerSignedOn: parseIsoDay(texts['customerSignedOn'] ?? '') } : {}),
    ...(roles.includes('AE') ? { aeSignedOn: today } : {}),
    ...(roles.includes('CSM') ? { csmSignedOn: today } : {}),
  };
}

/** @returns what was done, in words. */
function save(wanted: WantedHandoff): string {
  const book = openBook(HANDOFF_TABS);
  requireUser(book.me);
  const { today } = bookClock(book).clock;
  const before = book.records.handoffs.find(({ account, closed }) => {
    return closed === wanted.closed && accountKey(account) === accountKey(wanted.account);
  });
  if (!before && wanted.seen) {
    throw new Refusal('stale', `This handoff of ${wanted.account} is not in Handoffs any more; look again`);
  }
  const base = before ?? blankHandoff(wanted, book, today);
  if (!mayAct(book, base.ae, base.csm)) {
    throw new Refusal(
      'not yours',
      `This handoff belongs to ${[base.ae ?? 'no AE', base.csm ?? 'no CSM'].join(' and ')}; they and those above change it`,
    );
  }
  if (before) refuseStale(wanted, handoffTexts(before));
  const after = changed(wanted, base, book, today);
  const place = { schema: handoffsTab, tab: handoffsTab.tab } as const;
  const names = Object.keys(handoffsTab.columns) as (keyof typeof handoffsTab.columns)[];
  const differing = names.filter((name) => after[name] !== base[name]);
  const key = `${base.account} | ${isoDay(base.closed)}`;
  const own: Change = before
    ? {
        ...{ kind: 'update', ...place, keyField: 'account', keyDay: 'closed' },
        rows: new Map(differing.length > 0 ? [[key, writtenRow(handoffsTab, after, differing)]] : []),
      }
    : { kind: 'append', ...place, rows: [writtenRow(handoffsTab, after)] };
  const { commitmentsMade } = after;
  const commitments =
    wanted.isCommitted && commitmentsMade !== null ? [commitmentChange(base.account, commitmentsMade, book)] : [];
  performChanges([own, ...commitments]);
  return `The handoff of ${base.account} is ${wanted.isSigned ? 'saved and signed' : 'saved'}`;
}

/**
 * Saves the handoff of one sale, found by its account and the day of the close; the tab is made with the first. A field that
 * somebody else changed meanwhile is not written over, and a change of the five fields takes the signatures off.
 */
export function saveHandoff(request: Sent): Page {
  const wanted = readHandoff(request);
  return handoffsPage(saving(() => save(wanted)));
}
