import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/records/workbook.js';
import { scanned, usage, WEEK } from './fixtures.js';

/** The same alerts and notices beside another week's data. */
function carriedOver({ alerts, notices }: Records, next: Records): Records {
  return { ...next, alerts, notices };
}

describe('an alert', () => {
  it('opens with the bend and tells its owner once', () => {
    const { decisions, after } = scanned(usage({ Northwind: [5, 4, 3], Contoso: [5, 5, 5] }));
    expect(decisions).toMatchObject([
      { account: 'Northwind', action: 'open', tells: true, reason: 'first notice' },
      { account: 'Contoso', action: 'nothing', tells: false, reason: 'does not bend' },
    ]);
    expect(after.alerts).toMatchObject([
      { key: 'Momentum decay | Northwind | 2026-05-11', state: 'open', owner: 'maya@northlight.example' },
    ]);
    expect(after.notices).toMatchObject([{ recipient: 'maya@northlight.example', state: 'due', level: 1 }]);
  });

  it('stays the same alert while the bend goes on', () => {
    const { after } = scanned(usage({ Northwind: [5, 4, 3] }));
    const later = scanned(carriedOver(after, usage({ Northwind: [5, 4, 3, 2] }, WEEK + 7)), WEEK + 7);
    expect(later.decisions).toMatchObject([{ action: 'keep', tells: false, reason: 'already told' }]);
    expect(later.after.alerts).toHaveLength(1);
    expect(later.after.notices).toHaveLength(1);
  });

  it('resolves after a week without a bend, and a new bend is a new episode', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const second = scanned(carriedOver(first, usage({ Northwind: [5, 4, 3, 6] }, WEEK + 7)), WEEK + 7);
    expect(second.decisions).toMatchObject([{ action: 'resolve', reason: 'condition cleared' }]);
    const values = { Northwind: [5, 4, 3, 6, 5, 4] };
    const third = scanned(carriedOver(second.after, usage(values, WEEK + 21)), WEEK + 21);
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
    const later = scanned(carriedOver(after, usage({ Northwind: values }, WEEK + 7)), WEEK + 7);
    expect(later.decisions).toMatchObject([{ action: 'nothing', reason: 'no data' }]);
    expect(later.after.alerts).toMatchObject([{ state: 'open' }]);
  });

  it.each(['acknowledged', 'snoozed'] as const)('that is %s is not told again', (state) => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const records = {
      ...first,
      alerts: first.alerts.map((alert) => ({ ...alert, state, reason: 'no address' })),
      notices: [],
    };
    expect(scanned(records).decisions).toMatchObject([{ action: 'keep', tells: false, reason: state }]);
  });

  it('that a person resolved stays resolved while the same episode lasts', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const records = { ...first, alerts: first.alerts.map((alert) => ({ ...alert, state: 'resolved' })) };
    expect(scanned(records).decisions).toMatchObject([{ action: 'nothing', tells: false }]);
  });

  it.each([
    ['a group word', 'team'],
    ['nothing', ''],
    ['two addresses', 'a@x.example, b@x.example'],
  ])('whose CSM is %s opens, tells nobody, and tells as soon as there is an address', (_, csm) => {
    const first = scanned(usage({ Northwind: [5, 4, 3] }, WEEK, { CSM: csm }));
    expect(first.decisions).toMatchObject([{ action: 'open', tells: false, reason: 'no address' }]);
    const second = scanned(carriedOver(first.after, usage({ Northwind: [5, 4, 3] })));
    expect(second.decisions).toMatchObject([{ action: 'keep', tells: true, reason: 'first notice' }]);
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
    const later = scanned(carriedOver(first, { ...next, signals }), WEEK + 7);
    expect(later.decisions).toMatchObject([{ action: 'nothing', reason: 'no data' }]);
  });

  it('stays open while its indicator has no column', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const next = usage({ Northwind: [5, 4, 3, 6] }, WEEK + 7);
    const signals = { ...next.signals, indicators: [{ name: 'NPS', better: 'up' as const }] };
    const later = scanned(carriedOver(first, { ...next, signals }), WEEK + 7);
    expect(later.decisions).toMatchObject([{ action: 'nothing', reason: 'no data' }]);
  });

  it('resolves as corrected when the same week no longer bends, and opens when it newly does', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3], Contoso: [5, 4, null] })).after;
    const corrected = carriedOver(first, usage({ Northwind: [5, 4, 6], Contoso: [5, 4, 3] }));
    expect(scanned(corrected, WEEK, 0, true).decisions).toMatchObject([
      { account: 'Northwind', action: 'resolve', reason: 'data corrected' },
      { account: 'Contoso', action: 'open', tells: true },
    ]);
  });

  it('resolves when its account is no longer in the tab', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const renamed = carriedOver(first, usage({ 'Northwind Ltd': [5, 4, 3] }));
    expect(scanned(renamed).decisions).toMatchObject([
      { account: 'Northwind Ltd', action: 'open' },
      { account: 'Northwind', action: 'resolve', reason: 'account gone' },
    ]);
  });

  it('is told to a new owner, once', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const moved = carriedOver(first, usage({ Northwind: [5, 4, 3] }, WEEK, { CSM: 'ben@northlight.example' }));
    const second = scanned(moved);
    expect(second.after.notices.map(({ recipient }) => recipient)).toEqual([
      'maya@northlight.example',
      'ben@northlight.example',
    ]);
    expect(scanned(second.after).decisions).toMatchObject([{ action: 'keep', tells: false, reason: 'already told' }]);
  });

  it('is told again when its notice was dropped, and not when a person deleted the notice', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const dropped = { ...first, notices: first.notices.map((notice) => ({ ...notice, state: 'dropped' })) };
    expect(scanned(dropped).decisions).toMatchObject([{ tells: true }]);
    expect(scanned({ ...first, notices: [] }).decisions).toMatchObject([{ tells: false, reason: 'already told' }]);
  });

  it('resolves when its account churns', () => {
    const { after } = scanned(usage({ Northwind: [5, 4, 3] }));
    const churned = usage({ Northwind: [5, 4, 3, 2] }, WEEK + 7, { Status: 'Churned' });
    expect(scanned(carriedOver(after, churned), WEEK + 7).decisions).toMatchObject([
      { action: 'resolve', reason: 'churned' },
    ]);
  });
});

describe('notices', () => {
  it('are one a recipient, however many accounts bend', () => {
    const { after } = scanned(usage({ Northwind: [5, 4, 3], Contoso: [9, 8, 7] }));
    expect(after.notices).toHaveLength(1);
    expect(after.notices[0]?.alerts.split('\n')).toHaveLength(2);
  });

  it('never use an id twice', () => {
    const first = scanned(usage({ Northwind: [5, 4, 3] })).after;
    const second = scanned(carriedOver(first, usage({ Northwind: [5, 4, 3], Contoso: [5, 4, 3] }))).after;
    expect(second.notices.map(({ id }) => id)).toEqual([
      '2026-05-18 maya@northlight.example 1',
      '2026-05-18 maya@northlight.example 2',
    ]);
  });

  it('are not added by deciding twice, whatever the data', () => {
    const values = fc.array(fc.oneof(fc.nat(9), fc.constant(null), fc.constant('#N/A')), { maxLength: 8 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), values), (series) => {
        const { after } = scanned(usage(series));
        const again = scanned(after);
        expect(again.after).toEqual(after);
        expect(again.decisions.filter(({ tells }) => tells)).toEqual([]);
      }),
    );
  });
});
