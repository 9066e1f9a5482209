import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src/domain/series.js';
import { areaUnderCurve } from '../../../src/domain/statistics/auc.js';
import { medianInterval } from '../../../src/domain/statistics/median-interval.js';
import { quantileOf, sortedNumbers } from '../../../src/domain/statistics/quantile.js';
import { rankTrend } from '../../../src/domain/statistics/rank-trend.js';

function repeated(counts: readonly number[]): number[] {
  return counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
}

const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });

describe('the area under the ROC curve', () => {
  // Hanley and McNeil, Radiology 143 (1982), table I: ratings of 109 CT images. Stata's manual, entry roctab, gives for
  // them: area 0.8932, standard error 0.0307, 95 % interval 0.83295 to 0.95339.
  it('of Hanley and McNeil’s ratings is the published one, with its interval', () => {
    const { value, low, high } = areaUnderCurve(repeated([3, 2, 2, 11, 33]), repeated([33, 6, 6, 11, 2]));
    expect(value).toBeCloseTo(0.8932, 4);
    expect(low).toBeCloseTo(0.83295, 5);
    expect(high).toBeCloseTo(0.95339, 5);
  });

  it('is the share of pairs in which the case scores higher, ties counted half', () => {
    fc.assert(
      fc.property(scores, scores, (cases, controls) => {
        const pairs = cases.flatMap((one) => controls.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
        const share = pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length;
        const { value, low, high } = areaUnderCurve(cases, controls);
        expect(value).toBeCloseTo(share, 12);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(areaUnderCurve(controls, cases).value).toBeCloseTo(1 - share, 12);
      }),
    );
  });

  // Clopper and Pearson's exact limits for n of n, as the tables print them: 0.692 for 10 of 10, 0.478 for 5 of 5.
  it.each([
    [10, 30, 0.692],
    [30, 10, 0.692],
    [5, 5, 0.478],
  ])('of %i cases all above %i controls is not certain', (cases, controls, low) => {
    const apart = areaUnderCurve(repeated([0, cases]), repeated([controls, 0]));
    expect(apart.value).toBe(1);
    expect(apart.low).toBeCloseTo(low, 3);
    expect(apart.high).toBe(1);
    const wrong = areaUnderCurve(repeated([cases, 0]), repeated([0, controls]));
    expect(wrong.low).toBe(0);
    expect(wrong.high).toBeCloseTo(1 - low, 3);
  });

  it('of one case says nothing about its own certainty', () => {
    expect(areaUnderCurve([3], [1, 2])).toEqual({ value: 1, low: 0, high: 1 });
  });
});

describe('the exact interval of a median', () => {
  // Critical values of the sign test at 0.10, two-sided, as tables print them (Conover, Practical Nonparametric
  // Statistics; Zar, Biostatistical Analysis, table B.27): the interval begins one above.
  it.each([
    [5, 0],
    [8, 1],
    [10, 1],
    [12, 2],
    [15, 3],
    [20, 5],
    [25, 7],
    [30, 10],
    [40, 14],
    [50, 18],
  ])('of %i numbers leaves out %i at each end, at 90 %%', (count, critical) => {
    const sorted = Array.from({ length: count }, (_, index) => index + 1);
    expect(medianInterval(sorted, 0.9)).toEqual({ low: critical + 1, high: count - critical });
  });

  it('does not exist for fewer than five numbers', () => {
    expect(medianInterval([1, 2, 3, 4], 0.9)).toBeNull();
    expect(medianInterval([], 0.9)).toBeNull();
  });

  it('of 5,000 numbers is near what the normal approximation gives', () => {
    const sorted = Array.from({ length: 5_000 }, (_, index) => index + 1);
    const { low = NaN, high = NaN } = medianInterval(sorted, 0.9) ?? {};
    expect(Math.abs(low - (2_500 - (1.644854 * Math.sqrt(5_000)) / 2))).toBeLessThan(2);
    expect(low + high).toBe(5_001);
  });
});

describe('a quantile', () => {
  // Hyndman and Fan's definition 7, as R's quantile() and the sheet's PERCENTILE compute it.
  it.each([
    [[1, 2, 3, 4], 0.9, 3.7],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[7], 0.9, 7],
    [[1, 3], 0.5, 2],
  ])('of %j at %f is %f', (numbers, q, expected) => {
    expect(quantileOf(numbers, q)).toBeCloseTo(expected, 12);
  });

  it('sorts by size and leaves the numbers given alone', () => {
    const given = [10, 9, 100];
    expect(sortedNumbers(given)).toEqual([9, 10, 100]);
    expect(given).toEqual([10, 9, 100]);
  });
});

describe('the rank trend', () => {
  it.each([
    [[1, 2, 3], 1],
    [[3, 2, 1], -1],
    [[1, 3, 2], 1 / 3],
    [[5, 5], 0],
    [[4, NaN, 3], -1],
    [[4], 0],
  ])('of %j is %f', (values, expected) => {
    expect(rankTrend(seriesOf(values))).toBeCloseTo(expected, 12);
  });

  // Mann's statistic S is the number of rising pairs less the falling ones; worked in Gilbert, Statistical Methods for
  // Environmental Pollution Monitoring (1987), section 16.4.1: 10, 15, 14, 20 give S = 4 of 6 pairs.
  it('is Mann’s S over the number of pairs', () => {
    expect(rankTrend(seriesOf([10, 15, 14, 20]))).toBeCloseTo(4 / 6, 12);
  });
});
