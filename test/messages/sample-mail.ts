import { dayOf } from '../../src/domain/calendar/day.js';
import type { AlertMailInput, AlertToTell } from '../../src/messages/alert-mail-input.js';
import type { DigestMailInput } from '../../src/messages/digest-mail-input.js';
import type { InterventionMailInput } from '../../src/messages/intervention-mail-input.js';
import type { PatternMailInput } from '../../src/messages/pattern-mail-input.js';
import type { TroubleMailInput } from '../../src/messages/trouble-mail-input.js';
import { alertKey } from '../../src/watch/alert-key.js';
import type { Bend, BentAccount } from '../../src/watch/bends.js';

/** Monday 11 May 2026. */
export const WEEK = dayOf(2026, 5, 11);
/** The Monday after it. */
export const TODAY = WEEK + 7;

export const BOOK_URL = 'https://docs.google.com/spreadsheets/d/1abcDEFghiJKLmnoPQRstuVWXyz0123456789abcdefg/edit';
export const ROW_URL = `${BOOK_URL}#gid=1234567890&range=90:90`;

export const usage: Bend = Object.freeze({
  indicator: 'Usage',
  better: 'up',
  weeks: 3,
  since: WEEK - 14,
  from: 410,
  to: 320,
  change: (320 - 410) / 410,
  kind: 'signal',
  recent: Object.freeze([430, 425, 440, null, 415, 420, 412, 405, 410, 390, 350, 320]),
});

export const tickets: Bend = Object.freeze({
  indicator: 'Support volume',
  better: 'down',
  weeks: 2,
  since: WEEK - 7,
  from: 4,
  to: 9,
  change: 1.25,
  kind: 'normal variation',
  recent: Object.freeze([5, 4, 6, 3, 5, 4, 4, null, 5, 4, 7, 9]),
});

export const nps: Bend = Object.freeze({
  indicator: 'NPS',
  better: 'up',
  weeks: 2,
  since: WEEK - 7,
  from: 20,
  to: -35,
  change: -2.75,
  kind: 'short history',
  recent: Object.freeze([40, null, 20, -10, -35]),
});

function bentAccount(account: string, bends: readonly Bend[]): BentAccount {
  return {
    account,
    bends,
    since: Math.min(...bends.map(({ since }) => since)),
    exposure: 48_000,
    renewal: TODAY + 62,
    csm: 'dana@example.com',
    accountRow: 7,
    signalRow: 90,
  };
}

/** An alert about bends; what is not given is that of Northwind. */
export function bentAlert(given: Partial<AlertToTell> = {}, bends: readonly Bend[] = [usage, tickets]): AlertToTell {
  const account = given.account ?? 'Northwind';
  return Object.freeze({
    trigger: 'Momentum decay' as const,
    subject: account,
    account,
    since: WEEK - 14,
    headline: 'Usage and Support volume bend',
    facts: ['Usage went from 410 to 320 in 3 weeks'],
    clears: 'Clears after one full week in which Usage and Support volume do not go the wrong way',
    exposure: 48_000,
    renewal: TODAY + 62,
    owner: 'dana@example.com',
    function: 'Customer Success',
    count: bends.length,
    place: { tab: 'Signals', row: 90 },
    bent: bentAccount(account, bends),
    key: alertKey('Momentum decay', account, WEEK - 14),
    level: 1,
    standing: 'owner' as const,
    openedOn: TODAY,
    link: ROW_URL,
    priority: 48_000 * 2 * 2,
    ...given,
  });
}

/** An alert of another trigger, a broken promise to Contoso unless something else is given. */
export function plainAlert(given: Partial<AlertToTell> = {}): AlertToTell {
  const trigger = given.trigger ?? 'Dependency breach';
  const subject = given.subject ?? 'C-12';
  const since = given.since ?? TODAY - 9;
  return Object.freeze({
    trigger,
    subject,
    account: 'Contoso',
    since,
    headline: 'commitment 9 days overdue',
    facts: ['Promised: single sign-on', 'Due Sat 9 May, 9 days ago, and not done', 'Product owes it'],
    clears: 'Clears when Done on has the day on which it was kept',
    exposure: 300_000,
    renewal: TODAY + 20,
    owner: 'priya@example.com',
    function: 'Product',
    count: 1,
    place: { tab: 'Commitments', row: 4 },
    key: alertKey(trigger, subject, since),
    level: 1,
    standing: 'owner' as const,
    openedOn: TODAY,
    link: `${BOOK_URL}#gid=2&range=4:4`,
    priority: 900_000,
    ...given,
  });
}

const BASIS = { recipientName: 'Dana', today: TODAY, bookName: 'Customer success', bookUrl: BOOK_URL, currency: '$' };

/** The input of a mail about alerts; what is not given is that of Dana's mail about Northwind. */
export function alertInput(given: Partial<AlertMailInput> = {}): AlertMailInput {
  const alerts = given.alerts ?? [bentAlert()];
  return Object.freeze({
    ...BASIS,
    alerts,
    broken: alerts.filter(({ trigger }) => trigger === 'Dependency breach'),
    week: WEEK,
    level: Math.max(1, ...alerts.map(({ level }) => level)),
    noticeId: '2026-05-11 dana@example.com 1',
    bendWeeks: 2,
    stepHours: 48,
    ...given,
  });
}

