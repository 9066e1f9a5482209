import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { emulator, HOUR, madeTabs, MAYA, rowsOf, signals, smallTabs, type Tabs } from './books.js';
import { troubledTabs } from './watch-books.js';

const open: Emulator[] = [];
function start(tabs: Tabs): Emulator {
  const started = emulator(tabs);
  open.push(started);
  return started;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

/** One tick: its calls to servers beside the two that each message takes, and how many tabs the book has. */
function ticked(emulated: Emulator): { calls: number; tabs: number; mails: number } {
  const before = emulated.outbox.length;
  const { error, serviceCallCount } = emulated.run('tick', 'clockTrigger');
  expect(error).toBeUndefined();
  const mails = emulated.outbox.length - before;
  const tabs = emulated.save().sheets.length;
  return { calls: serviceCallCount - 2 * mails, tabs, mails };
}

/** The troubled book with the tabs that Bellwether makes, and two tabs more than the first eight. */
function ready(): Emulator {
  const reviews = [['When', 'Week', 'Account', 'By', 'Outcome']];
  const made = Object.fromEntries(Object.entries(madeTabs()).filter(([name]) => !(name in smallTabs())));
  return start({ ...troubledTabs(), ...made, Reviews: reviews, Expansion: [['Id', 'Account', 'Seen']] });
}

describe('service calls', () => {
  it('are at most 30 and one a tab beyond eight, whatever happens on the way up the ladder', () => {
    const emulated = ready();
    const moments = [0, 48, 48, 72, 24, 24 * 6].map((hours) => {
      emulated.advance(hours * HOUR);
      return ticked(emulated);
    });
    expect(moments.map(({ mails }) => mails > 0)).toContain(true);
    for (const { calls, tabs } of moments) expect(calls).toBeLessThanOrEqual(30 + Math.max(0, tabs - 8));
  });

  it('are at most 6 and one a tab when nothing changed, and nothing is written', () => {
    const emulated = ready();
    ticked(emulated);
    emulated.advance(HOUR);
    const before = emulated.save();
    const { calls, tabs, mails } = ticked(emulated);
    expect(emulated.save()).toEqual(before);
    expect(mails).toBe(0);
    expect(calls).toBeLessThanOrEqual(6 + tabs);
  });

  it('do not grow with the alerts that change: 300 of them cost no more than 3', () => {
    const counts = [3, 300].map((size) => {
      const names = Array.from({ length: size }, (_, i) => `Account ${String(i)}`);
      const accounts = names.map((name): [string, string, number] => [name, MAYA, 1000]);
      const usage = Object.fromEntries(names.map((name, i) => [name, i % 2 === 0 ? [9, 8, 7] : [9, 9, 9]]));
      const made = Object.fromEntries(Object.entries(madeTabs()).filter(([name]) => !(name in smallTabs())));
      const { Team = [] } = smallTabs();
      const emulated = start({
        ...made,
        Team,
        Accounts: [['Account', 'CSM', 'ARR'], ...accounts],
        Signals: signals(usage),
      });
      ticked(emulated);
      emulated.advance(48 * HOUR);
      const { calls, mails } = ticked(emulated);
      expect(mails).toBe(1);
      return calls;
    });
    expect(counts[1]).toBeLessThanOrEqual((counts[0] ?? 0) + 3);
  });
});

describe('a tab from before a column was thought of', () => {
  it('gets it at its right end, once there is something to write there', () => {
    const old = [
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
    const emulated = start({ ...smallTabs(), Alerts: [[...old, 'My notes']] });
    ticked(emulated);
    const [header = []] = emulated.values('Alerts!A1:Z1');
    expect(header.slice(0, 11)).toEqual([...old, 'My notes']);
    expect(header.filter((cell) => cell !== '').slice(11)).toEqual([
      ...['Function', 'Priority', 'Level', 'Next step at', 'Reason'],
    ]);
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([{ Account: 'Northwind', Level: 1, Reason: 'first notice' }]);
    emulated.advance(HOUR);
    const before = emulated.save();
    ticked(emulated);
    expect(emulated.save()).toEqual(before);
  });
});
