import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { CheckInEntry } from '../../src/sidebar-api/protocol.js';
import type { ObjectiveToSave } from '../../src/sidebar-api/protocol-okr.js';
import { ask, ME, valueOf } from '../sidebar-api/built-add-on.js';
import * as okr from '../sidebar-api/okr-books.js';

const { BO, GOALS, recordsOf } = okr;
const week = '2026-05-04';

const emulators: Emulator[] = [];
afterEach(() => {
  for (const emulator of emulators.splice(0)) emulator.dispose();
});

function open(): Emulator {
  const emulator = okr.goalsBook(GOALS);
  emulators.push(emulator);
  return emulator;
}

/** Lets somebody else ask, and gives the sidebar back to who had it. */
async function as<Value>(emulator: Emulator, user: string, work: () => Promise<Value>): Promise<Value> {
  emulator.user = user;
  const value = await work();
  emulator.user = ME;
  return value;
}

const entry = (keyResultId: string, value: number, entryId: string): CheckInEntry => {
  return { keyResultId, value, confidence: 5, blocker: '', note: `for ${keyResultId}`, entryId };
};

/** An edit of one key result, from what its owner is shown now. */
async function edit(emulator: Emulator, id: string, target: number): Promise<ObjectiveToSave> {
  const { objectives } = await valueOf(emulator, 'objectives', {});
  const objective = objectives.find(({ keyResults }) => keyResults.some((own) => own.id === id));
  const keyResult = objective?.keyResults.find((own) => own.id === id);
  if (!objective || !keyResult) throw new Error(`${id} is not shown`);
  return {
    ...{
      id: objective.id,
      requestId: `request-${id}-${String(target)}`,
      fields: objective.fields,
      seen: objective.fields,
    },
    keyResults: [{ id, seen: keyResult.fields, fields: { ...keyResult.fields, target } }],
  };
}

/** Every key result by its id, without what the saves change. */
function untouched(emulator: Emulator): Record<string, string> {
  const rows = recordsOf(emulator, 'Key results').map((row) => {
    return [String(row['Id']), JSON.stringify({ ...row, Current: null, Target: null })];
  });
  return Object.fromEntries(rows) as Record<string, string>;
}

type Hand = readonly [name: string, ...args: (string | number | boolean)[]];
const hand: fc.Arbitrary<Hand> = fc.oneof(
  fc.record({ column: fc.constantFrom(0, 2), up: fc.boolean() }).map(({ column, up }): Hand => {
    return ['sortRows', 'Key results', column, up];
  }),
  fc.integer({ min: 2, max: 6 }).map((row): Hand => ['insertRow', 'Key results', row]),
  fc.integer({ min: 2, max: 4 }).map((row): Hand => ['insertRow', 'Check-ins', row]),
  fc.constant<Hand>(['sortRows', 'Check-ins', 2, false]),
  // The oldest entry of KR1, wherever it is, is nobody's concern; the row is looked up when it is deleted.
  fc.constant<Hand>(['deleteRow', 'Key results', 0]),
);

/** What a person does to rows; what is deleted is the key result that nobody saves, KR0. */
function carryOut(emulator: Emulator, [name, tab, ...args]: Hand): void {
  if (name !== 'deleteRow') {
    emulator.run(name, 'menu', tab, ...args);
    return;
  }
  const at = emulator.values("'Key results'!A1:A60").findIndex(([id]) => id === 'KR0');
  if (at > 0) emulator.run('deleteRow', 'menu', 'Key results', at + 1);
}

