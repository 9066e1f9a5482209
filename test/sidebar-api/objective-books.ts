import type { BookCell } from '../../workbench/book.js';
import { READY } from './books.js';
import { dayCell, ME, type Sheets } from './built-add-on.js';

const KEY_RESULT_HEADERS = [
  ...[
    'Id',
    'Objective',
    'Key result',
    'Kind',
    'Unit',
    'Baseline',
    'Target',
    'Start',
    'Due',
    'Owner',
    'Source',
    'State',
  ],
];

const keyResult = (id: string, objective: string, text: string, unit: string, way: readonly [number, number]) => [
  ...[id, objective, text, 'leading', unit, way[0], way[1]],
  ...[dayCell('2026-04-01'), dayCell('2026-06-30'), ME, '', 'active'],
];

/** A quarter under way: an objective with two key results, and one of a colleague that serves it. */
export const UNDER_WAY: Sheets = {
  ...READY,
  Team: [
    ['E-mail', 'Name', 'Role', 'Manager'],
    [ME, 'Ana Ruiz', 'VP Customer Success', ''],
    ['bo@example.com', 'Bo Ek', 'CSM', ME],
  ],
  Objectives: [
    ['Id', 'Quarter', 'Objective', 'Owner', 'Parent', 'State'],
    ['O1', '2026-Q2', 'Renewal is a formality', ME, '', 'active'],
    ['O2', '2026-Q2', 'Nobody is surprised by a churn', 'bo@example.com', 'KR1', 'active'],
    ['O0', '2026-Q1', 'An earlier one', ME, '', 'done'],
  ],
  'Key results': [
    KEY_RESULT_HEADERS,
    keyResult('KR1', 'O1', 'Accounts in a renewal talk 90 days ahead', '%', [41, 85]),
    keyResult('KR2', 'O1', 'Gross churn, annualised', '%', [8.2, 3]),
    keyResult('KR3', 'O2', 'Days from health drop to intervention', 'days', [14, 3]),
  ],
  'Check-ins': [
    ['When', 'Week', 'Key result', 'Value', 'Confidence', 'Blocker', 'Note', 'By', 'Entry id'],
    ...([45, 50, null, 58] as const).map((value, week): BookCell[] => {
      const day = ['2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27'][week] ?? '';
      return [dayCell(day), dayCell(day), 'KR1', value, 7, '', '', ME, `entry-000${week}`];
    }),
  ],
  Initiatives: [
    ['Id', 'Key result', 'Initiative', 'Owner', 'State', 'Due'],
    ['I1', 'KR1', 'Send the renewal letter 120 days ahead', ME, 'active', dayCell('2026-05-29')],
  ],
  Scorecard: [
    ['What', 'Now'],
    ['Renewal talks', 62.5],
  ],
};

/** A quarter as nobody should have it: 60 key results under 12 objectives in a row of parents. */
export const SIXTY: Sheets = {
  ...UNDER_WAY,
  Objectives: [
    ['Id', 'Quarter', 'Objective', 'Owner', 'Parent', 'State'],
    ...Array.from({ length: 12 }, (_, n) => {
      const parent = n === 0 ? '' : n % 4 === 0 ? 'O4' : `O${n}`;
      return [`O${n + 1}`, '2026-Q2', `Objective ${n + 1}`, ME, parent, 'active'];
    }),
  ],
  'Key results': [
    KEY_RESULT_HEADERS,
    ...Array.from({ length: 60 }, (_, n) =>
      keyResult(`KR${n + 1}`, `O${Math.floor(n / 5) + 1}`, `Key result ${n + 1}`, '%', [10, 50]),
    ),
  ],
};

const LONG = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2);

/** Objectives and key results with names as long, and as far from English, as names get. */
export const HARD_OBJECTIVES: Sheets = {
  ...UNDER_WAY,
  Objectives: [
    ['Id', 'Quarter', 'Objective', 'Owner', 'Parent', 'State'],
    ['O1', '2026-Q2', LONG, ME, '', LONG],
    ['O2', '2026-Q2', 'التجديد إجراء شكلي', ME, 'O1', ''],
    ['O3', '2026-Q2', '<img src=x onerror="document.title=1">', ME, 'O4', ''],
    ['O4', '2026-Q2', 'A circle', ME, 'O3', ''],
  ],
  'Key results': [
    KEY_RESULT_HEADERS,
    keyResult('KR1', 'O1', LONG, LONG.slice(0, 30), [41, 85]),
    keyResult('KR2', 'O2', 'رفع نسبة التجديد في الوقت المحدد', '%', [8.2, 3]),
    keyResult('KR3', 'O9', 'Without an objective', '%', [1, 2]),
  ],
  Initiatives: [
    ['Id', 'Key result', 'Initiative', 'Owner', 'State', 'Due'],
    ['I1', 'KR1', LONG, ME, 'paused', ''],
  ],
};
