import { weekStart, type Day } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import type { Change, WrittenRow } from '../records/change.js';
import { findColumns, mappingOf } from '../records/mapping.js';
import { initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { goalsOf } from './goals.js';
import type { OpenBook } from './open-book.js';
import type { CheckInEntry } from './protocol.js';
import type { CheckInRequest, StaleEdit } from './protocol-okr.js';
import { readList, readName, readObject } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';
import { readInitiativeState } from './save-initiative.js';
import { idsIn, placeOf } from './team-place.js';

const MOST_INITIATIVES = 200;

type InitiativeChange = NonNullable<CheckInRequest['initiatives']>[number];

/** The initiative changes of a check-in; it may have none. */
export function readInitiativeChanges(value: unknown): readonly InitiativeChange[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  return readList(value, 'initiatives', MOST_INITIATIVES).map((item, index) => {
    const place = `Initiative ${String(index + 1)}`;
    const change = readObject(item, place);
    return {
      id: readName(change['id'], `${place}, id,`, 200),
      state: readInitiativeState(change['state'], `${place}, state,`),
      seenState: readInitiativeState(change['seenState'], `${place}, the state that was seen,`),
    };
  });
}

/** The updates that set initiatives' states, and those that somebody else changed meanwhile, which stay as they are. */
export function initiativeUpdates(
  wanted: readonly InitiativeChange[],
  { me, records, today }: OpenBook,
): { readonly changes: readonly Change[]; readonly stale: readonly StaleEdit[] } {
  const roles = rolesOf(me, records.team);
  const goals = goalsOf(records, today);
  const rows = new Map<string, WrittenRow>();
  const stale: StaleEdit[] = [];
  for (const { id, state, seenState } of wanted) {
    const own = records.initiatives.find((initiative) => initiative.id === id);
    const keyResult = records.keyResults.find((other) => other.id === own?.keyResult);
    const owners = [own?.owner ?? null, keyResult?.owner ?? null];
    if (own && !roles.mayEdit(...owners, (keyResult && goals.goalOf(keyResult)?.objective.owner) ?? null)) {
      throw new Refusal(
        'not yours',
        `Initiative ${id} belongs to ${own.owner ?? keyResult?.owner ?? 'somebody else'}; nothing was saved`,
      );
    }
    const theirs = own ? (own.state ?? 'active') : 'not in Initiatives any more';
    if (theirs === state) continue;
    if (theirs === seenState) rows.set(id, { state });
    else stale.push({ id, fields: [{ label: 'State', yours: state, theirs }] });
  }
  return { changes: [{ kind: 'update', ...placeOf(initiativesTab, { records }), keyField: 'id', rows }], stale };
}

/**
 * Brings Current of key results up to the entries of a check-in. The entries are saved by then, so that what goes wrong
 * here is told and ends nothing: Current only repeats them. An entry for an earlier week than the newest changes nothing.
 *
 * @returns why Current was not updated, in words; "" when it was, or when there is no such column.
 */
export function updateCurrent(entries: readonly CheckInEntry[], week: Day, book: OpenBook): string {
  const { records, tables, firstWeekday } = book;
  const place = placeOf(keyResultsTab, book);
  const header = tables.get(place.tab)?.values[0] ?? [];
  if (!('current' in findColumns(keyResultsTab, mappingOf(keyResultsTab, records.settings.mapping), header).indexes))
    return '';
  const ids = idsIn(keyResultsTab, book);
  const rows = entries.flatMap(({ keyResultId, value }): [string, WrittenRow][] => {
    const isOld = records.checkIns.some((entry) => {
      return entry.keyResult === keyResultId && entry.value !== null && weekStart(entry.week, firstWeekday) > week;
    });
    const known = records.keyResults.find(({ id }) => id === keyResultId);
    const isOne = ids.filter((id) => id === keyResultId).length === 1;
    return value === null || isOld || !isOne || known?.current === value ? [] : [[keyResultId, { current: value }]];
  });
  try {
    performChanges([{ kind: 'update', ...place, keyField: 'id', rows: new Map(rows) }]);
    return '';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Your entries are saved. Current in ${place.tab} was not updated: ${reason.replace(/^Exception: /, '').replace(/\.$/, '')}`;
  }
}
