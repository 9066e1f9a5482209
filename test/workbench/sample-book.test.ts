import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readPublicFunctions } from '../../scripts/public-functions.mjs';
import { sampleBook, sampleNow, sampleUser } from '../../workbench/sample/sample-book.js';
import { book, isNumber, rowsOf, serial, valueOf } from './sample-tables.js';

const headers: Readonly<Record<string, readonly string[]>> = {
  Accounts: [
    ...[
      'Account',
      'Tier',
      'Segment',
      'CSM',
      'CSM since',
      'Tier since',
      'AE',
      'ARR',
      'Signed',
      'First value',
      'Renewal',
    ],
    ...['Status', 'Churned on', 'Churn cause', 'Executive sponsor', 'Headcount', 'Seats', 'Seats used', 'Last QBR'],
    'Overdue invoices',
  ],
  Signals: ['Week', 'Account', 'Usage', 'Executive engagement', 'Support volume', 'Support sentiment', 'NPS'],
  Revenue: ['Account', 'Month', 'MRR', 'Currency'],
  Renewals: [
    ...['Account', 'Renewal', 'ARR due', 'Opened', 'Stage', 'Likelihood'],
    ...['Forecast 90', 'Forecast 60', 'Forecast 30', 'Actual'],
  ],
  Commitments: [
    ...['Id', 'Account', 'Commitment', 'Function', 'Owner', 'Due', 'Done on', 'ARR exposed', 'Key result', 'Source'],
  ],
  Surveys: ['Account', 'Answered', 'Score'],
  Tickets: ['Account', 'Opened', 'Priority', 'CSAT'],
  Subscriptions: ['Account', 'Start', 'End', 'MRR'],
  'Last quarter': ['Key result', 'Owner', 'Confidence', 'Came true'],
  Churns: ['Account', 'Churned on', 'ARR', 'Function', 'Cause', 'Earliest bend', 'Weeks of warning'],
  Objectives: ['Id', 'Quarter', 'Objective', 'Owner', 'Parent', 'State'],
  'Key results': [
    ...['Id', 'Objective', 'Key result', 'Kind', 'Indicator', 'Unit', 'Baseline', 'Target', 'Current'],
    ...['Start', 'Due', 'Owner', 'Account', 'Source', 'State'],
  ],
  'Check-ins': ['When', 'Week', 'Key result', 'Value', 'Confidence', 'Blocker', 'Note', 'By', 'Entry id'],
  Team: ['Name', 'E-mail', 'Role', 'Manager', 'Function', 'Working days', 'Time zone'],
  Settings: ['Setting', 'Value', 'Meaning'],
};

const formulas = book.sheets.flatMap(({ rows }) =>
  rows.flat().flatMap((cell) => (cell !== null && typeof cell === 'object' && 'formula' in cell ? [cell.formula] : [])),
);

