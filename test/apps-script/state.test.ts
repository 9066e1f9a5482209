import { afterEach, expect, test } from 'vitest';
import { MONDAY, disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

const HOUR = 3_600_000;

const CODE = `
  function start() {
    PropertiesService.getDocumentProperties().setProperty('cursor', '7');
    PropertiesService.getUserProperties().setProperty('tone', 'short');
    return ScriptApp.newTrigger('tick').timeBased().everyHours(1).create().getUniqueId();
  }
  function tick() { MailApp.sendEmail('ben@example.com', 'Hourly', 'body'); }
  function kept() {
    return [
      PropertiesService.getDocumentProperties().getProperties(),
      PropertiesService.getUserProperties().getProperties(),
      PropertiesService.getScriptProperties().getProperties(),
      MailApp.getRemainingDailyQuota(),
      ScriptApp.getProjectTriggers().map((trigger) => trigger.getUniqueId()),
    ];
  }
`;

/** An emulator after one trigger run, and a second that goes on from what the first left as JSON. */
function original() {
  const first = emulate(CODE);
  const triggerId = evaluate(first, 'start') as string;
  first.advance(HOUR);
  return { first, triggerId, state: first.saveState() };
}

test('an emulator that starts from a saved state has its properties, mail, quota and triggers', () => {
  const { first, triggerId, state } = original();
  const second = emulate(CODE, undefined, { now: first.now, state: JSON.parse(JSON.stringify(state)) as typeof state });
  expect(second.outbox).toEqual(first.outbox);
  expect(second.triggers).toEqual(first.triggers);
  expect(evaluate(second, 'kept')).toEqual([{ cursor: '7' }, { tone: 'short' }, {}, 1499, [triggerId]]);
  expect(second.advance(HOUR)).toEqual(first.advance(HOUR));
});

test('properties of one user stay that user’s', () => {
  const { state } = original();
  const second = emulate(CODE, undefined, { state, user: 'ben@example.com' });
  expect(evaluate(second, 'kept')).toEqual([{ cursor: '7' }, {}, {}, 1500, []]);
});

test('the quota starts anew a day after its first use, across a restart too', () => {
  const { first, state } = original();
  const sentAt = first.outbox[0]?.sentAt ?? NaN;
  const remaining = (now: number) => (evaluate(emulate(CODE, undefined, { now, state }), 'kept') as unknown[])[3];
  expect([remaining(sentAt + 24 * HOUR - 1), remaining(sentAt + 24 * HOUR)]).toEqual([1499, 1500]);
});

test('a saved state is a copy: neither emulator changes it, and new triggers get new ids', () => {
  const { first, triggerId, state } = original();
  const before = JSON.stringify(state);
  const second = emulate(CODE, undefined, { now: first.now, state });
  second.advance(HOUR);
  first.advance(5 * HOUR);
  second.user = 'ben@example.com';
  expect(evaluate(second, 'start')).not.toBe(triggerId);
  expect(JSON.stringify(state)).toBe(before);
  expect(second.triggers.length).toBe(2);
});

test('a saved state of a workbook in which nothing ran is empty', () => {
  expect(emulate(CODE, undefined, { now: MONDAY }).saveState()).toEqual({
    outbox: [],
    triggers: [],
    properties: {},
    mailUses: {},
    propertyUses: {},
    serial: 0,
  });
});
