import { isoDay, parseIsoDay } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import { isEmailAddress } from '../records/cell.js';
import type { Change } from '../records/change.js';
import { INITIATIVE_STATES, initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { teamTab } from '../records/tabs/team.js';
import { writtenFields } from './goal-fields.js';
import { goalsOf } from './goals.js';
import { openBook, requireUser, saving } from './open-book.js';
import type { Calls } from './protocol.js';
import type { InitiativeToSave, InitiativeView } from './protocol-okr.js';
import { readRequestId } from './read-goal.js';
import { readName, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';
import { nextIds, savedRequests } from './saved-requests.js';
import { idsIn, placeOf, requireColumns, requireOneRow } from './team-place.js';

/** One of the states of an initiative. */
export function readInitiativeState(value: unknown, name: string): InitiativeView['state'] {
  const state = readName(value, name, 20);
  return (
    INITIATIVE_STATES.find((known) => known === state) ?? refuse(name, state, `use ${INITIATIVE_STATES.join(', ')}`)
  );
}

function read(request: Readonly<Record<string, unknown>>): InitiativeToSave {
  const id = request['id'] === null ? null : readName(request['id'], 'id', 200);
  const owner = readText(request['owner'], 'owner', 254);
  const due = readText(request['due'], 'due', 10);
  if (owner !== '' && !isEmailAddress(owner)) refuse('owner', owner, 'use an e-mail address');
  if (due !== '' && parseIsoDay(due) === null) refuse('due', due, 'use a day such as 2026-05-04');
  return {
    ...{ id, due, requestId: readRequestId(request['requestId']), owner: owner.toLowerCase() },
    keyResultId: readName(request['keyResultId'], 'keyResultId', 200),
    initiative: readName(request['initiative'], 'initiative', 1_000),
    state: readInitiativeState(request['state'], 'state'),
    seenState: id === null ? null : readInitiativeState(request['seenState'], 'seenState'),
  };
}

function save(wanted: InitiativeToSave): { readonly id: string } {
  const book = openBook([initiativesTab, keyResultsTab, objectivesTab, teamTab]);
  const { records, today } = book;
  const memory = savedRequests();
  const earlier = memory.find(wanted.requestId);
  const [known = ''] = earlier?.ids ?? [];
  if (earlier?.isDone) return { id: known };
  requireColumns(initiativesTab, ['id', 'keyResult', 'initiative', 'state'], book);
  const keyResult = records.keyResults.find(({ id }) => id === wanted.keyResultId);
  if (!keyResult) {
    throw new Refusal('stale', `Key result ${wanted.keyResultId} is not there any more; open the objectives again`);
  }
  const theirs = wanted.id === null ? undefined : records.initiatives.find(({ id }) => id === wanted.id);
  if (wanted.id !== null) requireOneRow(initiativesTab, wanted.id, book);
  const objectiveOwner = goalsOf(records, today).goalOf(keyResult)?.objective.owner ?? null;
  const mayEdit = rolesOf(requireUser(book.me), records.team).mayEdit(
    keyResult.owner,
    objectiveOwner,
    theirs?.owner ?? null,
  );
  if (!mayEdit) {
    throw new Refusal(
      'not yours',
      `Key result ${keyResult.id} belongs to ${keyResult.owner ?? 'nobody yet'}; its owner and those above change its initiatives`,
    );
  }
  const state = theirs?.state ?? 'active';
  if (theirs && state !== wanted.seenState && state !== wanted.state) {
    throw new Refusal(
      'stale',
      `Somebody set ${theirs.id} to ${state} meanwhile, and you to ${wanted.state}; open it again and choose`,
    );
  }

  const [next = ''] = nextIds('I', 1, [...idsIn(initiativesTab, book), ...memory.ids]);
  const id = wanted.id ?? (known === '' ? next : known);
  memory.keep({ request: wanted.requestId, ids: [id], isDone: false });
  const { initiative, owner, due } = wanted;
  const fields = { keyResult: wanted.keyResultId, initiative, owner, state: wanted.state, due };
  const before = theirs && {
    keyResult: theirs.keyResult,
    initiative: theirs.initiative,
    owner: theirs.owner ?? '',
    state,
    due: theirs.due === null ? '' : isoDay(theirs.due),
  };
  const names = (Object.keys(fields) as (keyof typeof fields)[]).filter((name) => fields[name] !== before?.[name]);
  const row = writtenFields(initiativesTab, fields, names);
  const place = placeOf(initiativesTab, book);
  const change: Change = idsIn(initiativesTab, book).includes(id)
    ? { kind: 'update', ...place, keyField: 'id', rows: new Map(names.length > 0 ? [[id, row]] : []) }
    : { kind: 'append', ...place, rows: [{ id, ...row }] };
  performChanges([change]);
  memory.keep({ request: wanted.requestId, ids: [id], isDone: true });
  return { id };
}

/** Saves one initiative beside its key result; a repeated save adds nothing. */
export function saveInitiative(request: Readonly<Record<string, unknown>>): Calls['saveInitiative']['value'] {
  const wanted = read(request);
  return saving(() => save(wanted));
}
