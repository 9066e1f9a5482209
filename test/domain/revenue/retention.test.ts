import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/domain/result.js';
import {
  contractionRate,
  expansionRate,
  grossRetentionOfMovements,
  grossRevenueRetention,
  logoChurn,
  logoRetention,
  netRetentionOfMovements,
  netRevenueRetention,
} from '../../../src/domain/revenue/retention.js';
import { seriesOf } from '../../../src/domain/series.js';

function valueOf(result: Result<number, string>): number {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const METRICS = {
  netRevenueRetention,
  grossRevenueRetention,
  expansionRate,
  contractionRate,
  logoRetention,
  logoChurn,
} as const;

function measure(pairs: readonly (readonly [number, number])[]): Record<keyof typeof METRICS, number> {
  const opening = seriesOf(pairs.map(([start]) => start));
  const closing = seriesOf(pairs.map(([, end]) => end));
  const values = Object.entries(METRICS).map(([name, metric]) => [name, valueOf(metric(opening, closing))]);
  return Object.fromEntries(values) as Record<keyof typeof METRICS, number>;
}

describe('retention of a book of accounts', () => {
  it('tells growth, shrinking, leaving, new and reactivated accounts apart', () => {
    // Worked by hand: 1000 of opening MRR; +100 and +0 expansion, -50 contraction, -200 churn, a new account of 500.
    const book = Object.freeze([
      [400, 500],
      [150, 100],
      [200, 0],
      [250, 250],
      [0, 500],
    ] as const);
    expect(measure(book)).toEqual({
      netRevenueRetention: 0.85,
      grossRevenueRetention: 0.75,
      expansionRate: 0.1,
      contractionRate: 0.05,
      logoRetention: 0.75,
      logoChurn: 0.25,
    });
  });

  it('caps gross retention per account: an expansion does not hide a loss', () => {
    expect(measure([[100, 150], [100, 0]]).grossRevenueRetention).toBe(0.5); // prettier-ignore
  });

  it('meets a threshold of 110 % exactly although cents are not exact in binary', () => {
    const pairs = Array.from({ length: 1000 }, () => [0.1, 0.11] as const);
    expect(measure(pairs).netRevenueRetention).toBeGreaterThanOrEqual(1.1);
  });

  it.each(Object.entries(METRICS))('%s has no value without opening revenue', (_, metric) => {
    const noRevenue = { ok: false, reason: 'no-opening-revenue' };
    expect(metric(seriesOf([0, 0]), seriesOf([5, 0]))).toEqual(noRevenue);
    expect(metric(seriesOf([]), seriesOf([]))).toEqual(noRevenue);
  });

  it('has no value where opening revenue is too small to divide by', () => {
    const found = METRICS.netRevenueRetention(seriesOf([5e-324]), seriesOf([1e100]));
    expect(found).toEqual({ ok: false, reason: 'no-opening-revenue' });
  });
});

const mrr = fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, fc.integer({ min: 1, max: 1e9 }).map((cents) => cents / 100)); // prettier-ignore
const books = fc
  .array(fc.tuple(mrr, mrr), { minLength: 1, maxLength: 60 })
  .filter((pairs) => pairs.some(([s]) => s > 0));

describe('laws of retention', () => {
  it('gross retention is at most net retention and at most 1', () => {
    fc.assert(
      fc.property(books, (pairs) => {
        const { grossRevenueRetention: gross, netRevenueRetention: net } = measure(pairs);
        expect(gross).toBeLessThanOrEqual(1);
        expect(gross).toBeLessThanOrEqual(net * (1 + 1e-15));
        expect(gross).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('net retention is gross retention plus expansion', () => {
    fc.assert(
      fc.property(books, (pairs) => {
        const all = measure(pairs);
        const composed = all.grossRevenueRetention + all.expansionRate;
        expect(Math.abs(all.netRevenueRetention - composed)).toBeLessThanOrEqual(1e-12 * Math.max(1, composed));
        expect(all.logoRetention + all.logoChurn).toBeCloseTo(1, 14);
      }),
    );
  });

  it('the order of accounts does not matter', () => {
    fc.assert(
      fc.property(
        books.chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }))),
        ([pairs, shuffled]) => {
          const [one, other] = [measure(pairs), measure(shuffled)];
          for (const name of Object.keys(METRICS) as (keyof typeof METRICS)[]) {
            expect(Math.abs(one[name] - other[name])).toBeLessThanOrEqual(1e-15 * Math.max(1, one[name]));
          }
        },
      ),
    );
  });

  it('another currency changes no ratio', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: -20, max: 20 }), (pairs, power) => {
        // Powers of two scale without rounding, so the ratios must be the very same.
        const scaled = pairs.map(([start, end]) => [start * 2 ** power, end * 2 ** power] as const);
        expect(measure(scaled)).toEqual(measure(pairs));
      }),
    );
  });

  it('new accounts change nothing', () => {
    fc.assert(
      fc.property(books, mrr, (pairs, end) => {
        expect(measure([...pairs, [0, end]])).toEqual(measure(pairs));
      }),
    );
  });
});

describe('retention of movements', () => {
  // Published examples; the second is rounded there.
  it.each([
    {
      name: 'net: 100 000 + 15 000 - 5 000 - 8 000',
      source: 'https://theprimecalculator.com/business/net-revenue-retention-calculator/formula',
      movements: { opening: 100_000, expansion: 15_000, contraction: 5_000, churned: 8_000 },
      percent: 102,
    },
    {
      name: 'net: 27 000 grows to 35 000 less 5 000 of churn',
      source: 'https://churnzero.net/churnopedia/net-revenue-retention/',
      movements: { opening: 27_000, expansion: 8_000, contraction: 0, churned: 5_000 },
      percent: 111,
    },
  ])('$name is $percent %', ({ movements, percent }) => {
    expect(Math.round(valueOf(netRetentionOfMovements(movements)) * 100)).toBe(percent);
  });

  it.each([
    {
      name: 'gross: 50 000 - 3 000 - 2 000',
      source: 'https://maximcalculator.com/calculators/gross-revenue-retention-grr.html',
      movements: { opening: 50_000, contraction: 2_000, churned: 3_000 },
      percent: 90,
    },
    {
      name: 'gross: 120 000 - 8 000 - 6 000',
      source: 'https://www.calcsimpler.com/calculators/gross-revenue-retention',
      movements: { opening: 120_000, contraction: 8_000, churned: 6_000 },
      percent: 88.33,
    },
  ])('$name is $percent %', ({ movements, percent }) => {
    expect(valueOf(grossRetentionOfMovements(movements)) * 100).toBeCloseTo(percent, 2);
  });

  it('has no value without opening revenue', () => {
    const movements = { opening: 0, expansion: 5, contraction: 0, churned: 0 };
    expect(netRetentionOfMovements(movements)).toEqual({ ok: false, reason: 'no-opening-revenue' });
    expect(grossRetentionOfMovements(movements)).toEqual({ ok: false, reason: 'no-opening-revenue' });
  });
});
