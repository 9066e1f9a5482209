import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, valueOf } from '../sidebar-api/built-add-on.js';
import { formOf, itemOf, linesOf, send, sent } from '../sidebar-api/pages.js';
import { emulator, MAYA, rowsOf } from './books.js';
import { dayCell, DEV, troubledTabs, VP_CS } from './watch-books.js';

const AE = 'sam@northlight.example';
const emulators: Emulator[] = [];

/** Monday 25 May 2026: Sam sold Contoso on 20 May and Northwind on 4 May; Maya takes both over. */
function open(user = AE): Emulator {
  const { Team = [], ...tabs } = troubledTabs();
  const header = ['Account', 'AE', 'CSM', 'Closed', 'Commitments made', 'Expansion potential', 'Key stakeholder'];
  const rest = ['Success criteria', 'Risk flags', 'AE signed on', 'CSM signed on', 'Quality', 'Customer signed on'];
  const fields = ['Product: SSO by May', 'EMEA team', 'Kim Ode', 'Half the tickets'];
  const emulated = emulator({
    ...tabs,
    Team: [...Team, ['Sam Fox', AE, 'Account Executive', '', 'Sales']],
    Accounts: [
      ['Account', 'CSM', 'AE', 'ARR'],
      ['Northwind', MAYA, AE, 120_000],
      ['Contoso', MAYA, AE, 60_000],
      ['Fabrikam', MAYA, AE, 240_000],
    ],
    Handoffs: [
      [...header, ...rest],
      ['Contoso', AE, MAYA, dayCell('2026-05-20'), ...fields, '', '', '', '', ''],
      [
        ...['Northwind', AE, MAYA, dayCell('2026-05-04'), ...fields, 'none'],
        ...[dayCell('2026-05-06'), dayCell('2026-05-08'), 'complete', ''],
      ],
    ],
  });
  emulators.push(emulated);
  emulated.user = user;
  return emulated;
}
afterEach(() => {
  for (const emulated of emulators.splice(0)) emulated.dispose();
});

const pageOf = (emulated: Emulator) => valueOf(emulated, 'handoffs', {});
const rowOf = (emulated: Emulator, account = 'Contoso') =>
  rowsOf(emulated, 'Handoffs').find((row) => row['Account'] === account);
const change = async (emulated: Emulator) => formOf(itemOf(await pageOf(emulated), 'Contoso'), 'Fill in or sign');

describe('the page of handoffs', () => {
  it('begins with those that are not complete, says what they lack, and scores each AE', async () => {
    const page = await pageOf(open());
    expect(page.title).toBe('1 handoff is not complete');
    expect(page.groups.map(({ title }) => title)).toEqual([
      ...['Not complete: 1', 'Complete: 1', 'By AE, of the last 90 days'],
    ]);
    const contoso = itemOf(page, 'Contoso');
    expect(contoso.about).toBe('Closed Wed 20 May; to be complete by Wed 27 May');
    expect(linesOf(contoso.parts, 'To be complete')).toEqual([
      'Risk flags',
      "the AE's signature",
      "the CSM's signature",
    ]);
    // Contoso's seven days are not over yet.
    expect(linesOf(page.groups, 'By AE')).toEqual([
      `${AE}: 1 of 1 handoff complete in 7 days, 0 of 1 judged thin or missing`,
    ]);
  });

  it('offers nothing to somebody who is neither AE nor CSM nor above them', async () => {
    const page = await pageOf(open(DEV));
    expect(itemOf(page, 'Contoso').forms).toEqual([]);
    const signature = formOf(itemOf(await pageOf(open(VP_CS)), 'Contoso'), 'Change').fields.map(({ name }) => name);
    expect(signature).not.toContain('sign');
  });
});

