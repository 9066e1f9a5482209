import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { emulator as start, HOUR, madeTabs, MAYA, rowsOf, signals, smallTabs, type Tabs } from './books.js';

const open: Emulator[] = [];
function emulator(tabs: Tabs): Emulator {
  const started = start(tabs);
  open.push(started);
  return started;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

const tick = (emulated: Emulator) => emulated.run('tick', 'clockTrigger');
const states = (emulated: Emulator) => rowsOf(emulated, 'Notices').map(({ State }) => State);

describe('the watch', () => {
  it('runs under the hourly trigger of the person who switched it on, a week at a time', async () => {
    const emulated = emulator(smallTabs());
    const reply = await emulated.callFromClient('callFromSidebar', [
      JSON.stringify({ call: 'switchWatch', args: { on: true } }),
    ]);
    expect(JSON.parse(String(reply))).toMatchObject({ ok: true });
    expect(emulated.triggers).toHaveLength(1);
    const began = emulated.now;
    const runs = emulated.advance(7 * 24 * HOUR);
    expect(runs.filter(({ error }) => error)).toEqual([]);
    expect(runs.length).toBeGreaterThanOrEqual(167);
    expect(emulated.outbox.map(({ to, sentAt }) => [to, Math.floor((sentAt - began) / HOUR)])).toEqual([
      [MAYA, 0],
      // The second step, 48 hours after the first went out; nobody of this team is told of a third.
      [MAYA, 48],
    ]);
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

describe('a run that is cut off at any of its service calls', () => {
  it('loses none in a later week either, when an earlier batch left its outcomes', () => {
    const Signals = signals({ Northwind: [410, 360, 320, 300], Contoso: [100, 101, 90, 80] }, '2026-05-25');
    const calls = secondWeek({ ...madeTabs(), Signals }).run('tick', 'clockTrigger').serviceCallCount;
    for (let cut = 1; cut <= calls; cut++) {
      const emulated = secondWeek({ ...madeTabs(), Signals });
      cutAt(emulated, cut);
      const subjects = emulated.outbox.map(({ subject }) => subject);
      expect(subjects, `cut at call ${String(cut)}`).toContain('[Bellwether] 2 accounts bend: Contoso and Northwind');
      expect(subjects.length, `cut at call ${String(cut)}`).toBeLessThanOrEqual(3);
      expect(states(emulated), `cut at call ${String(cut)}`).toEqual(['sent', 'sent']);
      emulated.dispose();
    }
  });

  function cutAt(emulated: Emulator, cut: number): void {
    emulated.onServiceCall = (call) => {
      if (call.index === cut) call.kill();
    };
    tick(emulated);
    emulated.onServiceCall = null;
    emulated.advance(HOUR);
    tick(emulated);
  }

  function secondWeek(tabs: Tabs): Emulator {
    const emulated = emulator(tabs);
    tick(emulated);
    emulated.advance(7 * 24 * HOUR);
    return emulated;
  }
});
