import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastAccuracy } from '../../../src/domain/forecast/accuracy.js';
import { brierScore } from '../../../src/domain/forecast/brier.js';
import { seriesOf } from '../../../src/domain/series.js';

const accuracy = (forecast: number[], actual: number[]): unknown => {
  const found = forecastAccuracy(seriesOf(forecast), seriesOf(actual));
  return found.ok ? found.value : found.reason;
};
const brier = (confidence: number[], outcome: number[]): unknown => {
  const found = brierScore(seriesOf(confidence), seriesOf(outcome));
  return found.ok ? found.value : found.reason;
};

describe('forecast accuracy', () => {
  it.each([
    { name: 'all right', found: accuracy([5, 7], [5, 7]), is: 1 },
    { name: 'errors do not cancel', found: accuracy([100, 50], [80, 70]), is: 1 - 40 / 150 },
    { name: 'a renewal that was lost', found: accuracy([100, 100], [100, 0]), is: 0 },
    { name: 'errors beyond what came', found: accuracy([100, 200], [100, 0]), is: -1 },
    { name: 'nothing came', found: accuracy([100], [0]), is: 'no-actual' },
    { name: 'nothing at all', found: accuracy([], []), is: 'no-actual' },
    { name: 'next to nothing came', found: accuracy([1e100], [5e-324]), is: 'no-actual' },
  ])('$name', ({ found, is }) => {
    expect(found).toBe(is);
  });

  it('is never above 1, and does not depend on the currency', () => {
    const amount = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1 }), (rows) => {
        const [forecast, actual] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
        fc.pre(actual.some((came) => came > 0));
        expect(accuracy(forecast, actual)).toBeLessThanOrEqual(1);
        expect(accuracy(forecast.map((one) => one * 4), actual.map((one) => one * 4))).toBe(accuracy(forecast, actual)); // prettier-ignore
      }),
    );
  });
});

describe('the Brier score', () => {
  // Worked examples: https://tutoraspire.com/brier-score/ and https://en-academic.com/dic.nsf/enwiki/1203570
  it.each([
    { name: 'sure and wrong', confidence: [0], outcome: [1], score: 1 },
    { name: 'sure and right', confidence: [1], outcome: [1], score: 0 },
    { name: '27 % and it rained', confidence: [0.27], outcome: [1], score: 0.5329 },
    { name: '97 % and it did not', confidence: [0.97], outcome: [0], score: 0.9409 },
    { name: 'four forecasts', confidence: [0.27, 0.67, 0.83, 0.9], outcome: [1, 1, 0, 1], score: 0.335175 },
    { name: '70 % and it rained', confidence: [0.7], outcome: [1], score: 0.09 },
    { name: '30 % and it rained', confidence: [0.3], outcome: [1], score: 0.49 },
    { name: 'a coin', confidence: [0.5, 0.5], outcome: [1, 0], score: 0.25 },
  ])('$name: $score', ({ confidence, outcome, score }) => {
    expect(brier(confidence, outcome)).toBeCloseTo(score, 12);
  });

  it('needs an outcome', () => {
    expect(brier([], [])).toBe('no-outcome');
  });

  it('is best for the share that came true, of all that say the same every time', () => {
    const outcomes = fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0, max: 1, noNaN: true }), (came, other) => {
        const share = came.reduce<number>((sum, one) => sum + one, 0) / came.length;
        const always = (stated: number): number => Number(brier(came.map(() => stated), came)); // prettier-ignore
        expect(always(share)).toBeLessThanOrEqual(always(other) + 1e-12);
      }),
    );
  });
});
