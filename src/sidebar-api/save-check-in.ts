import { isoDay, parseIsoDay, weekStart, type Day } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import { writtenRow } from '../records/change.js';
import { findColumns, isEmptyTable, mappingOf, type RawTable } from '../records/mapping.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { teamTab } from '../records/tabs/team.js';
import { afterEntries, currentUpdates, initiativeUpdates, readInitiativeChanges } from './check-in-updates.js';
import { openBook, requireUser, saving } from './open-book.js';
import { placeEntries } from './placed-entries.js';
import { checkedInBy } from './own-key-results.js';
import type { CheckInEntry, CheckInOutcome } from './protocol.js';
import { readList, readName, readNumberOrNull, readObject, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { placeOf } from './team-place.js';

const MOST_ENTRIES = 100;
const LONGEST_TEXT = 2_000;
/** A draft that waited longer than this belongs to a week that has been talked about already. */
const MOST_WEEKS_LATE = 4;

function readEntry(value: unknown, index: number): CheckInEntry {
  const place = (what: string): string => `Entry ${String(index + 1)}, ${what},`;
  const entry = readObject(value, `Entry ${String(index + 1)}`);
  const confidence = readNumberOrNull(entry['confidence'], place('confidence'));
  if (confidence !== null && !(Number.isInteger(confidence) && confidence >= 0 && confidence <= 10)) {
    refuse(place('confidence'), confidence, 'use a whole number from 0 to 10');
  }
  const read: CheckInEntry = {
    keyResultId: readName(entry['keyResultId'], place('key result'), 500),
    value: readNumberOrNull(entry['value'], place('value')),
    confidence,
    blocker: readText(entry['blocker'], place('blocker'), LONGEST_TEXT),
    note: readText(entry['note'], place('note'), LONGEST_TEXT),
    entryId: readName(entry['entryId'], place('entry id'), 64),
  };
  if (!/^[\w-]{8,}$/.test(read.entryId))
    refuse(place('entry id'), read.entryId, 'use 8 or more letters, digits and hyphens');
  if (read.value === null && confidence === null && read.blocker === '' && read.note === '') {
    refuse(place('all of it'), '', 'give a value, a confidence, a blocker or a note');
  }
  return read;
}

/** @param mayBeNone whether something else is saved with them. */
function readEntries(value: unknown, mayBeNone: boolean): readonly CheckInEntry[] {
  if (mayBeNone && Array.isArray(value) && value.length === 0) return [];
  const entries = readList(value, 'entries', MOST_ENTRIES).map(readEntry);
  for (const name of ['entryId', 'keyResultId'] as const) {
    const twice = entries.find((entry, index) => entries.findIndex((other) => other[name] === entry[name]) < index);
    if (twice) refuse(`The ${name} of two entries`, twice[name], 'send one entry a key result, each with its own id');
  }
  return entries;
}

/** The week that a check-in is about: this one, or one of the last four for a draft that could not be saved in time. */
function readWeek(value: unknown, today: Day, firstWeekday: number): Day {
  const day = parseIsoDay(readName(value, 'week', 10)) ?? refuse('week', value, 'use a day such as 2026-05-04');
  const thisWeek = weekStart(today, firstWeekday);
  if (weekStart(day, firstWeekday) !== day) {
    refuse('week', value, `use the day on which the week starts, ${isoDay(weekStart(day, firstWeekday))}`);
  }
  if (day > thisWeek || day < thisWeek - 7 * MOST_WEEKS_LATE) {
    refuse(
      'week',
      value,
      `check in for this week, ${isoDay(thisWeek)}, or one of the ${String(MOST_WEEKS_LATE)} before it`,
    );
  }
  return day;
}

/** Refuses entries about key results that are gone or somebody else's. */
function checkOwner(entries: readonly CheckInEntry[], me: string, keyResults: readonly KeyResultRecord[]): void {
  const own = new Set(checkedInBy(me, keyResults).map(({ id }) => id));
  for (const { keyResultId } of entries) {
    if (own.has(keyResultId)) continue;
    const known = keyResults.find(({ id }) => id === keyResultId);
    if (!known)
      throw new Refusal(
        'not yours',
        `Key result ${keyResultId} is not in the Key results tab any more; open the check-in again`,
      );
    throw new Refusal(
      'not yours',
      known.owner === me
        ? `Key result ${keyResultId} is ${known.state ?? 'at rest'}; set its state to active in the Key results tab first`
        : `Key result ${keyResultId} belongs to ${known.owner ?? 'nobody yet'}; only its owner checks it in`,
    );
  }
}

/** Without its ids, a save that is repeated would be added twice. */
function refuseWithoutIds(checkIns: RawTable | undefined): void {
  if (!checkIns || isEmptyTable(checkIns.values)) return;
  const { indexes } = findColumns(checkInsTab, mappingOf(checkInsTab, {}), checkIns.values[0] ?? []);
  if ('entryId' in indexes) return;
  throw new Refusal(
    'not set up',
    'Check-ins has no column Entry id any more, so nothing was saved; restore its header',
  );
}

function save(request: Readonly<Record<string, unknown>>): CheckInOutcome {
  const wanted = readInitiativeChanges(request['initiatives']);
  const entries = readEntries(request['entries'], wanted.length > 0);
  const book = openBook([keyResultsTab, checkInsTab, initiativesTab, objectivesTab, teamTab]);
  const { at, tables, records, today, firstWeekday } = book;
  const me = requireUser(book.me);
  const week = readWeek(request['week'], today, firstWeekday);
  refuseWithoutIds(tables.get(checkInsTab.tab));
  checkOwner(entries, me, records.keyResults);
  const { changes: initiativeChanges, stale } = initiativeUpdates(wanted, book);
  const placed = placeEntries(entries, records.checkIns, { week, me, at });
  const fresh = placed.filter(({ isSaved }) => !isSaved).map(({ record }) => record);
  const rows = fresh.map((record) => writtenRow(checkInsTab, record));
  performChanges([{ kind: 'append', schema: checkInsTab, tab: checkInsTab.tab, rows }]);
  const warnings = [
    afterEntries('Your initiatives were', initiativeChanges),
    afterEntries(`Current in ${placeOf(keyResultsTab, book).tab} was`, currentUpdates(placed, book)),
  ];
  return {
    savedCount: fresh.length,
    alreadySavedCount: entries.length - fresh.length,
    stale,
    warning: warnings.filter((warning) => warning !== '').join('. '),
  };
}

/**
 * Adds a person's entries for one week to Check-ins in one write. An entry that is there already is not added again; one that was
 * corrected since is added beside it, and the newest counts.
 */
export function saveCheckIn(request: Readonly<Record<string, unknown>>): CheckInOutcome {
  return saving(() => save(request));
}
