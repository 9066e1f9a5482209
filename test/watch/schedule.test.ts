import { describe, expect, it } from 'vitest';
import { sendingState } from '../../src/watch/notices.js';
import { reasonToStop } from '../../src/watch/readiness.js';
import { weekToScan } from '../../src/watch/schedule.js';
import { dateCell, day, table, workbook } from '../records/tables.js';
import { scanned, usage } from './fixtures.js';

const { values } = workbook().settings;

describe('the week to scan', () => {
  it.each([
    ['Monday 08:00', '2026-05-25', 8, '2026-05-18'],
    ['Monday 07:59', '2026-05-25', 7, '2026-05-11'],
    ['Sunday night', '2026-05-31', 23, '2026-05-18'],
    ['the first Monday of a year', '2027-01-04', 9, '2026-12-28'],
  ])('at %s', (_, today, hour, week) => {
    expect(weekToScan({ day: day(today), hour, minute: 0 }, values)).toBe(day(week));
  });

  it('follows the scan day and the first day of the week', () => {
    const own = { ...values, scanDay: 'Wednesday', scanHour: 6, weekStartsOn: 'Sunday' };
    expect(weekToScan({ day: day('2026-05-26'), hour: 12, minute: 0 }, own)).toBe(day('2026-05-10'));
    expect(weekToScan({ day: day('2026-05-27'), hour: 6, minute: 0 }, own)).toBe(day('2026-05-17'));
  });
});

describe('a notice', () => {
  it.each([
    ['due', null, 'to send'],
    ['sending', 101, 'another run sends it'],
    ['sending', 100, 'left behind'],
    ['sent', null, 'done'],
    ['dropped', null, 'done'],
  ])('that is %s with a lease until %s is "%s"', (state, leaseUntil, expected) => {
    const [notice] = scanned(usage({ Northwind: [5, 4, 3] })).after.notices;
    expect(notice && sendingState({ ...notice, state, leaseUntil }, 100)).toBe(expected);
  });
});

describe('mails are stopped', () => {
  const accounts = table('Accounts', ['Account'], ['Northwind']);
  const good = [dateCell('2026-05-18'), 'Northwind', 1];
  const signals = (...rows: unknown[][]) => table('Signals', ['Week', 'Account', 'Usage'], ...rows);

  it('by nothing when the tabs can be read', () => {
    expect(reasonToStop(workbook(accounts, signals(good)))).toBeNull();
  });

  it('when a tab is missing', () => {
    expect(reasonToStop(workbook(accounts))).toMatch(/^Signals cannot be read/);
    expect(reasonToStop(workbook(signals(good)))).toMatch(/^Accounts cannot be read/);
  });

  it('when more than a fifth of the rows is unusable', () => {
    const bad = ['yesterday', 'Northwind', 1];
    expect(reasonToStop(workbook(accounts, signals(good, good, good, good, bad)))).toBeNull();
    expect(reasonToStop(workbook(accounts, signals(good, good, good, bad)))).toMatch(/^25 % of the rows of Signals/);
  });

  it('when what was told already cannot be known', () => {
    const notices = table('Notices', ['Id', 'Alerts'], ['n', 'k']);
    expect(reasonToStop(workbook(accounts, signals(good), notices))).toMatch(/^Alerts or Notices/);
  });
});