describe('two people who save at once, while a third moves rows', () => {
  test('lose nothing and write into no other row, in any order', async () => {
    const saves = ['ana checks in', 'bo checks in', 'ana edits', 'bo edits'] as const;
    const orders = fc.tuple(
      fc.shuffledSubarray([...saves], { minLength: saves.length }),
      fc.array(hand, { minLength: 4, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([order, hands]) => {
        const emulator = open();
        const before = untouched(emulator);
        // Both have opened their views before anybody saves.
        const anas = await edit(emulator, 'KR1', 91);
        const bos = await edit(emulator, 'KR3', 93);
        const work: Record<(typeof saves)[number], () => Promise<unknown>> = {
          'ana checks in': () => valueOf(emulator, 'saveCheckIn', { week, entries: [entry('KR1', 71, 'ana-entry-1')] }),
          'bo checks in': () =>
            as(emulator, BO, () =>
              valueOf(emulator, 'saveCheckIn', {
                week,
                entries: [entry('KR2', 7, 'bo-entry-02'), entry('KR3', 73, 'bo-entry-03')],
              }),
            ),
          'ana edits': () => valueOf(emulator, 'saveObjective', anas),
          'bo edits': () => as(emulator, BO, () => valueOf(emulator, 'saveObjective', bos)),
        };
        for (const [at, name] of order.entries()) {
          await work[name]();
          // The answer was lost: it is sent again, after rows have moved.
          carryOut(emulator, hands[at] ?? ['insertRow', 'Check-ins', 2]);
          await work[name]();
        }
        const after = untouched(emulator);
        expect(after).toEqual('KR0' in after ? before : { ...before, KR0: undefined });
        const rows = recordsOf(emulator, 'Key results').filter((row) => row['Id'] !== 'KR0');
        const values = new Map(rows.map((row) => [row['Id'], [row['Current'], row['Target']]]));
        expect(Object.fromEntries(values)).toEqual({ KR1: [71, 91], KR2: [7, 0], KR3: [73, 93], KR4: ['', 80] });
        const entries = recordsOf(emulator, 'Check-ins').filter((row) => String(row['Note']).startsWith('for '));
        expect(entries.map((row) => [row['Key result'], row['Value'], row['Note'], row['By']]).sort()).toEqual([
          ['KR1', 71, 'for KR1', ME],
          ['KR2', 7, 'for KR2', BO],
          ['KR3', 73, 'for KR3', BO],
        ]);
        expect(recordsOf(emulator, 'Check-ins')).toHaveLength(6);
        emulators.pop()?.dispose();
      }),
      { numRuns: 8 },
    );
  });

  test('of one row: the second is shown both versions, and saves once it has seen them', async () => {
    const emulator = open();
    const [first, second] = [await edit(emulator, 'KR1', 91), await edit(emulator, 'KR1', 95)];
    expect(await valueOf(emulator, 'saveObjective', first)).toMatchObject({ isSaved: true });
    expect(await valueOf(emulator, 'saveObjective', second)).toMatchObject({
      isSaved: false,
      stale: [{ id: 'KR1', fields: [{ label: 'Target', yours: '95', theirs: '91' }] }],
    });
    expect(await valueOf(emulator, 'saveObjective', await edit(emulator, 'KR1', 95))).toMatchObject({ isSaved: true });
  });

  test('get different ids', async () => {
    const emulator = open();
    const make = (name: string): ObjectiveToSave => ({
      ...{ id: null, requestId: `request-${name}`, seen: null, fields: okr.objectiveOf({ objective: name }) },
      keyResults: [{ id: null, seen: null, fields: okr.keyResultOf({ keyResult: name }) }],
    });
    // The first is cut off when it has its ids and has written nothing.
    emulator.onServiceCall = (call) => {
      if (call.name === 'Range.setValues') call.kill();
    };
    await ask(emulator, 'saveObjective', make('first')).catch(() => null);
    emulator.onServiceCall = null;
    emulator.advance(10 * 60_000);
    const second = await as(emulator, BO, () => valueOf(emulator, 'saveObjective', make('second')));
    expect(second).toMatchObject({ objectiveId: 'O4', keyResultIds: ['KR6'] });
    expect(await valueOf(emulator, 'saveObjective', make('first'))).toMatchObject({
      objectiveId: 'O3',
      keyResultIds: ['KR5'],
    });
    const rows = recordsOf(emulator, 'Key results').map((row) => [row['Id'], row['Objective'], row['Key result']]);
    expect(rows.slice(-2)).toEqual([
      ['KR6', 'O4', 'second'],
      ['KR5', 'O3', 'first'],
    ]);
  });
});

describe('rows that a person moves at any call of a save', () => {
  const hands: { name: string; hand: Hand }[] = [
    { name: 'sorted', hand: ['sortRows', 'Key results', 0, false] },
    { name: 'inserted', hand: ['insertRow', 'Key results', 2] },
    { name: 'deleted', hand: ['deleteRow', 'Key results', 0] },
  ];
  test.each(hands)(
    '$name: the edit is in its own row, and every other row is as it was',
    async ({ name, hand: moved }) => {
      // KR0 is first, so that deleting it moves all others.
      const [header = [], ...rows] = GOALS['Key results'] ?? [];
      const book = { ...GOALS, 'Key results': [header, ...[...rows].reverse()] };
      const start = (): Emulator => {
        const emulator = okr.goalsBook(book);
        emulators.push(emulator);
        return emulator;
      };
      const counted = start();
      const save = await edit(counted, 'KR1', 91);
      const places: number[] = [];
      counted.onServiceCall = (call) => {
        if (call.name.startsWith('Range.')) places.push(call.index);
      };
      await valueOf(counted, 'saveObjective', save);
      expect(places.length).toBeGreaterThan(5);
      for (const at of places) {
        const emulator = start();
        const before = untouched(emulator);
        const wanted = await edit(emulator, 'KR1', 91);
        emulator.onServiceCall = (call) => {
          if (call.functionName !== 'callFromSidebar' || call.index !== at) return;
          emulator.onServiceCall = null;
          carryOut(emulator, moved);
        };
        const reply = await ask(emulator, 'saveObjective', wanted);
        emulator.onServiceCall = null;
        // A row that slipped out of what was being read is refused, and saved when it is tried again.
        if (!reply.ok) await valueOf(emulator, 'saveObjective', wanted);
        const { KR0: gone, ...others } = before;
        expect(untouched(emulator), `${name} at call ${String(at)}`).toEqual(
          name === 'deleted' ? others : { ...others, KR0: gone },
        );
        const targets = new Map(recordsOf(emulator, 'Key results').map((row) => [row['Id'], row['Target']]));
        expect(Object.fromEntries(targets), `${name} at call ${String(at)}`).toMatchObject({
          KR1: 91,
          KR2: 0,
          KR3: 80,
          KR4: 80,
        });
        emulators.pop()?.dispose();
      }
    },
  );
});
