import { describe, expect, it } from 'vitest';
import { atWork, parseWorkingDays } from '../../src/watch/working-hours.js';
import { workbook } from '../records/tables.js';
import { person } from './fixtures.js';

const { values } = workbook().settings;

describe('working days', () => {
  it.each([
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['Sunday to Thursday', [7, 1, 2, 3, 4]],
    ['mon, wed; Fri', [1, 3, 5]],
    ['Sat–Mon', [6, 7, 1]],
    ['Tue', [2]],
  ])('%s', (text, days) => {
    expect([...(parseWorkingDays(text) ?? [])]).toEqual(days);
  });

  it.each(['', 'weekdays', 'Mon-Fri-Sun', '9 to 5'])('cannot be read from %j', (text) => {
    expect(parseWorkingDays(text)).toBeNull();
  });
});

describe('somebody is at work', () => {
  const at = (iso: string, change = {}): boolean => {
    return atWork([person('a@x.example', change)], values, 'Europe/Berlin', Date.parse(iso))('a@x.example');
  };

  // Berlin is one hour ahead of UTC in winter, two in summer: clocks change on 29 March and 25 October 2026 (EU directive 2000/84).
  it.each([
    ['the last hour before work', '2026-03-27T06:59Z', false],
    ['the first hour in winter', '2026-03-27T07:00Z', true],
    ['the first hour in summer', '2026-03-30T06:00Z', true],
    ['an hour too early in summer', '2026-03-30T05:59Z', false],
    ['the last hour in summer', '2026-10-23T15:59Z', true],
    ['after work in summer', '2026-10-23T16:00Z', false],
    ['the last hour in winter', '2026-10-26T16:59Z', true],
    ['the Sunday of the change', '2026-10-25T10:00Z', false],
    ['a Saturday', '2026-03-28T10:00Z', false],
  ])('in %s: %s', (_, iso, expected) => {
    expect(at(iso)).toBe(expected);
  });

  it('on their own days and in their own zone', () => {
    const own = { workingDays: 'Sun-Thu', timeZone: 'Asia/Kolkata' };
    expect(at('2026-10-25T02:30Z', own)).toBe(true);
    expect(at('2026-10-23T08:00Z', own)).toBe(false);
  });

  it('as the team is, where Team says what nobody can read', () => {
    expect(at('2026-03-27T07:00Z', { workingDays: 'weekdays', timeZone: 'Berlin' })).toBe(true);
  });
});
