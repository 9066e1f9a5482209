import { dayOf } from '../../src/domain/calendar/day.js';
import type { BendMailInput, LinkedAccount } from '../../src/messages/bend-mail-input.js';
import type { Bend } from '../../src/watch/bends.js';

/** Monday 11 May 2026. */
export const WEEK = dayOf(2026, 5, 11);
const TODAY = WEEK + 7;

export const BOOK_URL = 'https://docs.google.com/spreadsheets/d/1abcDEFghiJKLmnoPQRstuVWXyz0123456789abcdefg/edit';

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

/** A bent account; what is not given is that of Northwind. */
export function bentAccount(given: Partial<LinkedAccount> = {}): LinkedAccount {
  return Object.freeze({
    account: 'Northwind',
    bends: Object.freeze([usage, tickets]),
    since: WEEK - 14,
    exposure: 48_000,
    renewal: TODAY + 62,
    csm: 'dana@example.com',
    accountRow: 7,
    signalRow: 90,
    link: `${BOOK_URL}#gid=1234567890&range=A7`,
    ...given,
  });
}

/** The input of a mail; what is not given is that of Dana's mail about Northwind. */
export function mailInput(given: Partial<BendMailInput> = {}): BendMailInput {
  return Object.freeze({
    recipientName: 'Dana',
    accounts: [bentAccount()],
    week: WEEK,
    today: TODAY,
    level: 1 as const,
    bookName: 'Customer success',
    bookUrl: BOOK_URL,
    currency: '$',
    noticeId: '2026-05-11 dana@example.com 1',
    bendWeeks: 2,
    ...given,
  });
}

/** Texts that a cell can hold and a mail must not obey. */
export const HOSTILE = {
  tag: '<img src=x onerror="document.title=1">',
  endOfStyle: '</style><script>document.title=1</script>',
  attribute: '" onmouseover="document.title=1" x="',
  formula: '=IMPORTXML("http://x.test")',
  lineBreaks: 'Northwind\r\nBcc: eve@example.com\u2028x\u0000\u0007',
  directionMarks: '\u202Egnp.exe\u2066\u200F',
  entity: '&lt;b&gt;&#60;script&#62;',
  endless: 'N'.repeat(50_000),
  halfEmoji: 'Nor\uD83Dwind \uDE00',
} as const;
