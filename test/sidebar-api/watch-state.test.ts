import { expect, test } from 'vitest';
import { watchState } from '../../src/sidebar-api/watch-state.js';

const HOUR = 3_600_000;
const NOW = 500_000 * HOUR;
const ago = (hours: number): number => NOW - hours * HOUR;

test.each([
  ['mine and ran this hour', true, ago(1), ago(90), 'on'],
  ['mine and not run yet', true, 0, ago(1), 'on'],
  ['mine, on since before this was noted', true, 0, 0, 'on'],
  ['mine and last ran 26 hours ago', true, ago(26), ago(90), 'on'],
  ['mine and last ran 27 hours ago', true, ago(27), ago(90), 'late'],
  ['mine and never ran since it was switched on 27 hours ago', true, 0, ago(27), 'late'],
  ['mine, late and just switched on again', true, ago(90), ago(0), 'on'],
  ["somebody else's, who cannot be seen but whose runs can", false, ago(2), ago(90), 'on for somebody else'],
  ["nobody's for 4 hours", false, ago(4), ago(90), 'off'],
  ["nobody's ever", false, 0, 0, 'off'],
])('a watch that is %s', (_, isMine, lastRun, switchedOn, expected) => {
  expect(watchState(isMine, lastRun, switchedOn, NOW)).toBe(expected);
});
