import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, valueOf } from '../sidebar-api/built-add-on.js';
import { formOf, itemOf, itemsOf, linesOf, send, sent } from '../sidebar-api/pages.js';
import type { BookCell } from '../../workbench/book.js';
import { emulator, HOUR, MAYA, OPS, rowsOf, smallTabs } from './books.js';
import { CEO, dayCell, DEV, PRODUCT, troubledBook, troubledTabs, VP_CS } from './watch-books.js';

const emulators: Emulator[] = [];
function kept(emulated: Emulator): Emulator {
  emulators.push(emulated);
  return emulated;
}
/** Wednesday 27 May 2026, 09:00: every alert of `troubledTabs` was told on Monday, and its next step is due. */
function open(user = MAYA): Emulator {
  const emulated = kept(troubledBook());
  emulated.user = user;
  return emulated;
}
afterEach(() => {
  for (const emulated of emulators.splice(0)) emulated.dispose();
});

const bend = 'Momentum decay';
const alertsOf = (emulated: Emulator) => valueOf(emulated, 'alerts', {});
const rowOf = (emulated: Emulator, trigger = bend) =>
  rowsOf(emulated, 'Alerts').find((row) => row['Trigger'] === trigger);

describe('the page of alerts', () => {
  it('begins with what needs the person, says why it fired with the numbers, and what they may do', async () => {
    const page = await alertsOf(open());
    expect(page.title).toBe('1 alert needs you');
    expect(page.lines).toEqual([
      'Last look: Mon 25 May 09:00, 3 accounts, 0 without data',
      'The watch has not run since, so this may be old: see Today',
    ]);
    expect(page.groups.map(({ title }) => title)).toEqual(['For you: 1', 'Open, with others: 4']);
    const [mine] = itemsOf(page);
    expect(mine).toMatchObject({ name: 'Northwind', about: 'Momentum decay since Mon 4 May: Usage; $120,000 at risk' });
    expect(linesOf(mine?.parts ?? [], 'What happened')).toEqual([expect.stringMatching(/-36 % .* 500 → 320/)]);
    // Priority: 120,000 x 2 (35 days to the renewal) x 1.
    expect(linesOf(mine?.parts ?? [], 'Where')[0]).toBe('ARR at risk $120,000; priority 240,000');
    expect(mine?.forms.map(({ button }) => button)).toEqual(['Acknowledge', 'Snooze', 'Resolve']);
    expect(itemOf(page, 'Contoso').forms).toEqual([]);
    expect(linesOf(itemOf(page, 'Contoso').parts, 'Where')).toContain(
      'Its owner, those above and whoever was told of it answer it',
    );
  });

  it('offers nothing to somebody whom Google does not name, and says why', async () => {
    const page = await alertsOf(open(''));
    expect(page.lines[0]).toMatch(/^Google does not say who you are, so no alert is yours to answer; open Bellwether/);
    expect(itemsOf(page).flatMap(({ forms }) => forms)).toEqual([]);
  });

  it('has the alerts of the row in which the person is on top', async () => {
    const emulated = open();
    const row = rowsOf(emulated, 'Alerts').findIndex(({ Account }) => Account === 'Contoso') + 2;
    emulated.select(`Alerts!B${String(row)}`);
    const page = await alertsOf(emulated);
    expect(page.groups[0]).toMatchObject({ title: 'Where you are in the sheet: 1', items: [{ name: 'Contoso' }] });
    expect(page.title).toBe('1 alert needs you');
    emulated.select('Commitments!C3');
    const [first] = (await alertsOf(emulated)).groups;
    expect(first?.items.map(({ name }) => name)).toEqual(['Northwind', 'Northwind']);
  });

  it('stays small with 1,000 alerts, and says how many more there are', async () => {
    const header = [
      'Key',
      'Trigger',
      'Account',
      'Subject',
      'Since',
      'What happened',
      'Exposure',
      'Owner',
      'State',
      'Opened',
    ];
    const rows = Array.from({ length: 1000 }, (_, at): BookCell[] => {
      const about = `Usage -36 % over 3 weeks, 500 → 320 (${'x'.repeat(200)})`;
      const [key, account] = [`${bend} | A${String(at)} | 2026-05-04`, `Account ${String(at)}`];
      const since = dayCell('2026-05-04');
      return [key, bend, account, 'Usage', since, about, 1000, MAYA, 'open', since];
    });
    const emulated = kept(emulator({ ...troubledTabs(), Alerts: [header, ...rows] }));
    emulated.user = MAYA;
    const page = await alertsOf(emulated);
    expect(page.title).toBe('1,000 alerts need you');
    expect(page.groups[0]?.lines).toEqual(['The first 60; 940 more are in the Alerts tab']);
    // 60 of each group at about 2 KB.
    expect(JSON.stringify(page).length).toBeLessThan(200_000);
  });

  it('says which messages have not gone out, and why', async () => {
    const emulated = open();
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') call.fail('Invalid email: dev');
    };
    emulated.user = OPS;
    emulated.run('tick', 'clockTrigger');
    emulated.user = MAYA;
    const page = await alertsOf(emulated);
    const lines = linesOf(page.groups, 'Messages that have not gone out');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^To \S+@northlight.example, .*, tried 1 time: .*Invalid email/);
  });

  it('does not call it fine when nothing was looked at', async () => {
    const page = await alertsOf(kept(emulator(smallTabs())));
    expect(page.title).toBe('No alert is open');
    expect(page.lines).toEqual(['No account was looked at yet: switch the weekly watch on in Today']);
  });
});

