import { describe, expect, it } from 'vitest';
import { csmratio } from '../../src/functions/csm-ratio.js';
import { brier, forecastaccuracy } from '../../src/functions/forecast.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe('FORECASTACCURACY', () => {
  it('takes row by row, blank rows left out', () => {
    expect(forecastaccuracy(column('F', 100, '', 50, ''), column('A', 80, '', 70, ''))).toBe(1 - 40 / 150);
    expect(forecastaccuracy(column(100, 0), column(100, 0))).toBe(1);
  });

  it.each([
    { name: 'no actual yet', args: [column(100, 50), column(80, '')], says: 'actual row 2 is blank beside a forecast; put 0 if nothing came, or leave rows that are still open out with FILTER' },
    { name: 'no forecast', args: [column(100, '', ''), column(80, 5, 6)], says: 'forecast row 2 is blank though its row is not; fill it or clear the row (and 1 more cell)' },
    { name: 'nothing came', args: [column(100), column(0)], says: 'actual adds up to 0; give what came' },
    { name: 'nothing at all', args: [column('', ''), column('', '')], says: 'actual adds up to 0; give what came' },
    { name: 'a negative amount', args: [-1, 5], says: 'forecast is -1, below zero; give amounts of 0 or more' },
    { name: 'nothing given', args: [], says: 'forecast is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args: [forecast, actual], says }) => {
    expect(() => forecastaccuracy(forecast, actual)).toThrow(new Error(`FORECASTACCURACY: ${says}`));
  }); // prettier-ignore
});

describe('BRIER', () => {
  it('does not guess the scale of confidences that are on both', () => {
    expect(() => brier(column(0.8, 0.7, 7), column(1, 1, ''))).toThrow(
      new Error(
        'BRIER: confidence row 1 is 0.8, out of 1, and confidence row 3 is out of 10; give all from 0 to 1 or all from 0 to 10',
      ),
    );
  });

  it('takes confidence up to 1 or out of 10, and leaves out what is not settled', () => {
    const outcome = column('Came true', true, 1, false, '', '');
    expect(brier(column('Confidence', 0.27, 0.67, 0.83, '', ''), outcome)).toBeCloseTo(
      (0.5329 + 0.1089 + 0.6889) / 3,
      12,
    );
    expect(brier(column('Confidence', 2.7, 6.7, 8.3, 6, ''), outcome)).toBeCloseTo((0.5329 + 0.1089 + 0.6889) / 3, 12);
    expect(brier(1, true)).toBe(0);
  });

  it('counts all out of 10 as soon as one is above 1, settled or not', () => {
    expect(brier(column(1, 7), column(true, ''))).toBeCloseTo(0.81, 12);
  });

  it.each([
    { name: 'nothing settled', args: [column(0.5, 0.7), column('', '')], says: 'outcome has no row that is settled; put TRUE or FALSE where the outcome is known' },
    { name: 'an outcome without confidence', args: [column(0.5, ''), column(1, 0)], says: 'confidence row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'an outcome that is none', args: [column(0.5, 0.5), column(1, 2)], says: 'outcome row 2 is 2; give TRUE or FALSE' },
    { name: 'an outcome as text', args: [0.5, 'yes'], says: 'outcome is text "yes"; give TRUE or FALSE' },
    { name: 'a percentage', args: [80, true], says: 'confidence is 80; give a number from 0 to 10' },
    { name: 'an error', args: [0.5, '#N/A'], says: 'outcome is the error #N/A; repair the formula in that cell' },
    { name: 'nothing', args: [], says: 'confidence is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args: [confidence, outcome], says }) => {
    expect(() => brier(confidence, outcome)).toThrow(new Error(`BRIER: ${says}`));
  }); // prettier-ignore
});

describe('CSMRATIO', () => {
  const csm = column('CSM', 'Maya', '', 'Jon', 'jon', '', '');
  const tier = column('Tier', 'SMB', 'Enterprise', 'SMB', '', '', '');
  const arr = column('ARR', 10, 90, 20, 8, '', '');

  it('spills five columns with arr, four without', () => {
    expect(csmratio(csm, tier, arr)).toEqual([
      ['SMB', 2, 2, 1, 15],
      ['Enterprise', 0, 1, 'no CSM', 'no CSM'],
      ['no tier', 1, 1, 1, 8],
    ]);
    expect(csmratio(csm, tier, undefined)).toEqual(csmratio(csm.slice(1), tier.slice(1), undefined));
    expect(csmratio(csm.slice(1), tier.slice(1), undefined)).toEqual([
      ['SMB', 2, 2, 1],
      ['Enterprise', 0, 1, 'no CSM'],
      ['no tier', 1, 1, 1],
    ]);
  });

  it('drops no account for a header when all columns are names', () => {
    expect(csmratio(column('Maya', 'Jon'), column('SMB', 'SMB'), '')).toEqual([['SMB', 2, 2, 1]]);
  });

  it.each([
    { name: 'no accounts', args: [column('', ''), column('', '')], says: 'csm has no rows; give a range with data' },
    { name: 'text in arr', args: [column('a', 'b'), column('s', 's'), column(1, '$5')], says: 'arr row 2 is text "$5"; format the cell as a number' },
    { name: 'TRUE for a name', args: [column('a', true), column('s', 's')], says: 'csm row 2 is TRUE; put a name there' },
    { name: 'different heights', args: [column('a', 'b'), column('s')], says: 'csm has 2 rows and tier has 1 row; give ranges of the same height' },
    { name: 'nothing', args: [], says: 'csm is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args, says }) => {
    expect(() => csmratio(args[0], args[1], args[2])).toThrow(new Error(`CSMRATIO: ${says}`));
  }); // prettier-ignore
});
