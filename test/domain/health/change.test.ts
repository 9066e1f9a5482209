import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthChange } from '../../../src/domain/health/change.js';
import { healthCompleteness, healthScore, type ScaleInput } from '../../../src/domain/health/score.js';
import { seriesOf } from '../../../src/domain/series.js';

const scale: readonly ScaleInput[] = [
  { input: 'Usage', weight: 50, worst: 0, best: 100 },
  { input: 'Tickets', weight: 30, worst: 10, best: 0 },
  { input: 'NPS', weight: 20, worst: 0, best: 10 },
];
const changeOf = (before: readonly number[], now: readonly number[], of = scale) =>
  healthChange(seriesOf(before), seriesOf(now), of);

describe('why a health score moved', () => {
  // Worked by hand: usage 0.5 * (60 - 80), tickets 0.3 * (80 - 50).
  it('names every input, the largest change first', () => {
    expect(changeOf([80, 5, 9], [60, 2, 9])).toEqual({
      ok: true,
      value: [
        { input: 'Usage', points: -10 },
        { input: 'Tickets', points: 9 },
        { input: 'NPS', points: 0 },
      ],
    });
  });

  // 0.5 * 80 + 0.3 * 50 + 0.2 * 90 = 73; without NPS (50 * 80 + 30 * 50) / 80 = 68.75, shown as 68.8.
  it('shows data that went missing as the loss of what they gave', () => {
    expect(changeOf([80, 5, 9], [80, 5, NaN])).toEqual({
      ok: true,
      value: [
        { input: 'NPS', points: -18 },
        { input: 'Usage', points: 10 },
        { input: 'Tickets', points: 3.8 },
      ],
    });
  });

  it('explains nothing when a score is unknown, or when nothing weighs anything', () => {
    expect(changeOf([NaN, 5, NaN], [80, 5, 9])).toEqual({ ok: false, reason: 'unknown-score' });
    expect(changeOf([80, 5, 9], [NaN, NaN, NaN])).toEqual({ ok: false, reason: 'unknown-score' });
    const weightless = scale.map((input) => ({ ...input, weight: 0 }));
    expect(changeOf([80, 5, 9], [80, 5, 9], weightless)).toEqual({ ok: false, reason: 'no-weight' });
  });

  const value = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -20, max: 120, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  );
  const account = fc.tuple(value, value, value, value, value);
  const scales = fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 0, max: 40 }))).map((weights) =>
    weights.map((weight, index) => ({
      input: `input ${String(index)}`,
      weight: weight / 10,
      worst: index % 2 ? 100 : 0,
      best: index % 2 ? 0 : 100,
    })),
  );

  it('adds up to the change of the two scores, to the decimal, each within a tenth of its exact share', () => {
    fc.assert(
      fc.property(account, account, scales, (before, now, of) => {
        const [then, today] = [healthScore(seriesOf(before), of), healthScore(seriesOf(now), of)];
        const change = healthChange(seriesOf(before), seriesOf(now), of);
        expect(change.ok).toBe(then.ok && today.ok);
        if (!change.ok || !then.ok || !today.ok) return;
        const total = change.value.reduce((sum, { points }) => sum + points, 0);
        expect(total).toBeCloseTo(today.value - then.value, 9);
        const share = (values: readonly number[], index: number): number => {
          const known = of.filter((_, at) => !Number.isNaN(values[at] ?? NaN));
          const weight = known.reduce((sum, input) => sum + input.weight, 0);
          const input = of[index];
          const raw = values[index] ?? NaN;
          if (!input || Number.isNaN(raw) || input.weight === 0) return 0;
          const points = Math.min(1, Math.max(0, (raw - input.worst) / (input.best - input.worst)));
          return (100 * input.weight * points) / weight;
        };
        for (const { input, points } of change.value) {
          const index = Number(input.slice('input '.length));
          expect(Math.abs(points - (share(now, index) - share(before, index)))).toBeLessThan(0.2);
          expect(Number.isInteger(Math.round(points * 1e9) / 1e8)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('how complete the data are', () => {
  it.each([
    [[80, 2, 9], 1],
    [[80, NaN, NaN], 0.5],
    [[NaN, 2, NaN], 0.3],
    [[NaN, NaN, NaN], 0],
  ])('of %j is %f', (values, expected) => {
    const complete = healthCompleteness(seriesOf(values), scale);
    expect(complete).toEqual({ ok: true, value: expected });
  });

  it('decides, at one half of the weight, whether there is a score', () => {
    fc.assert(
      fc.property(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (known) => {
        const values = seriesOf(known.map((isKnown) => (isKnown ? 1 : NaN)));
        const complete = healthCompleteness(values, scale);
        expect(complete.ok && healthScore(values, scale).ok === complete.value >= 0.5).toBe(true);
      }),
    );
  });
});
