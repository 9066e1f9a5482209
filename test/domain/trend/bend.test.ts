import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src/domain/series.js';
import { bendSize, bentWeeks, type Better, isBending } from '../../../src/domain/trend/bend.js';

describe('bending', () => {
  it.each([
    { name: 'two wrong changes', values: [50, 48, 45], better: 'up', run: 2 },
    { name: 'two wrong changes where fewer is better', values: [1, 2, 3], better: 'down', run: 2 },
    { name: 'a better last week', values: [50, 48, 45, 46], better: 'up', run: 0 },
    { name: 'a flat week ends the run', values: [9, 8, 8, 7], better: 'up', run: 1 },
    { name: 'a blank week ends the run', values: [9, 8, NaN, 7, 6], better: 'up', run: 1 },
    { name: 'a blank week before the last', values: [9, NaN, 7], better: 'up', run: 0 },
    { name: 'below zero', values: [-1, -2, -3], better: 'up', run: 2 },
    { name: 'from zero', values: [0, -1, -2], better: 'up', run: 2 },
    { name: 'one value', values: [5], better: 'up', run: 0 },
    { name: 'no data in the last week', values: [3, 2, NaN], better: 'up', run: null },
    { name: 'no weeks', values: [], better: 'up', run: null },
  ] as const)('$name: $run weeks', ({ values, better, run }) => {
    expect(bentWeeks(seriesOf(values), better)).toBe(run);
    expect(isBending(seriesOf(values), better)).toBe(run === null ? null : run >= 2);
  });

  it('two wrong changes need three values', () => {
    expect(isBending(seriesOf([2, 1]), 'up')).toBe(false);
    expect(isBending(seriesOf([2, 1]), 'up', 1)).toBe(true);
  });

  it.each([
    { name: 'a drop of exactly 7 %, which binary puts a little below 7', values: [100, 93], minChange: 0.07, run: 1 },
    { name: 'a smaller drop', values: [100, 93.01], minChange: 0.07, run: 0 },
    { name: 'a small drop ends the run', values: [100, 80, 79, 60], minChange: 0.05, run: 1 },
    { name: 'any change away from zero', values: [0, -0.1], minChange: 0.5, run: 1 },
    { name: 'a negative value, by its size', values: [-100, -104], minChange: 0.05, run: 0 },
  ])('a least change makes smaller ones flat: $name', ({ values, minChange, run }) => {
    expect(bentWeeks(seriesOf(values), 'up', { minChange })).toBe(run);
  });

  it('reads no further back than it is asked to count', () => {
    const read: number[] = [];
    const series = { length: 26, at: (week: number) => (read.push(week), -week) };
    expect(isBending(series, 'up', 2)).toBe(true);
    expect(read).toEqual([25, 24, 23]);
  });
});

const weeks = fc.array(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -50, max: 50 }) }, { weight: 1, arbitrary: fc.constant(NaN) }), { maxLength: 12 }); // prettier-ignore
const better = fc.constantFrom<Better>('up', 'down');

describe('laws of bending', () => {
  it('a series upside down bends the same way downwards', () => {
    fc.assert(
      fc.property(weeks, (values) => {
        const flipped = values.map((value) => -value);
        expect(bentWeeks(seriesOf(flipped), 'down')).toBe(bentWeeks(seriesOf(values), 'up'));
      }),
    );
  });

  it('a week that is better ends every run, a worse one makes it one longer', () => {
    fc.assert(
      fc.property(weeks, better, (values, way) => {
        const run = bentWeeks(seriesOf(values), way);
        fc.pre(run !== null);
        const worse = way === 'up' ? -1000 : 1000;
        expect(bentWeeks(seriesOf([...values, worse]), way)).toBe(run + 1);
        expect(bentWeeks(seriesOf([...values, -worse]), way)).toBe(0);
      }),
    );
  });

  it('bends for n weeks exactly when the run is at least n long', () => {
    fc.assert(
      fc.property(weeks, better, fc.integer({ min: 1, max: 6 }), (values, way, asked) => {
        const run = bentWeeks(seriesOf(values), way);
        expect(isBending(seriesOf(values), way, asked)).toBe(run === null ? null : run >= asked);
      }),
    );
  });
});

describe('the size of a bend', () => {
  const sizeOf = (values: number[], better: 'up' | 'down' = 'up'): unknown => {
    const size = bendSize(seriesOf(values), better);
    return size.ok ? size.value : size.reason;
  };

  it.each([
    { name: 'a fall over the run alone', found: sizeOf([100, 60, 50, 48, 39, 45, 36]), is: -0.2 },
    { name: 'a fall over all weeks', found: sizeOf([60, 50, 48, 39]), is: -0.35 },
    { name: 'a rise where fewer is better', found: sizeOf([2, 4, 5], 'down'), is: 1.5 },
    { name: 'a fall below zero', found: sizeOf([-10, -15]), is: -0.5 },
    { name: 'no bend', found: sizeOf([3, 2, 4]), is: 0 },
    { name: 'one week', found: sizeOf([3]), is: 0 },
    { name: 'a gap ends the run', found: sizeOf([90, NaN, 40, 20]), is: -0.5 },
    { name: 'from zero', found: sizeOf([1, 0, 2, 4], 'down'), is: 'from-zero' },
    { name: 'from next to zero', found: sizeOf([5e-324, 1e100], 'down'), is: 'from-zero' },
    { name: 'a last week without data', found: sizeOf([3, 2, NaN]), is: 'no-data' },
    { name: 'no weeks', found: sizeOf([]), is: 'no-data' },
  ])('$name: $is', ({ found, is }) => {
    expect(found).toBe(is);
  });

  it('has a size exactly when there is a run, and the sign of getting worse', () => {
    const week = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(week, { maxLength: 9 }),
        fc.constantFrom('up' as const, 'down' as const),
        (values, better) => {
          const run = bentWeeks(seriesOf(values), better);
          const size = sizeOf(values, better);
          if (run === null) expect(size).toBe('no-data');
          else expect(Math.sign(Number(size))).toBe(run === 0 ? 0 : better === 'up' ? -1 : 1);
        },
      ),
    );
  });
});
