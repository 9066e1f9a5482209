import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, Execution } from '../../workbench/apps-script/api.js';
import { emulator, HOUR, rowsOf } from './books.js';
import { copiesOf, fullBook, troubledTabs } from './watch-books.js';

const open: Emulator[] = [];
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

function kept(started: Emulator): Emulator {
  open.push(started);
  return started;
}

const tick = (emulated: Emulator): Execution => emulated.run('tick', 'clockTrigger');

/** Every mail as its recipient and subject. */
const mails = (emulated: Emulator): string[] => emulated.outbox.map(({ to, subject }) => `${to}: ${subject}`).sort();

/** What is remembered, but for the moments at which it happened. */
function memory(emulated: Emulator) {
  return {
    alerts: rowsOf(emulated, 'Alerts').map(({ Key, Level, State, Reason, Owner }) => [
      Key,
      Level,
      State,
      Reason,
      Owner,
    ]),
    notices: rowsOf(emulated, 'Notices')
      .map(({ Alerts, Recipient, Level, State }) => [Recipient, Level, State, Alerts].join(' | '))
      .sort(),
    reasons: rowsOf(emulated, 'Decisions').map(({ Trigger, Subject, Reason }) => [Trigger, Subject, Reason]),
  };
}

/** A tick that does everything at once, in a book where the tabs are made; and the very first, which makes them. */
const TICKS: readonly (readonly [string, () => () => Emulator])[] = [
  ['a tick that opens, climbs, ends and reports', () => copiesOf(fullBook())],
  ['the first tick, which makes the tabs', () => () => emulator(troubledTabs())],
];

describe.each(TICKS)('%s', { timeout: 300_000 }, (_, prepare) => {
  const start = prepare();
  const wanted = (() => {
    const emulated = start();
    const { serviceCallCount, error } = tick(emulated);
    const whole = { calls: serviceCallCount, error, mails: mails(emulated), memory: memory(emulated) };
    emulated.dispose();
    return whole;
  })();
  const everyCall = Array.from({ length: wanted.calls }, (_call, i) => i + 1);

  function expectSame(emulated: Emulator, moment: string): void {
    expect(memory(emulated), moment).toEqual(wanted.memory);
    expect(new Set(mails(emulated)), moment).toEqual(new Set(wanted.mails));
  }

  it('ends as the uncut run does when it is cut at any of its service calls, with at most one mail twice', () => {
    expect(wanted.error).toBeUndefined();
    for (const cut of everyCall) {
      const emulated = start();
      emulated.onServiceCall = (call) => {
        if (call.index === cut) call.kill();
      };
      expect(tick(emulated).error?.message).toBe('The run was killed');
      emulated.onServiceCall = null;
      emulated.advance(HOUR);
      expect(tick(emulated).error, `cut at call ${String(cut)}`).toBeUndefined();
      expectSame(emulated, `cut at call ${String(cut)}`);
      expect(mails(emulated).length - wanted.mails.length, `cut at call ${String(cut)}`).toBeLessThanOrEqual(1);
      emulated.dispose();
    }
  });

  it('sends nothing twice when a second tick starts at any of its service calls', () => {
    for (const moment of everyCall) {
      const emulated = start();
      emulated.onServiceCall = (call) => {
        if (call.index !== moment) return;
        emulated.onServiceCall = null;
        expect(tick(emulated).error, `second tick at call ${String(moment)}`).toBeUndefined();
      };
      expect(tick(emulated).error).toBeUndefined();
      expectSame(emulated, `second tick at call ${String(moment)}`);
      expect(mails(emulated), `second tick at call ${String(moment)}`).toEqual(wanted.mails);
      emulated.dispose();
    }
  });
});

describe('the service calls of a tick', () => {
  /** How many tabs are read with one call each before more of them may cost more. */
  const EIGHT = 8;
  const tabCount = (emulated: Emulator): number => emulated.save().sheets.length;

  it('are at most 30, two for each message and one for each tab beyond eight, when everything is due at once', () => {
    const emulated = kept(copiesOf(fullBook())());
    const before = emulated.outbox.length;
    const { serviceCallCount } = tick(emulated);
    const messages = emulated.outbox.length - before;
    expect(messages).toBe(12);
    expect(tabCount(emulated)).toBe(EIGHT);
    expect(serviceCallCount).toBeLessThanOrEqual(30 + 2 * messages);
  });

  it('are four and one for each tab when nothing changed', () => {
    const emulated = kept(copiesOf(fullBook())());
    tick(emulated);
    expect(tick(emulated).serviceCallCount).toBe(4 + tabCount(emulated));
  });

  it('are twelve more for each tab that is made, once', () => {
    const emulated = kept(emulator(troubledTabs()));
    const before = tabCount(emulated);
    const { serviceCallCount } = tick(emulated);
    const made = tabCount(emulated) - before;
    expect(made).toBe(3);
    expect(serviceCallCount).toBeLessThanOrEqual(30 + 2 * emulated.outbox.length + 12 * made);
  });

  it('tell each person once, of everything that they are to hear of', () => {
    const emulated = kept(copiesOf(fullBook())());
    tick(emulated);
    const told = rowsOf(emulated, 'Notices').map(({ Recipient, Level }) => `${String(Recipient)} @${String(Level)}`);
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((one) => one.endsWith('@2'))).toHaveLength(5);
    expect(told.filter((one) => one.endsWith('@0'))).toHaveLength(2);
    expect(told.filter((one) => /@[45]$/.test(one))).toHaveLength(5);
  });
});