/** The input of a digest. */
export function digestInput(given: Partial<DigestMailInput> = {}): DigestMailInput {
  return Object.freeze({
    ...BASIS,
    recipientName: 'Ada',
    noticeId: '2026-05-18 ada@example.com 1',
    since: TODAY - 7,
    metrics: [
      { name: 'NRR' as const, value: 1.042, before: 1.06, floor: 1.05 },
      { name: 'GRR' as const, value: 0.914, before: 0.92, floor: 0.9 },
      { name: 'Logo churn' as const, value: 0.086, before: null, floor: null },
    ],
    metricsTo: dayOf(2026, 4, 30),
    atRisk: {
      accounts: 5,
      exposure: 1_240_000,
      unknownCount: 1,
      before: 980_000,
      renewing: [
        { days: 30, accounts: 1, exposure: 300_000 },
        { days: 60, accounts: 2, exposure: 460_000 },
        { days: 90, accounts: 3, exposure: 508_000 },
      ],
    },
    changes: [
      { account: 'Contoso', change: 'newly at risk' as const, exposure: 300_000, renewal: TODAY + 20, link: ROW_URL },
      { account: 'Tailspin', change: 'churned' as const, exposure: 90_000, renewal: TODAY - 3, link: ROW_URL },
      { account: 'Fabrikam', change: 'no longer at risk' as const, exposure: null, renewal: null, link: ROW_URL },
    ],
    interventions: [{ quarter: 'Q2 2026', askedOn: TODAY - 4, exposure: 1_240_000 }],
    data: {
      accounts: 118,
      withoutData: 2,
      problems: 14,
      unreadable: [{ tab: 'Renewals', reason: 'Renewals has no column Opened any more; map its columns again' }],
    },
    failing: [{ recipient: 'lee@example.com', since: TODAY - 2, attempts: 4, error: 'Invalid email: lee@example.com' }],
    ...given,
  });
}

/** The input of a pattern brief. */
export function patternInput(given: Partial<PatternMailInput> = {}): PatternMailInput {
  return Object.freeze({
    ...BASIS,
    recipientName: 'Priya',
    noticeId: '2026-05-18 priya@example.com 1',
    quarter: 'Q2 2026',
    weekOfQuarter: 7,
    functions: [
      {
        function: 'Product',
        head: 'priya@example.com',
        breaches: 6,
        open: 4,
        accounts: 4,
        exposure: 1_200_000,
        unknownCount: 1,
        medianDays: 11,
        before: 2,
        triggers: [
          { trigger: 'Dependency breach' as const, count: 5 },
          { trigger: 'Missed cadence' as const, count: 1 },
        ],
      },
      {
        function: 'Sales',
        head: null,
        breaches: 2,
        open: 1,
        accounts: 1,
        exposure: null,
        unknownCount: 1,
        medianDays: null,
        before: null,
        triggers: [{ trigger: 'Dependency breach' as const, count: 2 }],
      },
    ],
    patternWeek: 7,
    patternBreaches: 3,
    ...given,
  });
}

/** The input of an intervention, three weeks before the quarter ends. */
export function interventionInput(given: Partial<InterventionMailInput> = {}): InterventionMailInput {
  const today = dayOf(2026, 6, 9);
  return Object.freeze({
    ...BASIS,
    today,
    recipientName: 'Ada',
    noticeId: '2026-06-09 ada@example.com 1',
    quarter: 'Q2 2026',
    quarterEnd: dayOf(2026, 6, 30),
    exposure: 620_000,
    exposureLimit: 500_000,
    accounts: [
      {
        account: 'Contoso',
        exposure: 572_000,
        renewal: today + 18,
        headlines: ['commitment 31 days overdue', 'usage bends'],
        since: dayOf(2026, 5, 9),
        owner: 'priya@example.com',
        link: ROW_URL,
      },
      {
        account: 'Northwind',
        exposure: 48_000,
        renewal: today + 40,
        headlines: ['usage and tickets bend'],
        since: dayOf(2026, 4, 27),
        owner: 'dana@example.com',
        link: ROW_URL,
      },
      {
        account: 'Fabrikam',
        exposure: null,
        renewal: null,
        headlines: ['no CSM'],
        since: dayOf(2026, 6, 1),
        owner: null,
        link: ROW_URL,
      },
    ],
    ...given,
  });
}

/** The input of a mail about trouble. */
export function troubleInput(given: Partial<TroubleMailInput> = {}): TroubleMailInput {
  return Object.freeze({
    ...BASIS,
    recipientName: 'Maya',
    noticeId: '2026-05-18 maya@example.com 1',
    troubles: [
      {
        kind: 'tab unreadable' as const,
        tab: 'Signals',
        reason: 'Signals has no column Usage any more; restore its header, or map the columns again in the sidebar',
        triggers: ['Momentum decay'],
        since: TODAY,
        link: `${BOOK_URL}#gid=3`,
      },
      { kind: 'watch stands still' as const, of: 'omar@example.com', lastRunOn: TODAY - 2, hours: 49 },
    ],
    ...given,
  });
}

/** Texts that a cell can hold and a mail must not obey. */
export const HOSTILE = {
  tag: '<img src=x onerror="document.title=1">',
  endOfStyle: '</style><script>document.title=1</script>',
  attribute: '" onmouseover="document.title=1" x="',
  rightToLeft: "נורת'ווינד 48 (חיפה)",
  formula: '=IMPORTXML("http://x.test")',
  lineBreaks: 'Northwind\r\nBcc: eve@example.com\u2028x\u0000\u0007',
  directionMarks: '\u202Egnp.exe\u2066\u200F',
  entity: '&lt;b&gt;&#60;script&#62;',
  endless: 'N'.repeat(50_000),
  halfEmoji: 'Nor\uD83Dwind \uDE00',
} as const;
