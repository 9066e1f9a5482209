import { describe, expect, test } from 'vitest';
import type { CheckInEntry } from '../../src/sidebar-api/protocol.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { READY } from '../sidebar-api/books.js';
import { openBooks } from '../sidebar-api/open-books.js';
import { ask, builtAddOn, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';

const books = openBooks();
const open = (sheets: Sheets, user = ME): Emulator => books.keep(builtAddOn(sheets, { user }));

const lastRun = (emulator: Emulator) => emulator.executions[emulator.executions.length - 1];
const rows = (emulator: Emulator, a1: string): unknown[][] =>
  emulator.values(a1).filter((row) => row.some((cell) => cell !== ''));

let entryCount = 0;
function entry(changes: Partial<CheckInEntry> = {}): CheckInEntry {
  entryCount++;
  const entryId = `entry-${String(entryCount).padStart(6, '0')}`;
  return { keyResultId: 'KR-1', value: 55, confidence: 7, blocker: '', note: '', entryId, ...changes };
}

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

test('dates of check-ins count in the zone of the spreadsheet', async () => {
  // 22:30 UTC on Sunday is Monday in Berlin.
  const emulator = builtAddOn(READY, { now: Date.UTC(2026, 4, 10, 22, 30) });
  books.keep(emulator);
  const home = await valueOf(emulator, 'home', {});
  expect(home.week).toEqual({ iso: '2026-05-11', text: 'Mon 11 May' });
});
