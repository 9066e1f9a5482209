import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions, StoredTrigger } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { builtFiles } from './bundle.js';
import { emulator as start, HOUR, MAYA, OPS, signals, type Tabs } from './books.js';

const BEN = 'ben@northlight.example';

/** Nothing bends here: what is mailed is about the watch alone. */
const TABS: Tabs = {
  Accounts: [
    ['Account', 'CSM', 'ARR'],
    ['Contoso', MAYA, 60_000],
  ],
  Signals: signals({ Contoso: [100, 100, 101, 101] }),
};

const open: Emulator[] = [];
function kept(started: Emulator): Emulator {
  open.push(started);
  return started;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

async function call(emulated: Emulator, name: string, args: object = {}): Promise<Record<string, unknown>> {
  const reply = await emulated.callFromClient('callFromSidebar', [JSON.stringify({ call: name, args })]);
  const { ok, value } = JSON.parse(String(reply)) as { ok: boolean; value: Record<string, unknown> };
  expect(ok).toBe(true);
  return value;
}

const answer = async (emulated: Emulator) => {
  const { title, lines } = (await call(emulated, 'home')) as unknown as { title: string; lines: readonly string[] };
  return { title, detail: lines.join(' ') };
};

/** A book in which some people switched their watch on, and two hours passed. */
async function watched(...people: readonly string[]): Promise<Emulator> {
  const emulated = kept(start(TABS));
  for (const user of people) {
    emulated.user = user;
    await call(emulated, 'switchWatch', { on: true });
  }
  emulated.advance(2 * HOUR);
  return emulated;
}

/** The same book in another emulator, with some triggers gone or dead. */
function withTriggers(
  emulated: Emulator,
  change: (trigger: StoredTrigger) => StoredTrigger | null,
  options: Partial<EmulatorOptions> = {},
): Emulator {
  const state = emulated.saveState();
  const triggers = state.triggers.flatMap((trigger) => change(trigger) ?? []);
  return kept(
    createNodeEmulator({
      files: builtFiles(),
      book: emulated.save(),
      now: emulated.now,
      user: emulated.user,
      owner: OPS,
      ...options,
      state: { ...state, triggers },
    }),
  );
}

const killed = (user: string) => (trigger: StoredTrigger) =>
  trigger.user === user ? { ...trigger, disabled: true } : trigger;
const lost = (user: string) => (trigger: StoredTrigger) => (trigger.user === user ? null : trigger);

describe('opening the spreadsheet', () => {
  it.each([
    [25, 0],
    [27, 1],
  ])('%i hours after the last run shows %i banners', async (hours, banners) => {
    const emulated = withTriggers(await watched(OPS), killed(OPS));
    emulated.advance(hours * HOUR - 2 * HOUR);
    const last = emulated.now;
    // The last run was within the hour before, so the limit of 26 hours is kept clear of by one.
    emulated.setClock(last + 2 * HOUR);
    expect(emulated.open().error).toBeUndefined();
    expect(emulated.editor.toasts).toHaveLength(banners);
    expect(emulated.editor.menu).toHaveLength(2);
  });

  it('says since when, and what to do', async () => {
    const emulated = withTriggers(await watched(OPS), killed(OPS));
    emulated.advance(30 * HOUR);
    emulated.open();
    expect(emulated.editor.toasts[0]).toMatchObject({
      title: 'The watch stands still',
      message: expect.stringMatching(/^No account was looked at since Mon 25 May 2026\. Open Bellwether /) as string,
    });
  });

  it('shows the menu and no banner without rights, and asks nothing', async () => {
    const emulated = withTriggers(await watched(OPS), killed(OPS));
    emulated.advance(30 * HOUR);
    const run = emulated.open('NONE');
    expect(run.error).toBeUndefined();
    expect(Object.keys(run.serviceCalls)).toEqual(['Menu.addToUi']);
    expect(emulated.editor).toMatchObject({ toasts: [], menu: [{}, {}] });
  });

  it('shows the menu whatever fails after it', async () => {
    for (const name of ['Properties.getProperties', 'Spreadsheet.toast']) {
      const emulated = withTriggers(await watched(OPS), killed(OPS));
      emulated.advance(30 * HOUR);
      emulated.onServiceCall = (crossing) => {
        if (crossing.name === name) crossing.fail('Service error: Spreadsheets');
      };
      expect(emulated.open().error).toBeUndefined();
      expect(emulated.editor).toMatchObject({ toasts: [], menu: [{}, {}] });
    }
  });

  it('shows no banner when the watch was switched off, or never on', async () => {
    const emulated = await watched(OPS);
    await call(emulated, 'switchWatch', { on: false });
    const never = kept(start(TABS));
    for (const one of [emulated, never]) {
      one.advance(30 * HOUR);
      one.open();
      expect(one.editor.toasts).toEqual([]);
    }
  });

  it('shows no banner while a colleague’s watch runs', async () => {
    const emulated = withTriggers(await watched(OPS, BEN), killed(BEN));
    emulated.advance(30 * HOUR);
    emulated.user = BEN;
    emulated.open();
    expect(emulated.editor.toasts).toEqual([]);
  });
});

describe('opening the sidebar', () => {
  it('makes a trigger anew that is gone, and says so', async () => {
    const emulated = withTriggers(await watched(OPS), lost(OPS));
    expect(emulated.triggers).toEqual([]);
    expect(await answer(emulated)).toMatchObject({
      title: 'Your watch had stopped and is on again',
      detail: expect.stringMatching(
        /^It last ran on Mon 25 May .*: its hourly run was gone\. It runs within the hour/,
      ) as string,
    });
    expect(emulated.triggers).toMatchObject([{ functionName: 'tick', user: OPS }]);
    expect((await answer(emulated)).title).not.toContain('stopped');
    expect(emulated.advance(HOUR)).toMatchObject([{ functionName: 'tick' }]);
  });

  it('makes a trigger anew that has not run for 27 hours, once', async () => {
    const emulated = withTriggers(await watched(OPS), killed(OPS));
    const [dead] = emulated.triggers;
    emulated.advance(23 * HOUR);
    expect((await answer(emulated)).title).not.toContain('stopped');
    expect(emulated.triggers).toEqual([dead]);
    emulated.advance(5 * HOUR);
    expect((await answer(emulated)).title).toBe('Your watch had stopped and is on again');
    expect(emulated.triggers).toHaveLength(1);
    expect(emulated.triggers[0]?.uniqueId).not.toBe(dead?.uniqueId);
    expect((await answer(emulated)).title).not.toContain('stopped');
  });

  it('leaves off what its owner switched off, and does not touch a colleague’s', async () => {
    const emulated = await watched(OPS, BEN);
    emulated.user = OPS;
    await call(emulated, 'switchWatch', { on: false });
    await call(emulated, 'home');
    expect(emulated.triggers.map(({ user }) => user)).toEqual([BEN]);
    const without = withTriggers(emulated, lost(BEN));
    await call(without, 'home');
    expect(without.triggers).toEqual([]);
  });

  it('says why when Google does not allow it', async () => {
    const emulated = withTriggers(await watched(OPS), lost(OPS));
    emulated.onServiceCall = (crossing) => {
      if (crossing.name === 'ClockTriggerBuilder.create') {
        crossing.fail('This script has too many triggers. Triggers must be deleted from the script.');
      }
    };
    expect(await answer(emulated)).toMatchObject({
      title: 'Your watch has stopped',
      detail: expect.stringMatching(
        /its hourly run was gone\. The watch was not switched on\. Your account already has the 20 hourly runs/,
      ) as string,
    });
  });
});

describe('a colleague’s watch that stands still', () => {
  const notices = (emulated: Emulator) => emulated.outbox.filter(({ subject }) => subject.includes('stands still'));

  it('is told to both by the one that runs, once for each standstill', async () => {
    const emulated = withTriggers(await watched(OPS, BEN), killed(BEN));
    emulated.advance(23 * HOUR);
    expect(notices(emulated)).toEqual([]);
    emulated.advance(30 * HOUR);
    expect(notices(emulated)).toHaveLength(1);
    expect(notices(emulated)[0]).toMatchObject({ from: OPS, to: `${BEN},${OPS}` });
    expect(notices(emulated)[0]?.body).toContain(`The watch of ${BEN}`);

    emulated.user = BEN;
    await call(emulated, 'home');
    emulated.advance(2 * HOUR);
    expect(emulated.triggers.map(({ user }) => user).sort()).toEqual([BEN, OPS]);
    const again = withTriggers(emulated, killed(BEN));
    again.advance(24 * HOUR);
    expect(notices(again)).toHaveLength(1);
    again.advance(10 * HOUR);
    expect(notices(again)).toHaveLength(2);
  });

  it('is told once by two who run', async () => {
    const emulated = withTriggers(await watched(OPS, MAYA, BEN), killed(BEN));
    emulated.advance(40 * HOUR);
    expect(notices(emulated)).toHaveLength(1);
  });

  it('waits for mail quota', async () => {
    const before = await watched(OPS, BEN);
    const emulated = withTriggers(before, killed(BEN), { account: 'consumer' });
    emulated.onServiceCall = (crossing) => {
      if (crossing.name === 'MailApp.sendEmail') crossing.fail('Service invoked too many times for one day: email.');
    };
    emulated.advance(30 * HOUR);
    expect(notices(emulated)).toEqual([]);
    emulated.onServiceCall = null;
    emulated.advance(2 * HOUR);
    expect(notices(emulated)).toHaveLength(1);
  });

  it('is told at least once and at most twice when a run is cut off at any of its service calls', async () => {
    const before = withTriggers(await watched(OPS, BEN), killed(BEN));
    before.advance(24 * HOUR);
    before.setClock(before.now + 4 * HOUR);
    before.user = OPS;
    const calls = withTriggers(before, (trigger) => trigger).run('tick', 'clockTrigger').serviceCallCount;
    for (let cut = 1; cut <= calls; cut++) {
      const emulated = withTriggers(before, (trigger) => trigger);
      emulated.onServiceCall = (crossing) => {
        if (crossing.index === cut) crossing.kill();
      };
      emulated.run('tick', 'clockTrigger');
      emulated.onServiceCall = null;
      emulated.run('tick', 'clockTrigger');
      emulated.run('tick', 'clockTrigger');
      expect([1, 2], `cut at call ${String(cut)}`).toContain(notices(emulated).length);
    }
  });
});
