import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src/domain/series.js';
import { bendKind } from '../../../src/domain/trend/bend-kind.js';

/** Mean 10.5 and mean moving range 1, so that the natural limits are 7.84 and 13.16. */
const STEADY = Object.freeze([10, 11, 10, 11, 10, 11]);

describe('the kind of a bend', () => {
  it.each([
    { name: 'below the lower limit', values: [...STEADY, 7.83], kind: 'signal' },
    { name: 'just inside the lower limit', values: [...STEADY, 7.85], kind: 'normal variation' },
    { name: 'just inside the upper limit', values: [...STEADY, 13.15], kind: 'normal variation' },
    { name: 'above the upper limit', values: [...STEADY, 13.17], kind: 'signal' },
    { name: 'any change after a flat line', values: [5, 5, 5, 5, 5, 5, 4], kind: 'signal' },
    {
      name: 'a flat line whose mean is not exact in binary',
      values: Array<number>(7).fill(0.7),
      kind: 'normal variation',
    },
    { name: 'five earlier values', values: STEADY, kind: 'short history' },
    { name: 'weeks without data do not count as history', values: [NaN, ...STEADY.slice(1), 2], kind: 'short history' },
    { name: 'a gap is bridged', values: [10, 11, NaN, 10, 11, 10, 11, 2], kind: 'signal' },
    { name: 'no weeks', values: [], kind: 'short history' },
  ] as const)('$name: $kind', ({ values, kind }) => {
    expect(bendKind(seriesOf(values))).toBe(kind);
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2, individuals chart of ten batches: mean 50.81, mean
  // moving range 1.8778, limits 45.8159 and 55.8041 (with 3 / 1.128 in place of 2.66, which moves them by 0.001).
  const BATCHES = Object.freeze([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
  it.each([
    { last: 55.81, kind: 'signal' },
    { last: 55.8, kind: 'normal variation' },
    { last: 45.82, kind: 'normal variation' },
    { last: 45.81, kind: 'signal' },
  ])('of $last after the batches of the NIST handbook is $kind', ({ last, kind }) => {
    expect(bendKind(seriesOf([...BATCHES, last]))).toBe(kind);
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 7, maxLength: 20 }), (values) => {
        const doubled = values.map((value) => value * 4);
        expect(bendKind(seriesOf(doubled))).toBe(bendKind(seriesOf(values)));
      }),
    );
  });
});
