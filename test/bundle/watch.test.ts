import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { emulator as start, HOUR, MAYA, rowsOf, signals, smallTabs, type Tabs } from './books.js';

const open: Emulator[] = [];
function emulator(tabs: Tabs, options: Partial<EmulatorOptions> = {}): Emulator {
  const started = start(tabs, options);
  open.push(started);
  return started;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

const tick = (emulated: Emulator) => emulated.run('tick', 'clockTrigger');
const states = (emulated: Emulator) => rowsOf(emulated, 'Notices').map(({ State }) => State);

describe('the weekly scan', () => {
  it('mails the owner of a bending account, with its numbers, and keeps an alert and a notice', () => {
    const emulated = emulator(smallTabs());
    expect(tick(emulated).error).toBeUndefined();
    expect(emulated.outbox).toHaveLength(1);
    const [mail] = emulated.outbox;
    expect(mail).toMatchObject({ to: MAYA, subject: '[Bellwether] Northwind: usage bends since 4 May' });
    expect(mail?.body).toContain('Maya Chen');
    expect(mail?.body).toMatch(/-36 % over 3 weeks/);
    expect(mail?.htmlBody).not.toContain('Contoso');
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([
      { Key: 'Momentum decay | Northwind | 2026-05-04', State: 'open', Exposure: 120_000, Owner: MAYA, Level: 1 },
    ]);
    expect(rowsOf(emulated, 'Notices')).toMatchObject([{ Recipient: MAYA, State: 'sent', Attempts: 1 }]);
  });

  it('sends nothing the second time, and asks little for it', () => {
    const emulated = emulator(smallTabs());
    tick(emulated);
    const before = emulated.save();
    const again = tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
    expect(emulated.save()).toEqual(before);
    expect(again.serviceCallCount).toBeLessThanOrEqual(12);
  });

  it('waits for its hour', () => {
    const emulated = emulator(smallTabs(), { now: SCAN_EVE });
    tick(emulated);
    // The first scan of all looks at the last week that is due, in which nothing bends long enough to differ.
    const firstWeek = rowsOf(emulated, 'Notices').map(({ Id }) => Id);
    emulated.advance(HOUR);
    tick(emulated);
    expect(firstWeek).toEqual([`2026-05-11 ${MAYA} 1`]);
    expect(emulated.outbox).toHaveLength(1);
  });

  it('runs under the hourly trigger of the person who switched it on, a week at a time', async () => {
    const emulated = emulator(smallTabs());
    const reply = await emulated.callFromClient('callFromSidebar', [
      JSON.stringify({ call: 'switchWatch', args: { on: true } }),
    ]);
    expect(JSON.parse(String(reply))).toMatchObject({ ok: true });
    expect(emulated.triggers).toHaveLength(1);
    const runs = emulated.advance(7 * 24 * HOUR);
    expect(runs.filter(({ error }) => error)).toEqual([]);
    expect(runs.length).toBeGreaterThanOrEqual(167);
    expect(emulated.outbox).toHaveLength(1);
  });

  it('lets one of two ticks at once do the work', () => {
    const emulated = emulator(smallTabs());
    const release = emulated.holdLock('document');
    expect(tick(emulated).error).toBeUndefined();
    expect(emulated.outbox).toEqual([]);
    release();
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
  });

  it('costs the same calls for 100 accounts as for 2,000', () => {
    const counts = [100, 2000].map((size) => {
      const names = Array.from({ length: size }, (_, i) => `Account ${String(i)}`);
      const usage = Object.fromEntries(names.map((name, i) => [name, i === 7 ? [9, 8, 7] : [7, 7, 7]]));
      const accounts = names.map((name): [string, string, number] => [name, MAYA, 1000]);
      const emulated = emulator({ Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: signals(usage) });
      const { error, serviceCallCount } = tick(emulated);
      expect(error).toBeUndefined();
      expect(emulated.outbox).toHaveLength(1);
      return serviceCallCount;
    });
    expect(counts[1]).toBe(counts[0]);
  });
});

/** Monday 25 May 2026, 07:30 in the zone of the book. */
const SCAN_EVE = Date.UTC(2026, 4, 25, 2, 0);

describe('a run that is cut off', () => {
  it('at any of its service calls loses no mail, and doubles at most one', () => {
    const whole = emulator(smallTabs());
    const calls = tick(whole).serviceCallCount;
    expect(calls).toBeGreaterThan(20);
    for (let cut = 1; cut <= calls; cut++) {
      const emulated = emulator(smallTabs());
      let count = 0;
      emulated.onServiceCall = (call) => {
        if (++count === cut) call.kill();
      };
      tick(emulated);
      emulated.onServiceCall = null;
      emulated.advance(HOUR);
      tick(emulated);
      expect(states(emulated), `cut at call ${String(cut)}`).toEqual(['sent']);
      expect([1, 2], `cut at call ${String(cut)}`).toContain(emulated.outbox.length);
      expect(rowsOf(emulated, 'Alerts'), `cut at call ${String(cut)}`).toHaveLength(1);
      emulated.dispose();
    }
  });
});

describe('sending', () => {
  const twoOwners = (): Tabs => ({
    ...smallTabs(),
    Accounts: [
      ['Account', 'CSM', 'ARR'],
      ['Northwind', MAYA, 120_000],
      ['Contoso', 'ben@northlight.example', 600_000],
    ],
    Signals: signals({ Northwind: [500, 410, 360], Contoso: [100, 90, 80] }),
  });

  it('goes on after a refused message, keeps why, and tries it again', () => {
    const emulated = emulator(twoOwners());
    let sends = 0;
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail' && ++sends === 1) call.fail('Service error: Mail');
    };
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
    expect(rowsOf(emulated, 'Notices').map(({ State, Error: why }) => [State, why])).toContainEqual([
      'due',
      expect.stringContaining('Service error: Mail'),
    ]);
    emulated.onServiceCall = null;
    tick(emulated);
    expect(states(emulated)).toEqual(['sent', 'sent']);
    expect(new Set(emulated.outbox.map(({ to }) => to)).size).toBe(2);
  });

  it('spends a short quota on the largest exposure, and the rest the next day', () => {
    const names = Array.from({ length: 101 }, (_, i) => `Account ${String(i)}`);
    const accounts = names.map((name, i): [string, string, number] => [name, `csm${String(i)}@x.example`, 1000 + i]);
    const usage = Object.fromEntries(names.map((name) => [name, [9, 8, 7]]));
    const tabs = { Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: signals(usage) };
    const emulated = emulator(tabs, { account: 'consumer' });
    tick(emulated);
    expect(emulated.outbox).toHaveLength(100);
    expect(emulated.outbox.map(({ to }) => to)).not.toContain('csm0@x.example');
    emulated.advance(25 * HOUR);
    tick(emulated);
    expect(emulated.outbox).toHaveLength(101);
    expect(emulated.outbox[100]?.to).toBe('csm0@x.example');
  });
});

describe('a run that fails', () => {
  it('is told in the sidebar until a run succeeds, and what it would have done is done then', async () => {
    const emulated = emulator(smallTabs());
    const failure = async () => {
      const reply = await emulated.callFromClient('callFromSidebar', [JSON.stringify({ call: 'home', args: {} })]);
      return (JSON.parse(String(reply)) as { value: { failure: string | null } }).value.failure;
    };
    emulated.onServiceCall = (call) => {
      if (call.name === 'Range.getValues') call.fail('Service error: Spreadsheets');
    };
    expect(tick(emulated).error?.message).toBe('Service error: Spreadsheets');
    emulated.onServiceCall = null;
    expect(await failure()).toBe('Service error: Spreadsheets');
    emulated.advance(HOUR);
    expect(tick(emulated).error).toBeUndefined();
    expect(await failure()).toBeNull();
    expect(emulated.outbox).toHaveLength(1);
  });
});
