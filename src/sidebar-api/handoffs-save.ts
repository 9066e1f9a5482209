import { accountKey } from '../domain/account-key.js';
import { isoDay, parseIsoDay, type Day } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import { writtenRow, type Change } from '../records/change.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { commitmentsTab } from '../records/tabs/commitments.js';
import { HANDOFF_QUALITIES, handoffsTab, type HandoffRecord } from '../records/tabs/handoffs.js';
import { teamTab } from '../records/tabs/team.js';
import { listWords } from '../watch/triggers/words.js';
import { alerts, bookClock } from './alerts.js';
import { mayAct } from './alerts-rights.js';
import { staleFields } from './goal-fields.js';
import { commitmentChange } from './handoffs-commitments.js';
import { blankFields, handoffFields, HANDOFF_FIELDS, signatureOf } from './handoffs-view.js';
import { openBook, requireUser, saving, type OpenBook } from './open-book.js';
import type { Calls } from './protocol.js';
import type { AlertsView, HandoffFields, HandoffView } from './protocol-watch.js';
import { readFlag, readName, readObject, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';

const LONGEST_FIELD = 2_000;
/** A close before this is a slip of the year. */
const OLDEST_DAYS = 730;

type Wanted = Omit<Calls['saveHandoff']['request'], 'closed'> & { readonly closed: Day };

function readFields(value: unknown): HandoffFields {
  const given = readObject(value, 'fields');
  const fields = HANDOFF_FIELDS.map((name): [string, string] => {
    return [name, readText(given[name], handoffsTab.columns[name].header, LONGEST_FIELD)];
  });
  // One for each name of the contract.
  return Object.fromEntries(fields) as unknown as HandoffFields;
}

function readQuality(value: unknown): HandoffView['quality'] {
  const text = readText(value, 'quality', 20);
  if (text === '') return '';
  return HANDOFF_QUALITIES.find((known) => known === text) ?? refuse('quality', text, 'choose one of the list');
}

function read(request: Readonly<Record<string, unknown>>): Wanted {
  const closed = readName(request['closed'], 'The day of the close', 10);
  return {
    account: readName(request['account'], 'The account', 200),
    closed: parseIsoDay(closed) ?? refuse('The day of the close', closed, 'use a day such as 2026-05-04'),
    fields: readFields(request['fields']),
    seen: request['seen'] === null ? null : readFields(request['seen']),
    quality: readQuality(request['quality']),
    sign: readFlag(request['sign'], 'sign'),
    customerSigned: readFlag(request['customerSigned'], 'customerSigned'),
    commit: readFlag(request['commit'], 'commit'),
  };
}

/** The row of a handoff that is not there yet: the people are those of the account. */
function blankHandoff({ account: name, closed }: Wanted, { records, me }: OpenBook, today: Day): HandoffRecord {
  const account = records.accounts.resolve(name);
  if (typeof account === 'string') refuse('The account', name, `it is ${account} in the Accounts tab`);
  if (closed > today || closed < today - OLDEST_DAYS) {
    refuse('The day of the close', isoDay(closed), 'use a day of the last two years, up to today');
  }
  const { csm, ae } = account;
  const none = { commitmentsMade: null, expansionPotential: null, keyStakeholder: null, successCriteria: null };
  const unsigned = { riskFlags: null, aeSignedOn: null, csmSignedOn: null, quality: null, customerSignedOn: null };
  return { row: 0, account: account.account, ae: ae ?? (csm === me ? null : me), csm, closed, ...none, ...unsigned };
}

/** Refuses to write over what somebody else changed since, and shows both. */
function refuseStale({ fields, seen }: Wanted, theirs: HandoffFields): void {
  const blank = Object.fromEntries(HANDOFF_FIELDS.map((name) => [name, '']));
  const stale = staleFields(handoffsTab, {
    ...{ seen: { ...(seen ?? blank) }, yours: { ...fields }, theirs: { ...theirs } },
  });
  if (stale.length === 0) return;
  const both = stale.map((field) => `${field.label} is "${field.theirs}" now, and you typed "${field.yours}"`);
  throw new Refusal('stale', `${both.join('; ')}. Nothing was saved; open the alerts again`);
}

/** The handoff as a person wants it, as far as it is theirs to want. */
function changed(wanted: Wanted, before: HandoffRecord, book: OpenBook, today: Day): HandoffRecord {
  const { me } = book;
  const fields = Object.fromEntries(HANDOFF_FIELDS.map((name) => [name, wanted.fields[name] || null]));
  const isEdited = HANDOFF_FIELDS.some((name) => fields[name] !== before[name]);
  // Whoever signed has signed other words.
  const unsigned = isEdited ? { aeSignedOn: null, csmSignedOn: null } : {};
  const edited: HandoffRecord = { ...before, ...fields, ...unsigned };
  const isJudged =
    wanted.quality !== (before.quality ?? '') || wanted.customerSigned !== (before.customerSignedOn !== null);
  if (isJudged && !mayAct(book, before.csm)) {
    throw new Refusal('not yours', `The quality and the customer's agreement are for ${before.csm ?? 'a CSM'} to note`);
  }
  const blank = blankFields(wanted.fields);
  if (wanted.sign && blank.length > 0) {
    throw new Refusal('bad request', `Fill in ${listWords(blank)} before you sign; write none where there is none`);
  }
  const roles = wanted.sign ? signatureOf(edited, me) : [];
  const isSigner = me === before.ae || me === before.csm;
  if (wanted.sign && !isSigner) {
    throw new Refusal('not yours', 'Only the AE and the CSM of a handoff sign it');
  }
  return {
    ...edited,
    quality: wanted.quality === '' ? null : wanted.quality,
    customerSignedOn: wanted.customerSigned ? (before.customerSignedOn ?? today) : null,
    ...(roles.includes('ae') ? { aeSignedOn: today } : {}),
    ...(roles.includes('csm') ? { csmSignedOn: today } : {}),
  };
}

function save(wanted: Wanted): void {
  const book = openBook([handoffsTab, accountsTab, teamTab, commitmentsTab]);
  requireUser(book.me);
  const { today } = bookClock(book).clock;
  const before = book.records.handoffs.find(({ account, closed }) => {
    return closed === wanted.closed && accountKey(account) === accountKey(wanted.account);
  });
  if (!before && wanted.seen) {
    throw new Refusal('stale', `This handoff of ${wanted.account} is not in Handoffs any more; open the alerts again`);
  }
  const base = before ?? blankHandoff(wanted, book, today);
  if (!mayAct(book, base.ae, base.csm)) {
    throw new Refusal(
      'not yours',
      `This handoff belongs to ${[base.ae ?? 'no AE', base.csm ?? 'no CSM'].join(' and ')}; they and those above change it`,
    );
  }
  if (before) refuseStale(wanted, handoffFields(before));
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
  const commitments = wanted.commit ? [commitmentChange(base.account, wanted.fields.commitmentsMade, book)] : [];
  performChanges([own, ...commitments]);
}

/**
 * Saves the handoff of one sale, found by its account and the day of the close; the tab is made with the first. A field that
 * somebody else changed meanwhile is not written over, and a change of the five fields takes the signatures off.
 */
export function saveHandoff(request: Readonly<Record<string, unknown>>): AlertsView {
  const wanted = read(request);
  saving(() => {
    save(wanted);
  });
  return alerts();
}
