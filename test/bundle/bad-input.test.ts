import { afterEach, describe, expect, it } from 'vitest';
import type { BookCell } from '../../workbench/book.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { emulator as start, HOUR, MAYA, OPS, rowsOf, signals, smallTabs, type Tabs } from './books.js';
import { builtFiles } from './bundle.js';

const open: Emulator[] = [];
function ticked(tabs: Tabs): Emulator {
  const emulated = start(tabs);
  open.push(emulated);
  expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
  return emulated;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

interface Home {
  readonly lastScan: { readonly stopped: string | null };
}

async function stoppedBecause(emulated: Emulator): Promise<string | null> {
  const reply = await emulated.callFromClient('callFromSidebar', [JSON.stringify({ call: 'home', args: {} })]);
  const { value } = JSON.parse(String(reply)) as { value: Home };
  return value.lastScan.stopped;
}

/** The mails about alerts; those about the watch itself go to whoever switched it on. */
const alertMails = ({ outbox }: Emulator) => outbox.filter(({ subject }) => !subject.includes('Trouble'));

/** The Problems tab as "Tab row column: problem". */
function problems(emulated: Emulator): string[] {
  return rowsOf(emulated, 'Problems').map(
    ({ Tab, Row, Column, Problem }) => `${String(Tab)} ${String(Row)} ${String(Column)}: ${String(Problem)}`,
  );
}

/** The small workbook with its first tab's rows changed. */
function withAccounts(...rows: BookCell[][]): Tabs {
  return { ...smallTabs(), Accounts: rows };
}
const HEADER: BookCell[] = ['Account', 'CSM', 'ARR'];
const NORTHWIND: BookCell[] = ['Northwind', MAYA, 120_000];
const CONTOSO: BookCell[] = ['Contoso', MAYA, 60_000];

describe('a scan stops, says why, mails nobody and is made good later', () => {
  const { Signals, ...withoutSignals } = smallTabs();
  const onSignals = {
    Settings: [
      ['Setting', 'Value', 'Meaning'],
      ['Signals tab', 'Signals', ''],
    ],
  };
  it.each<[string, Tabs, RegExp]>([
    ['an empty workbook', { Sheet1: [] }, /^Accounts cannot be read; see the Problems tab/],
    ['a missing tab that was mapped', { ...withoutSignals, ...onSignals }, /^Signals cannot be read/],
    ['a renamed tab', { ...withoutSignals, ...onSignals, 'Signals 2026': Signals ?? [] }, /^Signals cannot be read/],
    ['a deleted required column', { ...smallTabs(), Accounts: [['CSM'], [MAYA]] }, /^Accounts cannot be read/],
    [
      'a date as text in every row',
      {
        ...smallTabs(),
        Signals: [
          ['Week', 'Account', 'Usage'],
          ['2026-05-18', 'Northwind', 3],
        ],
      },
      /^100 % of the rows of Signals cannot be used/,
    ],
  ])('on %s', async (_, tabs, why) => {
    const emulated = ticked(tabs);
    expect(await stoppedBecause(emulated)).toMatch(why);
    expect(problems(emulated)).not.toEqual([]);
    expect(emulated.outbox).toMatchObject([{ to: OPS, subject: expect.stringContaining('Trouble') as string }]);
    for (const { name, rows } of start(tabs).save().sheets) {
      expect(emulated.save().sheets.find((sheet) => sheet.name === name)?.rows).toEqual(rows);
    }
  });

  it('once the header is back', async () => {
    const emulated = ticked(withAccounts(['Konto', 'CSM', 'ARR'], NORTHWIND, CONTOSO));
    expect(await stoppedBecause(emulated)).toMatch(/^Accounts cannot be read/);
    emulated.type('Accounts!A1', 'Account');
    emulated.advance(HOUR);
    emulated.run('tick', 'clockTrigger');
    expect(await stoppedBecause(emulated)).toBeNull();
    expect(alertMails(emulated)).toHaveLength(1);
  });
});

describe('a scan stops when what an earlier one relied on is gone', () => {
  const MAPPED = [
    ['Setting', 'Value', 'Meaning'],
    ['Signals column: Usage', 'Logins', ''],
  ];
  const mapped = (): Tabs => {
    const [header = [], ...rows] = smallTabs()['Signals'] ?? [];
    return { ...smallTabs(), Settings: MAPPED, Signals: [[...header.slice(0, 2), 'Logins', 'NPS'], ...rows] };
  };

  it.each<[string, Tabs, string, RegExp]>([
    ['an indicator with its default name', smallTabs(), 'Usage', /^Signals has no column Usage any more/],
    ['a mapped indicator', mapped(), 'Logins', /^Signals has no column Logins any more/],
  ])('%s', async (_, tabs, name, why) => {
    const emulated = ticked(tabs);
    expect(await stoppedBecause(emulated)).toBeNull();
    emulated.type('Signals!C1', 'Umbenannt');
    emulated.advance(7 * 24 * HOUR);
    emulated.run('tick', 'clockTrigger');
    expect(await stoppedBecause(emulated)).toMatch(why);
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([{ State: 'open' }]);
    emulated.type('Signals!C1', name);
    emulated.advance(HOUR);
    emulated.run('tick', 'clockTrigger');
    expect(await stoppedBecause(emulated)).toBeNull();
    // Nobody's values of the new week are there yet: by the newest there are it bends still, and the next step is due.
    expect(alertMails(emulated)).toHaveLength(2);
  });

  it('the memory of what was told', async () => {
    const rename =
      "function rename() { for (const n of ['Alerts', 'Notices']) SpreadsheetApp.getActive().getSheetByName(n).setName('Old ' + n); }";
    const emulated = start(smallTabs(), { files: { ...builtFiles(), code: builtFiles().code + rename } });
    open.push(emulated);
    emulated.run('tick', 'clockTrigger');
    emulated.run('rename', 'menu');
    emulated.advance(HOUR);
    emulated.run('tick', 'clockTrigger');
    expect(await stoppedBecause(emulated)).toMatch(/^Alerts is gone, and with it what was told/);
    expect(alertMails(emulated)).toHaveLength(1);
  });
});

describe('a scan goes on with the good rows and lists the bad ones', () => {
  it.each<[string, Tabs, string]>([
    [
      'the header row twice',
      withAccounts(HEADER, NORTHWIND, HEADER, CONTOSO),
      'Accounts 3 : repeats the header row; delete the row',
    ],
    [
      'duplicate accounts',
      withAccounts(HEADER, ['Northwind', '', 1], NORTHWIND, CONTOSO),
      'Accounts 2 : is there again in row 3, which counts; delete one of the two',
    ],
    [
      'names that differ by case, spaces or Unicode form',
      withAccounts(HEADER, NORTHWIND, CONTOSO, ['ｎｏｒｔｈｗｉｎｄ', MAYA, 5]),
      'Accounts 4 : differs from "Northwind" only in case, spaces or Unicode form; they count as different accounts, rename one',
    ],
    [
      'text in a number column',
      withAccounts(HEADER, ['Northwind', MAYA, '$120,000'], CONTOSO),
      'Accounts 2 ARR: is text where a number belongs; format the cell as a number and type it again',
    ],
    [
      'a negative amount',
      withAccounts(HEADER, ['Northwind', MAYA, -5], CONTOSO),
      'Accounts 2 ARR: is below 0; type 0 or more',
    ],
    [
      'an error value',
      withAccounts(HEADER, ['Northwind', MAYA, { formula: '=1/0' }], CONTOSO),
      'Accounts 2 ARR: is the error #DIV/0!; mend its formula',
    ],
    [
      'a date as text in one row',
      {
        ...smallTabs(),
        Signals: [...signals({ Northwind: [500, 410, 360, 320], Contoso: [1, 1] }), ['2026-05-18', 'Contoso', 3]],
      },
      'Signals 8 Week: is text where a date belongs; format the cell as a date and type it again',
    ],
  ])('with %s', async (_, tabs, problem) => {
    const emulated = start(tabs);
    open.push(emulated);
    await emulated.calculated();
    expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
    expect(problems(emulated)).toContain(problem);
    expect(emulated.outbox.map(({ subject }) => subject)).toEqual(['[Bellwether] Northwind: usage bends since 4 May']);
  });

  it('with a missing week, which is neither a bend nor the end of one', () => {
    const emulated = ticked({
      ...smallTabs(),
      Signals: signals({ Northwind: [500, 410, '', 320] }).filter(([, , v]) => v !== ''),
    });
    expect(emulated.outbox).toEqual([]);
    expect(rowsOf(emulated, 'Alerts')).toEqual([]);
  });

  it.each(['team', 'maya@', 'maya@x.example\nbcc: eve@x.example', 'a@x.example,b@x.example'])(
    'with the CSM %j: an alert, no mail, and how to mend it',
    (csm) => {
      const emulated = ticked(withAccounts(HEADER, ['Northwind', csm, 1], CONTOSO));
      expect(emulated.outbox).toEqual([]);
      expect(rowsOf(emulated, 'Alerts')[0]).toMatchObject({
        Account: 'Northwind',
        State: 'open',
        Reason: 'no address',
      });
      expect(problems(emulated)).toContain(
        'Accounts 2 CSM: bends and nobody was told: its CSM is no e-mail address; type one and the next run tells them',
      );
    },
  );
});

describe('text from cells is inert', () => {
  const names = [
    '=IMPORTXML("http://x.example","//a")',
    '<img src=x onerror=alert(1)>',
    '+1+1',
    '@x',
    "'quoted",
    'a\nb',
    '2026-05-04',
    '007',
  ];
  it.each(names)('in the mail and in the tabs: %j', (name) => {
    const emulated = ticked({
      ...withAccounts(HEADER, [name, MAYA, 1]),
      Signals: signals({ [name]: [500, 410, 360, 320] }),
    });
    const [mail] = emulated.outbox;
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.htmlBody).not.toContain('<img');
    const alerts = emulated.save().sheets.find((sheet) => sheet.name === 'Alerts');
    expect(alerts?.rows[1]?.[2]).toBe(name.trim());
    emulated.advance(HOUR);
    emulated.run('tick', 'clockTrigger');
    expect(alertMails(emulated)).toHaveLength(1);
  });

  it('and a name that fills a cell is refused, as no tab or mail could tell it', () => {
    const name = `N${'o'.repeat(49_999)}`;
    const emulated = ticked(
      withAccounts(HEADER, NORTHWIND, CONTOSO, ['Fabrikam', MAYA, 1], ['Tailspin', MAYA, 1], [name, MAYA, 1]),
    );
    expect(problems(emulated)).toContain('Accounts 6 Account: is longer than 200 characters; shorten it');
    expect(alertMails(emulated)).toHaveLength(1);
  });
});

describe('a tab that may not be written', () => {
  const PROTECT = `
    function protectNotices() {
      const protection = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Notices').protect();
      protection.removeEditors(protection.getEditors());
    }`;

  it('keeps mails back that could not be remembered, says so, and sends them once it may', async () => {
    const files = { ...builtFiles(), code: builtFiles().code + PROTECT };
    const owner = 'owner@northlight.example';
    const emulated = start({ ...smallTabs(), Notices: [NOTICES_HEADER] }, { owner, files, user: owner });
    open.push(emulated);
    expect(emulated.run('protectNotices', 'menu').error).toBeUndefined();
    emulated.user = OPS;
    expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
    expect(emulated.outbox).toEqual([]);
    expect(await stoppedBecause(emulated)).toMatch(/protected/);
    emulated.user = owner;
    emulated.advance(HOUR);
    expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
    expect(alertMails(emulated)).toHaveLength(1);
    expect(await stoppedBecause(emulated)).toBeNull();
  });
});

const NOTICES_HEADER = [
  ...['Id', 'Alerts', 'Recipient', 'Level', 'Due', 'Body hash', 'State', 'Lease until', 'Sent', 'Attempts', 'Error'],
];
