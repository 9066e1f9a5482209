import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/functions/benchmark.js';
import { retentiondiagnosis } from '../../src/functions/retention-diagnosis.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const benchmarkOf = (...args: unknown[]): unknown => benchmark(args[0], args[1], args[2]);
const close = (value: number): unknown => expect.closeTo(value, 12);

describe('RETENTIONDIAGNOSIS', () => {
  it('says one sentence a row', () => {
    expect(retentiondiagnosis(1.1, 0.7)).toMatch(/^Upsell masks churn: /);
    expect(retentiondiagnosis(column('NRR', 0.98, '', 1.2, ''), column('GRR', 0.95, '', 0.93, ''))).toEqual([
      [''],
      ['Base safe, expansion weak: accounts stay but too few grow'],
      [''],
      ['Compounding: existing accounts alone grow the business by 15 % or more'],
    ]);
  });

  it.each([
    { name: 'gross above net', args: [0.9, 0.95], says: 'grr is 0.95, above the nrr of 0.9, which cannot be; correct one of the two' },
    { name: 'gross above 1', args: [column(1.2, 1.3), column(0.9, 1.1)], says: 'grr row 2 is 1.1, above 1, which cannot be; correct it' },
    { name: 'percentages', args: [110, 92], says: 'nrr is 110; give a fraction of at most 3, 1.1 for 110 % (and 1 more cell)' },
    { name: 'one of the two', args: [column(1.1, 1.2), column(0.9, '')], says: 'grr row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'one cell blank', args: ['', 0.9], says: 'nrr is blank; give it a value' },
  ])('says what is wrong: $name', ({ args: [nrr, grr], says }) => {
    expect(() => retentiondiagnosis(nrr, grr)).toThrow(new Error(`RETENTIONDIAGNOSIS: ${says}`));
  }); // prettier-ignore
});

describe('BENCHMARK', () => {
  it('spills band and distance, one row a value, blank in the best band', () => {
    expect(benchmarkOf('NRR', 1.04)).toEqual([['worries a board', close(0.01)]]);
    expect(benchmarkOf('net revenue retention', column(1.3, '', 1.1, ''))).toEqual([
      ['top decile', ''],
      ['', ''],
      ['on target', close(0.1)],
    ]);
    expect(benchmarkOf(column('Metric', 'GRR', 'Forecast error', ''), column('Value', 0.96, 0.2, ''))).toEqual([
      ['', ''],
      ['excellent', ''],
      ['typical', close(-0.05)],
    ]);
  });

  it('takes no metric for a header', () => {
    expect(benchmarkOf(column('NRR', 'GRR'), 0.9)).toEqual([
      ['worries a board', close(0.15)],
      ['healthy for mid-market', close(0.02)],
    ]);
  });

  const TAB = [
    ['Metric', 'Segment', 'Band', 'From', 'To', 'Source'],
    ['CSAT', '', 'fine', 4, '', 'us'],
    ['CSAT', '', 'poor', '', 4, 'us'],
    ['', '', '', '', '', ''],
    ['GRR', 'SMB', 'behind', '', 0.94, ''],
    ['GRR', 'SMB', 'ahead', 0.94, '', ''],
  ];

  it('takes the bands of a team, with a header in any order or four columns without', () => {
    expect(benchmarkOf(column('csat', 'GRR'), column(4.6, 0.88), TAB)).toEqual([
      ['fine', ''],
      ['behind', close(0.06)],
    ]);
    expect(benchmarkOf('CSAT', 3, [['CSAT', 'poor', '', 4], ['csat', 'fine', 4, 5]])).toEqual([['poor', 1]]); // prettier-ignore
  });

  it('takes less for better where the table or the shipped metric says so', () => {
    const days = [['Metric', 'Better', 'Band', 'From', 'To'], ['TTFV', 'down', 'slow', 30, ''], ['TTFV', '', 'fast', '', 30]]; // prettier-ignore
    expect(benchmarkOf('TTFV', 45, days)).toEqual([['slow', -15]]);
    expect(benchmarkOf('forecast error', 0.2, [['Forecast Error', 'poor', 0.1, ''], ['Forecast error', 'good', '', 0.1]])).toEqual([['poor', close(-0.1)]]); // prettier-ignore
  });

  it.each([
    { name: 'an unknown metric', args: ['NPS', 40], says: 'metric is "NPS"; choose "NRR", "GRR", "expansion" or "forecast error", or give bands of your own' },
    { name: 'a metric without own bands', args: ['NRR', 1, TAB], says: 'metric is "NRR", which bands does not have; add its rows to bands' },
    { name: 'a percentage', args: ['NRR', 106], says: 'value is 106; give a fraction of at most 3, 1.06 for 106 %' },
    { name: 'a value without a metric', args: [column('NRR', ''), column(1, 1)], says: 'metric row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'a signed forecast error', args: ['forecast error', -0.1], says: 'value is -0.1, below zero; give amounts of 0 or more' },
    { name: 'a gap', args: ['X', 5, [['X', 'low', '', 4], ['X', 'high', 6, '']]], says: 'value is 5, between the bands of its metric; close the gap in bands' },
    { name: 'overlapping bands', args: ['X', 5, [['X', 'low', '', 7], ['X', 'high', 6, '']]], says: 'bands of "X" overlap: "low" ends above the start of "high"; correct one of the two' },
    { name: 'several segments', args: ['GRR', 0.9, [...TAB, ['GRR', 'Mid', 'top', 2, 3, '']]], says: 'bands has several segments for "GRR"; give the rows of one segment, with QUERY or FILTER' },
    { name: 'a band without width', args: ['X', 5, [['X', 'low', 7, 7]]], says: 'bands to row 1 is 7, not above from 7 in the same row; correct one of the two' },
    { name: 'a band without name', args: ['X', 5, [['X', '', 7, 8]]], says: 'bands band row 1 is blank though its row is not; fill it or clear the row' },
    { name: 'text in a limit', args: ['CSAT', 5, [...TAB, ['X', '', 'b', '4 %', '', '']]], says: 'bands from row 7 is text "4 %"; format the cell as a number' },
    { name: 'another shape', args: ['X', 5, [['X', 1]]], says: 'bands has 2 columns; give a header row with Metric, Band, From and To, or just these four columns' },
    { name: 'a header without To', args: ['X', 5, [['Metric', 'Band', 'From'], ['X', 'a', 1]]], says: 'bands has no column "to"; add it, or correct its header' },
    { name: 'a header alone', args: ['X', 5, [['Metric', 'Band', 'From', 'To']]], says: 'bands has no rows; give a range with data' },
    { name: 'nothing', args: [], says: 'metric is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args, says }) => {
    expect(() => benchmarkOf(...args)).toThrow(new Error(`BENCHMARK: ${says}`));
  }); // prettier-ignore
});
