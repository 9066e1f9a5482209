import { describe, expect, it } from 'vitest';
import { dateCell, day, problemsOf, table, workbook } from './tables.js';

const ACCOUNTS = table('Accounts', ['Account'], ['Northwind'], ['Contoso']);
const SIGNALS_HEADER = ['Week', 'Account', 'Usage', 'Support volume'];

describe('account names', () => {
  it.each([
    ['case', 'NORTHWIND'],
    ['spaces around', '  Northwind '],
    ['Unicode form', 'Ｎorthwind'],
  ])('match in spite of their %s', (_, name) => {
    const { accounts } = workbook(ACCOUNTS);
    expect(accounts.resolve(name)).toMatchObject({ account: 'Northwind' });
  });

  it('that are equal only so are reported, not merged', () => {
    const records = workbook(table('Accounts', ['Account', 'ARR'], ['Acme', 1], ['ACME', 2]));
    expect(records.accounts.accounts.map(({ arr }) => arr)).toEqual([1, 2]);
    expect(records.accounts.resolve('ACME')).toMatchObject({ arr: 2 });
    expect(records.accounts.resolve('acme')).toBe('ambiguous');
    expect(problemsOf(records, 'Accounts')[0]).toMatch(/^3 : differs from "Acme" only in case/);
  });

  it('of duplicate rows count last, and the earlier row is reported', () => {
    const records = workbook(table('Accounts', ['Account', 'ARR'], ['Acme', 1], ['Acme', 2]));
    expect(records.accounts.accounts.map(({ arr }) => arr)).toEqual([2]);
    expect(problemsOf(records, 'Accounts')).toEqual([
      '2 : is there again in row 3, which counts; delete one of the two',
    ]);
  });
});

describe('signals', () => {
  it('belong to the week that holds their day', () => {
    const { signals } = workbook(
      ACCOUNTS,
      table('Signals', SIGNALS_HEADER, [dateCell('2027-01-03'), 'Northwind', 5, 1]),
    );
    expect(signals.byAccount.get('Northwind')?.get(day('2026-12-28'))?.values).toEqual([5, 1]);
  });

  it('start their weeks on the day that is set', () => {
    const settings = table('Settings', ['Setting', 'Value'], ['Week starts on', 'sunday']);
    const { signals } = workbook(
      settings,
      ACCOUNTS,
      table('Signals', SIGNALS_HEADER, [dateCell('2027-01-03'), 'Northwind', 5, 1]),
    );
    expect([...(signals.byAccount.get('Northwind')?.keys() ?? [])]).toEqual([day('2027-01-03')]);
  });

  it('of unknown accounts are reported and count as bad rows', () => {
    const rows = [
      [dateCell('2026-05-04'), 'Nobody', 5, 1],
      [dateCell('2026-05-04'), 'Contoso', 5, 1],
    ];
    const records = workbook(ACCOUNTS, table('Signals', SIGNALS_HEADER, ...rows));
    expect(records.signals.badRowShare).toBe(0.5);
    expect(problemsOf(records, 'Signals')[0]).toMatch(/^2 : names an account that the Accounts tab does not have/);
  });

  it('of the same account and week count last, and the earlier row is reported', () => {
    const rows = [
      [dateCell('2026-05-04'), 'Contoso', 5, 1],
      [dateCell('2026-05-06'), 'contoso', 7, 1],
    ];
    const records = workbook(ACCOUNTS, table('Signals', SIGNALS_HEADER, ...rows));
    expect(records.signals.byAccount.get('Contoso')?.get(day('2026-05-04'))?.values).toEqual([7, 1]);
    expect(problemsOf(records, 'Signals')).toEqual([
      '2 : is there again in row 3, which counts; delete one of the two',
    ]);
  });

  it('take in an indicator of the team when its good direction is set, and no other', () => {
    const settings = table('Settings', ['Setting', 'Value'], ['Better: Depth', 'up']);
    const signals = table(
      'Signals',
      [...SIGNALS_HEADER, 'Depth', 'Colour'],
      [dateCell('2026-05-04'), 'Contoso', 1, 2, 3, 4],
    );
    expect(workbook(settings, ACCOUNTS, signals).signals.indicators).toEqual([
      { name: 'Usage', better: 'up' },
      { name: 'Support volume', better: 'down' },
      { name: 'Depth', better: 'up' },
    ]);
  });
});

describe('settings', () => {
  it('that cannot be used are reported and the standard holds', () => {
    const records = workbook(
      table(
        'Settings',
        ['Setting', 'Value'],
        ['Scan hour', '25'],
        ['Scan day', 'Funday'],
        ['Team time zone', 'Mars/North'],
      ),
    );
    expect(records.settings.values).toMatchObject({ scanHour: 8, scanDay: 'Monday', teamZone: '' });
    expect([...problemsOf(records, 'Settings')].sort()).toEqual([
      '2 Value: is not a number from 0 to 23; 8 is used until it is mended',
      '3 Value: is none of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday; Monday is used until it is mended',
      '4 Value: is no time zone; use a name such as Europe/Berlin; the standard is used until it is mended',
    ]);
  });

  it('map a tab and its columns by other names', () => {
    const records = workbook(
      table(
        'Settings',
        ['Setting', 'Value'],
        ['Accounts tab', 'CRM'],
        ['Accounts column: Account', 'Customer'],
        ['Accounts column: ARR', '(none)'],
      ),
      table('CRM', ['Customer', 'ARR'], ['Northwind', 12]),
    );
    expect(records.accounts.accounts).toMatchObject([{ account: 'Northwind', arr: null }]);
  });
});

describe('a tab that is missing', () => {
  it('is a problem when a scan needs it, and none when Bellwether makes it or the team does without it', () => {
    const records = workbook();
    expect(records.problems.map(({ tab }) => tab)).toEqual(['Accounts', 'Signals']);
    expect(records.accounts.readable).toBe(false);
    expect(records.isStateReadable).toBe(true);
  });

  it('is a problem once it was mapped', () => {
    const settings = table('Settings', ['Setting', 'Value'], ['Key results tab', 'OKRs']);
    expect(problemsOf(workbook(settings), 'OKRs')).toEqual([
      '0 : is missing; restore the tab or choose another one in the sidebar',
    ]);
  });
});
