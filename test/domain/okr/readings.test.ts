import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyResultState, type ReadingFacts, type WeekEntry } from '../../../src/domain/okr/readings.js';

/** A quarter of 90 days; day 45 is its middle. */
const START = 0;
const MIDDLE = 45;

const values = (...list: (number | null)[]): (WeekEntry | null)[] =>
  list.map((value) => (value === null ? null : { value, confidence: null }));
const confidences = (...list: (number | null)[]): (WeekEntry | null)[] =>
  list.map((confidence) => (confidence === null ? null : { value: null, confidence }));

function facts(changes: Partial<ReadingFacts> = {}): ReadingFacts {
  return {
    ...{ baseline: 8, target: 3, current: 6, start: START, due: 90, weeks: values(null, null, null, null) },
    ...{ openCommitments: 0, lateCommitments: 0, initiatives: 0, pausedInitiatives: 0 },
    ...changes,
  };
}

function reading(name: string, changes: Partial<ReadingFacts>, today = MIDDLE): string {
  const found = keyResultState(facts(changes), today).readings.find((one) => one.name === name);
  return `${String(found?.level)}: ${String(found?.words)}`;
}

describe('pace', () => {
  it.each([
    // Churn from 8 to 3 that is at 6: (6 - 8) / (3 - 8) = 0.4; at half time 0.4 is more than 0.6 * 0.5 and less than 0.9 * 0.5.
    { changes: {}, is: 'watch: 40 % of the way with 50 % of the time gone' },
    { changes: { current: 5.5 }, is: 'good: 50 % of the way with 50 % of the time gone' },
    { changes: { current: 7 }, is: 'bad: 20 % of the way with 50 % of the time gone' },
    { changes: { current: 2 }, is: 'good: 120 % of the way with 50 % of the time gone' },
    { changes: { current: null }, is: 'unknown: no value yet' },
    { changes: { baseline: null }, is: 'unknown: no baseline or target yet' },
    { changes: { target: 8 }, is: 'unknown: baseline and target are the same' },
    { changes: { due: START }, is: 'unknown: 40 % of the way' },
  ])('reads $is', ({ changes, is }) => {
    expect(reading('pace', changes)).toBe(is);
  });
});

describe('momentum', () => {
  it.each([
    { name: 'falling to a target below', weeks: values(7, 6.5, 6), is: 'good: moving towards the target' },
    { name: 'rising from it', weeks: values(6, 6.5, 7), is: 'bad: moving away from the target' },
    { name: 'flat', weeks: values(6, 7, 6), is: 'watch: standing still over three values' },
    {
      name: 'weeks without a value between',
      weeks: values(7, null, 6.5, null, 6),
      is: 'good: moving towards the target',
    },
    { name: 'a value beyond the target', weeks: values(2, 2, 2), is: 'good: at the target' },
    { name: 'two values', weeks: values(7, 6), is: 'unknown: fewer than three weekly values' },
  ])('$name', ({ weeks, is }) => {
    expect(reading('momentum', { weeks })).toBe(is);
  });

  it('is the same when everything is turned upside down', () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.tuple(number, number), fc.array(number, { maxLength: 6 }), ([baseline, target], list) => {
        const mirrored = { baseline: -baseline, target: -target, weeks: values(...list.map((value) => -value)) };
        expect(reading('momentum', mirrored)).toBe(reading('momentum', { baseline, target, weeks: values(...list) }));
      }),
    );
  });
});

describe('confidence', () => {
  it.each([
    { weeks: confidences(8, 8, 8, 8), is: 'good: confidence 8 of 10, unchanged in three weeks' },
    { weeks: confidences(9, 8, 8, 7), is: 'watch: confidence 7 of 10, down 2 in three weeks' },
    { weeks: confidences(4, null, null, 6), is: 'watch: confidence 6 of 10, up 2 in three weeks' },
    { weeks: confidences(null, null, null, 3), is: 'bad: confidence 3 of 10' },
    { weeks: confidences(5, 8, 8, 8, null), is: 'good: confidence 8 of 10, up 3 in three weeks' },
    { weeks: confidences(9, null, 8, 8, 7), is: 'watch: confidence 7 of 10, down 2 in 4 weeks' },
    { weeks: confidences(null, null), is: 'unknown: no confidence given yet' },
  ])('reads $is', ({ weeks, is }) => {
    expect(reading('confidence', { weeks })).toBe(is);
  });
});

describe('cadence', () => {
  const x = { value: 1, confidence: 1 };
  it.each([
    { name: 'all four', weeks: [x, x, x, x], is: 'good: checked in 4 of 4 weeks' },
    { name: 'nobody is late this week yet', weeks: [x, x, x, x, null], is: 'good: checked in 4 of 4 weeks' },
    { name: 'half', weeks: [x, null, x, null, null], is: 'watch: checked in 2 of 4 weeks' },
    { name: 'one', weeks: [null, null, null, x], is: 'bad: checked in 1 of 4 weeks' },
    { name: 'only the last four', weeks: [x, x, x, null, null, null, null, null], is: 'bad: checked in 0 of 4 weeks' },
  ])('$name', ({ weeks, is }) => {
    expect(reading('cadence', { weeks })).toBe(is);
  });

  it('asks for no week before the start', () => {
    const weeks = [null, null, null, null, x, null];
    expect(reading('cadence', { weeks }, 10)).toBe('good: checked in 1 of 1 week');
    expect(reading('cadence', { weeks }, 3)).toBe('unknown: nothing to check in yet');
  });
});

describe('dependencies', () => {
  it.each([
    {
      changes: { openCommitments: 3, lateCommitments: 1, pausedInitiatives: 1 },
      is: 'bad: 1 commitment late and 1 initiative paused',
    },
    { changes: { openCommitments: 2 }, is: 'good: 2 commitments open' },
    { changes: { initiatives: 2, pausedInitiatives: 2 }, is: 'watch: 2 initiatives paused' },
    { changes: { initiatives: 2 }, is: 'good: no initiative is held up' },
    { changes: {}, is: 'unknown: no commitment or initiative is linked' },
  ])('reads $is', ({ changes, is }) => {
    expect(reading('dependencies', changes)).toBe(is);
  });
});

describe('the state of a key result', () => {
  it('is one sentence of what is known', () => {
    const weeks = [9, 8, 7, 6].map((value) => ({ value, confidence: value - 1 }));
    expect(keyResultState(facts({ weeks, lateCommitments: 1, openCommitments: 1 }), MIDDLE).sentence).toBe(
      'Behind: 40 % of the way with 50 % of the time gone; moving towards the target; confidence 5 of 10, down 3 in three weeks; checked in 4 of 4 weeks; 1 commitment late',
    );
    expect(keyResultState(facts({ current: null, start: MIDDLE }), MIDDLE).sentence).toBe('No data: no value yet');
  });

  it('is never good where nothing is known', () => {
    const nothing = facts({ baseline: null, target: null, current: null, start: MIDDLE });
    for (const { level } of keyResultState(nothing, MIDDLE).readings) expect(level).toBe('unknown');
  });
});
