import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOf } from '../../src/messages/trend.js';
import { nps, tickets, usage, WEEK } from './sample-mail.js';

describe('the picture of a trend', () => {
  it('starts its bars at zero, in proportion to the values', () => {
    const { bars, above, below } = trendOf({ recent: [10, 20, 40], since: WEEK }, WEEK);
    expect(bars.map(({ size }) => size?.above)).toEqual([10, 20, 40]);
    expect([above, below]).toEqual([40, 0]);
  });

  it('leaves a gap where a week has no data, and draws a zero', () => {
    const { bars } = trendOf({ recent: [40, null, 0], since: WEEK }, WEEK);
    expect(bars.map(({ size }) => size)).toEqual([{ above: 40, below: 0 }, null, { above: 2, below: 0 }]);
  });

  it('draws negative values below the zero line', () => {
    const { bars, above, below } = trendOf(nps, WEEK);
    expect(bars.map(({ size }) => size && size.above - size.below)).toEqual([21, null, 11, -5, -19]);
    expect([above, below]).toEqual([21, 19]);
  });

  it('marks the weeks from the first wrong one on', () => {
    expect(
      trendOf(usage, WEEK)
        .bars.map(({ bent }) => bent)
        .lastIndexOf(false),
    ).toBe(8);
    expect(trendOf(tickets, WEEK).bars.filter(({ bent }) => bent)).toHaveLength(2);
  });

  it('shows the last 12 weeks at most', () => {
    const recent = Array.from({ length: 30 }, (_, week) => week);
    const { bars, sentence } = trendOf({ recent, since: WEEK }, WEEK);
    expect(bars).toHaveLength(12);
    expect(sentence).toBe('Last 12 weeks: 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29');
  });

  it('says a week without data in words', () => {
    expect(trendOf(nps, WEEK).sentence).toBe('Last 5 weeks: 40, no data, 20, -10, -35');
  });

  it('fits its height for any values', () => {
    const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 15 }), (recent) => {
        const { above, below, bars } = trendOf({ recent, since: WEEK }, WEEK);
        expect(above + below).toBeLessThanOrEqual(44);
        for (const { size } of bars) expect(size === null || size.above + size.below >= 2).toBe(true);
      }),
    );
  });
});
