import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import { entry, week } from '../sidebar-api/goal-requests.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { GOALS, recordOf, recordsOf } = okr;
const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

describe('a check-in', () => {
  test('brings Current up to it, and sets initiatives, in one save', async () => {
    const emulator = open();
    const initiatives = [{ id: 'I1', state: 'active', seenState: 'paused' }] as const;
    const outcome = await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()], initiatives });
    expect(outcome).toEqual({ savedCount: 1, alreadySavedCount: 0, stale: [], warning: '' });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(66);
    expect(recordOf(emulator, 'Initiatives', 'I1')['State']).toBe('active');
  });

  test('that is corrected after its answer was lost is added beside it, and each is added once', async () => {
    const emulator = open();
    const first = entry();
    const corrected = { ...first, value: 70 };
    for (const one of [first, corrected, first, corrected]) {
      await valueOf(emulator, 'saveCheckIn', { week, entries: [one] });
    }
    const rows = recordsOf(emulator, 'Check-ins').slice(3);
    expect(rows).toMatchObject([
      { Value: 66, 'Entry id': first.entryId },
      { Value: 70, 'Entry id': `${first.entryId}-2` },
    ]);
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(70);
  });

  test('that comes again after a newer one, or after Current was set by hand, leaves Current', async () => {
    const emulator = open();
    const [first, newer] = [entry(), entry({ value: 70 })];
    for (const one of [first, newer, first]) await valueOf(emulator, 'saveCheckIn', { week, entries: [one] });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(70);
    emulator.type("'Key results'!I2", '75');
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries: [newer] })).toMatchObject({ alreadySavedCount: 1 });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(75);
  });

  test('counts by when it was made, wherever its row was sorted to', async () => {
    const emulator = open();
    const [first, newer] = [entry(), entry({ value: 70 })];
    await valueOf(emulator, 'saveCheckIn', { week, entries: [first] });
    emulator.advance(60_000);
    await valueOf(emulator, 'saveCheckIn', { week, entries: [newer] });
    // By value, so that 66 comes last.
    emulator.run('sortRows', 'menu', 'Check-ins', 3, false);
    await valueOf(emulator, 'saveCheckIn', { week, entries: [first] });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(70);
    const { ownKeyResults } = await valueOf(emulator, 'home', {});
    expect(ownKeyResults.find(({ id }) => id === 'KR1')?.thisWeek?.value).toBe(70);
  });

  test('that was cut off before Current brings it up when it is sent again', async () => {
    const emulator = open();
    const one = entry();
    emulator.onServiceCall = (call) => {
      if (call.name === 'Range.getFormulas') call.kill();
    };
    await ask(emulator, 'saveCheckIn', { week, entries: [one] }).catch(() => null);
    emulator.onServiceCall = null;
    emulator.advance(10 * 60_000);
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(60);
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries: [one] })).toMatchObject({ alreadySavedCount: 1 });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(66);
  });

  test('is kept when an initiative cannot be written, which is told', async () => {
    const emulator = open();
    emulator.onServiceCall = (call) => {
      if (call.name === 'Range.getFormulas') call.fail('You are trying to edit a protected cell or object.');
    };
    const initiatives = [{ id: 'I1', state: 'active', seenState: 'paused' }] as const;
    expect(
      await valueOf(emulator, 'saveCheckIn', { week, entries: [entry({ value: null })], initiatives }),
    ).toMatchObject({
      savedCount: 1,
      warning: expect.stringContaining('Your initiatives were not updated: You are trying to edit') as string,
    });
  });

  test('tells of an initiative whose state comes from a formula', async () => {
    const emulator = open();
    emulator.type('Initiatives!E2', '="paused"');
    await emulator.calculated();
    const initiatives = [{ id: 'I1', state: 'active', seenState: 'paused' }] as const;
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()], initiatives })).toMatchObject({
      savedCount: 1,
      warning: 'Your entries are saved. State of I1 comes from a formula and stays as it is',
    });
  });

  test('with an initiative whose id stands twice saves nothing, and says what to do', async () => {
    const emulator = open();
    emulator.type('Initiatives!A3', 'I1');
    const initiatives = [{ id: 'I1', state: 'active', seenState: 'paused' }] as const;
    expect(await ask(emulator, 'saveCheckIn', { week, entries: [entry()], initiatives })).toMatchObject({
      code: 'stale',
      message: 'I1 stands 2 times in Initiatives, so nothing was saved; give each row its own id there',
    });
    expect(recordsOf(emulator, 'Check-ins')).toHaveLength(3);
  });

  test('leaves a Current that is a formula', async () => {
    const emulator = open();
    emulator.type("'Key results'!I2", '=30+31');
    await emulator.calculated();
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()] })).toMatchObject({ warning: '' });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(61);
  });

  test('for an earlier week than the newest leaves Current', async () => {
    const emulator = open();
    await valueOf(emulator, 'saveCheckIn', { week: '2026-04-20', entries: [entry({ value: 1 })] });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(60);
  });

  test('does not undo what somebody else did with an initiative', async () => {
    const emulator = open();
    const initiatives = [{ id: 'I1', state: 'done', seenState: 'active' }] as const;
    const outcome = await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()], initiatives });
    expect(outcome).toMatchObject({
      savedCount: 1,
      stale: [{ id: 'I1', fields: [{ label: 'State', yours: 'done', theirs: 'paused' }] }],
    });
    expect(recordOf(emulator, 'Initiatives', 'I1')['State']).toBe('paused');
  });

  test("with somebody else's initiative saves nothing", async () => {
    const emulator = open();
    const initiatives = [{ id: 'I2', state: 'done', seenState: 'active' }] as const;
    const reply = await ask(emulator, 'saveCheckIn', { week, entries: [entry()], initiatives });
    expect(reply).toMatchObject({ ok: false, code: 'not yours' });
    expect(recordsOf(emulator, 'Check-ins')).toHaveLength(3);
  });

  test('is kept when Current cannot be written, which is told', async () => {
    const emulator = open();
    emulator.onServiceCall = (call) => {
      if (call.name === 'Range.getFormulas') call.fail('You are trying to edit a protected cell or object.');
    };
    expect(await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()] })).toMatchObject({
      savedCount: 1,
      warning:
        'Your entries are saved. Current in Key results was not updated: You are trying to edit a protected cell or object',
    });
    expect(recordsOf(emulator, 'Check-ins')).toHaveLength(4);
  });
});
