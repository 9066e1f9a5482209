import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmarkOf, standingOf, type Benchmark } from '../../../src/domain/benchmark/bands.js';
import { metricKey, publishedBenchmark } from '../../../src/domain/benchmark/published.js';

function published(key: string): Benchmark {
  const found = publishedBenchmark(key);
  if (!found) throw new Error(key);
  return found;
}
const standing = (value: number, benchmark: Benchmark): unknown => {
  const found = standingOf(value, benchmark);
  return found.ok ? [found.value.band, found.value.toNext === null ? null : Math.round(found.value.toNext * 1e6) / 1e6] : found.reason; // prettier-ignore
};

describe('shipped bands', () => {
  // ICONIQ Growth, 2024 for median, top quartile and top decile of NRR; common rules of thumb for the others.
  it.each([
    ['nrr', 1.04, ['worries a board', 0.01]],
    ['nrr', 1.05, ['below the median', 0.01]],
    ['nrr', 1.06, ['above the median', 0.04]],
    ['nrr', 1.1, ['on target', 0.1]],
    ['nrr', 1.2, ['top quartile', 0.1]],
    ['nrr', 1.3, ['top decile', null]],
    ['nrr', 0, ['worries a board', 1.05]],
    ['grr', 0.84, ['points to product fit or onboarding', 0.01]],
    ['grr', 0.85, ['below healthy', 0.03]],
    ['grr', 0.9, ['healthy for mid-market', 0.02]],
    ['grr', 0.92, ['on target', 0.03]],
    ['grr', 1, ['excellent', null]],
    ['expansion', 0.07, ['below typical, an accident', 0.01]],
    ['expansion', 0.1, ['typical, an accident', 0.02]],
    ['expansion', 0.15, ['above typical', 0.03]],
    ['expansion', 0.18, ['on target', 0.02]],
    ['expansion', 0.25, ['top quartile', null]],
    ['forecast error', 0.3, ['worse than typical', -0.05]],
    ['forecast error', 0.2, ['typical', -0.05]],
    ['forecast error', 0.15, ['better than typical', -0.1]],
    ['forecast error', 0.05, ['on target', null]],
    ['forecast error', 0, ['on target', null]],
  ])('put a %s of %d where it belongs', (key, value, expected) => {
    expect(standing(value, published(key))).toEqual(expected);
  });

  it('do not miss a limit by binary rounding', () => {
    expect(standing(0.92 - 1e-16, published('grr'))).toEqual(['on target', 0.03]);
    expect(standing(0.05 + 1e-17, published('forecast error'))).toEqual(['on target', null]);
  });

  it.each([
    ['NRR', 'nrr'],
    [' net-revenue  Retention', 'nrr'],
    ['NDR', 'nrr'],
    ['Gross_Revenue_Retention', 'grr'],
    ['Expansion rate', 'expansion'],
    ['Renewal forecast error', 'forecast error'],
    ['toString', 'tostring'],
  ])('know %j as %j', (name, key) => {
    expect(metricKey(name)).toBe(key);
  });

  it('are not made up for other metrics', () => {
    expect(publishedBenchmark('nps')).toBeUndefined();
    expect(publishedBenchmark('constructor')).toBeUndefined();
  });
});

describe('bands of a team', () => {
  const low = { name: 'low', from: -Infinity, to: 10 };
  const high = { name: 'high', from: 20, to: 30 };

  it('may leave gaps, which say so, and may come in any order', () => {
    const found = benchmarkOf([high, low], 'up');
    if (!found.ok) throw new Error(found.reason.kind);
    expect([5, 10, 15, 20, 30, 31].map((value) => standing(value, found.value))).toEqual([
      ['low', 15],
      ['low', 10],
      'no-band',
      ['high', null],
      ['high', null],
      'no-band',
    ]);
  });

  it('that overlap are named', () => {
    const wide = { name: 'wide', from: 9.9, to: 25 };
    expect(benchmarkOf([wide, low], 'up')).toEqual({ ok: false, reason: { kind: 'overlap', lower: low, upper: wide } });
    expect(benchmarkOf([low, { ...low, name: 'again' }], 'down').ok).toBe(false);
  });

  it('lead to the next better band by the distance they state', () => {
    const limits = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(limits, fc.integer({ min: -1100, max: 1100 }), fc.constantFrom('up' as const, 'down' as const), (edges, value, better) => {
        const sorted = [-Infinity, ...edges.sort((one, other) => one - other), Infinity];
        const bands = sorted.slice(1).map((to, index) => ({ name: String(index), from: sorted[index] ?? NaN, to }));
        const benchmark = benchmarkOf(bands, better);
        if (!benchmark.ok) throw new Error('bands that meet do not overlap');
        const here = standingOf(value, benchmark.value);
        if (!here.ok) throw new Error('there are no gaps');
        const step = better === 'up' ? 1 : -1;
        if (here.value.toNext === null) return;
        const there = standingOf(value + here.value.toNext, benchmark.value);
        expect(Math.sign(here.value.toNext)).toBe(step);
        expect(there.ok && Number(there.value.band)).toBe(Number(here.value.band) + step);
      }),
    ); // prettier-ignore
  });
});
