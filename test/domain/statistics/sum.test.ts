import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src/domain/series.js';
import { sumOf } from '../../../src/domain/statistics/sum.js';

describe('a compensated sum', () => {
  it.each([
    // Neumaier's example against Kahan's algorithm: https://en.wikipedia.org/wiki/Kahan_summation_algorithm
    { name: 'terms larger than the sum', terms: [1, 1e100, 1, -1e100], sum: 2 },
    { name: 'ten tenths', terms: Array<number>(10).fill(0.1), sum: 1 },
    { name: 'nothing', terms: [], sum: 0 },
  ])('is exact where a plain one is not: $name', ({ terms, sum }) => {
    expect(sumOf(seriesOf(terms))).toBe(sum);
  });

  it('is off by a rounding of the result at most, in any order', () => {
    const term = fc.record({
      digits: fc.integer({ min: -(2 ** 30), max: 2 ** 30 }),
      power: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 100 }), (parts) => {
        const exact = Number(parts.reduce((total, { digits, power }) => total + (BigInt(digits) << BigInt(power)), 0n));
        const terms = parts.map(({ digits, power }) => digits * 2 ** power);
        const size = terms.reduce((total, one) => total + Math.abs(one), 0);
        // Neumaier's bound: one rounding of the sum, and what the n² roundings of roundings of the terms can do.
        const bound = 2 ** -52 * Math.abs(exact) + terms.length ** 2 * 2 ** -104 * size;
        for (const order of [terms, [...terms].sort((one, other) => one - other)]) {
          expect(Math.abs(sumOf(seriesOf(order)) - exact)).toBeLessThanOrEqual(bound);
        }
      }),
    );
  });
});

describe('a series', () => {
  it('is not a number beyond its end', () => {
    const series = seriesOf([1, 2]);
    expect([series.length, series.at(1), series.at(2)]).toEqual([2, 2, NaN]);
  });
});
