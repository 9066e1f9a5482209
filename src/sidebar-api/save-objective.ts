import { fingerprint } from '../google/digest.js';
import { performChanges } from '../google/perform-changes.js';
import type { Change, WrittenRow } from '../records/change.js';
import type { TabSchema } from '../records/schema.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { teamTab } from '../records/tabs/team.js';
import { keyResultFields, objectiveFields, staleFields, writtenFields, type Fields } from './goal-fields.js';
import { changedNames, checkParent, checkRights } from './goal-rights.js';
import { goalsOf } from './goals.js';
import { openBook, requireUser, saving, type OpenBook } from './open-book.js';
import type { Calls } from './protocol.js';
import type { SaveOutcome, StaleEdit } from './protocol-okr.js';
import { readGoal, type GoalToSave, type RowToSave } from './read-goal.js';
import { nextIds, savedRequests } from './saved-requests.js';
import { idsIn, leftInWords, placeOf, requireColumns, requireRecord } from './team-place.js';

function staleEdits(goal: GoalToSave, { records }: OpenBook): readonly StaleEdit[] {
  const check = (schema: TabSchema, { id, seen, fields }: RowToSave, theirs: object | undefined): StaleEdit[] => {
    if (id === null || !seen || !theirs) return [];
    const stale = staleFields(schema, { seen, yours: fields, theirs: theirs as Fields });
    return stale.length > 0 ? [{ id, fields: stale }] : [];
  };
  const objective = records.objectives.find(({ id }) => id === goal.id);
  return [
    ...check(objectivesTab, goal, objective && objectiveFields(objective)),
    ...goal.keyResults.flatMap((row) => {
      const keyResult = records.keyResults.find(({ id }) => id === row.id);
      return check(keyResultsTab, row, keyResult && keyResultFields(keyResult));
    }),
  ];
}

/**
 * The changes that save rows of one tab: new ones are added, others change where they differ. A new one that an earlier try of
 * this save added already is brought up to what is sent now: until the answer came, it is the draft of whoever sends it.
 */
function changesOf(
  schema: TabSchema,
  rows: readonly RowToSave[],
  ids: readonly string[],
  belonging: (id: string | null) => WrittenRow,
  book: OpenBook,
): readonly Change[] {
  const existing = new Set(idsIn(schema, book));
  const place = placeOf(schema, book);
  const written = (row: RowToSave): WrittenRow => {
    return { ...belonging(row.id), ...writtenFields(schema, row.fields, changedNames(row)) };
  };
  const isNew = (id: string): boolean => !existing.has(id);
  const added = rows.flatMap((row, at): WrittenRow[] => {
    const id = ids[at] ?? '';
    return row.id === null && isNew(id) ? [{ id, ...written(row) }] : [];
  });
  const edited = rows.flatMap((row, at): [string, WrittenRow][] => {
    const id = ids[at] ?? '';
    if (row.id === null && isNew(id)) return [];
    const changes = written(row);
    return Object.keys(changes).length === 0 ? [] : [[id, changes]];
  });
  return [
    { kind: 'update', ...place, keyField: 'id', rows: new Map(edited) },
    { kind: 'append', ...place, rows: added },
  ];
}

/** What an earlier try of this save added and its person has taken out since: it is dropped, as nothing is ever deleted. */
function withdrawn(ids: readonly string[], kept: readonly string[], book: OpenBook): Change {
  const existing = new Set(idsIn(keyResultsTab, book));
  const gone = ids.filter((id) => !kept.includes(id) && existing.has(id));
  const rows = new Map(gone.map((id): [string, WrittenRow] => [id, { state: 'dropped' }]));
  return { kind: 'update', ...placeOf(keyResultsTab, book), keyField: 'id', rows };
}

/** The ids of an objective and its key results: their own, and for new ones those that were given out, in their order. */
function withIds(goal: GoalToSave, fresh: string[]): readonly string[] {
  return [goal, ...goal.keyResults].map(({ id }) => id ?? fresh.shift() ?? '');
}

/** The ids of the rows that are new: those of an earlier try first, since some of them may have been written. */
function newIds(
  goal: GoalToSave,
  earlier: readonly string[],
  given: readonly string[],
  book: OpenBook,
): readonly string[] {
  const next = (schema: TabSchema, prefix: string, count: number): readonly string[] => {
    return nextIds(prefix, count, [...idsIn(schema, book), ...given]);
  };
  const objectives = goal.id === null ? 1 : 0;
  const keyResults = goal.keyResults.filter(({ id }) => id === null).length;
  const missing = Math.max(0, keyResults - Math.max(0, earlier.length - objectives));
  const first = earlier.length > 0 ? earlier : next(objectivesTab, 'O', objectives);
  return [...first, ...next(keyResultsTab, 'KR', missing)];
}

function save(goal: GoalToSave): SaveOutcome {
  const book = openBook([objectivesTab, keyResultsTab, teamTab]);
  requireUser(book.me);
  const memory = savedRequests();
  const earlier = memory.find(goal.requestId);
  const content = fingerprint(JSON.stringify(goal));
  if (earlier?.isDone && earlier.content === content) {
    const [objectiveId = '', ...keyResultIds] = withIds(goal, [...earlier.ids]);
    return { isSaved: true, objectiveId, keyResultIds, left: [] };
  }
  requireColumns(objectivesTab, ['id', 'objective', 'quarter'], book);
  requireColumns(keyResultsTab, ['id', 'objective', 'keyResult'], book);
  if (goal.id !== null) requireRecord(objectivesTab, goal.id, book.records.objectives, book);
  for (const { id } of goal.keyResults) {
    if (id !== null) requireRecord(keyResultsTab, id, book.records.keyResults, book);
  }
  checkRights(goal, book);
  checkParent(goal, book);
  const stale = staleEdits(goal, book);
  if (stale.length > 0) return { isSaved: false, stale };

  const ids = newIds(goal, earlier?.ids ?? [], memory.ids, book);
  const [objectiveId = '', ...keyResultIds] = withIds(goal, [...ids]);
  // Before anything is written: a try that is cut off is finished by the next one under the same ids.
  memory.keep({ request: goal.requestId, ids, content, isDone: false });
  const loose = new Set(goalsOf(book.records, book.today).loose.map(({ id }) => id));
  const belonging = (id: string | null): WrittenRow => (id === null || loose.has(id) ? { objective: objectiveId } : {});
  const left = performChanges([
    ...changesOf(objectivesTab, [goal], [objectiveId], () => ({}), book),
    ...changesOf(keyResultsTab, goal.keyResults, keyResultIds, belonging, book),
    withdrawn(ids, [objectiveId, ...keyResultIds], book),
  ]);
  memory.keep({ request: goal.requestId, ids, content, isDone: true });
  return { isSaved: true, objectiveId, keyResultIds, left: leftInWords(left) };
}

/**
 * Saves an objective with its key results: new rows get the next ids, changed cells are written where the row is now, and
 * nothing is saved when somebody else changed it since. A repeated save changes nothing.
 */
export function saveObjective(request: Readonly<Record<string, unknown>>): Calls['saveObjective']['value'] {
  const goal = readGoal(request);
  return saving(() => save(goal));
}
