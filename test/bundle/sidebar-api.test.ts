import { afterEach, describe, expect, test } from 'vitest';
import { MAPPED_TABS } from '../../src/records/tabs/index.js';
import type { CheckInEntry, ChosenKind, Proposal } from '../../src/sidebar-api/protocol.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { BookCell } from '../../workbench/book.js';
import { MESSY, READY } from '../sidebar-api/books.js';
import { builtFiles } from './bundle.js';
import { ask, builtAddOn, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';

const emulators: Emulator[] = [];
afterEach(() => {
  for (const emulator of emulators.splice(0)) emulator.dispose();
});

function open(sheets: Sheets, user = ME): Emulator {
  const emulator = builtAddOn(sheets, { user });
  emulators.push(emulator);
  return emulator;
}

const lastRun = (emulator: Emulator) => emulator.executions[emulator.executions.length - 1];
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

let entryCount = 0;
function entry(changes: Partial<CheckInEntry> = {}): CheckInEntry {
  entryCount++;
  const entryId = `entry-${String(entryCount).padStart(6, '0')}`;
  return { keyResultId: 'KR-1', value: 55, confidence: 7, blocker: '', note: '', entryId, ...changes };
}

describe('home', () => {
  test('works on an empty workbook', async () => {
    const home = await valueOf(open({ Sheet1: [] }), 'home', {});
    expect(home).toMatchObject({
      me: ME,
      today: { iso: '2026-05-06', text: 'Wed 6 May' },
      week: { iso: '2026-05-04', text: 'Mon 4 May' },
      setup: { isDone: false },
      watch: 'off',
      lastScan: null,
      ownKeyResults: [],
    });
  });

  test('finds tabs with the default names set up, and the key results that are mine and active', async () => {
    const home = await valueOf(open(READY), 'home', {});
    expect(home.setup.isDone).toBe(true);
    expect(home.ownKeyResults.map(({ id }) => id)).toEqual(['KR-1', 'KR-2']);
    expect(home.ownKeyResults[0]).toMatchObject({
      keyResult: 'Renewals opened 90 days ahead',
      unit: '%',
      baseline: 41,
      target: 85,
      due: { iso: '2026-06-30', text: 'Tue 30 Jun' },
      last: { value: 52, confidence: 6, blocker: 'Legal review', week: { iso: '2026-04-27' } },
      thisWeek: null,
    });
  });

  test('shows what the last scan saw, in the zone of the spreadsheet', async () => {
    const emulator = open(READY);
    await valueOf(emulator, 'switchWatch', { on: true });
    emulator.advance(2 * 3_600_000);
    const home = await valueOf(emulator, 'home', {});
    expect(home.lastScan).toMatchObject({ accountCount: 2, bentCount: 1, withoutDataCount: 0, stopped: null });
    expect(home.lastScan?.at).toMatch(/^Wed 6 May (09|10):\d\d$/);
    expect(home.topAlerts).toMatchObject([{ account: 'Northwind', subject: 'Usage', state: 'open' }]);
    expect(home.openAlertCount).toBe(1);
  });

  test('does not call a watch late that was just switched on again', async () => {
    const emulator = open(READY);
    await valueOf(emulator, 'switchWatch', { on: true });
    emulator.advance(2 * 3_600_000);
    await valueOf(emulator, 'switchWatch', { on: false });
    emulator.advance(27 * 3_600_000);
    await valueOf(emulator, 'switchWatch', { on: true });
    expect((await valueOf(emulator, 'home', {})).watch).toBe('on');
    emulator.advance(3_600_000);
    expect((await valueOf(emulator, 'home', {})).watch).toBe('on');
  });

  test('asks Google as often for many rows as for few', async () => {
    const many = Array.from({ length: 400 }, (_, index): BookCell[] => [`Account ${String(index)}`, ME, index]);
    const few = open(READY);
    const large = open({ ...READY, Accounts: [['Account', 'CSM', 'ARR'], ...many] });
    await valueOf(few, 'home', {});
    expect((await valueOf(large, 'home', {})).accountCount).toBe(400);
    expect(lastRun(large)?.serviceCallCount).toBe(lastRun(few)?.serviceCallCount);
  });
});

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
      createdTabs: ['Settings', 'Check-ins', 'Alerts', 'Notices'],
      setup: { isDone: true },
    });
    expect(tabs(emulator)).toEqual([...Object.keys(MESSY), 'Settings', 'Check-ins', 'Alerts', 'Notices']);
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

