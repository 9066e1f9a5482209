import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickRatio, quickRatioOfMovements } from '../../../src/domain/revenue/quick-ratio.js';
import { grossRevenueRetention, revenueChurn } from '../../../src/domain/revenue/retention.js';
import { seriesOf } from '../../../src/domain/series.js';

const of = (opening: number[], closing: number[]) => quickRatio(seriesOf(opening), seriesOf(closing));
const movements = (fresh: number, expansion: number, contraction: number, churned: number) =>
  quickRatioOfMovements({ fresh, expansion, contraction, churned });

describe('the quick ratio of movements', () => {
  // Published examples: https://pitchkit.net/resources/glossary/quick-ratio (3.5),
  // https://www.theprimecalculator.com/business/saas-quick-ratio-calculator/formula (2.92),
  // https://super-calc.com/calculators/saas-quick-ratio-calculator (4.92 and 1.13).
  it.each([
    { fresh: 20_000, expansion: 8_000, contraction: 3_000, churned: 5_000, ratio: 3.5 },
    { fresh: 25_000, expansion: 10_000, contraction: 4_000, churned: 8_000, ratio: 2.92 },
    { fresh: 95_000, expansion: 28_000, contraction: 7_000, churned: 18_000, ratio: 4.92 },
    { fresh: 40_000, expansion: 5_000, contraction: 8_000, churned: 32_000, ratio: 1.13 },
  ])('of $fresh and $expansion against $contraction and $churned is $ratio', ({ ratio, ...given }) => {
    const found = quickRatioOfMovements(given);
    expect(found.ok && Math.round(found.value * 100) / 100).toBe(ratio);
  });

  it.each([
    { name: 'nothing lost', found: movements(1, 0, 0, 0), is: { ok: false, reason: 'no-losses' } },
    { name: 'nothing won', found: movements(0, 0, 0, 5), is: { ok: true, value: 0 } },
    { name: 'nothing at all', found: movements(0, 0, 0, 0), is: { ok: false, reason: 'no-movements' } },
  ])('with $name', ({ found, is }) => {
    expect(found).toEqual(is);
  });
});

describe('the quick ratio of accounts', () => {
  it.each([
    {
      name: 'growth and a new account against a loss',
      found: of([100, 0, 65], [150, 80, 0]),
      is: { ok: true, value: 2 },
    },
    { name: 'no opening revenue', found: of([0], [80]), is: { ok: false, reason: 'no-losses' } },
    { name: 'nobody moves', found: of([80], [80]), is: { ok: false, reason: 'no-losses' } },
    { name: 'a loss of binary rounding', found: of([0.1 + 0.2], [0.3]), is: { ok: false, reason: 'no-losses' } },
    { name: 'no revenue', found: of([0, 0], [0, 0]), is: { ok: false, reason: 'no-revenue' } },
    { name: 'no accounts', found: of([], []), is: { ok: false, reason: 'no-revenue' } },
  ])('with $name', ({ found, is }) => {
    expect(found).toEqual(is);
  });

  const cents = fc.integer({ min: 0, max: 100_000 });
  const pairs = fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 30 });

  it('is that of its movements, whatever the order of the accounts and the currency', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 90 }), (accounts, rate) => {
        const total = (pick: (start: number, end: number) => number): number =>
          accounts.reduce((sum, [start, end]) => sum + pick(start, end), 0);
        const expected = movements(
          total((start, end) => (start === 0 ? end : 0)),
          total((start, end) => (start > 0 ? Math.max(end - start, 0) : 0)),
          total((start, end) => (end > 0 ? Math.max(start - end, 0) : 0)),
          total((start, end) => (end === 0 ? start : 0)),
        );
        const shuffled = [...accounts].reverse();
        const found = of(
          shuffled.map(([start]) => start * rate),
          shuffled.map(([, end]) => end * rate),
        );
        expect(found.ok).toBe(expected.ok);
        if (found.ok && expected.ok) expect(found.value).toBeCloseTo(expected.value, 9);
      }),
    );
  });

  it('stands beside revenue churn, which is 1 minus gross retention', () => {
    fc.assert(
      fc.property(pairs, (accounts) => {
        const opening = seriesOf(accounts.map(([start]) => start));
        const closing = seriesOf(accounts.map(([, end]) => end));
        const churn = revenueChurn(opening, closing);
        const gross = grossRevenueRetention(opening, closing);
        expect(churn.ok).toBe(gross.ok);
        if (churn.ok && gross.ok) expect(churn.value).toBeCloseTo(1 - gross.value, 12);
      }),
    );
  });
});
