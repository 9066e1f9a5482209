import type { BookCell } from '../../workbench/book.js';
import { dayCell, ME, type Sheets } from './built-add-on.js';

/** Tabs as a team has them: its own names, its own headers. */
export const MESSY: Sheets = {
  'Customer list 2026': [
    ['Customer Name', 'Account Owner', 'Owner Email', 'Plan tier', 'ARR (USD)', 'Renewal date'],
    ['Northwind', 'Ana Ruiz', ME, 'Enterprise', 48_000, dayCell('2026-07-11')],
    ['Acme', 'Bo Ek', 'bo@example.com', 'SMB', 9_000, dayCell('2026-09-01')],
  ],
  Weekly: [
    ['Week of', 'Customer', 'Logins', 'Tickets', 'CSAT'],
    ...['2026-04-13', '2026-04-20', '2026-04-27'].map((week, index): BookCell[] => [
      dayCell(week),
      'Northwind',
      410 - 45 * index,
      2 + index,
      4.1,
    ]),
  ],
  OKRs: [
    ['KR', 'Description', 'Baseline', 'Goal', 'Units', 'Deadline', 'Responsible'],
    ['KR-1', 'Renewals opened 90 days ahead', 41, 85, '%', dayCell('2026-06-30'), ME],
  ],
};

const KEY_RESULT_HEADERS = ['Id', 'Key result', 'Baseline', 'Target', 'Unit', 'Due', 'Owner', 'State', 'Account'];

/** Tabs with Bellwether's own names: nothing to set up. */
export const READY: Sheets = {
  Accounts: [
    ['Account', 'CSM', 'ARR'],
    ['Northwind', ME, 48_000],
    ['Acme', 'bo@example.com', 9_000],
  ],
  Signals: [
    ['Week', 'Account', 'Usage'],
    ...['2026-04-13', '2026-04-20', '2026-04-27'].flatMap((week, index): BookCell[][] => [
      [dayCell(week), 'Northwind', 410 - 45 * index],
      [dayCell(week), 'Acme', 20 + index],
    ]),
  ],
  'Key results': [
    KEY_RESULT_HEADERS,
    ['KR-1', 'Renewals opened 90 days ahead', 41, 85, '%', dayCell('2026-06-30'), ME, 'active', ''],
    ['KR-2', 'Accounts without a named sponsor', 12, 0, 'accounts', dayCell('2026-06-30'), ME, '', ''],
    ['KR-3', 'Somebody else\u2019s', 1, 2, '', dayCell('2026-06-30'), 'bo@example.com', '', ''],
    ['KR-4', 'Paused', 1, 2, '', dayCell('2026-06-30'), ME, 'paused', ''],
  ],
  'Check-ins': [
    ['When', 'Week', 'Key result', 'Value', 'Confidence', 'Blocker', 'Note', 'By', 'Entry id'],
    [dayCell('2026-04-28'), dayCell('2026-04-27'), 'KR-1', 52, 6, 'Legal review', '', ME, 'entry-0001'],
  ],
};

const LONG = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2);

/** Names that are as long, and as far from English, as names get. */
export const HARD_NAMES: Sheets = {
  ...READY,
  'Key results': [
    KEY_RESULT_HEADERS,
    ['KR-1', LONG, 41, 85, 'Vertragsverlängerungsgespräche', dayCell('2026-06-30'), ME, '', LONG],
    ['KR-2', 'رفع نسبة التجديد في الوقت المحدد', 12, 0, '%', dayCell('2026-06-30'), ME, '', 'شركة الشمال'],
    ['KR-3', '<img src=x onerror="document.title=1">', 12, 0, '%', dayCell('2026-06-30'), ME, '', '=1+1'],
  ],
  'Check-ins': [
    ['When', 'Week', 'Key result', 'Value', 'Confidence', 'Blocker', 'Note', 'By', 'Entry id'],
    [dayCell('2026-04-28'), dayCell('2026-04-27'), 'KR-1', 52.123456, 6, LONG, '', ME, 'entry-0001'],
  ],
  [LONG.slice(0, 90)]: [
    [LONG, 'Customer'],
    ['a', 'b'],
  ],
  Alerts: [
    [
      'Key',
      'Trigger',
      'Account',
      'Subject',
      'Since',
      'What happened',
      'Exposure',
      'Owner',
      'Level',
      'Next step at',
      'State',
      'By',
      'Reason',
      'Opened',
      'Resolved',
    ],
    [
      'k1',
      'momentum',
      LONG,
      'Usage, Support volume, NPS',
      dayCell('2026-04-20'),
      'x',
      48_000,
      ME,
      1,
      '',
      'open',
      '',
      '',
      dayCell('2026-04-27'),
      '',
    ],
    [
      'k2',
      'momentum',
      'شركة الشمال',
      'Usage',
      dayCell('2026-04-20'),
      'x',
      4_000,
      ME,
      1,
      '',
      'acknowledged',
      '',
      '',
      dayCell('2026-04-27'),
      '',
    ],
  ],
};
