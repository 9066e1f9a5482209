import { afterEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { CheckInEntry } from '../../src/sidebar-api/protocol.js';
import type { InitiativeToSave, KeyResultFields, ObjectiveToSave } from '../../src/sidebar-api/protocol-okr.js';
import { ask, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import * as okr from '../sidebar-api/okr-books.js';

const { BO, GOALS, MO, SAL, STRANGER, VIC, keyResultOf, keyResultRow, objectiveOf, recordOf, recordsOf } = okr;

const emulators: Emulator[] = [];
afterEach(() => {
  for (const emulator of emulators.splice(0)) emulator.dispose();
});

function open(sheets: Sheets = GOALS, user = ME): Emulator {
  const emulator = okr.goalsBook(sheets, user);
  emulators.push(emulator);
  return emulator;
}

let requests = 0;
const requestId = (): string => `request-${String(++requests).padStart(4, '0')}`;

const added = (changes: Partial<KeyResultFields> = {}) => ({ id: null, seen: null, fields: keyResultOf(changes) });

function toSave(changes: Partial<ObjectiveToSave> = {}): ObjectiveToSave {
  return { id: null, requestId: requestId(), fields: objectiveOf(), seen: null, keyResults: [added()], ...changes };
}

/** An edit of O1 and its KR1 as the sidebar makes it from what it was shown. */
async function edit(emulator: Emulator, changes: Partial<KeyResultFields>, owner?: string): Promise<ObjectiveToSave> {
  const view = await valueOf(emulator, 'objectives', {});
  const objective = view.objectives.find(({ id }) => id === 'O1');
  const keyResult = objective?.keyResults.find(({ id }) => id === 'KR1');
  if (!objective || !keyResult) throw new Error('O1 and KR1 are not shown');
  const fields = owner === undefined ? objective.fields : { ...objective.fields, owner };
  return toSave({
    ...{ id: 'O1', fields, seen: objective.fields },
    keyResults: [{ id: 'KR1', fields: { ...keyResult.fields, ...changes }, seen: keyResult.fields }],
  });
}

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
      emulators.pop()?.dispose();
    }
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
      name: 'due before its start',
      save: { keyResults: [added({ due: '2026-03-30' })] },
      message: 'a day after its start',
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
      message: 'not in the Team tab',
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

describe('an edit', () => {
  test('writes the changed cells only, wherever the row is now', async () => {
    const emulator = open();
    const save = await edit(emulator, { target: 90, due: '2026-06-15' });
    emulator.run('sortRows', 'menu', 'Key results', 0, false);
    emulator.run('insertRow', 'menu', 'Key results', 2);
    expect(await valueOf(emulator, 'saveObjective', save)).toMatchObject({ isSaved: true, keyResultIds: ['KR1'] });
    expect(recordOf(emulator, 'Key results', 'KR1')).toMatchObject({ Target: 90, Baseline: 40, Current: 60 });
    const others = recordsOf(emulator, 'Key results').filter((row) => row['Id'] !== 'KR1');
    expect(new Set(others.map((row) => row['Target']))).toEqual(new Set([80, 0]));
  });

  test('is refused when the row is no longer what was seen, with both versions', async () => {
    const emulator = open();
    const save = await edit(emulator, { target: 90 });
    emulator.type("'Key results'!H2", '85');
    expect(await valueOf(emulator, 'saveObjective', save)).toEqual({
      isSaved: false,
      stale: [{ id: 'KR1', fields: [{ label: 'Target', yours: '90', theirs: '85' }] }],
    });
    emulator.type("'Key results'!H2", '80');
    emulator.type('Objectives!D3', BO);
    expect(await valueOf(emulator, 'saveObjective', save)).toEqual({
      isSaved: false,
      stale: [{ id: 'O1', fields: [{ label: 'Owner', yours: ME, theirs: BO }] }],
    });
    expect(recordOf(emulator, 'Key results', 'KR1')['Target']).toBe(80);
  });

  test('is not stale when somebody else made the same change', async () => {
    const emulator = open();
    const save = await edit(emulator, { target: 90 });
    emulator.type("'Key results'!H2", '90');
    expect(await valueOf(emulator, 'saveObjective', save)).toMatchObject({ isSaved: true });
  });

  test.each([
    ['gone', ['deleteRow', 'Key results', 2], 'KR1 is not in Key results any more'],
    ['there twice', null, 'KR1 stands 2 times in Key results'],
  ])('of a row that is %s is refused', async (_, hands, message) => {
    const emulator = open();
    const save = await edit(emulator, { target: 90 });
    if (hands) emulator.run(String(hands[0]), 'menu', ...hands.slice(1));
    else emulator.type("'Key results'!A3", 'KR1');
    expect(await ask(emulator, 'saveObjective', save)).toMatchObject({
      ok: false,
      code: 'stale',
      message: expect.stringContaining(message) as string,
    });
  });

  test('leaves formulas, and cells that one above fills, and says which', async () => {
    const emulator = open();
    const save = await edit(emulator, { baseline: 1, target: 90, unit: 'points', owner: BO });
    emulator.type("'Key results'!G2", '=20+20');
    emulator.type("'Key results'!F1", '="Unit"');
    await emulator.calculated();
    const outcome = await valueOf(emulator, 'saveObjective', save);
    expect(outcome).toMatchObject({ isSaved: true, left: ['Baseline of KR1'] });
    const sheet = emulator.save().sheets.find(({ name }) => name === 'Key results');
    expect(JSON.stringify(sheet?.rows[1]?.[6])).toContain('=20+20');
    expect(recordOf(emulator, 'Key results', 'KR1')).toMatchObject({ Target: 90, Unit: 'points', Owner: BO });
  });

  test('does not break a formula that fills its column', async () => {
    const emulator = open();
    const save = await edit(emulator, { segment: 'SMB' });
    emulator.type("'Key results'!N1", '={"Segment";"A";"B"}');
    await emulator.calculated();
    const seen = await edit(emulator, { segment: 'SMB' });
    expect(seen.keyResults[0]?.seen?.segment).toBe('A');
    expect(await valueOf(emulator, 'saveObjective', { ...seen, requestId: save.requestId })).toMatchObject({
      left: ['Segment of KR1'],
    });
    await emulator.calculated();
    expect(recordOf(emulator, 'Key results', 'KR1')['Segment']).toBe('A');
  });

  test.each([
    { who: BO, what: 'KR1', ok: false },
    { who: SAL, what: 'KR1', ok: false },
    { who: STRANGER, what: 'KR1', ok: false },
    { who: MO, what: 'KR1', ok: true },
    { who: VIC, what: 'KR1', ok: true },
  ])('by $who of $what: $ok', async ({ who, ok }) => {
    const emulator = open(GOALS, who);
    const reply = await ask(emulator, 'saveObjective', await edit(emulator, { target: 90 }));
    expect(reply).toMatchObject(ok ? { ok } : { ok, code: 'not yours' });
    expect(recordOf(emulator, 'Key results', 'KR1')['Target']).toBe(ok ? 90 : 80);
  });

  test('by the owner of a key result holds for it, and not for the objective', async () => {
    const emulator = open(GOALS, BO);
    const view = await valueOf(emulator, 'objectives', {});
    const objective = view.objectives.find(({ id }) => id === 'O1');
    const own = objective?.keyResults.find(({ id }) => id === 'KR2');
    if (!objective || !own) throw new Error('KR2 is not shown');
    const keyResults = [{ id: 'KR2', seen: own.fields, fields: { ...own.fields, target: 2 } }];
    const base = { id: 'O1', seen: objective.fields, fields: objective.fields };
    expect(await ask(emulator, 'saveObjective', toSave({ ...base, keyResults }))).toMatchObject({ ok: true });
    const more = { ...base, fields: { ...objective.fields, objective: 'Mine' } };
    expect(await ask(emulator, 'saveObjective', toSave({ ...more, keyResults }))).toMatchObject({ ok: false });
    expect(await ask(emulator, 'saveObjective', toSave({ ...base, keyResults: [added()] }))).toMatchObject({
      ok: false,
    });
  });

  test('with an empty Team tab is for the owner alone, and anybody creates', async () => {
    const { Team: team, ...alone } = GOALS;
    expect(team).toBeDefined();
    for (const who of [ME, VIC]) {
      const emulator = open(alone, who);
      const reply = await ask(emulator, 'saveObjective', await edit(emulator, { target: 90 }));
      expect(reply.ok).toBe(who === ME);
      expect(await ask(emulator, 'saveObjective', toSave())).toMatchObject({ ok: true });
    }
  });

  test('takes a loose key result to its objective', async () => {
    const emulator = open();
    const save = await edit(emulator, {});
    const loose = (await valueOf(emulator, 'objectives', {})).loose[0];
    if (!loose) throw new Error('KR4 is not shown');
    await valueOf(emulator, 'saveObjective', {
      ...save,
      keyResults: [{ id: loose.id, fields: loose.fields, seen: loose.fields }],
    });
    expect(recordOf(emulator, 'Key results', 'KR4')['Objective']).toBe('O1');
  });

  test('cannot put an objective below itself', async () => {
    const emulator = open();
    const save = await edit(emulator, {});
    // O2 serves KR1 of O1.
    const reply = await ask(emulator, 'saveObjective', { ...save, fields: { ...save.fields, parent: 'O2' } });
    expect(reply).toMatchObject({ ok: false, message: expect.stringContaining('lies below this objective') as string });
  });
});

function initiative(changes: Partial<InitiativeToSave> = {}): InitiativeToSave {
  return {
    ...{ id: null, requestId: requestId(), keyResultId: 'KR1', initiative: 'Call everybody', owner: '' },
    ...{ state: 'active', due: '', seenState: null, ...changes },
  };
}

describe('an initiative', () => {
  test('is added once, and paused where it is', async () => {
    const emulator = open();
    const save = initiative({ due: '2026-06-01' });
    expect(await valueOf(emulator, 'saveInitiative', save)).toEqual({ id: 'I3' });
    expect(await valueOf(emulator, 'saveInitiative', save)).toEqual({ id: 'I3' });
    expect(recordsOf(emulator, 'Initiatives')).toHaveLength(3);
    emulator.run('sortRows', 'menu', 'Initiatives', 0, false);
    const paused = initiative({ id: 'I3', state: 'paused', seenState: 'active', due: '2026-06-01' });
    expect(await valueOf(emulator, 'saveInitiative', paused)).toEqual({ id: 'I3' });
    expect(recordsOf(emulator, 'Initiatives').map((row) => [row['Id'], row['State']])).toEqual([
      ['I3', 'paused'],
      ['I2', ''],
      ['I1', 'paused'],
    ]);
  });

  test.each([
    {
      name: 'that somebody else finished',
      change: { id: 'I1', state: 'active', seenState: 'active' },
      code: 'stale',
      message: 'Somebody set I1 to paused meanwhile, and you to dropped',
      state: 'dropped',
    },
    {
      name: 'that is gone',
      change: { id: 'I9', seenState: 'active' },
      code: 'stale',
      message: 'I9 is not in Initiatives any more',
    },
    {
      name: 'of a key result that is gone',
      change: { keyResultId: 'KR9' },
      code: 'stale',
      message: 'KR9 is not there',
    },
    { name: "of somebody else's", change: { keyResultId: 'KR3' }, code: 'not yours', message: `belongs to ${BO}` },
    {
      name: 'in no state',
      change: { state: 'asleep' },
      code: 'bad request',
      message: 'use active, paused, done, dropped',
    },
    { name: 'without a text', change: { initiative: '' }, code: 'bad request', message: 'fill it in' },
  ])('$name is refused', async ({ change, code, message, state }) => {
    const emulator = open();
    const request = { ...initiative(), ...change, ...(state ? { state } : {}) } as InitiativeToSave;
    expect(await ask(emulator, 'saveInitiative', request)).toMatchObject({
      ok: false,
      code,
      message: expect.stringContaining(message) as string,
    });
    expect(recordsOf(emulator, 'Initiatives')).toHaveLength(2);
  });
});

const week = '2026-05-04';
let entries = 0;
function entry(changes: Partial<CheckInEntry> = {}): CheckInEntry {
  const entryId = `saved-${String(++entries).padStart(6, '0')}`;
  return { keyResultId: 'KR1', value: 66, confidence: 7, blocker: '', note: '', entryId, ...changes };
}

describe('a check-in', () => {
  test('brings Current up to it, and sets initiatives, in one save', async () => {
    const emulator = open();
    const initiatives = [{ id: 'I1', state: 'active', seenState: 'paused' }] as const;
    const outcome = await valueOf(emulator, 'saveCheckIn', { week, entries: [entry()], initiatives });
    expect(outcome).toEqual({ savedCount: 1, alreadySavedCount: 0, stale: [], warning: '' });
    expect(recordOf(emulator, 'Key results', 'KR1')['Current']).toBe(66);
    expect(recordOf(emulator, 'Initiatives', 'I1')['State']).toBe('active');
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

describe('an account review', () => {
  const review = { account: 'northwind', outcome: '=Called', requestId: 'request-review' };

  test('is added once', async () => {
    const emulator = open();
    expect(await valueOf(emulator, 'saveAccountReview', review)).toEqual({ saved: true });
    expect(await valueOf(emulator, 'saveAccountReview', review)).toEqual({ saved: false });
    expect(recordsOf(emulator, 'Reviews')).toMatchObject([{ Account: 'Northwind', By: ME, Outcome: '=Called' }]);
  });

  test.each([
    { name: 'of an account that is not there', change: { account: 'Nobody' }, user: ME, code: 'stale' },
    { name: "of somebody else's account", change: {}, user: BO, code: 'not yours' },
    { name: 'without words', change: { outcome: '' }, user: ME, code: 'bad request' },
  ])('$name is refused', async ({ change, user, code }) => {
    expect(await ask(open(GOALS, user), 'saveAccountReview', { ...review, ...change })).toMatchObject({
      ok: false,
      code,
    });
  });
});

describe('a setting', () => {
  const SETTINGS: Sheets = {
    ...GOALS,
    Settings: [
      ['Setting', 'Value', 'Meaning'],
      ['scan HOUR', '25', ''],
      ['Currency', '€', ''],
    ],
  };
  const valueIn = async (emulator: Emulator, name: string) => {
    return (await valueOf(emulator, 'settings', {})).find((setting) => setting.name === name);
  };

  test('is shown with what may be chosen and what is wrong with it', async () => {
    const emulator = open(SETTINGS);
    expect(await valueIn(emulator, 'Scan hour')).toMatchObject({
      value: '25',
      standard: '8',
      problem: 'is not a whole number from 0 to 23',
    });
    expect((await valueIn(emulator, 'Scan day'))?.choices).toContain('Friday');
    expect(await valueIn(emulator, 'Currency')).toMatchObject({ value: '€', problem: '' });
  });

  test('is changed where it stands, or added', async () => {
    const emulator = open(SETTINGS);
    await valueOf(emulator, 'saveSetting', { name: 'Scan hour', value: '9', seen: '25' });
    const all = await valueOf(emulator, 'saveSetting', { name: 'Scan day', value: 'Friday', seen: '' });
    expect(all.find(({ name }) => name === 'Scan day')).toMatchObject({ value: 'Friday' });
    expect(recordsOf(emulator, 'Settings').map((row) => [row['Setting'], row['Value']])).toEqual([
      ['scan HOUR', '9'],
      ['Currency', '€'],
      ['Scan day', 'Friday'],
    ]);
  });

  test.each([
    {
      name: 'that cannot be used',
      request: { name: 'Scan hour', value: '24', seen: '25' },
      code: 'bad request',
      message: 'Scan hour "24" is not a whole number from 0 to 23',
    },
    {
      name: 'that there is not',
      request: { name: 'Scan moon', value: '1', seen: '' },
      code: 'bad request',
      message: 'one of the settings',
    },
    {
      name: 'that somebody changed',
      request: { name: 'Currency', value: '£', seen: '$' },
      code: 'stale',
      message: 'Somebody set Currency to "€" meanwhile, and you to "£"',
    },
    {
      name: 'by a stranger',
      request: { name: 'Currency', value: '£', seen: '€' },
      code: 'not yours',
      message: 'not in the Team tab',
      user: STRANGER,
    },
  ])('$name is refused', async ({ request, code, message, user }) => {
    const emulator = open(SETTINGS, user ?? ME);
    expect(await ask(emulator, 'saveSetting', request)).toMatchObject({
      ok: false,
      code,
      message: expect.stringContaining(message) as string,
    });
    expect(recordsOf(emulator, 'Settings').map((row) => row['Value'])).toEqual(['25', '€']);
  });

  test('that a formula gives is left', async () => {
    const emulator = open(SETTINGS);
    emulator.type('Settings!B3', '="kr"');
    await emulator.calculated();
    const reply = await ask(emulator, 'saveSetting', { name: 'Currency', value: '£', seen: 'kr' });
    expect(reply).toMatchObject({ ok: false, code: 'not set up' });
    expect(emulator.values('Settings!B3')).toEqual([['kr']]);
  });
});