describe('the watch', () => {
  test('goes on once however often it is switched on, and off again', async () => {
    const emulator = open(READY);
    expect(await valueOf(emulator, 'switchWatch', { on: true })).toEqual({ isOn: true });
    expect(await valueOf(emulator, 'switchWatch', { on: true })).toEqual({ isOn: true });
    expect(emulator.triggers).toMatchObject([{ functionName: 'tick', user: ME, everyHours: 1 }]);
    expect(await valueOf(emulator, 'switchWatch', { on: false })).toEqual({ isOn: false });
    expect(emulator.triggers).toEqual([]);
  });

  test("leaves another person's watch alone", async () => {
    const emulator = open(READY);
    await valueOf(emulator, 'switchWatch', { on: true });
    emulator.user = 'bo@example.com';
    expect((await valueOf(emulator, 'home', {})).watch).toBe('off');
    emulator.advance(2 * 3_600_000);
    expect((await valueOf(emulator, 'home', {})).watch).toBe('on for somebody else');
    await valueOf(emulator, 'switchWatch', { on: false });
    expect(emulator.triggers).toHaveLength(1);
  });

  test('is not switched on before it can read what it needs', async () => {
    const { Signals, ...rest } = READY;
    expect(Signals).toBeDefined();
    expect(await ask(open(rest), 'switchWatch', { on: true })).toMatchObject({
      ok: false,
      code: 'not set up',
      message: 'The watch needs Signals, which cannot be read yet; finish the set-up first',
    });
  });
});

