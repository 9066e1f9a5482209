import { weekStart, type Day } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { now } from '../google/clock.js';
import { withDocumentLock } from '../google/lock.js';
import { currentUser } from '../google/session.js';
import { readTables } from '../google/tables.js';
import { spreadsheetZone } from '../google/zone.js';
import type { RawTable } from '../records/mapping.js';
import type { TabSchema } from '../records/schema.js';
import { weekdayNumber } from '../records/settings.js';
import { settingsTab } from '../records/tabs/settings.js';
import { parseSettingsTab, parseWorkbook, tabNames, type Records } from '../records/workbook.js';
import { Refusal } from './refusal.js';

const LOCK_WAIT_MS = 8_000;

/** What a call reads: some tabs, and who asks when. */
export interface OpenBook {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly zone: string;
  readonly today: Day;
  readonly firstWeekday: number;
  /** The first day of this week. */
  readonly thisWeek: Day;
  /** The person's address; "" when Google does not say. */
  readonly me: string;
  /** The tabs as they were read, by their names in the spreadsheet. */
  readonly tables: ReadonlyMap<string, RawTable>;
  readonly records: Records;
}

/** Reads Settings and the tabs of some kinds, each once. Records of other kinds are empty. */
export function openBook(schemas: readonly TabSchema[]): OpenBook {
  const zone = spreadsheetZone();
  const at = now();
  const today = wallClock(zone)(at).day;
  const settingsTable = readTables([settingsTab.tab]);
  const { settings } = parseSettingsTab(settingsTable.get(settingsTab.tab));
  const tables = new Map([...settingsTable, ...readTables(tabNames(schemas, settings))]);
  const firstWeekday = weekdayNumber(settings.values.weekStartsOn);
  const thisWeek = weekStart(today, firstWeekday);
  return {
    ...{ at, zone, today, firstWeekday, thisWeek, tables },
    me: currentUser(),
    records: parseWorkbook(tables, zone),
  };
}

/** Ends the call when Google does not say who asks. */
export function requireUser(me: string): string {
  if (me !== '') return me;
  throw new Refusal(
    'no user',
    'Google does not say who you are, so what is yours is not known; open Bellwether again from the Extensions menu and allow it to see your address',
  );
}

/** Runs a save while no other run of Bellwether writes to the spreadsheet. */
export function saving<Value>(work: () => Value): Value {
  const outcome = withDocumentLock(LOCK_WAIT_MS, work);
  if (outcome !== 'busy') return outcome;
  throw new Refusal(
    'busy',
    'Another run of Bellwether is writing to this spreadsheet, so nothing was saved yet; try again in a minute',
  );
}
