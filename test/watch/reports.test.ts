import { describe, expect, it } from 'vitest';
import type { AlertRecord } from '../../src/records/tabs/alerts.js';
import type { Records } from '../../src/records/workbook.js';
import { peopleOf } from '../../src/watch/people.js';
import { digest } from '../../src/watch/reports/digest.js';
import { dueReports } from '../../src/watch/reports/due-reports.js';
import { intervention } from '../../src/watch/reports/intervention.js';
import { patternBrief } from '../../src/watch/reports/pattern.js';
import { memoryOf } from '../../src/watch/told.js';
import { instantOf } from '../instant-of.js';
import { day, table, dateCell, workbook, ZONE } from '../records/tables.js';
import { clockAt, DAY, finding, HOUR, MONDAY, person, told } from './fixtures.js';

const [CRO, CEO, HEAD] = ['cro@x.example', 'ceo@x.example', 'head@x.example'];
const TEAM = [
  person(CRO, { role: 'CRO', function: 'Sales' }),
  person(CEO, { role: 'CEO' }),
  person(HEAD, { role: 'VP Product', function: 'Product' }),
];
const START = MONDAY - 60 * DAY;

const opened = told(workbook(), { C1: finding() });
const [[FIRST], [NOTICE]] = [opened.after.alerts, opened.planned];
if (!FIRST || !NOTICE) throw new Error('nothing opened');
const first = NOTICE;

function alert(subject: string, change: Partial<AlertRecord> = {}): AlertRecord {
  const at = { key: `Dependency breach | ${subject} | 2026-05-20`, subject, opened: MONDAY - 3 * DAY };
  return { ...FIRST, ...at, account: subject, ...change } as AlertRecord;
}
function book(...alerts: AlertRecord[]): Records {
  return { ...workbook(), team: TEAM, alerts };
}

/** What is due at a moment, each report once it was sent at the moments before. */
function due(records: Records, moments: readonly number[], watchingSince = START, atWork = true): string[][] {
  let notices = records.notices;
  return moments.map((at) => {
    const people = peopleOf(records.team);
    const context = { people, atWork: () => atWork, watchingSince };
    const { due: reports } = dueReports({ ...records, notices }, clockAt(at, records), memoryOf(notices), context);
    const sentOnes = reports.map(({ key, recipient }) => ({
      ...first,
      alerts: key,
      recipient,
      state: 'sent',
      sent: at,
    }));
    notices = [...notices, ...sentOnes];
    return reports.map(({ key, recipient }) => `${key} to ${recipient}`);
  });
}

describe('an intervention about many accounts', () => {
  it('looks at each alert a few times, however many there are', () => {
    let looks = 0;
    const watched = Array.from({ length: 300 }, (_, i) => {
      const one = alert(`A${String(i)}`);
      return Object.defineProperty({ ...one }, 'account', { get: () => (looks++, one.account) });
    });
    const asked = intervention(book(...watched), clockAt(MONDAY), () => 'is late');
    expect(asked.accounts).toHaveLength(300);
    expect(asked.accounts.every(({ headlines }) => headlines.length === 1)).toBe(true);
    expect(looks).toBeLessThan(300 * 10);
  });
});

describe('the reports that there are to tell', () => {
  const ninth = instantOf(day('2026-06-15'), ZONE) + 9 * HOUR;
  const named = (at: number, exposure: number) => {
    const records = book(alert('A', { exposure }));
    const people = peopleOf(records.team);
    const { named: all } = dueReports(records, clockAt(at, records), new Map(), {
      ...{ people, atWork: () => true, watchingSince: START },
    });
    return [...all.keys()].filter((key) => key.startsWith('Intervention'));
  };

  it('have no intervention any more once the quarter is over, or too little is at risk', () => {
    expect(named(ninth, 600_000)).toEqual(['Intervention | 2026-Q2']);
    expect(named(ninth, 100)).toEqual([]);
    expect(named(ninth + 16 * DAY, 600_000)).toEqual([]);
  });
});