describe('the sample book', () => {
  test('is the same, byte for byte, at every call and on every machine', () => {
    const text = JSON.stringify(sampleBook());
    expect(text).toBe(JSON.stringify(book));
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '749f9214cebf92e0cc20f66c0b1585a54918649a5c3a8023100cf7939d5a1b15',
    );
  });

  test('opens with the dashboard, what judges before what is judged, and has each tab once', () => {
    const names = book.sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const judging = [
      ...['Dashboard', 'Retention', 'Cohorts', 'Onboarding', 'Health', 'Health change', 'Usage by week'],
      ...['Tickets by week', 'Backtest', 'Forecasts', 'Known then', 'MRR 12m', 'Ledger'],
    ];
    expect(names.slice(0, judging.length)).toEqual(judging);
    expect(names.slice(judging.length).sort()).toEqual(Object.keys(headers).sort());
  });

  test.each(Object.entries(headers))('%s has the default headers, frozen, each with a width', (tab, expected) => {
    const sheet = book.sheets.find(({ name }) => name === tab);
    expect(sheet?.rows[0]).toEqual(expected);
    expect(sheet?.frozenRows).toBe(1);
    expect(sheet?.columnWidths).toHaveLength(expected.length);
    for (const row of sheet?.rows ?? []) expect(row).toHaveLength(expected.length);
  });

  test('stands on Sunday 22 November 2026, 18:00 in New York', () => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: book.timeZone, dateStyle: 'full', timeStyle: 'short' });
    expect(clock.format(sampleNow)).toBe('Sunday, 22 November 2026 at 18:00');
  });

  test('has 120 accounts in three tiers with distinct names, odd characters among them', () => {
    const accounts = rowsOf('Accounts');
    const count = (tier: string) => accounts.filter((row) => row['Tier'] === tier).length;
    expect([count('Enterprise'), count('Mid-market'), count('SMB')]).toEqual([18, 42, 60]);
    const names = accounts.map((row) => String(row['Account']));
    expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(120);
    for (const odd of [/[^ -~]/, /&/, /'/]) expect(names.some((name) => odd.test(name))).toBe(true);
  });

  test('has a team in which every manager, owner and CSM can be found, except the two planted gaps', () => {
    const team = rowsOf('Team');
    const emails = new Set(team.map((row) => row['E-mail']));
    expect(team.filter((row) => row['Role'] === 'CSM')).toHaveLength(8);
    expect(emails).toContain(sampleUser);
    expect(team.filter((row) => row['Manager'] === null).map((row) => row['Role'])).toEqual(['CEO']);
    for (const row of team) if (row['Manager'] !== null) expect(emails).toContain(row['Manager']);
    for (const tab of ['Commitments', 'Key results', 'Objectives']) {
      for (const row of rowsOf(tab)) expect(emails).toContain(row['Owner']);
    }
    for (const row of rowsOf('Accounts')) expect(emails).toContain(row['AE']);
    const withoutCsm = rowsOf('Accounts').filter((row) => !emails.has(row['CSM'] ?? null));
    expect(withoutCsm.map((row) => row['CSM'])).toEqual(['team', null]);
  });

  test.each(['Signals', 'Revenue', 'Renewals', 'Commitments', 'Churns'])('%s names only accounts that exist', (tab) => {
    const names = new Set(rowsOf('Accounts').map((row) => row['Account']));
    for (const row of rowsOf(tab)) expect(names).toContain(row['Account']);
  });

  test('keeps each account’s dates in order and what has happened in the past', () => {
    const now = serial('2026-11-22');
    for (const row of rowsOf('Accounts')) {
      const at = (header: string) => row[header] as number | null;
      const signed = at('Signed') ?? Infinity;
      const past = ['CSM since', 'Tier since', 'First value', 'Churned on', 'Last QBR'].map(at).filter(isNumber);
      for (const day of past) expect(day >= signed && day <= now, String(row['Account'])).toBe(true);
      expect((at('Renewal') ?? 0) > now).toBe(row['Status'] === 'Active');
      expect(at('Seats used')).toBeLessThanOrEqual(at('Seats') ?? 0);
      expect(at('Seats')).toBeLessThanOrEqual(at('Headcount') ?? 0);
    }
  });

  test('has commitments that were kept, that are late by more than 48 hours, by less, and that are not due', () => {
    const now = serial('2026-11-22') + 18 / 24;
    const open = rowsOf('Commitments').filter((row) => row['Done on'] === null);
    const hoursLate = open.map((row) => (now - (row['Due'] as number) - 1) * 24);
    expect(rowsOf('Commitments').length - open.length).toBe(6);
    expect(hoursLate.filter((hours) => hours > 48)).toHaveLength(4);
    expect(hoursLate.filter((hours) => hours > 0 && hours <= 48)).toHaveLength(1);
    expect(hoursLate.filter((hours) => hours <= 0)).toHaveLength(3);
  });

  test('checks in by the person who owns the key result, within the week, at most once a week', () => {
    const owners = new Map(rowsOf('Key results').map((row) => [row['Id'], row['Owner']]));
    const entries = rowsOf('Check-ins');
    for (const row of entries) {
      expect(row['By']).toBe(owners.get(row['Key result'] ?? null));
      expect(Math.floor(((row['When'] as number) - (row['Week'] as number)) / 7)).toBe(0);
      expect(row['Confidence']).toSatisfy((value: number) => value >= 0 && value <= 10);
    }
    expect(new Set(entries.map((row) => `${String(row['Key result'])} ${String(row['Week'])}`)).size).toBe(
      entries.length,
    );
    expect(new Set(entries.map((row) => row['Entry id'])).size).toBe(entries.length);
  });

  test('shows as current value of a key result the one of its last check-in', () => {
    for (const row of rowsOf('Key results')) {
      const entries = rowsOf('Check-ins').filter((entry) => entry['Key result'] === row['Id']);
      expect(row['Current'], String(row['Id'])).toBe(entries.at(-1)?.['Value']);
    }
  });

  test('feeds the usage key result from the row of its account', () => {
    const row = rowsOf('Key results').find((keyResult) => keyResult['Account'] !== null);
    const place = /^'Usage by week'!AE(\d+)$/.exec(String(row?.['Source']));
    const matrix = book.sheets.find(({ name }) => name === 'Usage by week')?.rows;
    expect(matrix?.[Number(place?.[1]) - 1]?.[0]).toBe(row?.['Account']);
    expect(valueOf(matrix?.[0]?.[30])).toBe(serial('2026-11-16'));
  });

  test('has fewer than 600 formulas, over tabs that exist, none of them volatile', () => {
    expect(formulas.length).toBeGreaterThan(250);
    expect(formulas.length).toBeLessThan(600);
    const tabs = new Set(book.sheets.map(({ name }) => name));
    for (const formula of formulas) {
      for (const [, quoted, plain] of formula.matchAll(/(?:'([^']+)'|([A-Za-z]+))!/g)) {
        expect(tabs).toContain(quoted ?? plain);
      }
      expect(formula).not.toMatch(/NOW|TODAY|RAND/);
    }
  });

  test.each(readPublicFunctions().filter(({ name }) => name === name.toUpperCase()))('uses $name', ({ name }) => {
    expect(formulas.some((formula) => formula.startsWith(`=${name}(`))).toBe(true);
  });

  test('has tickets that count up to the support volume of Signals, as far back as they reach', () => {
    const counts = new Map<string, number>();
    for (const row of rowsOf('Tickets')) {
      const opened = row['Opened'] as number;
      const key = `${String(row['Account'])} ${String(opened - ((opened - serial('2026-11-16') + 7000) % 7))}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const recent = rowsOf('Signals').filter((row) => (row['Week'] as number) > serial('2026-11-16') - 6 * 7);
    expect(recent.length).toBeGreaterThan(600);
    for (const row of recent) {
      const key = `${String(row['Account'])} ${String(row['Week'])}`;
      expect(counts.get(key) ?? 0, key).toBe(row['Support volume'] ?? 0);
    }
  });

  test('has subscriptions that add up to the MRR of every month of Revenue', () => {
    const subscriptions = rowsOf('Subscriptions');
    const mrrOn = (account: unknown, day: number) =>
      subscriptions
        .filter((row) => row['Account'] === account && (row['Start'] as number) <= day)
        .filter((row) => row['End'] === null || (row['End'] as number) > day)
        .reduce((sum, row) => sum + (row['MRR'] as number), 0);
    for (const row of rowsOf('Revenue')) expect(mrrOn(row['Account'], row['Month'] as number)).toBe(row['MRR']);
  });
});
