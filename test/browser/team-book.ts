import type { BookCell } from '../../workbench/book.js';
import { dayCell, ME, type Sheets } from '../sidebar-api/built-add-on.js';

const BO = 'bo@example.com';
const WEEKS = ['2026-04-13', '2026-04-20', '2026-04-27'];

/** What the five key results of one person measure, and where they were in the last three weeks. */
const OWN: readonly (readonly [text: string, unit: string, baseline: number, target: number, values: number[]])[] = [
  ['Accounts over $20K ACV with renewal talks opened 90 days ahead', '%', 41, 85, [46, 51, 55]],
  ['Accounts whose health is unknown', '%', 48, 5, [40, 31, 22]],
  ['Expansion ARR signed', '$', 180_000, 380_000, [190_000, 204_000, 240_000]],
  ['Days from health drop to first contact', 'days', 14, 3, [12, 12, 13]],
  ['Accounts using three or more features', '%', 28, 58, [30, 33, 35]],
];

/** A quarter that came true as often as not, for each confidence: what was said in its last week, and the value then. */
const SETTLED: readonly (readonly [confidence: number, value: number])[] = [
  ...[9, 9, 9, 9, 8, 8].map((confidence, index): [number, number] => [confidence, index % 3 === 0 ? 70 : 100]),
  ...[6, 6, 5, 5].map((confidence, index): [number, number] => [confidence, index % 2 === 0 ? 60 : 100]),
  ...[3, 2].map((confidence): [number, number] => [confidence, 40]),
];

function keyResultRow(
  id: string,
  objective: string,
  text: string,
  more: Partial<Record<string, BookCell>>,
): BookCell[] {
  const filled: Record<string, BookCell> = {
    Id: id,
    Objective: objective,
    'Key result': text,
    Kind: 'leading',
    Start: dayCell('2026-04-01'),
    Due: dayCell('2026-06-30'),
    Owner: ME,
    State: 'active',
    ...more,
  };
  return KEY_RESULT_HEADERS.map((header) => filled[header] ?? '');
}

const KEY_RESULT_HEADERS = [
  ...['Id', 'Objective', 'Key result', 'Kind', 'Unit', 'Baseline', 'Target'],
  ...['Start', 'Due', 'Owner', 'Account', 'Source', 'State'],
];
const CHECK_IN_HEADERS = ['When', 'Week', 'Key result', 'Value', 'Confidence', 'Blocker', 'Note', 'By', 'Entry id'];

function checkInRow(week: string, id: string, value: number, confidence: number, by = ME): BookCell[] {
  return [dayCell(week), dayCell(week), id, value, confidence, '', '', by, `entry-${id}-${week}`];
}

/** A team of three in the middle of a quarter: five key results to check in, accounts to see, a quarter that is settled. */
export const TEAM_BOOK: Sheets = {
  Accounts: [
    ['Account', 'CSM', 'ARR', 'Signed', 'First value', 'Renewal'],
    ['Northwind', ME, 48_000, dayCell('2025-01-10'), dayCell('2025-02-01'), dayCell('2026-07-11')],
    ['Fabrikam', ME, 12_500, dayCell('2026-03-20'), '', dayCell('2027-03-20')],
    ['Acme', BO, 9_000, dayCell('2025-01-10'), dayCell('2025-02-01'), dayCell('2026-09-01')],
  ],
  Signals: [['Week', 'Account', 'Usage'], ...WEEKS.map((week, at) => [dayCell(week), 'Northwind', 410 - 45 * at])],
  Team: [
    ['Name', 'E-mail', 'Role', 'Manager'],
    ['Vera Park', 'vera@example.com', 'VP', ''],
    ['Ana Ruiz', ME, 'CSM', 'vera@example.com'],
    ['Bo Ek', BO, 'CSM', 'vera@example.com'],
  ],
  Objectives: [
    ['Id', 'Quarter', 'Objective', 'Owner', 'Parent', 'State'],
    ['O-1', '2026-Q2', 'Renewals are a formality', ME, '', 'active'],
    ['O-0', '2026-Q1', 'Every new customer gets value in its first weeks', ME, '', 'done'],
  ],
  'Key results': [
    KEY_RESULT_HEADERS,
    ...OWN.map(([text, unit, baseline, target], at) =>
      keyResultRow(`KR-${String(at + 1)}`, 'O-1', text, {
        Unit: unit,
        Baseline: baseline,
        Target: target,
        Source: at === 2 ? 'Scorecard!B4' : '',
      }),
    ),
    keyResultRow('KR-6', 'O-1', 'Handoffs with five fields', { Unit: '%', Baseline: 60, Target: 95, Owner: BO }),
    ...SETTLED.map((_, at) =>
      keyResultRow(`OLD-${String(at)}`, 'O-0', `First outcome of cohort ${String(at + 1)}`, {
        Unit: '%',
        Baseline: 0,
        Target: 100,
        Start: dayCell('2026-01-01'),
        Due: dayCell('2026-03-31'),
        State: 'done',
      }),
    ),
  ],
  Scorecard: [
    ['Measure', 'Now'],
    ['NRR', 1.04],
    ['GRR', 0.91],
    ['Expansion ARR', 251_000],
  ],
  Initiatives: [
    ['Id', 'Key result', 'Initiative', 'Owner', 'State', 'Due'],
    ['I-1', 'KR-1', 'Renewal call script for the large accounts', ME, 'active', dayCell('2026-05-29')],
  ],
  'Check-ins': [
    CHECK_IN_HEADERS,
    ...OWN.flatMap(([, , , , values], at) =>
      values.map((value, week) => checkInRow(WEEKS[week] ?? '', `KR-${String(at + 1)}`, value, 5 + week)),
    ),
    [dayCell('2026-05-05'), dayCell('2026-05-04'), 'KR-6', 71, 4, 'Sales signs late', '', BO, 'entry-bo-1'],
    ...SETTLED.map(([confidence, value], at) => checkInRow('2026-03-23', `OLD-${String(at)}`, value, confidence)),
  ],
  Reviews: [['When', 'Week', 'Account', 'By', 'Outcome']],
  Settings: [['Setting', 'Value', 'Meaning']],
  Alerts: [
    [
      ...['Key', 'Trigger', 'Account', 'Subject', 'Since', 'What happened', 'Exposure', 'Owner', 'Level'],
      ...['Next step at', 'State', 'By', 'Reason', 'Opened', 'Resolved'],
    ],
    [
      ...['k1', 'Momentum decay', 'Northwind', 'Usage', dayCell('2026-04-20'), 'Usage fell', 48_000, ME, 1],
      ...['', 'open', '', '', dayCell('2026-04-27'), ''],
    ],
  ],
};

/** The same with this many key results more for the one person, all with names that are as long as names get. */
export function manyKeyResults(count: number): Sheets {
  const rows = Array.from({ length: count }, (_, at) =>
    keyResultRow(`MANY-${String(at)}`, 'O-1', `${'Vertragsverlängerungsgespräche'.repeat(3)} ${String(at)}`, {
      Unit: '%',
      Baseline: 0,
      Target: 100,
    }),
  );
  return { ...TEAM_BOOK, 'Key results': [...(TEAM_BOOK['Key results'] ?? []), ...rows] };
}