describe('the digest', () => {
  const friday = MONDAY + 4 * DAY;

  it('is due on Friday at eight to the CRO and the CEO, once', () => {
    const [before, at, again, next] = due(book(), [friday - 2 * HOUR, friday - HOUR, friday, friday + 7 * DAY]);
    expect(before).toEqual([`Digest | 2026-05-22 to ${CRO}`, `Digest | 2026-05-22 to ${CEO}`]);
    expect(at).toEqual([`Digest | 2026-05-29 to ${CRO}`, `Digest | 2026-05-29 to ${CEO}`]);
    expect(again).toEqual([]);
    expect(next).toHaveLength(2);
  });

  it('is made good once after weeks without a tick, and not for a time before the watch', () => {
    expect(due(book(), [friday, friday + 17 * DAY])[1]).toEqual([
      `Digest | 2026-06-12 to ${CRO}`,
      `Digest | 2026-06-12 to ${CEO}`,
    ]);
    expect(due(book(), [MONDAY], MONDAY)).toEqual([[]]);
  });

  it('waits for working hours', () => {
    expect(due(book(), [friday], START, false)).toEqual([[]]);
  });

  it('says what changed since the one before', () => {
    const records = {
      ...book(
        alert('Northwind', { exposure: 100 }),
        alert('Contoso', { exposure: 50, opened: MONDAY - 30 * DAY, resolved: MONDAY + DAY, state: 'resolved' }),
        alert('Fabrikam', { exposure: null, opened: MONDAY - 30 * DAY }),
        alert('C9', { account: 'Northwind', exposure: 70 }),
      ),
      accounts: workbook(table('Accounts', ['Account', 'Renewal'], ['Northwind', dateCell('2026-06-20')])).accounts,
    };
    const said = digest(records, clockAt(friday), { withoutData: 2, unreadable: [] });
    expect(said.since).toBe(day('2026-05-22'));
    expect(said.changes).toMatchObject([
      { account: 'Northwind', change: 'newly at risk', exposure: 100, row: 2 },
      { account: 'Contoso', change: 'no longer at risk', exposure: 50 },
    ]);
    // Northwind once, with the larger of its two; Fabrikam is not known.
    expect(said.atRisk).toMatchObject({ accounts: 2, exposure: 100, unknownCount: 1, before: 50 });
    expect(said.atRisk.renewing).toEqual([
      { days: 30, accounts: 1, exposure: 100 },
      { days: 60, accounts: 1, exposure: 100 },
      { days: 90, accounts: 1, exposure: 100 },
    ]);
    expect(said.data).toMatchObject({ accounts: 1, withoutData: 2 });
  });

  it('names messages that were refused three times', () => {
    const [notice] = told(workbook(), { C1: finding() }).planned;
    if (!notice) throw new Error('nothing was planned');
    const failing = (attempts: number) => {
      const notices = [{ ...notice, attempts, error: 'no such address' }];
      return digest({ ...book(), notices }, clockAt(friday), { withoutData: 0, unreadable: [] }).failing;
    };
    expect(failing(2)).toEqual([]);
    expect(failing(3)).toMatchObject([{ recipient: notice.recipient, attempts: 3, error: 'no such address' }]);
  });
});

describe('the pattern brief', () => {
  // 25 May 2026 is in week 8 of a quarter that began on 1 April; 4 May in week 5.
  const early = MONDAY - 21 * DAY;

  it('is due weekly from week 7 on, to the heads of functions with more than one alert', () => {
    const records = book(alert('A'), alert('B'));
    const patterns = due(records, [MONDAY, MONDAY + HOUR, MONDAY + 7 * DAY]).map((keys) =>
      keys.filter((key) => key.startsWith('Pattern')),
    );
    expect(patterns).toEqual([
      [`Pattern brief | 2026-05-18 to ${HEAD}`],
      [],
      [`Pattern brief | 2026-05-25 to ${HEAD}`],
    ]);
    expect(due(book(alert('A')), [MONDAY])[0]?.join()).not.toContain('Pattern');
  });

  it('is due earlier once a function has broken three promises in the quarter', () => {
    const at = { opened: early - DAY };
    const briefs = (...alerts: AlertRecord[]) =>
      patternBrief(book(...alerts), clockAt(early), peopleOf(TEAM)).functions;
    expect(briefs(alert('A', at), alert('B', at))).toEqual([]);
    expect(briefs(alert('A', at), alert('B', at), alert('C', at))).toMatchObject([
      {
        function: 'Product',
        head: HEAD,
        breaches: 3,
        open: 3,
        accounts: 3,
        exposure: 300_000,
        medianDays: 1,
        before: null,
      },
    ]);
  });

  it('is not due in the first week of the watch', () => {
    expect(due(book(alert('A'), alert('B')), [MONDAY], MONDAY - 6 * DAY)[0]?.join()).not.toContain('Pattern');
  });
});

describe('the intervention', () => {
  // The quarter ends on 30 June 2026: 21 days before it is 9 June.
  const ninth = MONDAY + 15 * DAY;
  const interventions = (records: Records, moments: number[]) => {
    return due(records, moments).map((keys) => keys.filter((key) => key.startsWith('Intervention')));
  };

  it('is due three weeks before the end of a quarter, once, to the executives', () => {
    const records = book(alert('A', { exposure: 500_001 }));
    const to = [CRO, CEO, HEAD].map((one) => `Intervention | 2026-Q2 to ${one}`);
    expect(interventions(records, [ninth - DAY, ninth, ninth + DAY])).toEqual([[], to, []]);
  });

  it('is not due while no more is at risk than the setting', () => {
    const twice = book(alert('A', { exposure: 500_000 }), alert('A2', { account: 'A', exposure: 400_000 }));
    expect(interventions(twice, [ninth])).toEqual([[]]);
    expect(intervention(twice, clockAt(ninth), () => 'is late')).toMatchObject({
      quarter: 'Q2 2026',
      quarterEnd: day('2026-06-30'),
      exposure: 500_000,
      accounts: [{ account: 'A', exposure: 500_000, headlines: ['is late', 'is late'] }],
    });
  });
});

it('a report that Team names nobody for is a problem, not a silence', () => {
  const context = { people: peopleOf([]), atWork: () => true, watchingSince: START };
  const { due: none, unaddressed } = dueReports({ ...book(), team: [] }, clockAt(MONDAY), new Map(), context);
  expect(none).toEqual([]);
  expect(unaddressed).toEqual(['names no CRO and no CEO, so the digest goes to nobody; give them these roles']);
});
