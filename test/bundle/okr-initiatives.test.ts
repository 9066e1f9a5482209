import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import { editOf, initiative, requestId, SEEN } from '../sidebar-api/goal-requests.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { BO, GOALS, recordOf, recordsOf } = okr;
const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

describe('an initiative', () => {
  test('is added once, and paused where it is', async () => {
    const emulator = open();
    const save = initiative({ due: '2026-06-01' });
    expect(await valueOf(emulator, 'saveInitiative', save)).toEqual({ id: 'I3' });
    expect(await valueOf(emulator, 'saveInitiative', save)).toEqual({ id: 'I3' });
    expect(recordsOf(emulator, 'Initiatives')).toHaveLength(3);
    emulator.run('sortRows', 'menu', 'Initiatives', 0, false);
    const paused = { ...save, id: 'I3', requestId: requestId(), seen: save.fields };
    paused.fields = { ...save.fields, state: 'paused' };
    expect(await valueOf(emulator, 'saveInitiative', paused)).toEqual({ id: 'I3' });
    expect(recordsOf(emulator, 'Initiatives').map((row) => [row['Id'], row['State']])).toEqual([
      ['I3', 'paused'],
      ['I2', ''],
      ['I1', 'paused'],
    ]);
  });

  test('that is corrected after its answer was lost is corrected where it is', async () => {
    const emulator = open();
    const save = initiative();
    await valueOf(emulator, 'saveInitiative', save);
    const corrected = { ...save, fields: { ...save.fields, initiative: 'Call everybody twice', owner: BO } };
    expect(await valueOf(emulator, 'saveInitiative', corrected)).toEqual({ id: 'I3' });
    expect(recordsOf(emulator, 'Initiatives')).toHaveLength(3);
    expect(recordOf(emulator, 'Initiatives', 'I3')).toMatchObject({ Initiative: 'Call everybody twice', Owner: BO });
  });

  test('is changed only in what its person changed', async () => {
    const emulator = open();
    emulator.type('Initiatives!C2', 'Call list');
    expect(await ask(emulator, 'saveInitiative', editOf({ state: 'done' }))).toMatchObject({
      ok: false,
      code: 'stale',
      message: expect.stringContaining('Initiative: "Call list" there, "Call sheet for the quarter" yours') as string,
    });
    const seen = { ...SEEN, initiative: 'Call list' };
    await valueOf(emulator, 'saveInitiative', editOf({ ...seen, state: 'done' }, { seen }));
    expect(recordOf(emulator, 'Initiatives', 'I1')).toMatchObject({ Initiative: 'Call list', State: 'done' });
  });

  test('whose row cannot be read is refused: nobody knows whose it is', async () => {
    const emulator = open();
    emulator.type('Initiatives!B2', '');
    expect(await ask(emulator, 'saveInitiative', editOf({ state: 'done' }))).toMatchObject({
      code: 'stale',
      message: expect.stringContaining('The row I1 in Initiatives cannot be read') as string,
    });
    expect(recordOf(emulator, 'Initiatives', 'I1')['State']).toBe('paused');
  });

  test('whose state comes from a formula says so', async () => {
    const emulator = open();
    emulator.type('Initiatives!E2', '="paused"');
    await emulator.calculated();
    expect(await ask(emulator, 'saveInitiative', editOf({ state: 'done' }))).toMatchObject({
      code: 'not set up',
      message: 'State of I1 in Initiatives comes from a formula, so it was not changed; change it there',
    });
  });

  test.each([
    {
      name: 'that somebody else finished',
      save: editOf({ state: 'dropped' }, { seen: { ...SEEN, state: 'active' } }),
      code: 'stale',
      message: 'State: "paused" there, "dropped" yours',
    },
    {
      name: 'that is gone',
      save: editOf({}, { id: 'I9' }),
      code: 'stale',
      message: 'I9 is not in Initiatives any more',
    },
    {
      name: 'of a key result that is gone',
      save: initiative({}, { keyResultId: 'KR9' }),
      code: 'stale',
      message: 'KR9 is not there',
    },
    {
      name: "of somebody else's",
      save: initiative({}, { keyResultId: 'KR3' }),
      code: 'not yours',
      message: `belongs to ${BO}`,
    },
    {
      name: "of somebody else's under a key result of one's own",
      save: editOf({ state: 'done' }, { id: 'I2', seen: { ...SEEN, state: 'active' } }),
      code: 'stale',
      message: 'I2 belongs to key result KR3 now',
    },
    {
      name: 'in no state',
      save: initiative({ state: 'asleep' as 'active' }),
      code: 'bad request',
      message: 'use active, paused, done, dropped',
    },
    { name: 'without a text', save: initiative({ initiative: '' }), code: 'bad request', message: 'fill it in' },
  ])('$name is refused', async ({ save, code, message }) => {
    const emulator = open();
    const before = emulator.save().sheets;
    expect(await ask(emulator, 'saveInitiative', save)).toMatchObject({
      ok: false,
      code,
      message: expect.stringContaining(message) as string,
    });
    expect(emulator.save().sheets).toEqual(before);
  });
});
