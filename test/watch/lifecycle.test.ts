import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertRecord } from '../../src/records/tabs/alerts.js';
import type { Records } from '../../src/records/workbook.js';
import { acknowledge, reopen, resolve, snooze } from '../../src/watch/by-hand.js';
import { priorityOf } from '../../src/watch/priority.js';
import { day, workbook } from '../records/tables.js';
import { DAY, finding, HOUR, MAYA, MONDAY, person, sent, told } from './fixtures.js';

const TODAY = day('2026-05-25');
const opened = (): Records => sent(told(workbook(), { C1: finding() }).after, MONDAY);

/** The records with their first alert changed, as a person or the sidebar changes it. */
function withAlert(records: Records, change: (alert: AlertRecord) => AlertRecord): Records {
  return { ...records, alerts: records.alerts.map((alert, i) => (i === 0 ? change(alert) : alert)) };
}
const set =
  (fields: Partial<AlertRecord>) =>
  (alert: AlertRecord): AlertRecord => ({ ...alert, ...fields });
const byHand = { by: MAYA, now: MONDAY };
const done = (outcome: ReturnType<typeof acknowledge>): AlertRecord => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};
const holds = (records: Records, at: number) => told(records, { C1: finding() }, at);
const first = (outcome: ReturnType<typeof holds>) => outcome.decisions[0];

describe('an alert that is acknowledged', () => {
  it('is not told for a week, and then climbs from where it was', () => {
    const records = withAlert(opened(), (alert) => done(acknowledge(alert, byHand)));
    expect(first(holds(records, MONDAY + 3 * DAY))).toMatchObject({ reason: 'acknowledged', tellings: [] });
    const after = holds(records, MONDAY + 7 * DAY);
    expect(first(after)).toMatchObject({ action: 'reopen', reason: 'next step', tellings: [{ level: 2 }] });
    expect(after.after.alerts[0]).toMatchObject({ state: 'open', stateSince: null, level: 2 });
  });

  it('keeps the note of whoever is on it, and goes on at once when it is opened again', () => {
    const records = withAlert(opened(), (alert) => done(acknowledge(alert, byHand, ' I call them ')));
    expect(records.alerts[0]).toMatchObject({ state: 'acknowledged', reason: 'I call them' });
    const again = withAlert(records, (alert) => done(reopen(alert, byHand)));
    expect(first(holds(again, MONDAY + 3 * DAY))).toMatchObject({ reason: 'next step', tellings: [{ level: 2 }] });
    expect(first(holds(again, MONDAY + DAY))).toMatchObject({ reason: 'next step not due', tellings: [] });
  });

  it('in the sheet gets its time from the next tick', () => {
    const records = withAlert(opened(), set({ state: 'acknowledged' }));
    const stamped = holds(records, MONDAY + HOUR);
    expect(first(stamped)).toMatchObject({ action: 'stamp acknowledgement', after: { stateSince: MONDAY + HOUR } });
    expect(first(holds(stamped.after, MONDAY + 7 * DAY))).toMatchObject({ reason: 'acknowledged' });
    expect(first(holds(stamped.after, MONDAY + 7 * DAY + HOUR))).toMatchObject({ action: 'reopen' });
  });
});

describe('an alert that is held in another way than before', () => {
  it('is held from then on', () => {
    const acknowledged = holds(withAlert(opened(), set({ state: 'acknowledged' })), MONDAY + HOUR);
    const at = MONDAY + 6 * DAY;
    const later = withAlert(acknowledged.after, set({ state: 'snoozed', snoozedUntil: TODAY + 20 }));
    const snoozed = holds(later, at);
    expect(snoozed.after.alerts[0]).toMatchObject({ stateSince: at, snoozedUntil: TODAY + 20 });
    expect(holds(snoozed.after, at + HOUR).after.alerts).toEqual(snoozed.after.alerts);
    const again = withAlert(snoozed.after, set({ state: 'acknowledged', snoozedUntil: null }));
    expect(holds(again, at + 2 * DAY).after.alerts[0]).toMatchObject({ stateSince: at + 2 * DAY });
  });
});

