import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/records/workbook.js';
import { carriedOver, DAY, decisionsOf, HOUR, MAYA, MONDAY, scanned, usage, WEEK } from './fixtures.js';

const NEXT_MONDAY = MONDAY + 7 * DAY;
const BEN = 'ben@northlight.example';

/** Whom each decision about a bend tells. */
const recipients = (outcome: ReturnType<typeof scanned>) => {
  return decisionsOf(outcome).flatMap(({ tellings }) => tellings.map(({ recipient }) => recipient));
};

describe('an alert about a bend', () => {
  it('opens with the bend and tells its owner once', () => {
    const outcome = scanned(usage({ Northwind: [5, 4, 3], Contoso: [5, 5, 5] }));
    expect(decisionsOf(outcome)).toMatchObject([
      { subject: 'Northwind', action: 'open', tellings: [{ recipient: MAYA, level: 1 }], reason: 'first notice' },
      { subject: 'Contoso', action: 'nothing', tellings: [], reason: 'holds not' },
    ]);
    expect(outcome.after.alerts).toMatchObject([
      { key: 'Momentum decay | Northwind | 2026-05-11', state: 'open', owner: MAYA, level: 1, subject: 'Usage' },
    ]);
    expect(outcome.planned).toMatchObject([
      { recipient: MAYA, state: 'due', level: 1, alerts: 'Momentum decay | Northwind | 2026-05-11 @1' },
    ]);
  });

  it('stays the same alert while the bend goes on', () => {
    const { after } = scanned(usage({ Northwind: [5, 4, 3] }));
    const later = scanned(carriedOver(after, usage({ Northwind: [5, 4, 3, 2] }, WEEK + 7)), NEXT_MONDAY);
    expect(decisionsOf(later)).toMatchObject([{ action: 'keep', tellings: [], reason: 'last message not sent' }]);
    expect(later.after.alerts).toHaveLength(1);
    expect(later.planned).toEqual([]);
  });

  it('resolves after a week without a bend, and a new bend is a new episode', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const second = scanned(carriedOver(first, usage({ Northwind: [5, 4, 3, 6] }, WEEK + 7)), NEXT_MONDAY);
    expect(decisionsOf(second)).toMatchObject([{ action: 'resolve', reason: 'condition cleared' }]);
    const values = { Northwind: [5, 4, 3, 6, 5, 4] };
    const third = scanned(carriedOver(second.after, usage(values, WEEK + 21)), MONDAY + 21 * DAY);
    expect(third.after.alerts.map(({ key, state }) => [key, state])).toEqual([
      ['Momentum decay | Northwind | 2026-05-11', 'resolved'],
      ['Momentum decay | Northwind | 2026-06-01', 'open'],
    ]);
  });

  it.each([
    ['without a row', [5, 4, 3, null]],
    ['with an error', [5, 4, 3, '#REF!']],
  ])('neither opens nor resolves in a week %s', (_, values) => {
    const { after } = scanned(usage({ Northwind: [5, 4, 3] }));
    const next = usage({ Northwind: values, Contoso: [5, 5] }, WEEK + 7);
    const later = scanned(carriedOver(after, next), NEXT_MONDAY);
    expect(decisionsOf(later)).toMatchObject([{ action: 'nothing', reason: 'no data' }, { reason: 'holds not' }]);
    expect(later.after.alerts).toMatchObject([{ state: 'open' }]);
  });

  it.each([
    ['a group word', 'team'],
    ['nothing', ''],
    ['two addresses', 'a@x.example, b@x.example'],
  ])('whose CSM is %s opens, tells nobody, and tells as soon as there is an address', (_, csm) => {
    const first = scanned(usage({ Northwind: [5, 4, 3] }, WEEK, { CSM: csm }));
    expect(decisionsOf(first)).toMatchObject([{ action: 'open', tellings: [], reason: 'no address' }]);
    const second = scanned(carriedOver(first.after, usage({ Northwind: [5, 4, 3] })));
    expect(decisionsOf(second)).toMatchObject([{ tellings: [{ recipient: MAYA }], reason: 'first notice' }]);
  });

  it.each([
    ['has no value that week', { Northwind: [5, 4, 3, null] }],
    ['is text from now on', { Northwind: [5, 4, 3, 'n/a'] }],
  ])('stays open while its indicator %s, though others have data', (_, series) => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const next = usage(series, WEEK + 7);
    const weeks = new Map(next.signals.byAccount.get('Northwind'));
    weeks.set(WEEK + 7, { row: 9, values: [null, 8] });
    const indicators = [...next.signals.indicators, { name: 'NPS', better: 'up' as const }];
    const signals = { ...next.signals, indicators, byAccount: new Map([['Northwind', weeks]]) };
    const later = scanned(carriedOver(first, { ...next, signals }), NEXT_MONDAY);
    expect(decisionsOf(later)).toMatchObject([{ action: 'nothing', reason: 'no data' }]);
  });

  it('ends once the team has its indicator under that name no more', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const next = usage({ Northwind: [5, 4, 3, 6] }, WEEK + 7);
    const signals = { ...next.signals, indicators: [{ name: 'NPS', better: 'up' as const }] };
    const later = scanned(carriedOver(first, { ...next, signals }), NEXT_MONDAY);
    expect(decisionsOf(later)).toMatchObject([{ action: 'resolve' }]);
  });

  it('clears when the name of its indicator holds a comma', () => {
    const named = (records: Records) => {
      const indicators = [{ name: 'Logins, weekly', better: 'up' as const }];
      return { ...records, signals: { ...records.signals, indicators } };
    };
    const first = scanned(named(usage({ Northwind: [5, 4, 3] }))).after;
    const later = scanned(carriedOver(first, named(usage({ Northwind: [5, 4, 3, 6] }, WEEK + 7))), NEXT_MONDAY);
    expect(decisionsOf(later)).toMatchObject([{ action: 'resolve', reason: 'condition cleared' }]);
  });

  it('opens late when its week is entered a week late, and lives on for a team that always is', () => {
    const late = usage({ Northwind: [5, 4, 3] });
    const first = scanned(late, NEXT_MONDAY);
    expect(decisionsOf(first)).toMatchObject([
      { action: 'open', tellings: [{ recipient: MAYA }], finding: { isLate: true } },
    ]);
    const next = carriedOver(first.after, usage({ Northwind: [5, 4, 3, 2] }, WEEK + 7));
    expect(decisionsOf(scanned(next, NEXT_MONDAY + 7 * DAY))).toMatchObject([{ action: 'keep' }]);
    const cleared = carriedOver(first.after, usage({ Northwind: [5, 4, 3, 4] }, WEEK + 7));
    expect(decisionsOf(scanned(cleared, NEXT_MONDAY + 7 * DAY))).toMatchObject([{ action: 'resolve' }]);
  });

  it('resolves as corrected when the same week no longer bends, and opens as late when it newly does', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3], Contoso: [5, 4, 4] })).after;
    const corrected = carriedOver(first, usage({ Northwind: [5, 4, 6], Contoso: [5, 4, 3] }));
    expect(decisionsOf(scanned(corrected, MONDAY, true))).toMatchObject([
      { subject: 'Northwind', action: 'resolve', reason: 'data corrected' },
      { subject: 'Contoso', action: 'open', reason: 'late data', tellings: [{ recipient: MAYA }] },
    ]);
  });

  it('clears, opens and is told as usual when the first value of a week comes after its scan', () => {
    const before = scanned(usage({ Northwind: [6, 5, 4] }, WEEK - 7), MONDAY - 7 * DAY).after;
    const blank = usage({ Northwind: [6, 5, 4, null], Contoso: [6, 5, null], Fabrikam: [5, 5, 5] });
    const first = scanned(carriedOver(before, blank), MONDAY).after;
    const entered = carriedOver(first, usage({ Northwind: [6, 5, 4, 6], Contoso: [7, 6, 5] }));
    expect(decisionsOf(scanned(entered, MONDAY + HOUR, true))).toMatchObject([
      { subject: 'Northwind', action: 'resolve', reason: 'condition cleared' },
      { subject: 'Contoso', action: 'open', reason: 'first notice' },
    ]);
  });

  it('waits a week when its account is no longer in the tab, and then resolves', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const renamed = carriedOver(first, usage({ 'Northwind Ltd': [5, 4, 3] }));
    const waiting = scanned(renamed);
    expect(decisionsOf(waiting)).toMatchObject([
      { subject: 'Northwind Ltd', action: 'open' },
      { subject: 'Northwind', action: 'clear', reason: 'clearing', tellings: [] },
    ]);
    const [, later] = decisionsOf(scanned(waiting.after, MONDAY + 7 * DAY));
    expect(later).toMatchObject({ subject: 'Northwind', action: 'resolve', reason: 'account gone' });
  });

  it('is the same alert when its account cell could not be read for an hour', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3], Contoso: [5, 5, 5] })).after;
    const rest = carriedOver(first, usage({ Contoso: [5, 5, 5] }));
    const accounts = { name: 'Accounts', present: true, readable: true, badRowShare: 0.1 };
    const missed = { ...rest, health: new Map([...rest.health, ['Accounts', accounts] as const]) };
    const waiting = scanned(missed, MONDAY + HOUR);
    expect(decisionsOf(waiting).find(({ subject }) => subject === 'Northwind')).toMatchObject({ reason: 'no data' });
    const back = scanned(carriedOver(waiting.after, usage({ Northwind: [5, 4, 3] })), MONDAY + 2 * HOUR);
    expect(decisionsOf(back)).toMatchObject([{ action: 'keep' }]);
  });

  it('opens again when the value that ended it was a slip, and the bend goes on', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const slipped = scanned(carriedOver(first, usage({ Northwind: [5, 4, 30] })), MONDAY + HOUR, true);
    expect(decisionsOf(slipped)).toMatchObject([{ action: 'resolve', reason: 'data corrected' }]);
    const mended = scanned(carriedOver(slipped.after, usage({ Northwind: [5, 4, 3] })), MONDAY + 2 * HOUR, true);
    expect(decisionsOf(mended)).toMatchObject([
      { action: 'open', key: 'Momentum decay | Northwind | 2026-05-25', tellings: [{ recipient: MAYA }] },
    ]);
    expect(mended.after.alerts.map(({ state }) => state)).toEqual(['resolved', 'open']);
  });

  it('is told to a new owner, once', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const moved = carriedOver(first, usage({ Northwind: [5, 4, 3] }, WEEK, { CSM: BEN }));
    const second = scanned(moved);
    expect(second.after.notices.map(({ recipient }) => recipient)).toEqual([MAYA, BEN]);
    expect(recipients(scanned(second.after))).toEqual([]);
  });

  it('is told again when its notice was dropped, and not when a person deleted the notice', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const dropped = { ...first, notices: first.notices.map((notice) => ({ ...notice, state: 'dropped' })) };
    expect(recipients(scanned(dropped))).toEqual([MAYA]);
    expect(recipients(scanned({ ...first, notices: [] }))).toEqual([]);
  });

  it('resolves when its account churns', () => {
    const { after } = scanned(usage({ Northwind: [5, 4, 3] }));
    const churned = usage({ Northwind: [5, 4, 3, 2] }, WEEK + 7, { Status: 'Churned' });
    expect(decisionsOf(scanned(carriedOver(after, churned), NEXT_MONDAY))).toMatchObject([
      { action: 'resolve', reason: 'churned' },
    ]);
  });
});

describe('notices', () => {
  it('are one a recipient, however many accounts bend', () => {
    const { planned } = scanned(usage({ Northwind: [5, 4, 3], Contoso: [9, 8, 7] }));
    expect(planned).toHaveLength(1);
    expect(planned[0]?.alerts.split('\n')).toHaveLength(2);
  });

  it('never use an id twice', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const second = scanned(carriedOver(first, usage({ Northwind: [5, 4, 3], Contoso: [5, 4, 3] }))).after;
    expect(second.notices.map(({ id }) => id)).toEqual([`2026-05-25 ${MAYA} 1`, `2026-05-25 ${MAYA} 2`]);
  });

  it('are not added by deciding twice, whatever the data', () => {
    const values = fc.array(fc.oneof(fc.nat(9), fc.constant(null), fc.constant('#N/A')), { maxLength: 8 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), values), (series) => {
        const { after } = scanned(usage(series));
        const again = scanned(after);
        expect(again.after).toEqual(after);
        expect(again.decisions.filter(({ tellings }) => tellings.length > 0)).toEqual([]);
      }),
    );
  });
});
