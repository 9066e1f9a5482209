import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthBand } from '../../../src/domain/health/band.js';
import { healthScore, type ScaleInput } from '../../../src/domain/health/score.js';
import { seriesOf } from '../../../src/domain/series.js';

const USAGE: ScaleInput = { input: 'Usage', weight: 3, worst: 0, best: 200 };
const TICKETS: ScaleInput = { input: 'Tickets', weight: 1, worst: 10, best: 0 };

describe('a health score', () => {
  // Worked by hand: points times weight over the weight present.
  it.each([
    { name: 'all at best', values: [200, 0], score: 100 },
    { name: 'all at worst', values: [0, 10], score: 0 },
    { name: 'beyond best and worst is clamped', values: [900, 99], score: 75 },
    { name: 'halfway', values: [100, 5], score: 50 },
    { name: 'one decimal, half up', values: [150.5, 5], score: 68.9 },
    { name: 'inputs without data do not count', values: [100, NaN], score: 50 },
  ])('$name: $score', ({ values, score }) => {
    expect(healthScore(seriesOf(values), [USAGE, TICKETS])).toEqual({ ok: true, value: score });
  });

  it('is unknown when less than half of the weight has data, and known at half', () => {
    expect(healthScore(seriesOf([NaN, 5]), [USAGE, TICKETS])).toEqual({ ok: false, reason: 'too-little-data' });
    const halves = [0.1, 0.2, 0.3].map((weight) => ({ ...TICKETS, weight }));
    expect(healthScore(seriesOf([0, 0, NaN]), halves)).toEqual({ ok: true, value: 100 });
  });

  it('needs weight', () => {
    expect(healthScore(seriesOf([1]), [{ ...USAGE, weight: 0 }])).toEqual({ ok: false, reason: 'no-weight' });
    expect(healthScore(seriesOf([]), [])).toEqual({ ok: false, reason: 'no-weight' });
  });

  const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const input = fc
    .record({
      input: fc.constant('x'),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
      worst: finite,
      best: finite,
    })
    .filter(({ worst, best }) => Math.abs(worst - best) > 1e-6);
  const rows = fc.array(fc.tuple(input, fc.oneof(finite, fc.constant(NaN))), { minLength: 1, maxLength: 8 });

  it('stays between 0 and 100', () => {
    fc.assert(
      fc.property(rows, (inputs) => {
        const score = healthScore(seriesOf(inputs.map(([, value]) => value)), inputs.map(([scale]) => scale)); // prettier-ignore
        if (score.ok) {
          expect(score.value).toBeGreaterThanOrEqual(0);
          expect(score.value).toBeLessThanOrEqual(100);
        } else expect(score.reason).toBe('too-little-data');
      }),
    );
  });

  it('never falls when an input gets better', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.double({ min: 0, max: 1e6, noNaN: true }), (inputs, pick, gain) => {
        const scale = inputs.map(([one]) => one);
        const values = inputs.map(([, value]) => value);
        const index = pick % values.length;
        const { worst, best } = scale[index] ?? USAGE;
        const better = values.map((value, at) => (at === index ? value + (best > worst ? gain : -gain) : value));
        const [before, after] = [healthScore(seriesOf(values), scale), healthScore(seriesOf(better), scale)];
        expect(after.ok).toBe(before.ok);
        if (before.ok && after.ok) expect(after.value).toBeGreaterThanOrEqual(before.value);
      }),
    );
  });
});

describe('a health band', () => {
  it.each([
    { score: 0, band: 'red' },
    { score: 49.9, band: 'red' },
    { score: 50, band: 'yellow' },
    { score: 74.9, band: 'yellow' },
    { score: 75, band: 'green' },
    { score: null, band: 'unknown' },
  ])('of $score is $band', ({ score, band }) => {
    expect(healthBand(score)).toBe(band);
  });

  it('follows the limits of a team, which may leave no yellow', () => {
    const limits = { redBelow: 60, greenFrom: 60 };
    expect([59.9, 60].map((score) => healthBand(score, limits))).toEqual(['red', 'green']);
  });
});