describe('an alert that is snoozed', () => {
  const until = TODAY + 3;
  const snoozed = (): Records => {
    return withAlert(opened(), (alert) => done(snooze(alert, until, 'Their sponsor is away', TODAY, byHand)));
  };

  it('opens again on its day when it holds, and keeps why until then', () => {
    expect(first(holds(snoozed(), MONDAY + 2 * DAY))).toMatchObject({ reason: 'snoozed' });
    expect(holds(snoozed(), MONDAY + 2 * DAY).after.alerts[0]?.reason).toBe('Their sponsor is away');
    expect(first(holds(snoozed(), MONDAY + 3 * DAY))).toMatchObject({ action: 'reopen' });
  });

  it('resolves on its day when it does not hold', () => {
    const cleared = told(snoozed(), { C1: 'holds not' }, MONDAY + 3 * DAY);
    expect(first(cleared)).toMatchObject({ action: 'resolve', reason: 'condition cleared' });
  });

  it.each([
    ['a day is given', { state: 'snoozed', snoozedUntil: TODAY + 30 }, TODAY + 14],
    ['none is', { state: 'snoozed' }, TODAY + 7],
  ])('in the sheet lasts at most two weeks when %s', (_, fields, expected) => {
    const stamped = holds(withAlert(opened(), set(fields)), MONDAY);
    expect(stamped.after.alerts[0]).toMatchObject({ stateSince: MONDAY, snoozedUntil: expected });
  });

  it.each([
    ['today', TODAY, 'x', /^Choose a day after today/],
    ['too late', TODAY + 15, 'x', /^Choose a day within 14 days/],
    ['without a reason', TODAY + 1, ' ', /^Say in a few words/],
  ])('is refused %s', (_, day, reason, why) => {
    const outcome = snooze(opened().alerts[0] as AlertRecord, day, reason, TODAY, byHand);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(why) as string });
  });
});

describe('an alert whose condition is gone', () => {
  it('is resolved after seven full days without it, and the ladder waits meanwhile', () => {
    const clearing = told(opened(), { C1: 'holds not' }, MONDAY + 2 * DAY);
    expect(first(clearing)).toMatchObject({ action: 'clear', reason: 'clearing', tellings: [] });
    const later = told(clearing.after, { C1: 'holds not' }, MONDAY + 9 * DAY - 1);
    expect(first(later)).toMatchObject({ action: 'nothing', reason: 'clearing' });
    const over = told(clearing.after, { C1: 'holds not' }, MONDAY + 9 * DAY);
    expect(first(over)).toMatchObject({ action: 'resolve', reason: 'condition cleared' });
  });

  it('goes on as the same alert when it comes back before', () => {
    const clearing = told(opened(), { C1: 'holds not' }, MONDAY + 1 * DAY);
    const back = told(clearing.after, { C1: finding({ since: TODAY + 3 }) }, MONDAY + 3 * DAY);
    expect(first(back)).toMatchObject({ action: 'climb', after: { clearSince: null, since: day('2026-05-20') } });
  });

  it.each([
    ['settled', 'settled', 'settled'],
    ['churned', 'churned', 'churned'],
  ] as const)('is resolved at once when it is %s, and opens again when that was a slip', (_, verdict, reason) => {
    const outcome = told(opened(), { C1: verdict }, MONDAY + HOUR);
    expect(first(outcome)).toMatchObject({ action: 'resolve', reason });
    const again = holds(outcome.after, MONDAY + 2 * HOUR);
    expect(again.decisions).toMatchObject([{ action: 'open', tellings: [{ recipient: MAYA, level: 1 }] }]);
    expect(again.after.alerts[1]?.key).toBe('Dependency breach | C1 | 2026-05-25');
    const closed = withAlert(again.after, set({ by: null }));
    const [slip, second] = closed.alerts;
    if (!slip || !second) throw new Error('an alert is missing');
    const byPerson = { ...closed, alerts: [slip, done(resolve(second, 'churned', byHand))] };
    for (const hours of [3, 30]) {
      expect(first(holds(byPerson, MONDAY + hours * HOUR))).toMatchObject({ reason: 'closed before' });
    }
  });

  it('is resolved a week after its row is gone, and goes on when the row is back before', () => {
    const missed = told(opened(), {}, MONDAY + HOUR);
    expect(first(missed)).toMatchObject({ action: 'clear', reason: 'clearing' });
    expect(first(holds(missed.after, MONDAY + 2 * HOUR))).toMatchObject({
      action: 'keep',
      after: { clearSince: null },
    });
    expect(first(told(missed.after, {}, MONDAY + HOUR + 7 * DAY))).toMatchObject({ reason: 'subject gone' });
  });

  it('decides nothing without data', () => {
    const outcome = told(opened(), { C1: 'no data' }, MONDAY + 9 * DAY);
    expect(first(outcome)).toMatchObject({ action: 'nothing', reason: 'no data' });
    expect(outcome.after.alerts).toEqual(opened().alerts);
  });
});

