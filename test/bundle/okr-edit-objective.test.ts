import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import { added, edit, toSave } from '../sidebar-api/goal-requests.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const { BO, GOALS, MO, SAL, STRANGER, VIC, keyResultRow, recordOf, recordsOf } = okr;
const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

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
      stale: [{ id: 'KR1', fields: [{ name: 'target', label: 'Target', yours: '90', theirs: '85' }] }],
    });
    emulator.type("'Key results'!H2", '80');
    emulator.type('Objectives!D3', BO);
    expect(await valueOf(emulator, 'saveObjective', save)).toEqual({
      isSaved: false,
      stale: [{ id: 'O1', fields: [{ name: 'owner', label: 'Owner', yours: ME, theirs: BO }] }],
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

  test("does not take somebody else's loose key result", async () => {
    const emulator = open({
      ...GOALS,
      'Key results': [...(GOALS['Key results'] ?? []), keyResultRow('KR7', { Objective: '', Owner: BO })],
    });
    const save = await edit(emulator, {});
    const loose = (await valueOf(emulator, 'objectives', {})).loose.find(({ id }) => id === 'KR7');
    if (!loose) throw new Error('KR7 is not shown');
    const keyResults = [{ id: 'KR7', fields: loose.fields, seen: loose.fields }];
    expect(await ask(emulator, 'saveObjective', { ...save, keyResults })).toMatchObject({
      ok: false,
      code: 'not yours',
    });
    expect(recordOf(emulator, 'Key results', 'KR7')['Objective']).toBe('');
  });

  test.each([
    ['the objective', 'Objectives!C3', 'The row O1 in Objectives cannot be read'],
    ['a key result', "'Key results'!C2", 'The row KR1 in Key results cannot be read'],
  ])('of %s whose row cannot be read is refused: nobody knows whose it is', async (_, cell, message) => {
    for (const who of [ME, SAL]) {
      const emulator = open(GOALS, who);
      const save = await edit(emulator, { target: 90 }, who);
      emulator.type(cell, '');
      const before = emulator.save().sheets;
      expect(await ask(emulator, 'saveObjective', save)).toMatchObject({
        code: 'stale',
        message: expect.stringContaining(message) as string,
      });
      expect(emulator.save().sheets).toEqual(before);
    }
  });

  test('of a row whose text is longer than anybody may type saves the rest', async () => {
    const emulator = open();
    emulator.type("'Key results'!E2", 'x'.repeat(1_500));
    expect(await ask(emulator, 'saveObjective', await edit(emulator, { target: 90 }))).toMatchObject({ ok: true });
  });

  test('while Team cannot be read is for owners alone, and nobody creates', async () => {
    const team = (GOALS['Team'] ?? []).map((row, at) => (at === 0 ? ['Name', 'Mail?', 'Role', 'Manager'] : row));
    for (const who of [ME, VIC]) {
      const emulator = open({ ...GOALS, Team: team }, who);
      const reply = await ask(emulator, 'saveObjective', await edit(emulator, { target: 90 }));
      expect(reply.ok).toBe(who === ME);
      expect(await ask(emulator, 'saveObjective', toSave())).toMatchObject({
        code: 'not yours',
        message: expect.stringContaining('or cannot be read') as string,
      });
    }
  });

  test('is not for whoever leads customer support', async () => {
    const team = (GOALS['Team'] ?? []).map((row) =>
      row[1] === VIC ? ['Vic', VIC, 'Head of Customer Support', ''] : row,
    );
    const emulator = open({ ...GOALS, Team: team }, VIC);
    expect(await ask(emulator, 'saveObjective', await edit(emulator, { target: 90 }))).toMatchObject({ ok: false });
  });

  test('cannot put an objective below itself', async () => {
    const emulator = open();
    const save = await edit(emulator, {});
    // O2 serves KR1 of O1.
    const reply = await ask(emulator, 'saveObjective', { ...save, fields: { ...save.fields, parent: 'O2' } });
    expect(reply).toMatchObject({ ok: false, message: expect.stringContaining('lies below this objective') as string });
  });
});
