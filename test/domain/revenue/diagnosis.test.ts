import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retentionDiagnosis } from '../../../src/domain/revenue/diagnosis.js';

describe('the diagnosis of net and gross retention', () => {
  it.each([
    { nrr: 1.1, grr: 0.7, says: 'upsell masks churn' },
    { nrr: 0.98, grr: 0.95, says: 'expansion weak' },
    { nrr: 1.15, grr: 0.85, says: 'compounding' },
    { nrr: 1.15, grr: 0.849, says: 'compounding over churn' },
    { nrr: 0.85, grr: 0.85, says: 'leaking' },
    { nrr: 0.85, grr: 0.6, says: 'leaking' },
    { nrr: 0.999, grr: 0.919, says: 'leaking' },
    { nrr: 1, grr: 0.849, says: 'upsell masks churn' },
    { nrr: 1.1, grr: 0.92, says: 'on target' },
    { nrr: 1.099, grr: 0.92, says: 'expansion weak' },
    { nrr: 1.1, grr: 0.919, says: 'base loose' },
    { nrr: 1.099, grr: 0.85, says: 'both short' },
    { nrr: 1, grr: 1, says: 'expansion weak' },
    { nrr: 0, grr: 0, says: 'leaking' },
  ])('of $nrr and $grr is "$says"', ({ nrr, grr, says }) => {
    expect(retentionDiagnosis(nrr, grr)).toEqual({ ok: true, value: says });
  });

  it('does not miss a limit by binary rounding', () => {
    expect(retentionDiagnosis(1.1 - 1e-15, 0.92 - 1e-15)).toEqual({ ok: true, value: 'on target' });
    expect(retentionDiagnosis(0.9, 0.9 + 1e-15)).toEqual({ ok: true, value: 'leaking' });
  });

  it('refuses gross retention above net or above 1', () => {
    expect(retentionDiagnosis(0.9, 0.91)).toEqual({ ok: false, reason: 'gross-above-net' });
    expect(retentionDiagnosis(1.2, 1.01)).toEqual({ ok: false, reason: 'gross-above-one' });
  });

  it('never calls a base leaking that grows, nor one on target that shrinks', () => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 100 }))
      .filter(([nrr, grr]) => grr <= nrr);
    fc.assert(
      fc.property(pair, ([nrr, grr]) => {
        const found = retentionDiagnosis(nrr / 100, grr / 100);
        expect(found.ok).toBe(true);
        const isLeaking = found.ok && found.value === 'leaking';
        expect(isLeaking).toBe(nrr < 100 && grr < 92);
      }),
    );
  });
});