describe('a check-in', () => {
  const week = '2026-05-04';
  const headers = ['When', 'Week', 'Key result', 'Value', 'Confidence', 'Blocker', 'Note', 'By', 'Entry id'];

  test('is added in one write, and typed text stays text', async () => {
    const emulator = open(READY);
    const entries = [
      entry({ blocker: '=1+1', note: '+49 30 1234' }),
      entry({ keyResultId: 'KR-2', value: null, confidence: 0 }),
    ];
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries })).toMatchObject({
      savedCount: 2,
      alreadySavedCount: 0,
    });
    expect(lastRun(emulator)?.serviceCalls['Range.setValues']).toBe(1);
    const [header, , first, second] = rows(emulator, 'Check-ins!A1:I20');
    expect(header).toEqual(headers);
    expect(first?.slice(2)).toEqual(['KR-1', 55, 7, '=1+1', '+49 30 1234', ME, entries[0]?.entryId]);
    expect(second?.slice(2)).toEqual(['KR-2', '', 0, '', '', ME, entries[1]?.entryId]);
    // Midnight of 4 May in Berlin.
    expect((first?.[1] as Date).toISOString()).toBe('2026-05-03T22:00:00.000Z');
    const { ownKeyResults } = await valueOf(emulator, 'home', {});
    expect(ownKeyResults.map(({ thisWeek }) => thisWeek?.confidence)).toEqual([7, 0]);
  });

  test('makes the Check-ins tab when there is none', async () => {
    const { 'Check-ins': checkIns, ...rest } = READY;
    expect(checkIns).toBeDefined();
    const emulator = open(rest);
    await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()] });
    expect(rows(emulator, 'Check-ins!A1:I9')).toHaveLength(2);
  });

  test('that is sent again adds nothing and says so', async () => {
    const emulator = open(READY);
    const entries = [entry()];
    await valueOf(emulator, 'saveCheckIn', { week, entries });
    const more = [...entries, entry({ keyResultId: 'KR-2' })];
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries: more })).toMatchObject({
      savedCount: 1,
      alreadySavedCount: 1,
    });
    expect(rows(emulator, 'Check-ins!A1:I20')).toHaveLength(4);
  });

  const refusals: { name: string; week?: string; entries: unknown[]; code: string; message: string }[] = [
    {
      name: "for somebody else's key result",
      entries: [entry({ keyResultId: 'KR-3' })],
      code: 'not yours',
      message: 'belongs to bo@example.com',
    },
    {
      name: 'for a paused key result',
      entries: [entry({ keyResultId: 'KR-4' })],
      code: 'not yours',
      message: 'KR-4 is paused',
    },
    {
      name: 'for a key result that is gone',
      entries: [entry({ keyResultId: 'KR-9' })],
      code: 'not yours',
      message: 'KR-9 is not in',
    },
    {
      name: 'with one good and one foreign entry',
      entries: [entry(), entry({ keyResultId: 'KR-3' })],
      code: 'not yours',
      message: 'only its owner',
    },
    {
      name: 'for next week',
      week: '2026-05-11',
      entries: [entry()],
      code: 'bad request',
      message: 'check in for this week',
    },
    {
      name: 'for five weeks ago',
      week: '2026-03-30',
      entries: [entry()],
      code: 'bad request',
      message: 'check in for this week',
    },
    {
      name: 'for a day within a week',
      week: '2026-05-06',
      entries: [entry()],
      code: 'bad request',
      message: '2026-05-04',
    },
    {
      name: 'for a day that is none',
      week: '2026-02-30',
      entries: [entry()],
      code: 'bad request',
      message: 'use a day such as',
    },
    { name: 'without entries', entries: [], code: 'bad request', message: 'use a list of 1 to 100' },
    {
      name: 'with a confidence of 11',
      entries: [entry({ confidence: 11 })],
      code: 'bad request',
      message: 'whole number from 0 to 10',
    },
    {
      name: 'with half a confidence',
      entries: [entry({ confidence: 6.5 })],
      code: 'bad request',
      message: 'whole number from 0 to 10',
    },
    {
      name: 'with text for a value',
      entries: [{ ...entry(), value: '55' }],
      code: 'bad request',
      message: 'value, is "55"; use a number',
    },
    {
      name: 'that says nothing',
      entries: [entry({ value: null, confidence: null })],
      code: 'bad request',
      message: 'give a value',
    },
    {
      name: 'with a blocker as long as a book',
      entries: [entry({ blocker: 'x'.repeat(2001) })],
      code: 'bad request',
      message: '2000 characters',
    },
    {
      name: 'with an id that is none',
      entries: [entry({ entryId: 'short' })],
      code: 'bad request',
      message: '8 or more',
    },
    {
      name: 'with two entries for one key result',
      entries: [entry(), entry()],
      code: 'bad request',
      message: 'one entry a key result',
    },
  ];
  test.each(refusals)(
    '$name is refused, and nothing is written',
    async ({ week: wanted = week, entries, code, message }) => {
      const emulator = open(READY);
      const reply = await ask(emulator, 'saveCheckIn', { week: wanted, entries: entries as CheckInEntry[] });
      expect(reply).toMatchObject({ ok: false, code, message: expect.stringContaining(message) as string });
      expect(rows(emulator, 'Check-ins!A1:I20')).toHaveLength(2);
    },
  );

  test('that cannot get the lock is not saved, and can be sent again', async () => {
    const emulator = open(READY);
    const entries = [entry()];
    const release = emulator.holdLock('document');
    expect(await ask(emulator, 'saveCheckIn', { week, entries })).toMatchObject({ ok: false, code: 'busy' });
    release();
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries })).toMatchObject({
      savedCount: 1,
      alreadySavedCount: 0,
    });
  });

  test.each([
    ['Entry id', 'not set up', 'has no column Entry id any more'],
    ['Week', 'unexpected', 'has no column Week any more'],
  ])('is refused when Check-ins has lost its header %s', async (lost, code, message) => {
    const emulator = open({ ...READY, 'Check-ins': [headers.map((header) => (header === lost ? 'Mine' : header))] });
    const reply = await ask(emulator, 'saveCheckIn', { week, entries: [entry()] });
    expect(reply).toMatchObject({ ok: false, code, message: expect.stringContaining(message) as string });
    expect(rows(emulator, 'Check-ins!A1:I20')).toHaveLength(1);
  });

  test('for a late week goes to that week', async () => {
    const emulator = open({ ...READY, 'Check-ins': [headers] });
    await valueOf(emulator, 'saveCheckIn', { week: '2026-04-20', entries: [entry()] });
    const { ownKeyResults } = await valueOf(emulator, 'home', {});
    expect(ownKeyResults[0]).toMatchObject({ thisWeek: null, last: { week: { iso: '2026-04-20' }, value: 55 } });
  });
});

