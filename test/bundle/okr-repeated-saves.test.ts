import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, valueOf } from '../sidebar-api/built-add-on.js';
import { added, entry, initiative, toSave, week } from '../sidebar-api/goal-requests.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { GOALS, recordOf, recordsOf } = okr;
const books = openBooks();
const open = (): Emulator => books.keep(okr.goalsBook(GOALS));

describe('a new objective', () => {
  test('that is sent again adds nothing and gives the same ids', async () => {
    const emulator = open();
    const save = toSave();
    const first = await valueOf(emulator, 'saveObjective', save);
    const after = recordsOf(emulator, 'Key results');
    expect(await valueOf(emulator, 'saveObjective', save)).toEqual(first);
    expect(recordsOf(emulator, 'Key results')).toEqual(after);
    expect(recordsOf(emulator, 'Objectives')).toHaveLength(4);
  });

  test('that is cut off at any of its service calls is finished by the next try, once', async () => {
    const counted = open();
    const places = await okr.writingCalls(counted, () => valueOf(counted, 'saveObjective', toSave()));
    expect(places.length).toBeGreaterThan(4);
    for (const at of places) {
      const emulator = open();
      const save = toSave({ keyResults: [added(), added({ keyResult: 'Second' })] });
      emulator.onServiceCall = (call) => {
        if (call.index === at) call.kill();
      };
      await ask(emulator, 'saveObjective', save).catch(() => null);
      emulator.onServiceCall = null;
      emulator.advance(10 * 60_000);
      const outcome = await valueOf(emulator, 'saveObjective', save);
      expect(outcome, `cut at call ${String(at)}`).toMatchObject({ objectiveId: 'O3', keyResultIds: ['KR5', 'KR6'] });
      expect(recordsOf(emulator, 'Objectives').filter(({ Id: id }) => id === 'O3')).toHaveLength(1);
      const ids = recordsOf(emulator, 'Key results').map((row) => row['Id']);
      expect(ids, `cut at call ${String(at)}`).toEqual(['KR1', 'KR2', 'KR3', 'KR4', 'KR0', 'KR5', 'KR6']);
      books.closeLast();
    }
  });

  test('that is corrected after its answer was lost is corrected where it is, and what was added is added', async () => {
    const counted = open();
    const save = toSave();
    const places = await okr.writingCalls(counted, () => valueOf(counted, 'saveObjective', save));
    for (const at of [...places, Infinity]) {
      const emulator = open();
      const first = toSave({ keyResults: [added()] });
      emulator.onServiceCall = (call) => {
        if (call.index === at) call.kill();
      };
      await ask(emulator, 'saveObjective', first).catch(() => null);
      emulator.onServiceCall = null;
      emulator.advance(10 * 60_000);
      const corrected = {
        ...first,
        fields: { ...first.fields, objective: 'Customers stay longer' },
        keyResults: [added({ target: 75 }), added({ keyResult: 'Second' })],
      };
      const outcome = await valueOf(emulator, 'saveObjective', corrected);
      expect(outcome, `cut at call ${String(at)}`).toMatchObject({ objectiveId: 'O3', keyResultIds: ['KR5', 'KR6'] });
      expect(recordsOf(emulator, 'Objectives').slice(3)).toMatchObject([{ Objective: 'Customers stay longer' }]);
      expect(recordsOf(emulator, 'Key results').slice(5)).toMatchObject([
        { Id: 'KR5', Target: 75 },
        { Id: 'KR6', 'Key result': 'Second' },
      ]);
      books.closeLast();
    }
  });

  test('of which a key result was taken out after its answer was lost leaves that one dropped, until it is put back', async () => {
    const emulator = open();
    const [first, second] = [added(), added({ keyResult: 'Second' })];
    const save = toSave({ keyResults: [first, second] });
    await valueOf(emulator, 'saveObjective', save);
    const fewer = await valueOf(emulator, 'saveObjective', { ...save, keyResults: [second] });
    expect(fewer).toMatchObject({ objectiveId: 'O3', keyResultIds: ['KR5'] });
    expect(recordsOf(emulator, 'Key results').slice(5)).toMatchObject([
      { Id: 'KR5', 'Key result': 'Second', State: '' },
      { Id: 'KR6', State: 'dropped' },
    ]);
    expect(await valueOf(emulator, 'saveObjective', save)).toMatchObject({ keyResultIds: ['KR5', 'KR6'] });
    expect(recordsOf(emulator, 'Key results').slice(5)).toMatchObject([
      { Id: 'KR5', 'Key result': first.fields.keyResult, State: '' },
      { Id: 'KR6', 'Key result': 'Second', State: '' },
    ]);
  });

  test('is remembered in less than a property holds, however many are saved', async () => {
    const emulator = open();
    const many = Array.from({ length: 20 }, (_, i) => added({ keyResult: `Outcome ${String(i)}` }));
    for (let i = 0; i < 40; i++) {
      // As long as a request id may be.
      const requestId = `request-${String(i)}`.padEnd(64, '0');
      await valueOf(emulator, 'saveObjective', toSave({ requestId, keyResults: many }));
    }
    const kept = emulator.saveState().properties['document']?.['savedRequests'] ?? '';
    expect(kept.length).toBeGreaterThan(4_000);
    expect(kept.length).toBeLessThan(9_000);
  });
});

describe('a save that is cut off at any of its service calls and tried again', () => {
  /** Tries a save once for each call that may have written something, cut off there, and then again. */
  async function cutEverywhere<Save>(
    make: () => Save,
    send: (emulator: Emulator, save: Save) => Promise<unknown>,
    check: (emulator: Emulator, save: Save, place: string) => void,
  ): Promise<void> {
    const counted = open();
    const places = await okr.writingCalls(counted, () => send(counted, make()));
    expect(places.length).toBeGreaterThan(2);
    for (const at of places) {
      const emulator = open();
      const save = make();
      emulator.onServiceCall = (call) => {
        if (call.index === at) call.kill();
      };
      await send(emulator, save).catch(() => null);
      emulator.onServiceCall = null;
      emulator.advance(10 * 60_000);
      await send(emulator, save);
      check(emulator, save, `cut at call ${String(at)}`);
      books.closeLast();
    }
  }

  test('leaves one entry of a check-in, with Current and the initiative as it says', async () => {
    const initiatives = [{ id: 'I1', state: 'active', seenState: 'paused' }] as const;
    await cutEverywhere(
      () => entry(),
      (emulator, one) => valueOf(emulator, 'saveCheckIn', { week, entries: [one], initiatives }),
      (emulator, { entryId }, place) => {
        expect(recordsOf(emulator, 'Check-ins').slice(3), place).toMatchObject([{ Value: 66, 'Entry id': entryId }]);
        expect(recordOf(emulator, 'Key results', 'KR1')['Current'], place).toBe(66);
        expect(recordOf(emulator, 'Initiatives', 'I1')['State'], place).toBe('active');
      },
    );
  });

  test('leaves one initiative', async () => {
    await cutEverywhere(
      () => initiative(),
      (emulator, save) => valueOf(emulator, 'saveInitiative', save),
      (emulator, _, place) => {
        expect(
          recordsOf(emulator, 'Initiatives').map((row) => row['Id']),
          place,
        ).toEqual(['I1', 'I2', 'I3']);
      },
    );
  });
});