describe('an alert that a person resolves', () => {
  it('stays closed while the same episode lasts, and a later one opens anew', () => {
    const records = withAlert(opened(), (alert) => done(resolve(alert, 'They paid', byHand)));
    expect(first(holds(records, MONDAY + HOUR))).toMatchObject({ action: 'nothing', reason: 'closed before' });
    const other = told(records, { C1: finding({ since: TODAY - 20 }) }, MONDAY + HOUR);
    expect(first(other)).toMatchObject({ action: 'nothing', reason: 'closed before' });
    const later = told(records, { C1: finding({ since: TODAY + 1 }) }, MONDAY + 2 * DAY);
    expect(first(later)).toMatchObject({ action: 'open' });
  });

  it.each([
    ['its state', { state: 'resolved' }, 'resolved by hand'],
    ['its day', { resolved: MONDAY }, 'first notice'],
  ])('in the sheet by %s is made whole', (_, fields, reason) => {
    const outcome = holds(withAlert(opened(), set(fields)), MONDAY + HOUR);
    expect(first(outcome)).toMatchObject({ action: 'resolve', reason: 'resolved by hand', tellings: [] });
    expect(outcome.after.alerts[0]).toMatchObject({ state: 'resolved', reason });
    expect(first(holds(outcome.after, MONDAY + 2 * HOUR))).toMatchObject({ action: 'nothing' });
  });

  it('cannot be changed by hand any more', () => {
    const [alert] = withAlert(opened(), set({ resolved: MONDAY })).alerts;
    expect(alert && acknowledge(alert, byHand).ok).toBe(false);
  });
});

describe('priority', () => {
  it.each([
    ['a far renewal', { renewal: TODAY + 91 }, 100_000],
    ['no renewal known', { renewal: null }, 100_000],
    ['a renewal within 90 days', { renewal: TODAY + 90 }, 200_000],
    ['one within 30 days', { renewal: TODAY + 30 }, 300_000],
    ['one that has passed', { renewal: TODAY - 5 }, 300_000],
    ['two things wrong', { count: 2 }, 200_000],
    ['unknown revenue', { exposure: null }, null],
  ])('with %s', (_, change, expected) => {
    expect(priorityOf(finding(change), TODAY)).toBe(expected);
  });
});

describe('deciding again', () => {
  const someState: fc.Arbitrary<Partial<AlertRecord>> = fc.record(
    {
      state: fc.constantFrom('open', 'acknowledged', 'snoozed', 'resolved'),
      stateSince: fc.option(fc.integer({ min: MONDAY - 20 * DAY, max: MONDAY })),
      snoozedUntil: fc.option(fc.integer({ min: TODAY - 5, max: TODAY + 40 })),
      clearSince: fc.option(fc.integer({ min: MONDAY - 10 * DAY, max: MONDAY })),
      resolved: fc.option(fc.constant(MONDAY - DAY), { freq: 6 }),
      level: fc.constantFrom(null, 1, 2, 3),
    },
    { requiredKeys: [] },
  );
  const verdict = fc.oneof(
    fc.constantFrom('holds not', 'no data', 'churned', 'inhibited', 'settled'),
    fc.integer({ min: TODAY - 30, max: TODAY }).map((since) => finding({ since })),
  );

  it('at the same moment changes nothing, whatever state an alert is in', () => {
    const team = [
      person(MAYA, { manager: 'boss@x.example' }),
      person('h@x.example', { role: 'Head', function: 'Product' }),
    ];
    fc.assert(
      fc.property(someState, verdict, fc.nat(20 * 24), fc.boolean(), (state, judged, hours, isSent) => {
        const records = { ...withAlert(opened(), set(state)), team };
        const at = MONDAY + hours * HOUR;
        const once = told(records, { C1: judged }, at);
        const again = told(once.after, { C1: judged }, at);
        expect(again.after).toEqual(once.after);
        const gone = isSent ? sent(once.after, at) : once.after;
        expect(told(gone, { C1: judged }, at).planned).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never tells of an alert that is held or over, and takes no more than one step a tick', () => {
    fc.assert(
      fc.property(someState, verdict, fc.nat(20 * 24), (state, judged, hours) => {
        const records = withAlert(opened(), set(state));
        const { decisions } = told(records, { C1: judged }, MONDAY + hours * HOUR);
        for (const { tellings, after, before } of decisions) {
          const { state: becomes, level } = after ?? before ?? records.alerts[0] ?? {};
          if (tellings.length > 0) expect(becomes).toBe('open');
          if (before) expect((level ?? 0) - Math.max(1, before.level ?? 0)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
