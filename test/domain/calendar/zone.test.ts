import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { civilOf, dayOf, isoDay, parseIsoDay } from '../../../src/domain/calendar/day.js';
import { dayReader, instantFinder, wallClock } from '../../../src/domain/calendar/zone.js';
import { instantOf } from '../../instant-of.js';

const ownZone = process.env['TZ'];
afterAll(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

/** Offsets of 24 hours and a minute apart in both directions, half hours, the date line, both kinds of gap. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Monrovia',
];

/** What Intl says in the plainest way, one call an instant. */
function dayByIntl(zone: string): (epochMs: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (epochMs) => format.format(epochMs);
}

describe.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in a process that lives in %s', (processZone) => {
  it('the process has its own idea of the time', () => {
    process.env['TZ'] = processZone;
    expect(new Date(2026, 0, 1).getTime()).toBe(instantOf(dayOf(2026, 1, 1), processZone));
  });

  // Instants and days as the IANA time zone database has them.
  it.each([
    { name: 'the last second of a day', zone: 'Europe/Berlin', at: '2026-05-04T21:59:59Z', day: '2026-05-04' },
    { name: 'midnight', zone: 'Europe/Berlin', at: '2026-05-04T22:00:00Z', day: '2026-05-05' },
    { name: 'before clocks go forward', zone: 'Europe/Berlin', at: '2026-03-28T22:59:59Z', day: '2026-03-28' },
    { name: 'the day clocks go forward', zone: 'Europe/Berlin', at: '2026-03-29T21:59:59Z', day: '2026-03-29' },
    { name: 'the end of the 25 hour day', zone: 'Europe/Berlin', at: '2026-10-25T22:59:59Z', day: '2026-10-25' },
    { name: 'the start of a year', zone: 'Asia/Kolkata', at: '2025-12-31T18:30:00Z', day: '2026-01-01' },
    { name: 'the end of a year', zone: 'America/St_Johns', at: '2026-01-01T03:29:59Z', day: '2025-12-31' },
    { name: 'a leap day', zone: 'America/New_York', at: '2024-03-01T04:59:59Z', day: '2024-02-29' },
    { name: 'before the day that Samoa left out', zone: 'Pacific/Apia', at: '2011-12-30T09:59:59Z', day: '2011-12-29' },
    { name: 'after the day that Samoa left out', zone: 'Pacific/Apia', at: '2011-12-30T10:00:00Z', day: '2011-12-31' },
    { name: 'a day without midnight', zone: 'America/Sao_Paulo', at: '2018-11-04T03:00:00Z', day: '2018-11-04' },
    { name: 'the day before it', zone: 'America/Sao_Paulo', at: '2018-11-04T02:59:59Z', day: '2018-11-03' },
    { name: 'before 1970', zone: 'America/New_York', at: '1969-07-21T02:56:15Z', day: '1969-07-20' },
    { name: 'local mean time to the second', zone: 'Africa/Monrovia', at: '1971-06-01T00:44:29Z', day: '1971-05-31' },
    { name: 'its midnight', zone: 'Africa/Monrovia', at: '1971-06-01T00:44:30Z', day: '1971-06-01' },
  ])('an instant is on the right day: $name', ({ zone, at, day }) => {
    process.env['TZ'] = processZone;
    const instant = Date.parse(at);
    expect(isoDay(dayReader(zone)(instant))).toBe(day);
    expect(isoDay(wallClock(zone)(instant).day)).toBe(day);
  });

  it('the midnight of every day of a zone is on that day', () => {
    process.env['TZ'] = processZone;
    for (const zone of ZONES) {
      const dayAt = dayReader(zone);
      fc.assert(
        fc.property(fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2099, 12, 31) }), (day) => {
          fc.pre(!(zone === 'Pacific/Apia' && isoDay(day) === '2011-12-30'));
          expect(isoDay(dayAt(instantOf(day, zone)))).toBe(isoDay(day));
        }),
        { numRuns: 60 },
      );
    }
  });
});

describe('a reader of days', () => {
  it('agrees with Intl in every zone there is, on any instant and around every change of clocks in 2018', () => {
    const instants = fc.sample(
      fc.integer({ min: Date.parse('1900-01-01T00:00Z'), max: Date.parse('2100-01-01T00:00Z') }),
      { numRuns: 40, seed: 7 },
    );
    for (let hour = 0; hour < 365 * 24; hour += 37) instants.push(Date.parse('2018-01-01T00:00Z') + hour * 3_600_000);
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const dayAt = dayReader(zone);
      const expected = dayByIntl(zone);
      const wrong = instants.filter((instant) => isoDay(dayAt(instant)) !== expected(instant));
      expect({ zone, wrong }).toEqual({ zone, wrong: [] });
    }
  });
});

it('the day of the very last instant that a date can hold is found', () => {
  expect(dayReader('America/Sao_Paulo')(8.64e15)).toBe(99_999_999);
});

describe('a wall clock', () => {
  it.each([
    { zone: 'Asia/Kolkata', at: '2026-05-04T18:45:59.999Z', shows: ['2026-05-05', 0, 15] },
    { zone: 'America/St_Johns', at: '2026-05-04T02:29:00Z', shows: ['2026-05-03', 23, 59] },
    { zone: 'Europe/Berlin', at: '2026-10-25T01:30:00Z', shows: ['2026-10-25', 2, 30] },
    { zone: 'UTC', at: '1969-12-31T23:59:30Z', shows: ['1969-12-31', 23, 59] },
  ])('in $zone at $at shows $shows', ({ zone, at, shows }) => {
    const { day, hour, minute } = wallClock(zone)(Date.parse(at));
    expect([isoDay(day), hour, minute]).toEqual(shows);
  });
});

describe('the instant of a day and hour', () => {
  it.each([
    { name: 'midnight in summer', zone: 'Europe/Berlin', day: '2026-05-04', hour: 0, at: '2026-05-03T22:00:00.000Z' },
    { name: 'an hour skipped', zone: 'Europe/Berlin', day: '2026-03-29', hour: 2, at: '2026-03-29T01:00:00.000Z' },
    { name: 'an hour told twice', zone: 'Europe/Berlin', day: '2026-10-25', hour: 2, at: '2026-10-25T00:00:00.000Z' },
    {
      name: 'a midnight skipped',
      zone: 'America/Sao_Paulo',
      day: '2018-11-04',
      hour: 0,
      at: '2018-11-04T03:00:00.000Z',
    },
  ])('$name', ({ zone, day, hour, at }) => {
    expect(new Date(instantOf(parseIsoDay(day) ?? NaN, zone, hour)).toISOString()).toBe(at);
  });
});

it('the instant of any day and hour is the one that Temporal gives, around every change of clocks too', () => {
  const days = fc.sample(fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 1, 1) }), { numRuns: 10, seed: 7 });
  for (let day = dayOf(2011, 1, 1); day < dayOf(2012, 1, 1); day++) days.push(day);
  for (const zone of [...ZONES, 'Africa/Casablanca', 'Pacific/Chatham', 'America/Nuuk', 'Asia/Gaza']) {
    const find = instantFinder(zone);
    const wrong = days.flatMap((day) =>
      [0, 1, 2, 3, 23].filter((hour) => {
        const { year, month, dayOfMonth } = civilOf(day);
        const expected = toZonedDateTime(create(year, month, dayOfMonth, hour), zone).epochMilliseconds;
        return find(day, hour) !== expected;
      }),
    );
    expect({ zone, wrong }).toEqual({ zone, wrong: [] });
  }
});