describe('the door', () => {
  const requests: { name: string; text: unknown; message: string }[] = [
    { name: 'no request', text: undefined, message: 'send JSON text' },
    { name: 'an object instead of text', text: { call: 'home' }, message: 'send JSON text' },
    { name: 'text that is no JSON', text: '{"call":', message: 'send JSON text' },
    { name: 'a list', text: '[]', message: 'use an object' },
    { name: 'a call without a name', text: '{"args":{}}', message: 'call is missing' },
    { name: 'an unknown call', text: '{"call":"dropAll","args":{}}', message: 'call is "dropAll"; it is not known' },
    {
      name: 'a call named like a property of every object',
      text: '{"call":"constructor","args":{}}',
      message: 'it is not known',
    },
    { name: 'a call without arguments', text: '{"call":"home"}', message: 'args is missing' },
    { name: 'half a megabyte', text: `"${'x'.repeat(500_001)}"`, message: 'send JSON text' },
  ];
  test.each(requests)('answers $name with a reason and does not throw', async ({ text, message }) => {
    const emulator = open({ Sheet1: [] });
    const reply: unknown = JSON.parse(String(await emulator.callFromClient('callFromSidebar', [text])));
    expect(reply).toMatchObject({
      ok: false,
      code: 'bad request',
      message: expect.stringContaining(message) as string,
    });
  });

  test('answers an exception of Google in words, without a stack', async () => {
    const files = builtFiles();
    const manifest = files.manifest.replace(/"[^"]*script\.scriptapp",?/, '');
    const emulator = builtAddOn(READY, { files: { ...files, manifest } });
    emulators.push(emulator);
    const reply = await ask(emulator, 'switchWatch', { on: true });
    expect(reply).toMatchObject({ ok: false, code: 'not allowed' });
    expect(JSON.stringify(reply)).toMatch(/Google did not allow it: .*script\.scriptapp\. Open Bellwether again/);
    expect(JSON.stringify(reply)).not.toMatch(/\bat \w+ \(|Code\.js|\\n/);
  });

  test('says what to mend when the Settings tab has lost its headers', async () => {
    const emulator = open({ ...READY, Settings: [['Lost', 'headers']] });
    const reply = await ask(emulator, 'confirmSetup', { kinds: { Team: { create: true } }, replace: false });
    expect(reply).toMatchObject({
      ok: false,
      message: expect.stringContaining('Settings has lost a header') as string,
    });
  });

  test('is shown by the menu', () => {
    const emulator = open({ Sheet1: [] });
    emulator.open();
    const item = emulator.editor.menu.find(({ functionName }) => functionName === 'openSidebar');
    expect(item?.caption).toBe('Open Bellwether');
    expect(emulator.run('openSidebar', 'menu').error).toBeUndefined();
    expect(emulator.editor.sidebar?.title).toBe('Bellwether');
  });
});

test('dates of check-ins count in the zone of the spreadsheet', async () => {
  // 22:30 UTC on Sunday is Monday in Berlin.
  const emulator = builtAddOn(READY, { now: Date.UTC(2026, 4, 10, 22, 30) });
  emulators.push(emulator);
  const home = await valueOf(emulator, 'home', {});
  expect(home.week).toEqual({ iso: '2026-05-11', text: 'Mon 11 May' });
});
