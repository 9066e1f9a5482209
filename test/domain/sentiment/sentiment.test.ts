import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterScore } from '../../../src/domain/sentiment/net-promoter-score.js';
import { satisfiedShare } from '../../../src/domain/sentiment/satisfaction.js';
import { seriesOf } from '../../../src/domain/series.js';

const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 50 });

describe('the net promoter score', () => {
  // Reichheld's groups (Harvard Business Review, December 2003): 9 and 10 promote, 0 to 6 detract. The fourth row is the
  // worked example of DELA's annual report of 2018: 30 % promoters and 20 % detractors give +10.
  it.each([
    [[9, 10], 100],
    [[0, 6], -100],
    [[7, 8, 8.5, 6.5], 0],
    [[9, 9, 10, 8, 8, 7, 7, 7, 6, 0], 10],
    [[NaN, 10, NaN, 3, 3, NaN], -100 / 3],
  ])('of %j is %f', (answers, expected) => {
    const score = netPromoterScore(seriesOf(answers));
    expect(score.ok && score.value).toBeCloseTo(expected, 12);
  });

  it('lies from -100 to 100, and rises with no answer that falls', () => {
    fc.assert(
      fc.property(scores, fc.nat(), (answers, at) => {
        const score = netPromoterScore(seriesOf(answers));
        expect(score.ok && Math.abs(score.value)).toBeLessThanOrEqual(100);
        const lower = answers.map((answer, index) =>
          index === at % answers.length ? Math.max(0, answer - 1) : answer,
        );
        const after = netPromoterScore(seriesOf(lower));
        expect(score.ok && after.ok && after.value <= score.value).toBe(true);
      }),
    );
  });

  it('of nobody is none', () => {
    expect(netPromoterScore(seriesOf([NaN]))).toEqual({ ok: false, reason: 'no-answers' });
  });
});

describe('the share of satisfied answers', () => {
  it.each([
    [[5, 4, 3, 1], undefined, 0.5],
    [[5, 4, NaN, NaN], undefined, 1],
    [[3.9, 4], undefined, 0.5],
    [[7, 6, 5], 6, 2 / 3],
    [[0, 1, 1], 1, 2 / 3],
  ])('of %j from %s is %f', (answers, from, expected) => {
    const share = satisfiedShare(seriesOf(answers), from);
    expect(share.ok && share.value).toBeCloseTo(expected, 12);
  });

  it('falls with no threshold that falls', () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 10 }), (answers, from) => {
        const [strict, lenient] = [
          satisfiedShare(seriesOf(answers), from + 1),
          satisfiedShare(seriesOf(answers), from),
        ];
        expect(strict.ok && lenient.ok && strict.value <= lenient.value).toBe(true);
      }),
    );
  });

  it('of nobody is none', () => {
    expect(satisfiedShare(seriesOf([]))).toEqual({ ok: false, reason: 'no-answers' });
  });
});
