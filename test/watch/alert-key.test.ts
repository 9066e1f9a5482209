import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alertKey, conditionKey, conditionOf, readLines, writeLine } from '../../src/watch/alert-key.js';
import { day } from '../records/tables.js';

/** Names with every sign that ends a line somewhere. */
const name = fc.string({ unit: fc.constantFrom('A', ' ', '@', '|', '\r', '\n', '\u2028', '\u2029'), minLength: 1 });

it('an alert is read back from its line in a notice, whatever is in the name', () => {
  fc.assert(
    fc.property(name, (subject) => {
      const key = alertKey('Owner absence', subject, day('2026-11-01'));
      expect(key).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(conditionOf(key)).toBe(conditionKey('Owner absence', subject));
      const lines = [key, key].map((one) => writeLine({ key: one, level: 2, isDropped: false })).join('\n');
      expect(readLines(lines).map((line) => line.key)).toEqual([key, key]);
    }),
  );
});
