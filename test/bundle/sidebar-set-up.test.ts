import { describe, expect, test } from 'vitest';
import { MAPPED_TABS } from '../../src/records/tabs/index.js';
import type { ChosenKind, Proposal } from '../../src/sidebar-api/protocol-set-up.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { BookCell } from '../../workbench/book.js';
import { MESSY, READY } from '../sidebar-api/books.js';
import { openBooks } from '../sidebar-api/open-books.js';
import { ask, builtAddOn, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';

const books = openBooks();
const open = (sheets: Sheets, user = ME): Emulator => books.keep(builtAddOn(sheets, { user }));

const rows = (emulator: Emulator, a1: string): unknown[][] =>
  emulator.values(a1).filter((row) => row.some((cell) => cell !== ''));
const tabs = (emulator: Emulator): string[] => emulator.save().sheets.map(({ name }) => name);

/** What a proposal comes to when it is taken as it is; kinds without a tab are left out. */
function asProposed({ kinds }: Proposal): Record<string, ChosenKind> {
  return Object.fromEntries(
    kinds.flatMap(({ kind, proposedTab, fields }): [string, ChosenKind][] =>
      proposedTab === null
        ? []
        : [
            [
              kind,
              { tab: proposedTab, columns: Object.fromEntries(fields.map(({ field, header }) => [field, header])) },
            ],
          ],
    ),
  );
}

describe('the set-up', () => {
  test('proposes tabs and columns, and proposes columns again for a tab that was chosen', async () => {
    const emulator = open({
      ...MESSY,
      Old: [
        ['Company', 'Plan'],
        ['Northwind', 'A'],
      ],
    });
    const proposal = await valueOf(emulator, 'proposeSetup', {});
    const found: Record<string, string> = {
      Accounts: 'Customer list 2026',
      Signals: 'Weekly',
      'Key results': 'OKRs',
    };
    expect(proposal.kinds.map(({ kind, proposedTab }) => [kind, proposedTab])).toEqual(
      MAPPED_TABS.map(({ tab }) => [tab, found[tab] ?? null]),
    );
    const again = await valueOf(emulator, 'proposeSetup', { chosen: { Accounts: 'Old' } });
    expect(again.kinds).toHaveLength(1);
    expect(again.kinds[0]).toMatchObject({ proposedTab: 'Old', headers: ['Company', 'Plan'] });
    expect(again.kinds[0]?.fields.find(({ field }) => field === 'account')).toMatchObject({
      header: 'Company',
      confidence: 'synonym',
    });
  });

  test('never proposes a column that another field has in use', async () => {
    const settings: BookCell[][] = [
      ['Setting', 'Value', 'Meaning'],
      ['Accounts tab', 'Customer list 2026', ''],
      ['Accounts column: Segment', 'Owner Email', ''],
      ['Accounts column: Tier', '(none)', ''],
    ];
    const { kinds } = await valueOf(open({ ...MESSY, Settings: settings }), 'proposeSetup', {});
    const field = (name: string) => kinds[0]?.fields.find((one) => one.field === name);
    expect(field('segment')).toMatchObject({ header: 'Owner Email', confidence: 'in use' });
    expect(field('tier')).toMatchObject({ header: null, confidence: 'in use' });
    expect(field('csm')).toMatchObject({ header: null, confidence: 'none' });
    expect(field('account')).toMatchObject({ header: 'Customer Name', confidence: 'synonym' });
  });

  test('once confirmed holds: Settings say it with its meaning, the kept tabs are there, the rows are read', async () => {
    const emulator = open(MESSY);
    const kinds = asProposed(await valueOf(emulator, 'proposeSetup', {}));
    const outcome = await valueOf(emulator, 'confirmSetup', { kinds, replace: false });
    expect(outcome).toMatchObject({
      isSaved: true,
      createdTabs: ['Settings', 'Check-ins', 'Alerts', 'Notices', 'Decisions'],
      setup: { isDone: true },
    });
    expect(tabs(emulator)).toEqual([...Object.keys(MESSY), 'Settings', 'Check-ins', 'Alerts', 'Notices', 'Decisions']);
    const settings = rows(emulator, 'Settings!A1:C100');
    expect(settings).toContainEqual(['Accounts tab', 'Customer list 2026', 'The tab in which one row is an account']);
    expect(settings).toContainEqual([
      'Accounts column: Account',
      'Customer Name',
      'The name that every other tab uses for the account',
    ]);
    const home = await valueOf(emulator, 'home', {});
    expect(home).toMatchObject({ accountCount: 2, ownKeyResults: [{ id: 'KR-1', baseline: 41, target: 85 }] });
  });

  test('confirmed twice changes nothing and asks nothing', async () => {
    const emulator = open(MESSY);
    const kinds = asProposed(await valueOf(emulator, 'proposeSetup', {}));
    await valueOf(emulator, 'confirmSetup', { kinds, replace: false });
    const before = emulator.values('Settings!A1:C100');
    const proposed = asProposed(await valueOf(emulator, 'proposeSetup', {}));
    expect(await valueOf(emulator, 'confirmSetup', { kinds: proposed, replace: false })).toMatchObject({
      isSaved: true,
      createdTabs: [],
    });
    expect(emulator.values('Settings!A1:C100')).toEqual(before);
  });

  test('shows what it would replace, and replaces it only when told to', async () => {
    const emulator = open({
      ...MESSY,
      Old: [
        ['Company', 'Plan'],
        ['Northwind', 'A'],
      ],
    });
    const kinds = asProposed(await valueOf(emulator, 'proposeSetup', {}));
    await valueOf(emulator, 'confirmSetup', { kinds, replace: false });
    const before = emulator.values('Settings!A1:C100');

    const other = asProposed(await valueOf(emulator, 'proposeSetup', { chosen: { Accounts: 'Old' } }));
    const asked = await valueOf(emulator, 'confirmSetup', { kinds: other, replace: false });
    expect(asked).toMatchObject({ isSaved: false });
    expect(!asked.isSaved && asked.overwrites).toEqual(
      expect.arrayContaining([
        { setting: 'Accounts tab', from: 'Customer list 2026', to: 'Old' },
        { setting: 'Accounts column: Account', from: 'Customer Name', to: 'Company' },
        { setting: 'Accounts column: CSM', from: 'Owner Email', to: 'no column' },
      ]),
    );
    expect(emulator.values('Settings!A1:C100')).toEqual(before);

    expect(await valueOf(emulator, 'confirmSetup', { kinds: other, replace: true })).toMatchObject({ isSaved: true });
    const settings = rows(emulator, 'Settings!A1:B100');
    expect(settings.filter(([name]) => name === 'Accounts tab')).toEqual([['Accounts tab', 'Old']]);
    expect((await valueOf(emulator, 'home', {})).accountCount).toBe(1);
  });

  test('changes a setting in the row where a person wrote it, whatever its case', async () => {
    const emulator = open({
      ...MESSY,
      Settings: [
        ['Setting', 'Value', 'Meaning'],
        ['accounts TAB', 'Old', ''],
      ],
    });
    const kinds = asProposed(await valueOf(emulator, 'proposeSetup', { chosen: { Accounts: 'Customer list 2026' } }));
    expect(await valueOf(emulator, 'confirmSetup', { kinds, replace: false })).toMatchObject({
      isSaved: false,
      overwrites: [{ setting: 'accounts TAB', from: 'Old', to: 'Customer list 2026' }],
    });
    await valueOf(emulator, 'confirmSetup', { kinds, replace: true });
    const tabRows = rows(emulator, 'Settings!A1:B100').filter(([name]) => /^accounts tab$/i.test(String(name)));
    expect(tabRows).toEqual([['accounts TAB', 'Customer list 2026']]);
  });

  test('creates the tabs of a team that has none', async () => {
    const emulator = open({ Sheet1: [] });
    const kinds = Object.fromEntries(
      ['Accounts', 'Signals', 'Key results', 'Team'].map((kind) => [kind, { create: true }]),
    ) as Record<string, ChosenKind>;
    expect(await valueOf(emulator, 'confirmSetup', { kinds, replace: false })).toMatchObject({
      setup: { isDone: true },
    });
    expect(emulator.values('Accounts!A1:C1')).toEqual([['Account', 'Tier', 'Segment']]);
  });

  const account = { account: 'Customer Name' };
  const refusals: { name: string; kinds: Record<string, unknown>; message: RegExp }[] = [
    { name: 'nothing', kinds: {}, message: /choose a tab for at least one/ },
    { name: 'an unknown kind', kinds: { Invoices: { create: true } }, message: /kind of record is "Invoices"/ },
    {
      name: 'a tab that is gone',
      kinds: { Accounts: { tab: 'Gone', columns: account } },
      message: /"Gone"; it is gone/,
    },
    {
      name: 'a tab that Bellwether keeps',
      kinds: { Accounts: { tab: 'Alerts', columns: account } },
      message: /Bellwether keeps/,
    },
    {
      name: 'one tab for two kinds',
      kinds: { Accounts: { tab: 'Weekly', columns: {} }, Signals: { tab: 'Weekly', columns: {} } },
      message: /already chosen for Accounts/,
    },
    {
      name: 'a required field without a column',
      kinds: { Team: { tab: 'Weekly', columns: { name: null } } },
      message: /Team, Name, is null/,
    },
    {
      name: 'a header that is gone',
      kinds: { Team: { tab: 'Weekly', columns: { name: 'Nickname', email: 'Customer' } } },
      message: /"Nickname"; the header row of Weekly has no such column/,
    },
    {
      name: 'one column for two fields',
      kinds: { Team: { tab: 'Weekly', columns: { name: 'Customer', email: 'Customer' } } },
      message: /already chosen for Name/,
    },
    {
      name: 'an unknown field',
      kinds: { Team: { tab: 'Weekly', columns: { shoeSize: 'Customer' } } },
      message: /"shoeSize"; it is not known/,
    },
    {
      name: 'a column that is no text',
      kinds: { Team: { tab: 'Weekly', columns: { name: 7 } } },
      message: /is 7; use a text/,
    },
  ];
  test.each(refusals)('refuses $name, and writes nothing', async ({ kinds, message }) => {
    const emulator = open({ ...MESSY, Alerts: [['Key']] });
    const before = JSON.stringify(emulator.save());
    // The door has to stand what no sidebar sends.
    const reply = await ask(emulator, 'confirmSetup', { kinds: kinds as Record<string, ChosenKind>, replace: false });
    expect(reply).toMatchObject({ ok: false, code: 'bad request', message: expect.stringMatching(message) as string });
    expect(JSON.stringify(emulator.save())).toBe(before);
  });

  test('refuses a new tab whose name is taken', async () => {
    const reply = await ask(open(READY), 'confirmSetup', { kinds: { Accounts: { create: true } }, replace: false });
    expect(reply).toMatchObject({
      ok: false,
      message: expect.stringContaining('there is a tab of this name') as string,
    });
  });

  test('waits for its turn, and says so when it does not come', async () => {
    const emulator = open(MESSY);
    const kinds = asProposed(await valueOf(emulator, 'proposeSetup', {}));
    const release = emulator.holdLock('document');
    expect(await ask(emulator, 'confirmSetup', { kinds, replace: false })).toMatchObject({ ok: false, code: 'busy' });
    release();
    expect(tabs(emulator)).toEqual(Object.keys(MESSY));
  });
});
