import { describe, expect, it } from 'vitest';
import { annualize } from '../../src/functions/annualize.js';
import { quickratio } from '../../src/functions/quick-ratio.js';
import { grr, revenuechurn } from '../../src/functions/retention.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const quickratioOf = (...args: unknown[]): unknown => quickratio(args[0], args[1], args[2], args[3]);
const annualizeOf = (...args: unknown[]): unknown => annualize(args[0], args[1], args[2]);

describe('REVENUECHURN', () => {
  it('is 1 minus GRR', () => {
    const starting = column('Start', 100, 100, 50, '');
    const ending = column('End', 150, 80, '', 40);
    expect(revenuechurn(starting, ending)).toBe(0.28);
    expect(revenuechurn(starting, ending)).toBeCloseTo(1 - grr(starting, ending, undefined), 12);
  });

  it('says its own name', () => {
    expect(() => revenuechurn(0, 5)).toThrow(new Error('REVENUECHURN: no starting revenue'));
  });
});

describe('QUICKRATIO', () => {
  it('takes accounts, or movements as totals and ranges', () => {
    expect(quickratioOf(column('Start', 100, '', 65), column('End', 150, 80, ''))).toBe(2);
    expect(quickratioOf(20_000, column(5_000, 3_000), 3_000, 5_000)).toBe(3.5);
  });

  it('says "no losses" where nothing was lost, without opening revenue too', () => {
    expect(quickratioOf(column(100, ''), column(100, 50))).toBe('no losses');
    expect(quickratioOf(0, 80)).toBe('no losses');
    expect(quickratioOf(5, 0, '', '')).toBe('no losses');
  });

  it.each([
    { name: 'no revenue', args: [column('', 0), column('', '')], says: 'no revenue at the start or at the end' },
    { name: 'no movements', args: [0, '', 0, 0], says: 'nothing was won and nothing lost; give the MRR that moved' },
    {
      name: 'three arguments',
      args: [1, 2, 3],
      says: 'wrong number of arguments; use (starting_mrr, ending_mrr) or (new, expansion, contraction, churn)',
    },
    {
      name: 'a negative loss',
      args: [1, 2, -3, 4],
      says: 'contraction is -3, below zero; give amounts of 0 or more',
    },
    {
      name: 'bad cells before no losses',
      args: [column(1, 'x'), column(2, 3)],
      says: 'starting_mrr row 2 is text "x"; format the cell as a number',
    },
    { name: 'nothing', args: [], says: 'starting_mrr is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args, says }) => {
    expect(() => quickratioOf(...args)).toThrow(new Error(`QUICKRATIO: ${says}`));
  });
});

describe('ANNUALIZE', () => {
  it('takes a rate a little above 1 for a retention that needs its kind', () => {
    expect(() => annualizeOf(1.02, 1)).toThrow(
      new Error(
        'ANNUALIZE: rate is 1.02, above all there was; give kind "retention", or a churn as a fraction, 0.0102 for 1.02 %',
      ),
    );
    expect(annualizeOf(1e-17, 1)).toBeCloseTo(1.2e-16, 25);
  });

  it('answers beside each rate, blank where there is none, one period for all or one each', () => {
    expect(annualizeOf(column('Churn', 0.19, '', 0.5, '', ''), 24)).toEqual([
      [''],
      [expect.closeTo(0.1, 12)],
      [''],
      [expect.closeTo(0.2928932188, 9)],
    ]);
    expect(annualizeOf(column(0.1, 0.1), column(12, 6))).toEqual([
      [expect.closeTo(0.1, 12)],
      [expect.closeTo(0.19, 12)],
    ]);
    expect(annualizeOf(0.1, column(12, 6))).toEqual([[expect.closeTo(0.1, 12)], [expect.closeTo(0.19, 12)]]);
    expect(annualizeOf(1.1, 6, 'Retention')).toBeCloseTo(1.21, 12);
    expect(annualizeOf('', 6)).toBe('');
    expect(annualizeOf(column('', ''), column('', ''))).toBe('');
  });

  it.each([
    { name: 'a percentage', args: [column(0.05, 5), 1], says: 'rate row 2 is 5; give a fraction of at most 1, 0.05 for 5 %' },
    { name: 'retention as a percentage', args: [110, 1, 'retention'], says: 'rate is 110; give a fraction of at most 10, 1.1 for 110 %' },
    { name: 'no months', args: [0.05, 0], says: 'months is 0; give a number above 0' },
    { name: 'blank months', args: [0.05, ''], says: 'months is blank; give it a value' },
    { name: 'a blank month', args: [column(0.1, 0.2), column(1, '')], says: 'months row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'a negative rate', args: [-0.1, 1], says: 'rate is -0.1, below zero; give amounts of 0 or more' },
    { name: 'beyond any number', args: [9, 0.01, 'retention'], says: 'rate compounds beyond any number over 12 months; check the rate and its months' },
    { name: 'another kind', args: [0.1, 1, 'growth'], says: 'kind is text "growth"; choose "churn" or "retention"' },
    { name: 'different heights', args: [column(0.1, 0.2, 0.3), column(1, 1)], says: 'months has 2 rows and rate has 3 rows; give ranges of the same height' },
    { name: 'nothing', args: [], says: 'rate is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args, says }) => {
    expect(() => annualizeOf(...args)).toThrow(new Error(`ANNUALIZE: ${says}`));
  }); // prettier-ignore
});
