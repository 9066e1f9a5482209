import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endedShare,
  meanWait,
  waitingCurve,
  waitQuantile,
  type Wait,
} from '../../../src/domain/statistics/kaplan-meier.js';
import { quantileOf, sortedNumbers } from '../../../src/domain/statistics/quantile.js';
import { sumOf } from '../../../src/domain/statistics/sum.js';
import { seriesOf } from '../../../src/domain/series.js';

const over = (...days: number[]): Wait[] => days.map((length) => ({ days: length, isOver: true }));
const notOver = (...days: number[]): Wait[] => days.map((length) => ({ days: length, isOver: false }));

// Freireich et al., Blood 21 (1963): weeks of remission of the 21 patients given 6-MP, as printed in Gehan, Biometrika 52
// (1965), and in every textbook since (Cox and Oakes, Analysis of Survival Data, 1984, p. 7).
const REMISSIONS = [...over(6, 6, 6, 7, 10, 13, 16, 22, 23), ...notOver(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
// The 21 given a placebo, all of whom relapsed.
const PLACEBO = over(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

describe('the curve of those who still wait', () => {
  it('of the 6-MP remissions is the published one', () => {
    const { steps, longest } = waitingCurve(REMISSIONS);
    expect(steps.map(({ days, waiting }) => [days, waiting.toFixed(3)])).toEqual([
      [6, '0.857'],
      [7, '0.807'],
      [10, '0.753'],
      [13, '0.690'],
      [16, '0.627'],
      [22, '0.538'],
      [23, '0.448'],
    ]);
    expect(longest).toBe(35);
  });

  it('gives the published median of the 6-MP remissions, and no p90', () => {
    const curve = waitingCurve(REMISSIONS);
    expect(waitQuantile(curve, 0.5)).toBe(23);
    expect(waitQuantile(curve, 0.9)).toBeNull();
    expect(endedShare(curve)).toBeCloseTo(1 - 0.448, 3);
  });

  it('gives the published median of the remissions on placebo', () => {
    const curve = waitingCurve(PLACEBO);
    expect(waitQuantile(curve, 0.5)).toBe(8);
    expect(curve.steps.find(({ days }) => days === 8)?.waiting).toBeCloseTo(8 / 21, 12);
    expect(endedShare(curve)).toBe(1);
  });

  // The area by hand: 6 + 0.857 + 3 (0.807 + 0.753 + 0.690) + 6 x 0.627 + 0.538 + 12 x 0.448.
  it('gives the mean of the 6-MP remissions within 35 weeks', () => {
    expect(meanWait(waitingCurve(REMISSIONS))).toBeCloseTo(23.29, 2);
  });

  it.each([
    { name: 'a median on a flat stretch', waits: over(1, 2, 3, 4), q: 0.5, days: 2.5 },
    {
      name: 'a flat stretch that those who wait shorten',
      waits: [...over(10, 20), ...notOver(40, 50)],
      q: 0.5,
      days: 35,
    },
    { name: 'a flat stretch despite thirds in binary', waits: over(1, 2, 3), q: 1 / 3, days: 1.5 },
    { name: 'a tenth that binary makes a little more', waits: over(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), q: 0.9, days: 9.5 },
    { name: 'a wait of no days', waits: over(0, 0, 5), q: 0.5, days: 0 },
    { name: 'half minus one', waits: [...over(10), ...notOver(40, 50)], q: 0.5, days: null },
    { name: 'nobody who got there', waits: notOver(3, 4), q: 0.5, days: null },
    { name: 'nobody at all', waits: [], q: 0.5, days: null },
  ])('quantile: $name', ({ waits, q, days }) => {
    const found = waitQuantile(waitingCurve(waits), q);
    if (days === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(days, 12);
  });

  it('counts a wait that is not over among those observed on the day of its own length', () => {
    expect(waitingCurve([...over(5), ...notOver(5)]).steps).toEqual([{ days: 5, waiting: 0.5 }]);
  });

  const lengths = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 40 });
  const waits = fc.array(fc.record({ days: fc.nat({ max: 30 }), isOver: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  });

  it('is plain statistics when every wait is over', () => {
    fc.assert(
      fc.property(lengths, (days) => {
        const curve = waitingCurve(over(...days));
        expect(endedShare(curve)).toBe(1);
        expect(meanWait(curve)).toBeCloseTo(sumOf(seriesOf(days)) / days.length, 9);
        expect(waitQuantile(curve, 0.5)).toBe(quantileOf(sortedNumbers(days), 0.5));
      }),
    );
  });

  it('is the product over all lengths, in any order of waits', () => {
    fc.assert(
      fc.property(waits, (list) => {
        const curve = waitingCurve(list);
        for (let day = 0; day <= 31; day++) {
          let naive = 1;
          for (let length = 0; length <= day; length++) {
            const observed = list.filter(({ days }) => days >= length).length;
            const ended = list.filter(({ days, isOver }) => isOver && days === length).length;
            if (observed > 0) naive *= 1 - ended / observed;
          }
          const step = curve.steps.filter(({ days }) => days <= day).pop();
          expect(step?.waiting ?? 1).toBeCloseTo(naive, 9);
        }
        expect(waitingCurve([...list].reverse())).toEqual(curve);
      }),
    );
  });

  it('never gives a shorter median when somebody who got there turns out to wait still', () => {
    fc.assert(
      fc.property(waits, fc.nat({ max: 30 }), (list, days) => {
        const median = (isOver: boolean): number =>
          waitQuantile(waitingCurve([...list, { days, isOver }]), 0.5) ?? Infinity;
        expect(median(false)).toBeGreaterThanOrEqual(median(true));
      }),
    );
  });
});