describe('a handoff', () => {
  it('is added once, with its promises as commitments; a retry adds nothing', async () => {
    const emulated = open();
    const form = formOf(await pageOf(emulated), 'Add a handoff');
    const typed = { account: 'fabrikam', commitmentsMade: 'Product: SSO by July\nTraining in Oslo' };
    const page = await sent(emulated, form, typed);
    expect(page.news).toBe('The handoff of Fabrikam is saved');
    expect(rowOf(emulated, 'Fabrikam')).toMatchObject({ AE, CSM: MAYA, 'Commitments made': typed.commitmentsMade });
    const promised = rowsOf(emulated, 'Commitments').slice(2);
    expect(promised).toMatchObject([
      { Id: 'C3', Account: 'Fabrikam', Commitment: 'SSO by July', Function: 'Product' },
      { Id: 'C4', Account: 'Fabrikam', Commitment: 'Training in Oslo', Function: '' },
    ]);
    const before = emulated.save();
    await sent(emulated, form, typed);
    expect(emulated.save()).toEqual(before);
  });

  it('is signed by both once the five fields are filled in, and a later change takes the signatures off', async () => {
    const emulated = open();
    const form = await change(emulated);
    expect(await send(emulated, form, { sign: 'yes' })).toMatchObject({
      message: 'Fill in Risk flags before you sign; write none where there is none',
    });
    await sent(emulated, form, { riskFlags: 'none', sign: 'yes' });
    expect(rowOf(emulated)).toMatchObject({ 'Risk flags': 'none', 'AE signed on': expect.any(Date) as Date });
    emulated.user = MAYA;
    const page = await sent(emulated, await change(emulated), {
      sign: 'yes',
      quality: 'thin',
      customerSignedOn: '2026-05-22',
    });
    expect(page.title).toBe('Every handoff is complete');
    expect(rowOf(emulated)).toMatchObject({ 'CSM signed on': expect.any(Date) as Date, Quality: 'thin' });
    const again = formOf(itemOf(page, 'Contoso'), 'Change');
    expect((await sent(emulated, again, { riskFlags: 'New sponsor' })).title).toBe('1 handoff is not complete');
    expect(rowOf(emulated)).toMatchObject({ 'AE signed on': '', 'CSM signed on': '', Quality: 'thin' });
  });

  it("keeps the CSM's judgement when the AE saves a form from before it", async () => {
    const emulated = open();
    const form = await change(emulated);
    emulated.user = MAYA;
    await sent(emulated, await change(emulated), { quality: 'thin' });
    emulated.user = AE;
    await sent(emulated, form, { riskFlags: 'none' });
    expect(rowOf(emulated)).toMatchObject({ 'Risk flags': 'none', Quality: 'thin' });
  });

  it('that somebody else changed meanwhile is not written over, and both are shown', async () => {
    const emulated = open();
    const form = await change(emulated);
    emulated.type('Handoffs!G2', 'Lee Fry');
    const before = emulated.save();
    expect(await send(emulated, form, { keyStakeholder: 'Kim Ode-Marsh' })).toMatchObject({
      code: 'stale',
      message: expect.stringContaining('Key stakeholder is "Lee Fry" now, and you typed "Kim Ode-Marsh"') as string,
    });
    expect(emulated.save()).toEqual(before);
    await sent(emulated, await change(emulated), { keyStakeholder: 'Kim Ode-Marsh' });
    expect(rowOf(emulated)).toMatchObject({ 'Key stakeholder': 'Kim Ode-Marsh' });
  });

  it('is refused where it is not theirs, does not exist, or is made up', async () => {
    const emulated = open();
    const { args, fields } = await change(emulated);
    const request = { ...args, ...Object.fromEntries(fields.map(({ name, value }) => [name, value])) };
    const refused: [Record<string, unknown>, string][] = [
      [{ ...request, quality: 'thin' }, 'not yours'],
      [{ ...request, quality: 'superb' }, 'bad request'],
      [{ ...request, customerSignedOn: 'soon' }, 'bad request'],
      [{ ...request, closed: '2026-05-19' }, 'stale'],
      [{ ...request, account: 'Nobody', seen: null }, 'bad request'],
      [{ ...request, account: 'Fabrikam', closed: '2027-05-19', seen: null }, 'bad request'],
      [{ ...request, riskFlags: 'x'.repeat(2_001) }, 'bad request'],
      [{}, 'bad request'],
    ];
    for (const [wrong, code] of refused) {
      expect(await ask(emulated, 'saveHandoff', wrong)).toMatchObject({ ok: false, code });
    }
    for (const user of [DEV, 'x@elsewhere.example']) {
      emulated.user = user;
      expect(await ask(emulated, 'saveHandoff', request)).toMatchObject({ ok: false, code: 'not yours' });
    }
    emulated.user = '';
    expect(await ask(emulated, 'saveHandoff', request)).toMatchObject({ ok: false, code: 'no user' });
  });
});
