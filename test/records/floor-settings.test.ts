import { expect, test } from 'vitest';
import { parseSettings } from '../../src/records/settings.js';

const read = (setting: string, value: string) => parseSettings([{ row: 2, setting, value, meaning: null }]);

test.each([
  ['NRR floor', '2', []],
  ['NRR floor', '105', ['is not a number from 0 to 2; 1.05 is used until it is mended']],
  ['GRR floor', '1', []],
  ['GRR floor', '9', ['is not a number from 0 to 1; 0.9 is used until it is mended']],
  ['Expansion floor', '1.2', ['is not a number from 0 to 1; 0.12 is used until it is mended']],
])('a floor is a share, not a percentage: %s of %s', (setting, value, expected) => {
  expect(read(setting, value).problems.map(({ problem }) => problem)).toEqual(expected);
});
