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

  const WEEK = [dateCell('2026-05-04'), 'Contoso', 1, 2, 3];
  const judged = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
    workbook(table('Settings', ['Setting', 'Value'], ...rows), ACCOUNTS, table('Signals', header, WEEK));

  it.each([
    { name: 'of its own spelling', setting: 'Better: Support volume' },
    { name: 'in another case', setting: 'better: support volume' },
    { name: 'with other blanks and signs', setting: 'Better : support_volume' },
  ])('that are known are judged otherwise by a setting $name, and stay one indicator', ({ setting }) => {
    const records = judged(SIGNALS_HEADER, [setting, 'up']);
    expect(records.signals.indicators).toEqual([
      { name: 'Usage', better: 'up' },
      { name: 'Support volume', better: 'up' },
    ]);
    expect(records.problems.filter(({ tab }) => tab === 'Settings')).toEqual([]);
  });

  it('of a mapped column are judged by its header', () => {
    const records = judged(
      ['Week', 'Account', 'Logins', 'Usage'],
      ['Signals column: Usage', 'Logins'],
      ['Better: logins', 'down'],
      ['Better: usage', 'down'],
    );
    expect(records.signals.indicators).toEqual([
      { name: 'Logins', better: 'down' },
      { name: 'usage', better: 'down' },
    ]);
  });

  it('of a column that is mapped to none count once their good direction is set', () => {
    const records = judged(
      ['Week', 'Account', 'Usage', 'NPS'],
      ['Signals column: NPS', '(none)'],
      ['Better: NPS', 'up'],
    );
    expect(records.signals.indicators.map(({ name }) => name)).toEqual(['Usage', 'NPS']);
  });

  it.each(['row', 'Week start', 'constructor', '__proto__'])('may be called %s', (name) => {
    const records = judged([...SIGNALS_HEADER, name], [`Better: ${name}`, 'up']);
    const [[, signals] = []] = records.signals.byAccount.get('Contoso') ?? [];
    expect(signals).toEqual({ row: 2, values: [1, 2, 3] });
    expect(records.signals.indicators[2]).toEqual({ name, better: 'up' });
  });

  it.each([
    { name: 'that is no header', setting: 'Better: Nothing here' },
    { name: 'that tells rows apart', setting: 'Better: account' },
  ])('judged under a name $name are a problem of the setting', ({ setting }) => {
    const records = judged(SIGNALS_HEADER, [setting, 'up']);
    expect(records.signals.indicators.map(({ name }) => name)).toEqual(['Usage', 'Support volume']);
    expect(problemsOf(records, 'Settings')).toEqual([
      '2 Setting: names no column of numbers in Signals; write the header as it stands there, or delete the row',
    ]);
    expect(records.problems[0]?.value).toBe(setting);
  });
});

describe('settings', () => {
  const settingsOf = (...rows: readonly (readonly string[])[]) =>
    workbook(table('Settings', ['Setting', 'Value'], ...rows));

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
      '2 Value: is not a whole number from 0 to 23; 8 is used until it is mended',
      '3 Value: is none of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday; Monday is used until it is mended',
      '4 Value: is no time zone; use a name such as Europe/Berlin; the standard is used until it is mended',
    ]);
  });

  it.each([
    { name: 'Scan hour', value: '7.5', says: 'is not a whole number from 0 to 23; 8 is used until it is mended' },
    {
      name: 'Weeks that make a bend',
      value: '2.5',
      says: 'is not a whole number from 1 to 12; 2 is used until it is mended',
    },
  ])('take no part of a $name', ({ name, value, says }) => {
    expect(problemsOf(settingsOf([name, value]), 'Settings')).toEqual([`2 Value: ${says}`]);
  });

  it('are found in any case', () => {
    const records = settingsOf(['scan HOUR', '9'], ['accounts tab', 'CRM'], ['Accounts Column - account', 'Customer']);
    expect(records.settings.values.scanHour).toBe(9);
    expect(records.settings.mapping).toEqual({ Accounts: { tab: 'CRM', columns: { account: 'Customer' } } });
    expect(problemsOf(records, 'Settings')).toEqual([]);
  });

  it('that Bellwether does not know are reported, unless they hold nothing', () => {
    const records = settingsOf(
      ['Scan hours', '9'],
      ['Weekly: Usage', 'up'],
      ['Better: -', 'up'],
      ['The weekly scan', ''],
    );
    const problems = problemsOf(records, 'Settings');
    expect(problems.map((problem) => problem.slice(0, 37))).toEqual([
      ...[2, 3, 4].map((row) => `${String(row)} Setting: is no setting; write Scan `),
    ]);
    expect(problems[0]).toMatch(
      /, Currency or Better: with the header of an indicator, map tabs and columns in the sidebar/,
    );
    expect(records.problems[0]?.value).toBe('Scan hours');
  });

  it('that stand twice count last, and the earlier row is reported', () => {
    const records = settingsOf(
      ['Scan hour', ''],
      ['Scan hour', '9'],
      ['scan hour', '10'],
      ['Better: Usage', 'up'],
      ['better: usage', 'down'],
    );
    expect(records.settings.values.scanHour).toBe(10);
    expect([...records.settings.better.values()].map(({ better }) => better)).toEqual(['down']);
    expect(problemsOf(records, 'Settings')).toEqual([
      '3 Setting: is there again in row 4, which counts; delete one of the two',
      '5 Setting: is there again in row 6, which counts; delete one of the two',
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
    expect(records.problems.map(({ tab }) => tab)).toEqual(['Accounts']);
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
