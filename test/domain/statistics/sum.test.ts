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

  it('of cents is the exact sum of the cents, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 300 }), (cents) => {
        const exact = cents.reduce((total, cent) => total + cent, 0) / 100;
        const terms = cents.map((cent) => cent / 100);
        expect(sumOf(seriesOf(terms))).toBeCloseTo(exact, 8);
        expect(sumOf(seriesOf([...terms].sort((one, other) => one - other)))).toBeCloseTo(exact, 8);
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
