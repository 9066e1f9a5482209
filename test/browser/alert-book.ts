import { parseIsoDay } from '../../src/domain/calendar/day.js';
import type { PlatformState } from '../../workbench/apps-script/api.js';
import { serialOfDay, type BookCell } from '../../workbench/book.js';
import { dayCell, ME, type Sheets } from '../sidebar-api/built-add-on.js';
import { TEAM_BOOK } from './team-book.js';

const [BO, VERA] = ['bo@example.com', 'vera@example.com'];

/** Nine o'clock on the Monday on which the week of 27 April is judged. */
const JUDGED_AT: BookCell = {
  serial: serialOfDay(parseIsoDay('2026-05-04') ?? 0) + 9 / 24,
  format: 'yyyy-mm-dd hh:mm',
};

const ALERT_HEADERS = [
  ...['Key', 'Trigger', 'Account', 'Subject', 'Since', 'What happened', 'Exposure', 'Priority', 'Owner', 'Level'],
  ...['Next step at', 'State', 'By', 'State since', 'Snoozed until', 'Reason', 'Opened', 'Resolved'],
];

/** A row of Alerts: a bend of Ana's that is open, unless told otherwise. */
function alertRow(account: string, changes: Partial<Record<string, BookCell>> = {}): BookCell[] {
  const row: Partial<Record<string, BookCell>> = {
    ...{ Key: `Momentum decay | ${account} | 2026-04-13`, Trigger: 'Momentum decay', Account: account },
    ...{ Subject: 'Usage', Since: dayCell('2026-04-13'), Exposure: 48_000, Priority: 96_000, Owner: ME, Level: 1 },
    ...{ State: 'open', Reason: 'first notice', Opened: JUDGED_AT, 'Next step at': dayCell('2026-05-07') },
    'What happened': 'Usage -22 % over 3 weeks, 410 → 320, since Mon 13 Apr',
    ...changes,
  };
  return ALERT_HEADERS.map((header) => row[header] ?? '');
}

/** A message that told of an alert, or waits. */
function noticeRow(account: string, recipient: string, level: number, error = ''): BookCell[] {
  const key = `Momentum decay | ${account} | 2026-04-13 @${String(level)}`;
  const sent = error === '' ? JUDGED_AT : '';
  const state = error === '' ? 'sent' : 'due';
  return [
    `${account} ${recipient} ${String(level)}`,
    key,
    recipient,
    level,
    JUDGED_AT,
    state,
    sent,
    error === '' ? 1 : 3,
    error,
  ];
}

/** Sixteen weeks up to that of 27 April in which some accounts bend, one of which is lost. */
function signalRows(): BookCell[][] {
  const last = parseIsoDay('2026-04-27') ?? 0;
  const fallsFrom: Readonly<Record<string, number>> = { Northwind: 13, Fabrikam: 6, Acme: 10, Globex: 3, Initech: 99 };
  return Object.entries(fallsFrom).flatMap(([account, from]) =>
    Array.from({ length: 16 }, (_, week): BookCell[] => {
      const isFalling = week >= from && week < from + 4;
      const usage = isFalling ? 400 - 45 * (week - from) : 410 + (week % 2);
      return [{ serial: serialOfDay(last - 7 * (15 - week)), format: 'yyyy-mm-dd' }, account, usage];
    }),
  );
}

const HANDOFF_HEADERS = [
  ...['Account', 'AE', 'CSM', 'Closed', 'Commitments made', 'Expansion potential', 'Key stakeholder'],
  ...['Success criteria', 'Risk flags', 'AE signed on', 'CSM signed on', 'Quality', 'Customer signed on'],
];

