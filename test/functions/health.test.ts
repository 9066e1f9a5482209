import { describe, expect, it } from 'vitest';
import { healthband, healthcompleteness, healthscore, healthwhy } from '../../src/functions/health.js';

const SCALE = [
  ['Input', 'Weight', 'Worst', 'Best'],
  ['Usage', 3, 0, 10],
  ['Tickets', 1, 10, 0],
];
const bandOf = (score: unknown, redBelow?: unknown, greenFrom?: unknown): unknown =>
  healthband(score, redBelow, greenFrom);

describe('HEALTHSCORE', () => {
  it('scores every account row, "unknown" with less than half of the weight, blank rows blank', () => {
    const signals = [
      ['Account', 'Tickets', 'Usage'],
      ['Acme', 0, 10],
      ['Beta', 5, ''],
      ['', '', ''],
      ['Gamma', '', 5],
      ['', '', ''],
      ['', '', ''],
    ];
    expect(healthscore(signals, SCALE)).toEqual([[100], ['unknown'], [''], [50]]);
  });

  it('takes one row without accounts, a scale without header and with blank rows, names in any spelling', () => {
    const scale = [...SCALE.slice(1), ['', '', '', '']];
    expect(healthscore([['USAGE ', 'tickets'], [5, 5]], scale)).toBe(50); // prettier-ignore
    expect(healthscore([['Usage', 'Tickets'], ['', '']], scale)).toBe('unknown'); // prettier-ignore
  });

  const signals = [['Account', 'Usage', 'Tickets'], ['Acme', 1, 2]]; // prettier-ignore
  it.each([
    {
      name: 'an input that signals lacks',
      call: () => healthscore([['Account', 'Usage'], ['Acme', 1]], SCALE), // prettier-ignore
      says: 'HEALTHSCORE: scale names "Tickets", but signals has no such column; give both the same name',
    },
    {
      name: 'a signal that the scale lacks',
      call: () => healthscore([['Account', 'Usage', 'Tickets', 'NPS'], ['Acme', 1, 2, 3]], SCALE), // prettier-ignore
      says: 'HEALTHSCORE: signals column 4 is "NPS", but scale has no such input; add it to scale or leave the column out',
    },
    {
      name: 'an input twice in the scale',
      call: () => healthscore(signals, [...SCALE, ['usage ', 1, 0, 1]]),
      says: 'HEALTHSCORE: scale input row 4 repeats "usage" of scale input row 2; keep one',
    },
    {
      name: 'an input twice in the signals',
      call: () => healthscore([['Usage', 'Tickets', 'Usage'], [1, 2, 3]], SCALE), // prettier-ignore
      says: 'HEALTHSCORE: signals column 3 repeats "Usage" of signals column 1; keep one',
    },
    {
      name: 'worst as good as best',
      call: () => healthscore(signals, [['Usage', 1, 5, 5], ['Tickets', 1, 9, 0]]), // prettier-ignore
      says: 'HEALTHSCORE: scale worst row 1 has worst = best (5) for "Usage"; give two different values',
    },
    {
      name: 'a negative weight',
      call: () => healthscore(signals, [['Usage', -1, 0, 5], ['Tickets', 1, 9, 0]]), // prettier-ignore
      says: 'HEALTHSCORE: scale weight row 1 is -1, below zero; give amounts of 0 or more',
    },
    {
      name: 'no weight at all',
      call: () => healthscore(signals, [['Usage', 0, 0, 5], ['Tickets', 0, 9, 0]]), // prettier-ignore
      says: 'HEALTHSCORE: the weights of scale add up to 0; give at least one input a weight above 0',
    },
    {
      name: 'a gap in the scale',
      call: () => healthscore(signals, [['Usage', 1, '', 5], ['Tickets', 1, 9, 0]]), // prettier-ignore
      says: 'HEALTHSCORE: scale worst row 1 is blank though its row is not; fill it or clear the row',
    },
    {
      name: 'a scale of another shape',
      call: () => healthscore(signals, [['Usage', 1]]),
      says: 'HEALTHSCORE: scale has 2 columns; give four: input, weight, worst, best',
    },
    {
      name: 'text in a signal',
      call: () => healthscore([...signals, ['Beta', 1, 'n/a']], SCALE),
      says: 'HEALTHSCORE: signals row 3 column 3 is text "n/a"; format the cell as a number',
    },
    {
      name: 'a header alone',
      call: () => healthscore([['Account', 'Usage', 'Tickets']], SCALE),
      says: 'HEALTHSCORE: signals has no account rows; give a range with a header row of input names and one row per account',
    },
  ])('says what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  });
});

describe('HEALTHBAND', () => {
  it('knows "unknown" in any case', () => {
    expect(bandOf([['Score'], ['Unknown '], [80]])).toEqual([[''], ['unknown'], ['green']]);
  });

  it('bands one score, or a column with its header, blanks and unknowns', () => {
    expect([49, 50, 75, 'unknown', ''].map((score) => bandOf(score))).toEqual(['red', 'yellow', 'green', 'unknown', 'unknown']); // prettier-ignore
    expect(bandOf([['Score'], [20], [''], ['unknown'], [80], [''], ['']])).toEqual([[''], ['red'], [''], ['unknown'], ['green']]); // prettier-ignore
  });

  it('takes the limits of a team', () => {
    expect(bandOf([[59], [60], [90]], 60, 90)).toEqual([['red'], ['yellow'], ['green']]);
  });

  it.each([
    {
      name: 'a score outside 0 to 100',
      call: () => bandOf([[50], [101]]),
      says: 'HEALTHBAND: score row 2 is 101; give a number from 0 to 100',
    },
    {
      name: 'text',
      call: () => bandOf('high'),
      says: 'HEALTHBAND: score is text "high"; format the cell as a number',
    },
    {
      name: 'limits the wrong way round',
      call: () => bandOf(50, 80, 60),
      says: 'HEALTHBAND: red_below 80 is above green_from 60; give red_below the smaller number',
    },
  ])('says what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  });
});

describe('HEALTHCOMPLETENESS', () => {
  it('answers beside each account, as HEALTHSCORE does', () => {
    const signals = [['Account', 'Tickets', 'Usage'], ['Acme', 0, 10], ['Beta', 5, ''], ['', '', ''], ['Gamma', '', 5]]; // prettier-ignore
    expect(healthcompleteness(signals, SCALE)).toEqual([[1], [0.25], [''], [0.75]]);
  });

  it('says its own name', () => {
    expect(() => healthcompleteness([['Usage'], [1]], SCALE)).toThrow(
      new Error('HEALTHCOMPLETENESS: scale names "Tickets", but signals has no such column; give both the same name'),
    );
  });
});

describe('HEALTHWHY', () => {
  const changed = [['Usage', -15], ['Tickets', 5]]; // prettier-ignore

  it('takes values in the order of the scale, or under a header in any order', () => {
    expect(healthwhy([[10, 4]], [[8, 2]], SCALE)).toEqual(changed);
    const named = [['Account', 'Tickets', 'Usage'], ['Acme', 2, 8]]; // prettier-ignore
    expect(healthwhy([[10, 4]], named, SCALE)).toEqual(changed);
  });

  it('adds up to the change of the scores even when that is all rounding', () => {
    const scale = [['usage', 1, 0, 1], ['tickets', 1, 10, 0]]; // prettier-ignore
    expect(healthscore([['usage', 'tickets'], [0.500999999, 5]], scale)).toBe(50); // prettier-ignore
    expect(healthscore([['usage', 'tickets'], [0.501, 5]], scale)).toBe(50.1); // prettier-ignore
    expect(healthwhy([[0.500999999, 5]], [[0.501, 5]], scale)).toEqual([['usage', 0.1], ['tickets', 0]]); // prettier-ignore
  });

  it('is unknown when a score is', () => {
    expect(healthwhy([['Usage', 'Tickets'], ['', '']], [[8, 2]], SCALE)).toEqual([['unknown', '']]); // prettier-ignore
    expect(healthwhy([['', 4]], [[8, 2]], SCALE)).toEqual([['unknown', '']]);
  });

  it.each([
    {
      name: 'values of another number',
      call: () => healthwhy([[10, 4, 3]], [[8, 2]], SCALE),
      says: 'HEALTHWHY: before has 1 row of 3; give the 2 values of one account in the order of scale, or a header row of input names and one row',
    },
    {
      name: 'several accounts',
      call: () => healthwhy([[10, 4]], [['Usage', 'Tickets'], [8, 2], [1, 2]], SCALE), // prettier-ignore
      says: 'HEALTHWHY: now has 3 rows of 2; give the 2 values of one account in the order of scale, or a header row of input names and one row',
    },
    {
      name: 'an input that one side lacks',
      call: () => healthwhy([['Usage'], [8]], [[8, 2]], SCALE), // prettier-ignore
      says: 'HEALTHWHY: scale names "Tickets", but before has no such column; give both the same name',
    },
    {
      name: 'text among the values',
      call: () => healthwhy([[10, 'few']], [[8, 2]], SCALE),
      says: 'HEALTHWHY: before row 1 column 2 is text "few"; format the cell as a number',
    },
  ])('says what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  });
});
