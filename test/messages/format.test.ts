import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import {
  formatChange,
  formatCount,
  formatDay,
  formatList,
  formatMoney,
  formatNumber,
  formatPair,
  formatShortList,
} from '../../src/messages/format.js';

describe('a number', () => {
  test.each([
    ['zero', 0, '0'],
    ['minus zero', -0, '0'],
    ['thousands', 12_400, '12,400'],
    ['millions, rounded', 1_234_567.8, '1,234,568'],
    ['a whole number below 100', 7, '7'],
    ['one of three digits', 99.94, '99.9'],
    ['a rating', 3.256, '3.26'],
    ['a share', 0.0043, '0.0043'],
    ['a negative one', -35, '-35'],
    ['a negative one of thousands', -1_200, '-1,200'],
    ['one beyond fixed notation', 1e21, '1e+21'],
  ])('%s: %d is shown as %s', (_, value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  it('is never shown as zero when it is not, down to a billionth', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e20, noNaN: true }), (value) => {
        expect(formatNumber(value)).toMatch(/[1-9]/);
        expect(formatNumber(-value)).toBe(`-${formatNumber(value)}`);
      }),
    );
  });
});

describe('two numbers of a change', () => {
  test.each([
    ['whole ones', 410, 320, '410', '320'],
    ['close ones', 410.2, 409.9, '410.2', '409.9'],
    ['ones close beyond three digits', 1000.01, 1000.02, '1,000.01', '1,000.02'],
    ['equal ones', 5, 5, '5', '5'],
  ])('%s', (_, from, to, shownFrom, shownTo) => {
    expect(formatPair(from, to)).toEqual({ from: shownFrom, to: shownTo });
  });
});

test.each([
  ['thousands with a sign', 48_000, '$', '$48,000'],
  ['a code gets a space', 48_000, 'CHF', 'CHF 48,000'],
  ['the minus stands before the sign', -1_200, '$', '-$1,200'],
  ['cents of a small amount', 12.5, '$', '$12.50'],
  ['a small amount is not nothing', 0.4, '$', '$0.40'],
  ['nothing', 0, '$', '$0'],
])('an amount: %s', (_, amount, currency, shown) => {
  expect(formatMoney(amount, currency)).toBe(shown);
});

test.each([
  [-0.2195, '-22 %'],
  [1.25, '+125 %'],
  [12.5, '+1,250 %'],
  [-0.034, '-3.4 %'],
  [-0.00003, '-0.003 %'],
])('a change of %d is shown as %s', (ratio, shown) => {
  expect(formatChange(ratio)).toBe(shown);
});

test('a count agrees with its noun', () => {
  expect([formatCount(1, 'week'), formatCount(3, 'week'), formatCount(1200, 'day')]).toEqual([
    '1 week',
    '3 weeks',
    '1,200 days',
  ]);
});

test('a day has its year when that is not the year of today', () => {
  const today = dayOf(2026, 12, 28);
  expect(formatDay(dayOf(2026, 5, 4), today)).toBe('Mon 4 May');
  expect(formatDay(dayOf(2027, 1, 3), today)).toBe('Sun 3 Jan 2027');
});

test.each([
  [[], ''],
  [['usage'], 'usage'],
  [['usage', 'tickets'], 'usage and tickets'],
  [['usage', 'tickets', 'NPS'], 'usage, tickets and NPS'],
])('the list of %j reads %j', (items, shown) => {
  expect(formatList(items)).toBe(shown);
});

test('a short list counts what it leaves out', () => {
  expect(formatShortList(['a', 'b'], 2)).toBe('a and b');
  expect(formatShortList(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});
