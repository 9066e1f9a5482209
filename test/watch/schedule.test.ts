import { describe, expect, it } from 'vitest';
import { sendingState } from '../../src/watch/notices.js';
import { accountsTab } from '../../src/records/tabs/accounts.js';
import { signalsTab } from '../../src/records/tabs/signals.js';
import { judgeAll } from '../../src/watch/judge.js';
import { reasonToStop, reasonToWait } from '../../src/watch/readiness.js';
import { notBefore } from '../../src/watch/clock.js';
import { weekToScan } from '../../src/watch/schedule.js';
import type { RawTable } from '../../src/records/mapping.js';
import { dateCell, day, table, workbook } from '../records/tables.js';
import { carriedOver, clockAt, DAY, decisionsOf, HOUR, MONDAY, scanned, usage } from './fixtures.js';

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

describe('the clock of a tick', () => {
  const clock = clockAt(MONDAY, workbook());

  it.each([
    ['a week back, after a clock was set back', 7, 7],
    ['never judged before', null, 0],
    ['the same week', 0, 0],
    ['an earlier week', -7, 0],
    ['a week that begins on another day', 1, 0],
    ['much later: that clock was wrong', 35, 0],
  ])('judges no week before the one judged last: %s', (_, last, later) => {
    const lastWeek = last === null ? null : clock.week + last;
    expect(notBefore(clock, lastWeek)).toEqual({ ...clock, week: clock.week + later });
  });
});

describe('a notice', () => {
  const [notice] = scanned(usage({ Northwind: [5, 4, 3] })).after.notices;

  it.each([
    ['due', 0, 0, 'to send'],
    ['sending', 0, 101, 'to wait'],
    ['sending', 0, 100, 'left behind'],
    ['sent', 1, 0, 'done'],
    ['dropped', 0, 0, 'done'],
  ])('that is %s after %i attempts, with a lease until %i, is "%s"', (state, attempts, leaseUntil, expected) => {
    expect(notice && sendingState({ ...notice, due: 0, state, attempts }, 100, leaseUntil)).toBe(expected);
  });

  it('that was refused is tried again after 1, 2, 4, 8 and 16 hours, then once a day', () => {
    const tries: number[] = [];
    for (let hour = 0; hour <= 80; hour++) {
      const waiting = notice && { ...notice, due: 0, attempts: tries.length };
      if (waiting && sendingState(waiting, hour * HOUR, 0) === 'to send') tries.push(hour);
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 55, 79]);
  });
});

describe('nothing is judged', () => {
  const accounts = table('Accounts', ['Account'], ['Northwind']);
  const good = [dateCell('2026-05-18'), 'Northwind', 1];
  const signals = (...rows: unknown[][]) => table('Signals', ['Week', 'Account', 'Usage'], ...rows);
  const waiting = (...tables: readonly RawTable[]) => {
    return reasonToWait(workbook(...tables), [accountsTab, signalsTab], null)?.reason ?? null;
  };

  it('by no trigger when its tabs can be read', () => {
    expect(waiting(accounts, signals(good))).toBeNull();
    expect(reasonToStop(workbook(accounts, signals(good)), null)).toBeNull();
  });

  it('by a trigger whose tab is missing, and by none when that is Accounts', () => {
    expect(waiting(accounts, table('Signals', ['Week'], [good[0]]))).toMatch(/^Signals cannot be read/);
    expect(waiting(accounts)).toBeNull();
    expect(reasonToStop(workbook(accounts), null)).toBeNull();
    expect(reasonToStop(workbook(signals(good)), null)).toMatchObject({ tab: 'Accounts' });
  });

  it('by a trigger of whose rows more than a fifth is unusable', () => {
    const bad = ['yesterday', 'Northwind', 1];
    expect(waiting(accounts, signals(good, good, good, good, bad))).toBeNull();
    expect(waiting(accounts, signals(good, good, good, bad))).toMatch(/^25 % of the rows of Signals/);
  });

  it('when what was told already cannot be known', () => {
    const notices = table('Notices', ['Id', 'Alerts'], ['n', 'k']);
    expect(reasonToStop(workbook(accounts, signals(good), notices), null)?.reason).toMatch(/^Alerts or Notices/);
  });
});

describe('judging', () => {
  const accounts = table('Accounts', ['Account', 'CSM'], ['Northwind', 'team']);
  const team = table('Team', ['Name', 'E-mail'], ['Vera', 'vera@x.example']);

  it('goes on with the triggers whose tabs can be read, and says which wait', () => {
    const records = workbook(accounts, team, table('Signals', ['Week'], [dateCell('2026-05-18')]));
    const { judged, blocked } = judgeAll(records, clockAt(MONDAY, records), null);
    expect(judged.get('Momentum decay')).toBe('tab unreadable');
    expect(judged.get('Owner absence')).toMatchObject(new Map([['Northwind', { trigger: 'Owner absence' }]]));
    expect(blocked).toMatchObject([{ tab: 'Signals', triggers: ['Momentum decay'] }]);
  });

  it('leaves out a trigger that is switched off, whose alerts stay as they are', () => {
    const off = table('Settings', ['Setting', 'Value'], ['Trigger: Owner absence', 'off']);
    const { after } = scanned(workbook(accounts, team));
    const later = scanned(carriedOver(after, workbook(accounts, team, off)), MONDAY + 9 * DAY);
    expect(decisionsOf(later, 'Owner absence')).toMatchObject([{ action: 'nothing', reason: 'trigger off' }]);
    expect(later.after.alerts).toEqual(after.alerts);
  });
});
