import { isoDay, parseIsoDay, weekStart, type Day } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { now } from '../google/clock.js';
import { withDocumentLock } from '../google/lock.js';
import { performChanges } from '../google/perform-changes.js';
import { currentUser } from '../google/session.js';
import { readTables } from '../google/tables.js';
import { spreadsheetZone } from '../google/zone.js';
import { findColumns, isEmptyTable, mappingOf, type RawTable } from '../records/mapping.js';
import { weekdayNumber } from '../records/settings.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { settingsTab } from '../records/tabs/settings.js';
import { parseSettingsTab, parseWorkbook, tabNames, type Records } from '../records/workbook.js';
import { checkedInBy } from './own-key-results.js';
import type { CheckInEntry, CheckInOutcome } from './protocol.js';
import { readList, readName, readNumberOrNull, readObject, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';

const LOCK_WAIT_MS = 8_000;
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

function readEntries(value: unknown): readonly CheckInEntry[] {
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

/** The entries that are not saved yet; refuses those about key results that are gone or somebody else's. */
function entriesToSave(
  entries: readonly CheckInEntry[],
  me: string,
  { keyResults, checkIns }: Pick<Records, 'keyResults' | 'checkIns'>,
): readonly CheckInEntry[] {
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
  const saved = new Set(checkIns.map(({ entryId }) => entryId));
  return entries.filter(({ entryId }) => !saved.has(entryId));
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

function save(request: Readonly<Record<string, unknown>>, me: string): CheckInOutcome {
  const entries = readEntries(request['entries']);
  const zone = spreadsheetZone();
  const at = now();
  const settingsTable = readTables([settingsTab.tab]);
  const { settings } = parseSettingsTab(settingsTable.get(settingsTab.tab));
  const firstWeekday = weekdayNumber(settings.values.weekStartsOn);
  const week = readWeek(request['week'], wallClock(zone)(at).day, firstWeekday);
  const tables = readTables(tabNames([keyResultsTab, checkInsTab], settings));
  refuseWithoutIds(tables.get(checkInsTab.tab));
  const fresh = entriesToSave(entries, me, parseWorkbook(new Map([...settingsTable, ...tables]), zone));
  const rows = fresh.map(({ keyResultId, value, confidence, blocker, note, entryId }) => ({
    when: { moment: at },
    week: { day: week },
    keyResult: keyResultId,
    value,
    confidence,
    blocker,
    note,
    by: me,
    entryId,
  }));
  performChanges([{ kind: 'append', schema: checkInsTab, tab: checkInsTab.tab, rows }]);
  return { savedCount: fresh.length, alreadySavedCount: entries.length - fresh.length };
}

/** Adds a person's entries for one week to Check-ins in one write; an entry that is there already is not added again. */
export function saveCheckIn(request: Readonly<Record<string, unknown>>): CheckInOutcome {
  const me = currentUser();
  if (me === '') {
    throw new Refusal(
      'no user',
      'Google does not say who you are, so your key results are not known; open Bellwether again from the Extensions menu and allow it to see your address',
    );
  }
  const outcome = withDocumentLock(LOCK_WAIT_MS, () => save(request, me));
  if (outcome === 'busy') {
    throw new Refusal(
      'busy',
      'Another run of Bellwether is writing to this spreadsheet, so nothing was saved yet; try again in a minute',
    );
  }
  return outcome;
}
