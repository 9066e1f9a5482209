import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { BookCell } from '../../workbench/book.js';
import { READY } from '../sidebar-api/books.js';
import { openBooks } from '../sidebar-api/open-books.js';
import { ask, builtAddOn, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';

const books = openBooks();
const open = (sheets: Sheets, user = ME): Emulator => books.keep(builtAddOn(sheets, { user }));

const lastRun = (emulator: Emulator) => emulator.executions[emulator.executions.length - 1];

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

describe('the watch', () => {
  test('goes on once however often it is switched on, and off again', async () => {
    const emulator = open(READY);
    for (let pressed = 0; pressed < 2; pressed++)
      expect(await valueOf(emulator, 'switchWatch', { on: true })).toMatchObject({
        watch: 'on',
        news: 'The weekly watch is on',
      });
    expect(emulator.triggers).toMatchObject([{ functionName: 'tick', user: ME, everyHours: 1 }]);
    expect(await valueOf(emulator, 'switchWatch', { on: false })).toMatchObject({ watch: 'off' });
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
