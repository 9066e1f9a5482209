import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, valueOf } from '../sidebar-api/built-add-on.js';
import { formOf, itemOf, linesOf, sent } from '../sidebar-api/pages.js';
import { emulator, HOUR, MAYA, OPS } from './books.js';
import { DEV, troubledBook, troubledTabs } from './watch-books.js';

const emulators: Emulator[] = [];
/** Wednesday 27 May 2026, 09:00: every alert was told on Monday, in the week after that of 18 May. */
function open(): Emulator {
  const emulated = troubledBook();
  emulators.push(emulated);
  return emulated;
}
afterEach(() => {
  for (const emulated of emulators.splice(0)) emulated.dispose();
});

const [WEEK, NEXT_WEEK] = ['2026-05-18', '2026-05-25'];
const recorded = 'What was recorded';
const before = 'Decided before';

async function whyOf(emulated: Emulator, account: string, week = WEEK) {
  const page = await valueOf(emulated, 'why', { account, week });
  return { ...page, inWeek: linesOf(page.groups, recorded), earlier: linesOf(page.groups, before) };
}

function tick(emulated: Emulator): void {
  emulated.user = OPS;
  expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
}

describe('why there was a mail, or none', () => {
  it('is asked for an account and a week, of which those before are offered', async () => {
    const page = await valueOf(open(), 'why', {});
    expect(page.names).toEqual(['Northwind', 'Contoso', 'Fabrikam']);
    const [account, week] = formOf(page, 'Ask').fields;
    expect(account).toMatchObject({ value: '', list: 'names' });
    expect(week).toMatchObject({ value: WEEK });
    expect(week?.choices?.slice(0, 2)).toEqual([
      [WEEK, 'Mon 18 May'],
      ['2026-05-11', 'Mon 11 May'],
    ]);
  });

  it('is told from Notices, to whom and when, and from Decisions, why', async () => {
    const emulated = open();
    const page = await whyOf(emulated, ' northwind');
    expect(page.title).toBe('Northwind: 2 messages for the week of Mon 18 May');
    expect(page.inWeek).toContain(`Mon 25 May 09:00: Momentum decay: a message went out to ${MAYA}`);
    expect(page.inWeek).toContain(`Mon 25 May 09:00: Dependency breach: a message went out to ${DEV}`);
    expect(page.inWeek).toContain('Mon 25 May 09:00: Momentum decay: a message was written to its owner');
    expect(page.inWeek.join()).not.toContain('Fabrikam');
  });

  it('is the acknowledgement when somebody had taken it', async () => {
    const emulated = open();
    emulated.user = MAYA;
    await sent(emulated, formOf(itemOf(await valueOf(emulated, 'alerts', {}), 'Momentum decay'), 'Acknowledge'));
    tick(emulated);
    const { inWeek } = await whyOf(emulated, 'Northwind');
    expect(inWeek).toContain('Wed 27 May 09:00: Momentum decay: no message, somebody had acknowledged it');
  });

  it('is a reason from before where nothing else was decided, and says that it is from before', async () => {
    const emulated = open();
    emulated.user = MAYA;
    const page = await valueOf(emulated, 'alerts', {});
    await sent(emulated, formOf(itemOf(page, 'Momentum decay'), 'Snooze'), { reason: 'On leave', until: '2026-06-08' });
    tick(emulated);
    emulated.advance(7 * 24 * HOUR);
    const { title, inWeek, earlier } = await whyOf(emulated, 'Northwind', NEXT_WEEK);
    expect(title).toBe('Northwind: no message for the week of Mon 25 May');
    expect(inWeek.join()).not.toContain('Momentum');
    expect(earlier).toContain('Wed 27 May 09:00: Momentum decay: no message, somebody had snoozed it');
    // What was told before was not told again in that week.
    expect(earlier).toContain(
      'Wed 27 May 09:00: Dependency breach, C2: no further message was due after the one that was written then',
    );
  });

  it('is what the mail service said when a message waits', async () => {
    const emulated = open();
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') call.fail('Service invoked too many times for one day: email');
    };
    tick(emulated);
    const { inWeek } = await whyOf(emulated, 'Northwind');
    expect(inWeek.join('\n')).toMatch(/Momentum decay: a message to \S+ waits: .*too many times/);
  });

  it('is that nothing was recorded, for a week before the watch and for a name that is no account', async () => {
    const emulated = open();
    const nothing = 'Nothing was recorded: no condition held, or the watch did not run';
    expect((await whyOf(emulated, 'Northwind', '2026-03-02')).lines).toEqual([nothing]);
    const lines = ['Nordwind is unknown in the Accounts tab', nothing];
    expect((await whyOf(emulated, 'Nordwind')).lines).toEqual(lines);
    for (const request of [{ account: 'A', week: 'May' }, { account: 'x'.repeat(201) }, { account: 7 }]) {
      expect(await ask(emulated, 'why', request)).toMatchObject({ ok: false, code: 'bad request' });
    }
  });
});

