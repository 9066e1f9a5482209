import type { BookCell } from '../../workbench/book.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { KeyResultFields, ObjectiveFields } from '../../src/sidebar-api/protocol-okr.js';
import { READY } from './books.js';
import { builtFiles } from '../bundle/bundle.js';
import { builtAddOn, dayCell, ME, type Sheets } from './built-add-on.js';

export const BO = 'bo@example.com';
/** Leads Ana. */
export const MO = 'mo@example.com';
/** Leads customer success, and nobody by the Manager column. */
export const VIC = 'vic@example.com';
/** Of the team, above nobody. */
export const SAL = 'sal@example.com';
export const STRANGER = 'stranger@example.com';

export const TEAM: readonly (readonly BookCell[])[] = [
  ['Name', 'E-mail', 'Role', 'Manager'],
  ['Ana Ruiz', ME, 'CSM', MO],
  ['Bo Ek', BO, 'CSM', ''],
  ['Mo Hart', MO, 'CS Manager', ''],
  ['Vic Lund', VIC, 'VP Customer Success', ''],
  ['Sal Moe', SAL, 'Account Executive', ''],
];

export const OBJECTIVE_HEADERS = ['Id', 'Quarter', 'Objective', 'Owner', 'Parent', 'State'];
export const KEY_RESULT_HEADERS = [
  ...['Id', 'Objective', 'Key result', 'Kind', 'Indicator', 'Unit', 'Baseline', 'Target', 'Current', 'Start', 'Due'],
  ...['Owner', 'Account', 'Segment', 'Source', 'State'],
];
export const CHECK_IN_HEADERS = [
  'When',
  'Week',
  'Key result',
  'Value',
  'Confidence',
  'Blocker',
  'Note',
  'By',
  'Entry id',
];

/** A row of Key results: the second quarter of 2026 unless told otherwise. */
export function keyResultRow(id: string, changes: Partial<Record<string, BookCell>> = {}): BookCell[] {
  const row: Record<string, BookCell> = {
    ...{ Id: id, Objective: 'O1', 'Key result': `Outcome ${id}`, Kind: 'leading', Unit: '%', Baseline: 40, Target: 80 },
    ...{ Start: dayCell('2026-04-01'), Due: dayCell('2026-06-30'), Owner: ME },
    ...changes,
  };
  return KEY_RESULT_HEADERS.map((header) => row[header] ?? null);
}

export function checkInRow(
  week: string,
  keyResult: string,
  value: BookCell,
  confidence: BookCell,
  by = ME,
): BookCell[] {
  return [dayCell(week), dayCell(week), keyResult, value, confidence, '', '', by, `entry-${week}-${keyResult}`];
}

/** Ana's and Bo's goals of the second quarter of 2026. */
export const GOALS: Sheets = {
  ...READY,
  Team: TEAM,
  Objectives: [
    OBJECTIVE_HEADERS,
    ['O2', '2026-Q2', 'Every launch is a success', BO, 'KR1', ''],
    ['O1', 'Q2 2026', 'Renewals are a formality', ME, '', 'active'],
    ['O0', '2026-Q1', 'Last quarter', ME, '', 'done'],
  ],
  'Key results': [
    KEY_RESULT_HEADERS,
    keyResultRow('KR1', { Current: 60, Source: "'Usage by week'!B2" }),
    keyResultRow('KR2', { Baseline: 12, Target: 0, Unit: 'accounts', Owner: BO }),
    keyResultRow('KR3', { Objective: 'O2', Owner: BO }),
    keyResultRow('KR4', { Objective: 'Somewhere else' }),
    keyResultRow('KR0', { Objective: 'O0', Due: dayCell('2026-03-31'), Start: dayCell('2026-01-01'), Current: 80 }),
  ],
  'Check-ins': [
    CHECK_IN_HEADERS,
    checkInRow('2026-04-13', 'KR1', 45, 8),
    checkInRow('2026-04-20', 'KR1', 50, 8),
    checkInRow('2026-04-27', 'KR1', 60, 6),
  ],
  Initiatives: [
    ['Id', 'Key result', 'Initiative', 'Owner', 'State', 'Due'],
    ['I1', 'KR1', 'Call sheet for the quarter', ME, 'paused', dayCell('2026-05-20')],
    ['I2', 'KR3', 'Launch plan', BO, '', ''],
  ],
  Commitments: [
    ['Id', 'Account', 'Commitment', 'Due', 'Done on', 'Key result'],
    ['C1', 'Northwind', 'Single sign-on', dayCell('2026-05-01'), null, 'KR1'],
    ['C2', 'Northwind', 'Audit log', dayCell('2026-05-01'), dayCell('2026-04-30'), 'KR1'],
  ],
  'Usage by week': [
    ['Account', 'Usage'],
    ['Northwind', 61],
    ['Acme', 'none'],
  ],
};

export const objectiveOf = (changes: Partial<ObjectiveFields> = {}): ObjectiveFields => ({
  ...{ objective: 'Customers stay', quarter: '2026-Q2', owner: ME, parent: '', state: '' },
  ...changes,
});

export const keyResultOf = (changes: Partial<KeyResultFields> = {}): KeyResultFields => ({
  ...{ keyResult: 'Adoption within 90 days', kind: 'leading', indicator: '', unit: '%', baseline: 41, target: 72 },
  ...{ start: '2026-04-01', due: '2026-06-30', owner: ME, account: '', segment: '', source: '', state: '' },
  ...changes,
});

/** What people do to rows while others save: as scripts, so that the emulator carries them out at once. */
const HANDS = `
function sortRows(tab, column, up) {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  const [header, ...rows] = sheet.getDataRange().getValues();
  rows.sort((a, b) => (up ? 1 : -1) * String(a[column]).localeCompare(String(b[column])));
  const kept = [header, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' && cell ? "'" + cell : cell)));
  sheet.getRange(1, 1, rows.length + 1, header.length).setValues(kept);
}
function insertRow(tab, before) { SpreadsheetApp.getActive().getSheetByName(tab).insertRowsBefore(before, 1); }
function deleteRow(tab, row) { SpreadsheetApp.getActive().getSheetByName(tab).deleteRow(row); }
`;

/** The add-on in a book, with a person's hands beside it. */
export function goalsBook(sheets: Sheets = GOALS, user = ME): Emulator {
  const files = builtFiles();
  return builtAddOn(sheets, { user, files: { ...files, code: files.code + HANDS } });
}

/** The rows of a tab as records by header; blank rows left out. */
export function recordsOf(emulator: Emulator, tab: string): Record<string, unknown>[] {
  if (!emulator.save().sheets.some(({ name }) => name === tab)) return [];
  const [header = [], ...rows] = emulator.values(`'${tab}'!A1:Z60`);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
}

/** The row of a tab with this id; {} when there is none. */
export function recordOf(emulator: Emulator, tab: string, id: string): Record<string, unknown> {
  return recordsOf(emulator, tab).find((row) => row['Id'] === id) ?? {};
}

/** The places of the calls of a run that write, from 1: what is cut off before any other leaves the same behind. */
export async function writingCalls(emulator: Emulator, run: () => Promise<unknown>): Promise<readonly number[]> {
  const places: number[] = [];
  emulator.onServiceCall = ({ name, index }) => {
    if (!/\.(get|try)[A-Z]/.test(name)) places.push(index);
  };
  await run();
  emulator.onServiceCall = null;
  return places;
}
