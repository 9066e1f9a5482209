import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../../src/domain/okr/roll-up.js';

const of = (...progress: (number | null)[]) =>
  progress.map((share, at) => ({ id: `KR${String(at + 1)}`, progress: share }));

describe('the roll-up of an objective', () => {
  it.each([
    { name: 'a mean, with the weakest beside it', keyResults: of(0.9, 0.1, null), score: 0.5, weakest: 'KR2' },
    {
      name: 'below the start is the weakest, and counts as nothing',
      keyResults: of(0.4, -2),
      score: 0.2,
      weakest: 'KR2',
    },
    { name: 'the first of several that are equal', keyResults: of(0.5, 0.5), score: 0.5, weakest: 'KR1' },
    { name: 'nothing known', keyResults: of(null, null), score: null, weakest: null },
    { name: 'no key result', keyResults: [], score: null, weakest: null },
  ])('$name', ({ keyResults, score, weakest }) => {
    expect(rollUp(keyResults)).toEqual({ score, weakest });
  });

  it('does not change with a key result of which nothing is known', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 6 }), (shares) => {
        expect(rollUp(of(...shares, null))).toEqual(rollUp(of(...shares)));
      }),
    );
  });
});