describe('an alert', () => {
  it('is acknowledged with a note; once more changes nothing', async () => {
    const emulated = open();
    const form = formOf(itemOf(await alertsOf(emulated), bend), 'Acknowledge');
    const page = await sent(emulated, form, { reason: 'Call with the sponsor on Friday' });
    expect(page).toMatchObject({
      title: expect.stringMatching(/^No alert needs you/) as string,
      news: 'Northwind is acknowledged',
    });
    expect(rowOf(emulated)).toMatchObject({
      State: 'acknowledged',
      By: MAYA,
      Reason: 'Call with the sponsor on Friday',
    });
    const before = emulated.save();
    emulated.advance(HOUR);
    await sent(emulated, form, { reason: 'Call with the sponsor on Friday' });
    expect(emulated.save()).toEqual(before);
    expect(linesOf(itemOf(page, bend).parts, 'Where')).toContain(
      `Acknowledged by ${MAYA}: Call with the sponsor on Friday; nobody else is told until Wed 3 Jun 09:00`,
    );
  });

  it('is snoozed for at most two weeks and with a reason', async () => {
    const emulated = open();
    const form = formOf(itemOf(await alertsOf(emulated), bend), 'Snooze');
    const before = emulated.save();
    const refused = [{ reason: '' }, { reason: 'x', until: '2026-06-11' }, { reason: 'x', until: '2026-05-27' }];
    for (const typed of refused) {
      expect(await send(emulated, form, typed)).toMatchObject({ ok: false, code: 'bad request' });
    }
    expect(emulated.save()).toEqual(before);
    await sent(emulated, form, { reason: 'They are on leave', until: '2026-06-10' });
    expect(rowOf(emulated)).toMatchObject({ State: 'snoozed', Reason: 'They are on leave' });
  });

  it('is resolved with a reason, for good, and never in the words of the watch', async () => {
    const emulated = open();
    const page = await alertsOf(emulated);
    const form = formOf(itemOf(page, bend), 'Resolve');
    expect(await send(emulated, form)).toMatchObject({ ok: false, code: 'bad request' });
    const resolved = await sent(emulated, form, { reason: 'settled' });
    expect(rowOf(emulated)).toMatchObject({ State: 'resolved', By: MAYA, Reason: 'resolved by hand: settled' });
    expect(itemOf(resolved, bend).forms).toEqual([]);
    await sent(emulated, form, { reason: 'settled' });
    // A late answer to what was open does not open it again.
    const late = await send(emulated, formOf(itemOf(page, bend), 'Acknowledge'));
    expect(late).toMatchObject({
      ok: false,
      code: 'stale',
      message: expect.stringMatching(/is resolved now by maya/) as string,
    });
  });

  it('that waits opens again by hand, and climbs from where it was', async () => {
    const emulated = open();
    await sent(emulated, formOf(itemOf(await alertsOf(emulated), bend), 'Acknowledge'));
    const page = await sent(emulated, formOf(itemOf(await alertsOf(emulated), bend), 'Open again'));
    expect(page.title).toBe('1 alert needs you');
    emulated.user = OPS;
    emulated.advance(HOUR);
    emulated.run('tick', 'clockTrigger');
    expect(rowOf(emulated)).toMatchObject({ State: 'open', Level: 2 });
  });

  it('that somebody else answered meanwhile stays as they left it, and both are shown', async () => {
    const emulated = open();
    const form = formOf(itemOf(await alertsOf(emulated), bend), 'Snooze');
    emulated.user = VP_CS;
    await sent(emulated, formOf(itemOf(await alertsOf(emulated), bend), 'Acknowledge'), { reason: 'I call them' });
    emulated.user = MAYA;
    const before = emulated.save();
    expect(await send(emulated, form, { reason: 'Later' })).toMatchObject({
      ok: false,
      code: 'stale',
      message: `It was open when you looked and is acknowledged now by ${VP_CS} (I call them); you wanted it snoozed. Nothing was changed; look at it again`,
    });
    expect(emulated.save()).toEqual(before);
  });

  it('is answered by its owner, those above, whoever leads customer success and whoever was told of a later step', async () => {
    const emulated = open();
    const form = formOf(itemOf(await alertsOf(emulated), bend), 'Acknowledge');
    for (const stranger of [DEV, PRODUCT, 'x@elsewhere.example', '']) {
      emulated.user = stranger;
      expect(await send(emulated, form)).toMatchObject({ ok: false });
    }
    emulated.user = PRODUCT;
    expect((await alertsOf(emulated)).title).toBe('No alert needs you; 5 others are open');
    // Above the owner of the promise.
    expect(itemOf(await alertsOf(emulated), 'C1').forms).not.toEqual([]);
    emulated.user = CEO;
    expect(itemOf(await alertsOf(emulated), bend).forms).not.toEqual([]);
    emulated.user = OPS;
    emulated.run('tick', 'clockTrigger');
    const teller = rowsOf(emulated, 'Notices').find(({ Alerts }) => String(Alerts).includes('C1 | 2026-05-18 @2'));
    emulated.user = String(teller?.['Recipient']);
    expect((await alertsOf(emulated)).title).toMatch(/need you$/);
    await sent(emulated, formOf(itemOf(await alertsOf(emulated), 'C1'), 'Acknowledge'));
  });

  it('is refused when its row is gone or the request is made up', async () => {
    const emulated = open();
    const { args } = formOf(itemOf(await alertsOf(emulated), bend), 'Resolve');
    expect(await ask(emulated, 'actOnAlert', { ...args, key: 'none' })).toMatchObject({ code: 'stale' });
    const broken: Record<string, unknown>[] = [
      { ...args, action: 'delete' },
      { ...args, seenState: 'new' },
      { ...args, reason: 'x'.repeat(501) },
      { ...args, action: 'snooze', until: 'soon', reason: 'x' },
      {},
    ];
    for (const request of broken) {
      expect(await ask(emulated, 'actOnAlert', request)).toMatchObject({ ok: false, code: 'bad request' });
    }
  });
});
