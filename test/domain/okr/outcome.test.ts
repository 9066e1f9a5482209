import { describe, expect, it } from 'vitest';
import { isCheckInDue } from '../../../src/domain/okr/key-result.js';
import { isSaidInTime, outcome, type SaidEntry } from '../../../src/domain/okr/outcome.js';

const DUE = 100;
const said = (saidOn: number, value: number | null, confidence: number | null = null): SaidEntry => {
  return { saidOn, value, confidence };
};
const of = (current: number | null, ...entries: SaidEntry[]) => {
  return { baseline: 40, target: 80, current, due: DUE, entries };
};

describe('what came of a key result', () => {
  it.each([
    ['is its last value up to the due day', of(80, said(90, 60), said(100, 70), said(107, 80)), 101, 70, false],
    ['is met at its target', of(null, said(100, 80)), 101, 80, true],
    ['is met beyond it', of(null, said(100, 90)), 101, 90, true],
    ['is the value in the sheet where nothing was said', of(80), 101, 80, true],
    ['passes over weeks without a value', of(null, said(90, 80), said(97, null)), 101, 80, true],
    ['is open on the due day itself', of(80, said(90, 60)), 100, 80, null],
    ['is not known without a value', of(null), 101, null, null],
    ['is not known without a target', { ...of(80), target: null }, 101, 80, null],
    ['is never over without a due day', { ...of(80), due: null }, 900, 80, null],
  ])('%s', (_, facts, today, actual, isMet) => {
    expect(outcome(facts, today)).toMatchObject({ actual, isMet });
  });

  it('is not held against what was said afterwards, or is no confidence', () => {
    const entries = [said(90, 1, 0), said(100, 1, 10), said(101, 1, 8), said(99, 1, 11), said(99, 1, -1), said(99, 1)];
    expect(entries.filter((entry) => isSaidInTime(entry, DUE)).map(({ confidence }) => confidence)).toEqual([0, 10]);
  });
});

describe('a check-in', () => {
  it.each([
    [9, false],
    [10, true],
    [20, true],
    [34, true],
    [35, false],
  ])('of a key result from day 10 to day 20 is asked for on day %i: %s', (today, expected) => {
    expect(isCheckInDue({ start: 10, end: 20 }, today)).toBe(expected);
  });

  it('is always asked for where neither day is known', () => {
    expect(isCheckInDue({ start: null, end: null }, 0)).toBe(true);
  });
});
