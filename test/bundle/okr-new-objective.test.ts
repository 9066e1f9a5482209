import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import { added, initiative, toSave } from '../sidebar-api/goal-requests.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { BO, GOALS, STRANGER, keyResultRow, objectiveOf, recordOf, recordsOf } = okr;
const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

describe('a new objective', () => {
  test('continues the highest ids, as text and dates, and leaves other rows alone', async () => {
    const emulator = open();
    const before = recordsOf(emulator, 'Key results');
    const outcome = await valueOf(
      emulator,
      'saveObjective',
      toSave({
        fields: objectiveOf({ objective: '=1+1' }),
        keyResults: [added(), added({ keyResult: '+49 30', owner: BO })],
      }),
    );
    expect(outcome).toEqual({ isSaved: true, objectiveId: 'O3', keyResultIds: ['KR5', 'KR6'], left: [] });
    expect(recordOf(emulator, 'Objectives', 'O3')).toMatchObject({ Quarter: '2026-Q2', Objective: '=1+1', Owner: ME });
    expect(recordOf(emulator, 'Key results', 'KR6')).toMatchObject({
      ...{ Objective: 'O3', 'Key result': '+49 30', Kind: 'leading', Baseline: 41, Target: 72, Owner: BO, Account: '' },
    });
    // Midnight of 30 June in Berlin.
    const due = recordOf(emulator, 'Key results', 'KR6')['Due'] as Date;
    expect(due.toISOString()).toBe('2026-06-29T22:00:00.000Z');
    expect(recordsOf(emulator, 'Key results').slice(0, before.length)).toEqual(before);
    const view = await valueOf(emulator, 'objectives', {});
    expect(view.objectives.find(({ id }) => id === 'O3')?.keyResults.map(({ id }) => id)).toEqual(['KR5', 'KR6']);
  });

  test('makes the tabs that are missing, with drop-downs and formats', async () => {
    const emulator = open({ Sheet1: [] });
    expect(await valueOf(emulator, 'saveObjective', toSave())).toMatchObject({
      objectiveId: 'O1',
      keyResultIds: ['KR1'],
    });
    expect(emulator.save().sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Objectives', 'Key results']);
    const id = await valueOf(emulator, 'saveInitiative', initiative());
    expect(id).toEqual({ id: 'I1' });
    expect(recordsOf(emulator, 'Initiatives')).toMatchObject([{ Id: 'I1', 'Key result': 'KR1', State: 'active' }]);
  });

  test('goes on in the way in which the team spells its ids, unreadable rows counted', async () => {
    const rows = [okr.KEY_RESULT_HEADERS, keyResultRow('KR-9'), keyResultRow('KR-12', { 'Key result': null })];
    const emulator = open({ ...GOALS, 'Key results': rows });
    expect(await valueOf(emulator, 'saveObjective', toSave())).toMatchObject({ keyResultIds: ['KR-13'] });
  });

  test('goes where the team keeps its objectives, under its headers, and tells what there is no column for', async () => {
    const emulator = open({
      Goals: [
        ['Ziel', 'Nr', 'Cycle'],
        ['Old one', 'O7', '2026-Q1'],
      ],
      KRs: [['Nr', 'Belongs to', 'Was', 'From', 'To']],
      Settings: [
        ['Setting', 'Value', 'Meaning'],
        ...[
          ['Objectives tab', 'Goals'],
          ['Objectives column: Id', 'Nr'],
          ['Objectives column: Objective', 'Ziel'],
        ],
        ...[
          ['Objectives column: Quarter', 'Cycle'],
          ['Key results tab', 'KRs'],
          ['Key results column: Id', 'Nr'],
        ],
        ...[
          ['Key results column: Objective', 'Belongs to'],
          ['Key results column: Key result', 'Was'],
        ],
        ...[
          ['Key results column: Baseline', 'From'],
          ['Key results column: Target', 'To'],
        ],
      ],
    });
    const outcome = await valueOf(emulator, 'saveObjective', toSave());
    expect(outcome).toMatchObject({ objectiveId: 'O8', keyResultIds: ['KR1'] });
    expect(outcome.isSaved && outcome.left).toEqual(
      expect.arrayContaining(['Owner of an objective', 'Owner of a key result', 'Due of a key result']),
    );
    expect(emulator.values('Goals!A3:C3')).toEqual([['Customers stay', 'O8', '2026-Q2']]);
    expect(emulator.values('KRs!A2:E2')).toEqual([['KR1', 'O8', 'Adoption within 90 days', 41, 72]]);
  });

  test('may be due before its start: the linter says so, and nothing else stands in its way', async () => {
    const emulator = open();
    const save = toSave({ keyResults: [added({ due: '2026-03-30' })] });
    expect(await valueOf(emulator, 'saveObjective', save)).toMatchObject({ isSaved: true });
  });

  const refusals: { name: string; save: object; code?: string; message: string; user?: string; sheets?: Sheets }[] = [
    {
      name: 'without a text',
      save: { fields: objectiveOf({ objective: ' ' }) },
      message: 'Objective, is ""; fill it in',
    },
    { name: 'without a quarter', save: { fields: objectiveOf({ quarter: '' }) }, message: 'write it as 2026-Q4' },
    { name: 'of no quarter', save: { fields: objectiveOf({ quarter: 'soon' }) }, message: 'is "soon"; write it as' },
    {
      name: 'of somebody without an address',
      save: { fields: objectiveOf({ owner: 'Ana' }) },
      message: 'use an e-mail',
    },
    {
      name: 'below nothing',
      save: { fields: objectiveOf({ parent: 'O99' }) },
      message: 'Parent, is "O99"; use the id',
    },
    {
      name: 'with a day that is none',
      save: { keyResults: [added({ due: '2026-02-30' })] },
      message: 'use a day such as',
    },
    {
      name: 'with a text as long as a page',
      save: { keyResults: [added({ indicator: 'x'.repeat(1_001) })] },
      message: 'at most 1000 characters',
    },
    {
      name: 'of no kind',
      save: { keyResults: [added({ kind: 'sideways' as 'leading' })] },
      message: 'leading or lagging',
    },
    { name: 'fed by no cell', save: { keyResults: [added({ source: 'B4' })] }, message: 'write it as Scorecard!B4' },
    {
      name: 'with a target in words',
      save: { keyResults: [added({ target: '72' as never })] },
      message: 'Target, is "72"',
    },
    { name: 'with 21 key results', save: { keyResults: Array(21).fill(added()) }, message: 'a list of at most 20' },
    { name: 'without a request id', save: { requestId: 'x' }, message: 'requestId is "x"; use 8 or more' },
    {
      name: 'by somebody who is not of the team',
      save: {},
      user: STRANGER,
      code: 'not yours',
      message: 'does not have you in it',
    },
    { name: 'by nobody', save: {}, user: '', code: 'no user', message: 'does not say who you are' },
    {
      name: 'where Key results has no column for it',
      save: {},
      sheets: { ...GOALS, 'Key results': [['Id', 'Key result']] },
      message: 'Key results has no column Objective, so nothing was saved',
      code: 'not set up',
    },
  ];
  test.each(refusals)('$name is refused, and nothing is written', async ({ save, code, message, user, sheets }) => {
    const emulator = open(sheets ?? GOALS, user ?? ME);
    const before = emulator.save().sheets;
    expect(await ask(emulator, 'saveObjective', { ...toSave(), ...save })).toMatchObject({
      ok: false,
      code: code ?? 'bad request',
      message: expect.stringContaining(message) as string,
    });
    expect(emulator.save().sheets).toEqual(before);
  });
});
