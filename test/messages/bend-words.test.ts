import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { changeWords, exposureWords, inSentence, renewalWords } from '../../src/messages/bend-words.js';
import type { Bend } from '../../src/watch/bends.js';
import { usage } from './sample-mail.js';

describe('the words of a bend', () => {
  const TODAY = dayOf(2026, 5, 18);

  test.each([
    ['a word loses its capital', 'Usage', 'usage'],
    ['only the first word does', 'Support Volume', 'support Volume'],
    ['an abbreviation stays', 'NPS', 'NPS'],
    ['a name of mixed case stays', 'HubSpot score', 'HubSpot score'],
    ['a word with a number stays', 'Wau7', 'Wau7'],
    ['lower case stays', 'logins', 'logins'],
    ['other alphabets too', 'Éveil', 'éveil'],
  ])('in a sentence %s', (_, indicator, shown) => {
    expect(inSentence(indicator)).toBe(shown);
  });

  test.each<[string, Partial<Bend>, string, string, string]>([
    ['a fall', {}, '-22 % over 3 weeks', '410', '320'],
    ['one week', { weeks: 1, from: 10, to: 9.5, change: -0.05 }, '-5 % over 1 week', '10', '9.5'],
    ['a rise of thousands', { from: 1000, to: 12_400, change: 11.4 }, '+1,140 % over 3 weeks', '1,000', '12,400'],
    ['a rise from zero', { from: 0, to: 9, change: null }, 'up from zero over 3 weeks', '0', '9'],
    ['a fall from zero', { from: 0, to: -9, change: null }, 'down from zero over 3 weeks', '0', '-9'],
    [
      'a change too small to see',
      { from: 100.4, to: 100.3, change: -0.000996 },
      '-0.0996 % over 3 weeks',
      '100.4',
      '100.3',
    ],
  ])('%s', (_, bend, change, from, to) => {
    expect(changeWords({ ...usage, ...bend })).toEqual({ change, from, to });
  });

  test.each([
    ['known', 48_000, 'ARR at risk $48,000'],
    ['nothing at risk is not unknown', 0, 'ARR at risk $0'],
    ['unknown is not nothing', null, 'ARR at risk unknown'],
  ])('exposure: %s', (_, exposure, shown) => {
    expect(exposureWords(exposure, '$')).toBe(shown);
  });

  test.each([
    ['ahead', TODAY + 62, 'renews in 62 days (Sun 19 Jul)'],
    ['tomorrow', TODAY + 1, 'renews in 1 day (Tue 19 May)'],
    ['today', TODAY, 'renews today (Mon 18 May)'],
    ['in another year', TODAY + 365, 'renews in 365 days (Tue 18 May 2027)'],
    ['passed', TODAY - 12, 'renewal day passed 12 days ago (Wed 6 May)'],
    ['not known', null, 'renewal day not known'],
  ])('renewal: %s', (_, renewal, shown) => {
    expect(renewalWords(renewal, TODAY)).toBe(shown);
  });
});
