import { describe, expect, it } from 'vitest';
import { emulator, HOUR, madeTabs, rowsOf, signals } from './books.js';
import { largeTabs } from './watch-books.js';

describe('10,000 accounts with four indicators over half a year, and 300 people', () => {
  it('are scanned with the calls of a small book', { timeout: 300_000 }, () => {
    const emulated = emulator({ ...madeTabs(), ...largeTabs() });
    const first = emulated.run('tick', 'clockTrigger');
    expect(first.error).toBeUndefined();
    // Every 101st of 10,000 accounts bends; no two of those have the same CSM among 300.
    expect(emulated.outbox).toHaveLength(100);
    expect(first.serviceCallCount).toBeLessThanOrEqual(30 + 2 * 100);
    const again = emulated.run('tick', 'clockTrigger');
    expect(again.serviceCallCount).toBe(4 + emulated.save().sheets.length);
    emulated.dispose();
  });
});

describe('1,500 messages at half a second each', () => {
  const MESSAGES = 1500;
  const SIX_MINUTES = 6 * 60_000;

  it('go out in three runs, each of which stops itself in time, none lost and none twice', { timeout: 300_000 }, () => {
    const people = Array.from({ length: MESSAGES }, (_, i) => `csm${String(i)}@northlight.example`);
    const usage = Object.fromEntries(people.map((_, i) => [`Account ${String(i)}`, [9, 8, 7]]));
    const accounts = people.map((csm, i) => [`Account ${String(i)}`, csm, 1000 + i]);
    const tabs = { ...madeTabs(), Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: signals(usage) };
    // A message is two calls: the mail, and the mark that it went.
    const emulated = emulator({ ...tabs, Team: [['Name', 'E-mail']] }, { latency: 250 });
    const sent: number[] = [];
    while (emulated.outbox.length < MESSAGES && sent.length < 10) {
      const before = emulated.outbox.length;
      const { error, elapsed } = emulated.run('tick', 'clockTrigger');
      expect(error).toBeUndefined();
      expect(elapsed).toBeLessThan(SIX_MINUTES);
      sent.push(emulated.outbox.length - before);
      emulated.advance(HOUR);
    }
    // 4.5 minutes are 540 messages at most.
    expect(sent).toHaveLength(3);
    expect(Math.max(...sent)).toBeLessThanOrEqual(540);
    expect(new Set(emulated.outbox.map(({ to }) => to))).toEqual(new Set(people));
    expect(emulated.outbox).toHaveLength(MESSAGES);
    expect(new Set(rowsOf(emulated, 'Notices').map(({ State }) => State))).toEqual(new Set(['sent']));
    emulated.dispose();
  });
});