describe('a dry run', () => {
  it('counts the mails of past weeks by week, person and trigger; nothing is written and nothing goes out', async () => {
    const emulated = open();
    const [book, mails] = [emulated.save(), emulated.outbox.length];
    const page = await valueOf(emulated, 'rehearse', {});
    expect(emulated.save()).toEqual(book);
    expect(emulated.outbox.length).toBe(mails);
    const values = page.bars?.values ?? [];
    const sum = values.reduce((total, value) => total + value, 0);
    expect(page.title).toBe(`${String(sum)} mails would have gone out in 12 weeks`);
    expect(values.length).toBe(12);
    // The picture says the same in words.
    expect(page.bars?.text.match(/\d+(?=,|$)/g)?.map(Number)).toEqual(values);
    const people = linesOf(page.groups, 'Who').map((line) => Number(/: (\d+) mail/.exec(line)?.[1]));
    expect(people.reduce((total, value) => total + value, 0)).toBe(sum);
    expect(linesOf(page.groups, 'What')).toContain('Momentum decay: 1 alert');
    expect(page.lines).toContain('No account was lost in these weeks, so what would have been caught is not known');
  });

  it('takes 4 to 26 weeks', async () => {
    const emulated = open();
    const form = formOf(await valueOf(emulated, 'rehearse', {}), 'Replay');
    for (const weeks of ['4', '26']) {
      expect((await sent(emulated, form, { weeks })).bars?.values.length).toBe(Number(weeks));
    }
    for (const weeks of ['3', '27', '4.5', 'all', '']) {
      expect(await ask(emulated, 'rehearse', { weeks })).toMatchObject({ ok: false, code: 'bad request' });
    }
  });

  it('begins with four weeks where many would take minutes', async () => {
    const accounts = Array.from({ length: 2_001 }, (_, at) => [`Account ${String(at)}`, MAYA, 1000]);
    const emulated = emulator({ ...troubledTabs(), Accounts: [['Account', 'CSM', 'ARR'], ...accounts] });
    emulators.push(emulated);
    const page = await valueOf(emulated, 'rehearse', {});
    expect(page.bars?.values.length).toBe(4);
    expect(formOf(page, 'Replay').fields[0]).toMatchObject({
      value: '4',
      hint: expect.stringMatching(/minutes/) as string,
    });
  });

  it('says which trigger is off, and counts it all the same', async () => {
    const settings = [
      ['Setting', 'Value'],
      ['Trigger: Owner absence', 'off'],
    ];
    const emulated = emulator({ ...troubledTabs(), Settings: settings });
    emulators.push(emulated);
    const page = await valueOf(emulated, 'rehearse', {});
    expect(linesOf(page.groups, 'What')).toContain('Owner absence: 1 alert, off now');
  });
});
