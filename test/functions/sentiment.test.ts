import { describe, expect, it } from 'vitest';
import { csat, nps } from '../../src/functions/sentiment.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe('NPS', () => {
  it('is in points, over those who answered', () => {
    expect(nps(column('Score', 10, 9, 8, 6, '', '', ''))).toBe(25);
    expect(nps([[0, 10, 10]])).toBeCloseTo(100 / 3, 12);
    expect(nps(0)).toBe(-100);
  });

  it('takes an answer between the whole numbers for passive unless it reaches 9 or falls to 6', () => {
    expect(nps(column(8.5, 6.5, 8.999, 6.001))).toBe(0);
  });

  it.each([
    { name: 'scores outside 0 to 10', scores: column('Score', 10, 11, -1), says: 'scores row 3 is 11; give a number from 0 to 10 (and 1 more cell)' },
    { name: 'a score as text', scores: column(9, '10'), says: 'scores row 2 is text "10"; format the cell as a number' },
    { name: 'TRUE', scores: true, says: 'scores is TRUE; put a number there' },
    { name: 'two columns', scores: [[9, 9], [1, 1]], says: 'scores has 2 columns; give one column' },
    { name: 'nobody who answered', scores: column('Score', '', ''), says: 'scores has no answers; give a range with scores' },
    { name: 'nothing', scores: undefined, says: 'scores is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ scores, says }) => {
    expect(() => nps(scores)).toThrow(new Error(`NPS: ${says}`));
  }); // prettier-ignore
});

describe('CSAT', () => {
  it('is the share of answers of 4 and 5, or from the threshold given', () => {
    expect(csat(column('Score', 5, 4, 3, 1, '', ''), undefined)).toBe(0.5);
    expect(csat(column(5, 4, 3, 1), '')).toBe(0.5);
    expect(csat(column(7, 6, 5), 6)).toBeCloseTo(2 / 3, 12);
    expect(csat(column(1, 0, 0, 1), 1)).toBe(0.5);
    expect(csat(column(1, 0), 0)).toBe(1);
  });

  it.each([
    { name: 'a negative score', args: [column(5, -1)], says: 'scores row 2 is -1, below zero; give amounts of 0 or more' },
    { name: 'a threshold as text', args: [column(5), 'four'], says: 'threshold is text "four"; format the cell as a number' },
    { name: 'two thresholds', args: [column(5), column(4, 5)], says: 'threshold has 2 rows; give one cell' },
    { name: 'nobody who answered', args: [''], says: 'scores has no answers; give a range with scores' },
    { name: 'nothing', args: [], says: 'scores is missing; add it to the formula' },
  ])('says what is wrong: $name', ({ args: [scores, threshold], says }) => {
    expect(() => csat(scores, threshold)).toThrow(new Error(`CSAT: ${says}`));
  }); // prettier-ignore
});
