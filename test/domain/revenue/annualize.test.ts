import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualized } from '../../../src/domain/revenue/annualize.js';

const yearly = (rate: number, months: number, kind: 'churn' | 'retention' = 'churn'): number => {
  const found = annualized(rate, months, kind);
  return found.ok ? found.value : NaN;
};

describe('a rate over a year', () => {
  // Table of monthly and annual churn: https://churnkey.co/blog/convert-annual-churn-to-monthly-churn
  it.each([
    [0.01, 11.36],
    [0.02, 21.53],
    [0.05, 45.96],
    [0.1, 71.76],
    [0.29, 98.36],
  ])('of a monthly churn of %d is %d %%', (monthly, percent) => {
    expect(Math.round(yearly(monthly, 1) * 10_000) / 100).toBe(percent);
  });

  it.each([
    { name: 'a year is itself', found: yearly(0.12, 12), is: 0.12 },
    { name: 'all lost', found: yearly(1, 3), is: 1 },
    { name: 'nothing lost', found: yearly(0, 1), is: 0 },
    { name: 'two years come down to one', found: yearly(0.19, 24), is: 0.1 },
    { name: 'retention of a half year', found: yearly(1.1, 6, 'retention'), is: 1.21 },
    { name: 'nothing kept', found: yearly(0, 6, 'retention'), is: 0 },
  ])('$name', ({ found, is }) => {
    expect(found).toBeCloseTo(is, 12);
  });

  it('beyond any number is said', () => {
    expect(annualized(10, 0.001, 'retention')).toEqual({ ok: false, reason: 'too-large' });
    expect(annualized(1, 1e-320, 'retention')).toEqual({ ok: false, reason: 'too-large' });
  });

  it('of churn and of the retention beside it add up to 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 36 }), (rate, months) => {
        expect(yearly(rate, months) + yearly(1 - rate, months, 'retention')).toBeCloseTo(1, 12);
      }),
    );
  });
});
