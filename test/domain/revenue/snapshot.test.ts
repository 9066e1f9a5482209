import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day.js';
import { mrrSnapshot, type Subscription } from '../../../src/domain/revenue/snapshot.js';

const MAY_1 = dayOf(2026, 5, 1);

function held(account: string, mrr: number, start = MAY_1 - 30, end: number | null = null): Subscription {
  return { account, start, end, mrr };
}

describe('a snapshot of MRR', () => {
  it('adds up the subscriptions of an account, whatever its spelling, in order of first appearance', () => {
    const rows = mrrSnapshot([held('Beta', 50), held('Acme', 100), held('ACME ', 20), held('Beta', 0.1)], MAY_1);
    expect(rows).toEqual({ ok: true, value: [{ account: 'Beta', mrr: 50.1 }, { account: 'Acme', mrr: 120 }] }); // prettier-ignore
  });

  it.each([
    { name: 'starts that day', subscription: held('A', 10, MAY_1), mrr: 10 },
    { name: 'starts the day after', subscription: held('A', 10, MAY_1 + 1), mrr: 0 },
    { name: 'ends that day', subscription: held('A', 10, MAY_1 - 9, MAY_1), mrr: 0 },
    { name: 'ends the day after', subscription: held('A', 10, MAY_1 - 9, MAY_1 + 1), mrr: 10 },
    { name: 'ends on the day it starts', subscription: held('A', 10, MAY_1, MAY_1), mrr: 0 },
  ])('shows $mrr for a subscription that $name', ({ subscription, mrr }) => {
    expect(mrrSnapshot([subscription], MAY_1)).toEqual({ ok: true, value: [{ account: 'A', mrr }] });
  });

  it('nets credits off within their account and leaves no crumbs of cents', () => {
    const rows = mrrSnapshot([held('A', 0.1), held('A', 0.2), held('A', -0.3), held('B', 100), held('B', -30)], MAY_1);
    expect(rows.ok && rows.value.map(({ mrr }) => mrr)).toEqual([expect.closeTo(0, 12), 70]);
    expect(rows.ok && rows.value.every(({ mrr }) => mrr >= 0)).toBe(true);
  });

  it('names the first account whose credits exceed what it pays', () => {
    const rows = mrrSnapshot([held('A', 100), held('B', 20), held('B', -30), held('C', -1)], MAY_1);
    expect(rows).toEqual({ ok: false, reason: { kind: 'below-zero', account: 'B', mrr: -10 } });
  });
});
