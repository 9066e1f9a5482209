import { describe, expect, test } from 'vitest';
import { typedConfidence, typedNumber } from '../../sidebar/typed-number.js';

describe('a number is read as people type it', () => {
  const cases: [string, number | null | 'asked'][] = [
    ['42', 42],
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    [' 62 % ', 62],
    ['$1,234.50', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['', null],
    ['  ', null],
    ['1,234', 'asked'],
    ['12,34,56', 'asked'],
    ['about 5', 'asked'],
    ['1e3', 'asked'],
    ['%', 'asked'],
    ['--1', 'asked'],
  ];
  test.each(cases)('%j is %j', (text, expected) => {
    const typed = typedNumber(text);
    if (expected === 'asked') expect(typed).toHaveProperty('problem');
    else expect(typed).toEqual({ value: expected });
  });

  test('a comma that could mean either is asked about with both readings', () => {
    expect(typedNumber('1,234')).toEqual({ problem: 'Type 1234 or 1.234: the comma could mean either' });
  });
});

test.each([
  ['0', 0],
  ['10', 10],
  [' 7 ', 7],
  ['7/10', 7],
  ['', null],
])('a confidence of %j is %j', (text, expected) => {
  expect(typedConfidence(text)).toEqual({ value: expected });
});

test.each(['11', '-1', '6.5', 'high', '٧'])('a confidence of %j is asked about', (text) => {
  expect(typedConfidence(text)).toEqual({ problem: 'Type a whole number from 0 to 10' });
});
