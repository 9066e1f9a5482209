import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibration } from '../../../src/domain/okr/calibration.js';

const said = (confidence: number, met: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ confidence, isMet: i < met }));

describe('calibration', () => {
  it('scores ten entries of 8 of which eight came true: 0.8 * 0.2² + 0.2 * 0.8²', () => {
    const found = calibration(said(8, 8, 10));
    expect(found.brier).toBeCloseTo(0.16, 12);
    expect(found.words).toBe('On average 80 % was said and 80 % came true: about right');
    expect(found.bands.map(({ said: band, met, of }) => [band, met, of])).toEqual([
      ['0-3', 0, 0],
      ['4-6', 0, 0],
      ['7-8', 8, 10],
      ['9-10', 0, 0],
    ]);
  });

  it.each([
    { name: 'too hopeful', entries: said(9, 2, 10) },
    { name: 'too careful', entries: said(3, 9, 10) },
  ])('says that somebody was $name', ({ name, entries }) => {
    expect(calibration(entries).words).toMatch(new RegExp(`${name}$`));
  });

  it.each([
    [0, 'there are none yet'],
    [9, 'there are 9'],
  ])('of %i entries says that they are too few, and gives no score', (count, words) => {
    const found = calibration(said(8, 1, count));
    expect(found).toMatchObject({ settled: count, brier: null });
    expect(found.words).toContain(words);
  });

  it('puts every entry in one band, whose mean lies in it', () => {
    const entry = fc.record({ confidence: fc.integer({ min: 0, max: 10 }), isMet: fc.boolean() });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const { bands } = calibration(entries);
        expect(bands.reduce((sum, { of }) => sum + of, 0)).toBe(entries.length);
        expect(bands.reduce((sum, { met }) => sum + met, 0)).toBe(entries.filter(({ isMet }) => isMet).length);
        for (const { said: band, share } of bands) {
          const [least = 0, most = 0] = band.split('-').map(Number);
          expect(share * 10).toBeGreaterThanOrEqual(least - 1e-9);
          expect(share * 10).toBeLessThanOrEqual(most + 1e-9);
        }
      }),
    );
  });
});
