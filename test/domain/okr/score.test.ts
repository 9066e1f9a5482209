import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectiveScore } from '../../../src/domain/okr/score.js';
import { seriesOf } from '../../../src/domain/series.js';

const score = (progress: number[], weights: number[]): unknown => {
  const found = objectiveScore(seriesOf(progress), seriesOf(weights));
  return found.ok ? found.value : found.reason;
};

describe('the score of an objective', () => {
  it.each([
    { name: 'a plain mean', found: score([0.2, 0.6], [1, 1]), is: 0.4 },
    { name: 'beyond a target does not make up for another', found: score([0.5, 1.3], [1, 1]), is: 0.75 },
    { name: 'below a baseline takes nothing away', found: score([-0.5, 1], [1, 1]), is: 0.5 },
    { name: 'weights', found: score([1, 0], [3, 1]), is: 0.75 },
    { name: 'what is not known does not count', found: score([0.6, NaN], [1, 9]), is: 0.6 },
    { name: 'nothing known', found: score([NaN, NaN], [1, 1]), is: 'no-progress' },
    { name: 'nothing known that has weight', found: score([NaN, 1], [1, 0]), is: 'no-progress' },
    { name: 'no weight', found: score([1], [0]), is: 'no-weight' },
  ])('$name', ({ found, is }) => {
    expect(found).toBe(is);
  });

  it('lies between the lowest and the highest progress', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const rows = fc.array(fc.tuple(share, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, (keyResults) => {
        const shares = keyResults.map(([progress]) => progress);
        const found = Number(score(shares, keyResults.map(([, weight]) => weight))); // prettier-ignore
        expect(found).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(found).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }),
    );
  });
});
