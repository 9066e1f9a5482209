import { isoDay, type Day } from '../../../src/domain/calendar/day.js';
import type { RawTable } from '../../../src/records/mapping.js';
import type { AlertRecord } from '../../../src/records/tabs/alerts.js';
import type { Records } from '../../../src/records/workbook.js';
import { watchClock, type WatchClock } from '../../../src/watch/clock.js';
import type { Finding, Judgements } from '../../../src/watch/finding.js';
import { instantOf } from '../../instant-of.js';
import { dateCell, day, table, workbook } from '../../records/tables.js';

/** The team's zone in these tests; it changes its clocks. */
const TEAM_ZONE = 'Europe/Berlin';

/** Thursday 26 November 2026, at ten: the last whole week is that of Monday 16 November. */
export const TODAY = day('2026-11-26');

export const ANA = 'ana@northlight.example';
export const MIA = 'mia@northlight.example';
export const VP = 'vera@northlight.example';

export const TEAM = table(
  'Team',
  ['Name', 'E-mail', 'Role', 'Manager', 'Function'],
  ['Ana', ANA, 'CSM', MIA, 'CS'],
  ['Mia', MIA, 'Team lead', VP, 'CS'],
  ['Vera', VP, 'VP Customer Success', '', 'CS'],
  ['Pia', 'pia@northlight.example', 'Engineer', '', 'Product'],
);

/** The clock of a team with standard settings on a day and hour. */
export function clockOn(today: Day, records: Records, hour = 10): WatchClock {
  return watchClock(TEAM_ZONE, records.settings.values)(instantOf(today, TEAM_ZONE, hour));
}

/** A date cell for a number of days before today. */
export function ago(days: number): Date {
  return dateCell(isoDay(TODAY - days));
}

/** A row as a table of its own: one header a field. */
export function rowsOf(tab: string, ...rows: readonly Readonly<Record<string, unknown>>[]) {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return table(tab, header, ...rows.map((row) => header.map((name) => row[name] ?? '')));
}

/** The account Northwind, which Ana owns; what is given is added or replaces. */
export function northwind(given: Readonly<Record<string, unknown>> = {}) {
  return rowsOf('Accounts', { Account: 'Northwind', CSM: ANA, ARR: 48_000, ...given });
}

/** An open alert of Velocity drop about Northwind. */
export const ALERT: AlertRecord = {
  ...{ row: 2, key: 'Velocity drop | E1 | 2026-11-16', trigger: 'Velocity drop', account: 'Northwind', subject: 'E1' },
  ...{
    since: day('2026-11-16'),
    whatHappened: '',
    exposure: null,
    function: null,
    priority: null,
    owner: VP,
    level: 1,
  },
  ...{ nextStepAt: null, state: 'open', by: null, stateSince: null, snoozedUntil: null, clearSince: null },
  ...{ reason: 'first notice', opened: instantOf(day('2026-11-17'), TEAM_ZONE, 9), resolved: null },
};

/** A row of Settings. */
export function set(...rows: readonly (readonly [string, string])[]) {
  return table('Settings', ['Setting', 'Value'], ...rows);
}

/** What a trigger says of a subject today, in a workbook of these tables. */
export function judged(
  judge: (records: Records, clock: WatchClock) => Judgements,
  ...tables: readonly RawTable[]
): Judgements {
  const records = workbook(...tables);
  return judge(records, clockOn(TODAY, records));
}

/** Whether and why a subject fires: `fires`, or why not. */
export function outcome(judgements: Judgements, subject: string): string | undefined {
  const verdict = judgements.get(subject);
  return typeof verdict === 'object' ? 'fires' : verdict;
}

/** The finding of a subject, which has one. */
export function found(judgements: Judgements, subject: string): Finding {
  const verdict = judgements.get(subject);
  if (typeof verdict !== 'object') throw new Error(`${subject} is ${String(verdict)}`);
  return verdict;
}
