import { parseIsoDay } from '../domain/calendar/day.js';
import { fingerprint } from '../google/digest.js';
import { performChanges } from '../google/perform-changes.js';
import { isEmailAddress } from '../records/cell.js';
import type { Change } from '../records/change.js';
import { INITIATIVE_STATES, initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { teamTab } from '../records/tabs/team.js';
import { listWords } from '../watch/triggers/words.js';
import { shownFields, staleFields, writtenFields } from './goal-fields.js';
import { goalsOf } from './goals.js';
import { openBook, requireUser, saving, type OpenBook } from './open-book.js';
import type { Calls } from './protocol.js';
import type { InitiativeFields, InitiativeToSave, InitiativeView } from './protocol-okr.js';
import { readFields, readRequestId } from './read-goal.js';
import { readName, readObject, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';
import { nextIds, savedRequests } from './saved-requests.js';
import { idsIn, leftInWords, placeOf, requireColumns, requireRecord } from './team-place.js';

/** One of the states of an initiative. */
export function readInitiativeState(value: unknown, name: string): InitiativeView['state'] {
  const state = readName(value, name, 20);
  return (
    INITIATIVE_STATES.find((known) => known === state) ?? refuse(name, state, `use ${INITIATIVE_STATES.join(', ')}`)
  );
}

const NAMES = ['initiative', 'owner', 'state', 'due'] as const;

/** The state of an initiative whose cell is blank. */
export const STANDARD_STATE: InitiativeView['state'] = 'active';

function readWanted(value: unknown): InitiativeFields {
  const fields = readObject(value, 'fields');
  const owner = readText(fields['owner'], 'owner', 254).toLowerCase();
  const due = readText(fields['due'], 'due', 10);
  if (owner !== '' && !isEmailAddress(owner)) refuse('owner', owner, 'use an e-mail address');
  if (due !== '' && parseIsoDay(due) === null) refuse('due', due, 'use a day such as 2026-05-04');
  const initiative = readName(fields['initiative'], 'initiative', 1_000);
  return { initiative, owner, due, state: readInitiativeState(fields['state'], 'state') };
}

function read(request: Readonly<Record<string, unknown>>): InitiativeToSave {
  const id = request['id'] === null ? null : readName(request['id'], 'id', 200);
  return {
    ...{ id, requestId: readRequestId(request['requestId']) },
    keyResultId: readName(request['keyResultId'], 'keyResultId', 200),
    fields: readWanted(request['fields']),
    // Only compared with what is there; each is a field of the contract.
    seen:
      id === null ? null : (readFields(initiativesTab, NAMES, request['seen'], 'seen') as unknown as InitiativeFields),
  };
}

/** The initiative that an edit is about; refuses what is not this person's to change, and what somebody else changed since. */
function checked(wanted: InitiativeToSave, book: OpenBook): void {
  const { records, today } = book;
  const { id, keyResultId, fields, seen } = wanted;
  const keyResult = records.keyResults.find((own) => own.id === keyResultId);
  if (!keyResult) {
    throw new Refusal('stale', `Key result ${keyResultId} is not there any more; open the objectives again`);
  }
  const theirs = id === null ? undefined : requireRecord(initiativesTab, id, records.initiatives, book);
  if (theirs && theirs.keyResult !== keyResultId) {
    throw new Refusal('stale', `${theirs.id} belongs to key result ${theirs.keyResult} now; open the objectives again`);
  }
  const objectiveOwner = goalsOf(records, today).goalOf(keyResult)?.objective.owner ?? null;
  const roles = rolesOf(requireUser(book.me), records);
  if (!roles.mayEdit(keyResult.owner, objectiveOwner, theirs?.owner ?? null)) {
    throw new Refusal(
      'not yours',
      `Key result ${keyResult.id} belongs to ${keyResult.owner ?? 'nobody yet'}; its owner and those above change its initiatives`,
    );
  }
  if (!theirs || !seen) return;
  const now = { ...shownFields(initiativesTab, theirs, NAMES), state: theirs.state ?? STANDARD_STATE };
  const stale = staleFields(initiativesTab, { seen: { ...seen }, yours: { ...fields }, theirs: now });
  if (stale.length === 0) return;
  const versions = stale.map(({ label, yours, theirs: other }) => `${label}: "${other}" there, "${yours}" yours`);
  throw new Refusal(
    'stale',
    `Somebody changed ${theirs.id} meanwhile, so nothing was saved; ${versions.join('; ')}. Open the objectives again and choose`,
  );
}

function save(wanted: InitiativeToSave): { readonly id: string } {
  const book = openBook([initiativesTab, keyResultsTab, objectivesTab, teamTab]);
  const memory = savedRequests();
  const { requestId: request, fields, seen } = wanted;
  const content = fingerprint(JSON.stringify(wanted));
  const earlier = memory.find(request);
  const [known] = earlier?.ids ?? [];
  if (earlier?.isDone && earlier.content === content) return { id: wanted.id ?? known ?? '' };
  requireColumns(initiativesTab, ['id', 'keyResult', 'initiative', 'state'], book);
  checked(wanted, book);
  const taken = idsIn(initiativesTab, book);
  const ids = wanted.id === null ? [known ?? nextIds('I', 1, [...taken, ...memory.ids])[0] ?? ''] : [];
  const id = wanted.id ?? ids[0] ?? '';
  memory.keep({ request, ids, content, isDone: false });
  const changed = NAMES.filter((name) => fields[name] !== seen?.[name]);
  const row = writtenFields(initiativesTab, { ...fields }, changed);
  const place = placeOf(initiativesTab, book);
  const change: Change = taken.includes(id)
    ? { kind: 'update', ...place, keyField: 'id', rows: new Map(changed.length > 0 ? [[id, row]] : []) }
    : { kind: 'append', ...place, rows: [{ id, keyResult: wanted.keyResultId, ...row }] };
  const left = leftInWords(performChanges([change]));
  if (left.length > 0) {
    throw new Refusal(
      'not set up',
      `${listWords(left)} in ${place.tab} comes from a formula, so it was not changed; change it there`,
    );
  }
  memory.keep({ request, ids, content, isDone: true });
  return { id };
}

/** Saves one initiative beside its key result; a repeated save adds nothing. */
export function saveInitiative(request: Readonly<Record<string, unknown>>): Calls['saveInitiative']['value'] {
  const wanted = read(request);
  return saving(() => save(wanted));
}
