import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { HOUR, rowsOf } from './books.js';
import { troubledBook } from './watch-books.js';

const open: Emulator[] = [];
function wednesday(): Emulator {
  const emulated = troubledBook();
  open.push(emulated);
  return emulated;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

const tick = (emulated: Emulator) => emulated.run('tick', 'clockTrigger');

/** Every mail as its recipient and subject. */
const mails = (emulated: Emulator) => emulated.outbox.map(({ to, subject }) => `${to}: ${subject}`).sort();

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

function uncut(): Emulator {
  const emulated = wednesday();
  expect(tick(emulated).error).toBeUndefined();
  return emulated;
}

describe('a tick in which several triggers have a step due', () => {
  it('tells each person once, of everything that they are to hear of', () => {
    const emulated = uncut();
    const recipients = rowsOf(emulated, 'Notices').map(
      ({ Recipient, Level }) => `${String(Recipient)} @${String(Level)}`,
    );
    expect(new Set(recipients).size).toBe(recipients.length);
    expect(recipients.filter((one) => one.endsWith('@2'))).toHaveLength(5);
  });

  it('ends as the uncut run does when it is cut at any of its service calls, with at most one mail twice', () => {
    const whole = uncut();
    const wanted = { memory: memory(whole), mails: mails(whole) };
    const calls = tick(wednesday()).serviceCallCount;
    expect(calls).toBeGreaterThan(30);
    for (let cut = 1; cut <= calls; cut++) {
      const emulated = wednesday();
      emulated.onServiceCall = (call) => {
        if (call.index === cut) call.kill();
      };
      tick(emulated);
      emulated.onServiceCall = null;
      emulated.advance(HOUR);
      expect(tick(emulated).error, `cut at call ${String(cut)}`).toBeUndefined();
      const sent = mails(emulated);
      expect(new Set(sent), `cut at call ${String(cut)}`).toEqual(new Set(wanted.mails));
      expect(sent.length - wanted.mails.length, `cut at call ${String(cut)}`).toBeLessThanOrEqual(1);
      expect(memory(emulated), `cut at call ${String(cut)}`).toEqual(wanted.memory);
      for (const started of open.splice(1)) started.dispose();
    }
  });

  it('sends nothing twice when a second tick starts at any of its service calls', () => {
    const whole = uncut();
    const wanted = { memory: memory(whole), mails: mails(whole) };
    const calls = tick(wednesday()).serviceCallCount;
    for (let moment = 1; moment <= calls; moment++) {
      const emulated = wednesday();
      emulated.onServiceCall = (call) => {
        if (call.index !== moment) return;
        emulated.onServiceCall = null;
        expect(tick(emulated).error, `second tick at call ${String(moment)}`).toBeUndefined();
      };
      expect(tick(emulated).error).toBeUndefined();
      expect(mails(emulated), `second tick at call ${String(moment)}`).toEqual(wanted.mails);
      expect(memory(emulated), `second tick at call ${String(moment)}`).toEqual(wanted.memory);
      for (const started of open.splice(1)) started.dispose();
    }
  });
});
