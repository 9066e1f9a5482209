import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyResultProgress, keyResultStatus, pace } from '../../../src/domain/okr/key-result.js';

const progress = (baseline: number, target: number, current: number): unknown => {
  const found = keyResultProgress({ baseline, target, current });
  return found.ok ? found.value : found.reason;
};
const PERIOD = { start: 1000, end: 1100 };
const status = (done: number | null, today: number): unknown => {
  const found = keyResultStatus(done, PERIOD, today);
  return found.ok ? found.value : found.reason;
};

describe('progress of a key result', () => {
  it.each([
    { name: 'upward', found: progress(40, 80, 50), is: 0.25 },
    { name: 'downward', found: progress(8, 3, 6), is: 0.4 },
    { name: 'beyond the target', found: progress(40, 70, 76), is: 1.2 },
    { name: 'worse than the baseline', found: progress(8, 3, 9), is: -0.2 },
    { name: 'no way to go', found: progress(5, 5, 5), is: 'no-way' },
    { name: 'no way that numbers can tell', found: progress(0, 5e-324, 1e100), is: 'no-way' },
  ])('$name', ({ found, is }) => {
    expect(found).toBe(is);
  });

  it('does not depend on the unit nor on the direction', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, value, (baseline, target, current) => {
        fc.pre(baseline !== target);
        const turned = Number(progress(-2 * baseline, -2 * target, -2 * current));
        expect(turned).toBeCloseTo(Number(progress(baseline, target, current)), 12);
      }),
    );
  });
});

describe('pace', () => {
  it.each([
    { today: 900, is: 0 },
    { today: 1000, is: 0 },
    { today: 1025, is: 0.25 },
    { today: 1100, is: 1 },
    { today: 1101, is: 1 },
  ])('on day $today of a period from 1000 to 1100 is $is', ({ today, is }) => {
    expect(pace(PERIOD, today)).toEqual({ ok: true, value: is });
  });

  it('needs an end after the start', () => {
    expect(pace({ start: 5, end: 5 }, 5)).toEqual({ ok: false, reason: 'no-period' });
  });
});

describe('status of a key result', () => {
  it.each([
    { name: 'at nine tenths of the pace', found: status(0.63, 1070), is: 'on track' },
    { name: 'just below', found: status(0.6299, 1070), is: 'behind' },
    { name: 'at six tenths', found: status(0.42, 1070), is: 'behind' },
    { name: 'below that', found: status(0.4199, 1070), is: 'at risk' },
    { name: 'at the target, before its time', found: status(1, 990), is: 'done' },
    { name: 'at the target but for binary rounding', found: status(1 - 1e-16, 1050), is: 'done' },
    { name: 'before the start', found: status(0.5, 999), is: 'not started' },
    { name: 'before the start, without a value', found: status(null, 999), is: 'not started' },
    { name: 'on the first day at the baseline', found: status(0, 1000), is: 'on track' },
    { name: 'on the first day below it', found: status(-0.1, 1000), is: 'at risk' },
    { name: 'begun without a value', found: status(null, 1000), is: 'no data' },
    { name: 'overdue', found: status(0.9, 1200), is: 'on track' },
  ])('$name: $is', ({ found, is }) => {
    expect(found).toBe(is);
  });

  it('never gets worse with more progress', () => {
    const ranks = ['at risk', 'behind', 'on track', 'done'];
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1000, max: 1200 }), (done, more, today) => {
        expect(ranks.indexOf(String(status(done + more, today)))).toBeGreaterThanOrEqual(ranks.indexOf(String(status(done, today))));
      }),
    ); // prettier-ignore
  });
});