/** The team's book with alerts in every state, a message that could not go out, and two handoffs. Today is Wed 6 May 2026. */
export const ALERT_BOOK: Sheets = {
  ...TEAM_BOOK,
  Accounts: [
    ['Account', 'CSM', 'AE', 'ARR', 'Renewal', 'Churned on'],
    ['Northwind', ME, BO, 48_000, dayCell('2026-07-11'), ''],
    ['Fabrikam', ME, BO, 12_500, dayCell('2027-03-20'), ''],
    ['Acme', BO, BO, 9_000, dayCell('2026-09-01'), ''],
    ['Globex', BO, BO, 30_000, dayCell('2026-04-30'), dayCell('2026-04-20')],
    ['Initech', ME, BO, 22_000, dayCell('2026-12-01'), ''],
  ],
  Signals: [['Week', 'Account', 'Usage'], ...signalRows()],
  Alerts: [
    ALERT_HEADERS,
    alertRow('Fabrikam', { Exposure: 12_500, Priority: 12_500 }),
    alertRow('Northwind', {
      Subject: 'Usage, Tickets',
      'What happened':
        'Usage -22 % over 3 weeks, 410 → 320, since Mon 13 Apr\nTickets +80 % over 3 weeks, 5 → 9, since Mon 13 Apr',
    }),
    alertRow('Acme', { Owner: BO, Exposure: 9_000, Priority: '' }),
    alertRow('Initech', {
      ...{ State: 'snoozed', By: ME, 'State since': dayCell('2026-05-05'), 'Snoozed until': dayCell('2026-05-12') },
      Reason: 'They migrate until Friday',
    }),
    alertRow('Globex', {
      ...{ Owner: BO, State: 'resolved', By: BO, Reason: 'They left', Resolved: dayCell('2026-04-21') },
      Opened: dayCell('2026-04-20'),
    }),
  ],
  Notices: [
    ['Id', 'Alerts', 'Recipient', 'Level', 'Due', 'State', 'Sent', 'Attempts', 'Error'],
    noticeRow('Northwind', ME, 1),
    noticeRow('Fabrikam', ME, 1),
    noticeRow('Acme', BO, 1, 'The mail service refused the address'),
  ],
  Decisions: [
    ['When', 'Week', 'Account', 'Trigger', 'Subject', 'Reason'],
    ...[
      ['Northwind', 'first notice'],
      ['Acme', 'first notice'],
      ['Initech', 'snoozed'],
    ].map(([account = '', reason = '']): BookCell[] => {
      return [JUDGED_AT, dayCell('2026-04-27'), account, 'Momentum decay', account, reason];
    }),
  ],
  Handoffs: [
    HANDOFF_HEADERS,
    [
      ...['Fabrikam', BO, ME, dayCell('2026-05-01'), 'Product: SSO by July', 'The team in Oslo', 'Kim Ode'],
      ...['Half the tickets', '', '', '', '', ''],
    ],
    [
      ...['Initech', BO, ME, dayCell('2026-04-14'), 'none', 'Two more seats a month', 'Lee Fry', 'Reports in a day'],
      ...['none', dayCell('2026-04-16'), dayCell('2026-04-20'), 'complete', dayCell('2026-04-22')],
    ],
  ],
};

/** What the watch keeps beside the tabs: it is on for Ana and ran half an hour ago. */
export const WATCHED: PlatformState = {
  ...{ outbox: [], triggers: [], mailUses: {}, propertyUses: {}, serial: 0 },
  properties: {
    document: {
      [`watch on: ${ME}`]: String(Date.UTC(2026, 4, 1)),
      [`watch ran: ${ME}`]: String(Date.UTC(2026, 4, 6, 7)),
      lastScan: JSON.stringify({
        ...{ at: Date.UTC(2026, 4, 4, 7), week: parseIsoDay('2026-04-27'), accountCount: 4 },
        ...{ bentCount: 3, withoutDataCount: 0, stopped: null },
      }),
    },
  },
};

/** The same with this many alerts for one person, whose names are long, one of them written from right to left. */
export function manyAlerts(count: number): Sheets {
  const rows = Array.from({ length: count }, (_, at) => {
    const name = at === 0 ? 'شركة الشمال للتجارة (Northern)' : 'Vertragsverlängerungsgespräche'.repeat(3);
    return alertRow(`${name} ${String(at)}`, { Priority: 1_000_000 - at, Owner: at % 2 === 0 ? ME : VERA });
  });
  return { ...ALERT_BOOK, Alerts: [ALERT_HEADERS, ...rows] };
}
