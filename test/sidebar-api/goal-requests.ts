import type { CheckInEntry } from '../../src/sidebar-api/protocol.js';
import type {
  InitiativeFields,
  InitiativeToSave,
  KeyResultFields,
  ObjectiveToSave,
} from '../../src/sidebar-api/protocol-okr.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ME, valueOf } from './built-add-on.js';
import { keyResultOf, objectiveOf } from './okr-books.js';

let requests = 0;
/** An id that no other request has. */
export const requestId = (): string => `request-${String(++requests).padStart(4, '0')}`;

/** A key result that is new. */
export const added = (changes: Partial<KeyResultFields> = {}) => ({
  id: null,
  seen: null,
  fields: keyResultOf(changes),
});

/** A new objective with one key result. */
export function toSave(changes: Partial<ObjectiveToSave> = {}): ObjectiveToSave {
  return { id: null, requestId: requestId(), fields: objectiveOf(), seen: null, keyResults: [added()], ...changes };
}

/** An edit of O1 and its KR1 as the sidebar makes it from what it was shown. */
export async function edit(
  emulator: Emulator,
  changes: Partial<KeyResultFields>,
  owner?: string,
): Promise<ObjectiveToSave> {
  const view = await valueOf(emulator, 'objectives', {});
  const objective = view.objectives.find(({ id }) => id === 'O1');
  const keyResult = objective?.keyResults.find(({ id }) => id === 'KR1');
  if (!objective || !keyResult) throw new Error('O1 and KR1 are not shown');
  const fields = owner === undefined ? objective.fields : { ...objective.fields, owner };
  return toSave({
    ...{ id: 'O1', fields, seen: objective.fields },
    keyResults: [{ id: 'KR1', fields: { ...keyResult.fields, ...changes }, seen: keyResult.fields }],
  });
}

/** The initiative I1 as it stands. */
export const SEEN = {
  initiative: 'Call sheet for the quarter',
  owner: ME,
  state: 'paused',
  due: '2026-05-20',
} as const;

/** A new initiative of KR1. */
export function initiative(
  fields: Partial<InitiativeFields> = {},
  more: Partial<InitiativeToSave> = {},
): InitiativeToSave {
  return {
    ...{ id: null, requestId: requestId(), keyResultId: 'KR1', seen: null },
    fields: { initiative: 'Call everybody', owner: '', state: 'active', due: '', ...fields },
    ...more,
  };
}

/** An edit of I1 as it stands. */
export const editOf = (fields: Partial<InitiativeFields>, more: Partial<InitiativeToSave> = {}) =>
  initiative({ ...SEEN, ...fields }, { id: 'I1', seen: SEEN, ...more });

/** The week of the check-ins. */
export const week = '2026-05-04';
let entries = 0;
/** An entry for KR1. */
export function entry(changes: Partial<CheckInEntry> = {}): CheckInEntry {
  const entryId = `saved-${String(++entries).padStart(6, '0')}`;
  return { keyResultId: 'KR1', value: 66, confidence: 7, blocker: '', note: '', entryId, ...changes };
}
