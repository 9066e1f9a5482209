import { performChanges } from '../google/perform-changes.js';
import type { Change, WrittenRow } from '../records/change.js';
import { findColumns, mappingOf } from '../records/mapping.js';
import { initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { messageOf } from '../jobs/message-of.js';
import { listWords } from '../watch/triggers/words.js';
import { historyOf } from './check-in-history.js';
import { goalsOf } from './goals.js';
import type { OpenBook } from './open-book.js';
import type { PlacedEntry } from './placed-entries.js';
import type { CheckInRequest, StaleEdit } from './protocol-okr.js';
import { readList, readName, readObject } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';
import { readInitiativeState, STANDARD_STATE } from './save-initiative.js';
import { idsIn, leftInWords, placeOf, requireOneRow } from './team-place.js';

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
  book: OpenBook,
): { readonly changes: readonly Change[]; readonly stale: readonly StaleEdit[] } {
  const { me, records, today } = book;
  const roles = rolesOf(me, records);
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
    if (own) requireOneRow(initiativesTab, id, book);
    const theirs = own ? (own.state ?? STANDARD_STATE) : 'not in Initiatives any more';
    if (theirs === state) continue;
    if (theirs === seenState) rows.set(id, { state });
    else stale.push({ id, fields: [{ label: 'State', yours: state, theirs }] });
  }
  return { changes: [{ kind: 'update', ...placeOf(initiativesTab, { records }), keyField: 'id', rows }], stale };
}

/**
 * What brings Current of key results up to a check-in: where one of its entries is the newest with a value. An entry for an earlier
 * week, and one that was sent again after a newer one or after somebody set Current by hand, changes nothing.
 */
export function currentUpdates(placed: readonly PlacedEntry[], book: OpenBook): readonly Change[] {
  const { records, tables, firstWeekday, thisWeek } = book;
  const place = placeOf(keyResultsTab, book);
  const header = tables.get(place.tab)?.values[0] ?? [];
  const { indexes } = findColumns(keyResultsTab, mappingOf(keyResultsTab, records.settings.mapping), header);
  if (!('current' in indexes)) return [];
  const ids = idsIn(keyResultsTab, book);
  const fresh = placed.filter(({ isSaved }) => !isSaved).map(({ record }) => record);
  const history = historyOf([...records.checkIns, ...fresh], firstWeekday);
  const sent = new Set(placed.map(({ record }) => record));
  const before = historyOf(
    records.checkIns.filter((entry) => !sent.has(entry)),
    firstWeekday,
  );
  const rows = placed.flatMap(({ record, isSaved }): [string, WrittenRow][] => {
    const { keyResult: id, value } = record;
    const known = records.keyResults.find((keyResult) => keyResult.id === id);
    const isOne = ids.filter((other) => other === id).length === 1;
    const isNewest = value !== null && history.lastEntry(id, thisWeek) === record;
    // The save that added it may have been cut off before Current, which then is what the entry before left there.
    const earlier = before.lastValue(id, thisWeek);
    const isByHand = isSaved && earlier !== null && known?.current !== null && known?.current !== earlier;
    return isNewest && isOne && !isByHand && known?.current !== value ? [[id, { current: value }]] : [];
  });
  return [{ kind: 'update', ...place, keyField: 'id', rows: new Map(rows) }];
}

/**
 * Makes changes that go with a check-in. Its entries are saved by then, so that what goes wrong here is told and ends nothing.
 *
 * @param what what changes, with its verb: `Current in Key results was`.
 * @returns why it did not change, in words; "" when it did.
 */
export function afterEntries(what: string, changes: readonly Change[]): string {
  try {
    // A Current that is a formula is meant to be one.
    const left = performChanges(changes).filter(({ field }) => field !== 'current');
    return left.length === 0
      ? ''
      : `Your entries are saved. ${listWords(leftInWords(left))} comes from a formula and stays as it is`;
  } catch (error) {
    const reason = messageOf(error)
      .replace(/^Exception: /, '')
      .replace(/\.$/, '');
    return `Your entries are saved. ${what} not updated: ${reason}`;
  }
}
