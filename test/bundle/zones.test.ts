import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { describe, expect, it } from 'vitest';
import { dayOf, isoDay, parseIsoDay } from '../../src/domain/calendar/day.js';
import { dayReader } from '../../src/domain/calendar/zone.js';
import { sampleCalls, type SampleArgument, type SampleCell } from './sample-calls.js';

const spreadsheet = { zone: 'Etc/UTC', getSpreadsheetTimeZone: () => spreadsheet.zone };
const context = vm.createContext({ SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet } });
vm.runInContext(readFileSync(join(import.meta.dirname, '../../dist/Code.js'), 'utf8'), context);
const callInRealm = vm.runInContext(
  `(name, json) => {
    const revive = (_, value) => value !== null && typeof value === 'object' && 'instant' in value ? new Date(value.instant) : value;
    const told = (value) => Array.isArray(value) ? value.map(told) : value instanceof Date ? { instant: value.getTime() } : value;
    return JSON.stringify(told(globalThis[name](...JSON.parse(json, revive))));
  }`,
  context,
) as (name: string, json: string) => string;

/** Clocks change at midnight, at one, by half an hour, in the middle of a month, or a whole day is left out. */
const ZONES = [
  ...['Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'America/St_Johns', 'Asia/Kolkata', 'Asia/Beirut'],
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Kiritimati'],
];
/** Year ends, leap days, weeks of two years, and days on which clocks change somewhere. */
const SPECIAL_DAYS = [
  ...['2024-02-29', '2025-02-28', '2026-12-31', '2027-01-01', '2020-12-28', '2026-03-29', '2026-10-25'],
  ...['2026-03-08', '2026-11-01', '2018-11-04', '2018-02-18', '2011-12-29', '2011-12-31', '2026-03-31', '2026-06-30'],
];

/** The times of a day at which a cell's date can stand: its beginning, which some days lack, and its last hour. */
const HOURS = [0, 12, 23];

/** Kept, since the polyfill takes longer than most of the functions. */
const instants = new Map<string, number>();

function instantAt(day: number, hour: number, zone: string): number {
  const key = `${zone} ${String(day)} ${String(hour)}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const date = new Date(day * 86_400_000);
  const wall = create(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), hour, hour === 23 ? 59 : 0);
  const instant = toZonedDateTime(wall, zone).epochMilliseconds;
  instants.set(key, instant);
  return instant;
}

const isDayCell = (cell: SampleCell): cell is { day: string } => typeof cell === 'object';

function firstDayIn(args: readonly SampleArgument[]): number | null {
  const cells = args.flatMap((argument) => (Array.isArray(argument) ? (argument.flat() as SampleCell[]) : [argument]));
  const days = cells.filter((cell): cell is { day: string } => isDayCell(cell as SampleCell));
  return days.length === 0 ? null : Math.min(...days.map(({ day }) => parseIsoDay(day) ?? NaN));
}

const dayReaders = Object.fromEntries(ZONES.map((zone) => [zone, dayReader(zone)]));

/** What a function answers in a zone when the sample's days are moved and stand at an hour; dates as days of the zone. */
function answerIn(zone: string, name: string, args: readonly SampleArgument[], shift: number, hour: number): unknown {
  spreadsheet.zone = zone;
  const moved = JSON.stringify(args, (_, value: unknown) =>
    value !== null && typeof value === 'object' && 'day' in value
      ? { instant: instantAt((parseIsoDay(String(value.day)) ?? NaN) + shift, hour, zone) }
      : value,
  );
  const dayAt = dayReaders[zone] ?? dayReader(zone);
  return JSON.parse(callInRealm(name, moved), (_, value: unknown) =>
    value !== null && typeof value === 'object' && 'instant' in value ? isoDay(dayAt(Number(value.instant))) : value,
  ) as unknown;
}

const dated = Object.entries(sampleCalls).flatMap(([name, args]) => {
  const first = firstDayIn(args);
  return first === null ? [] : [{ name, args, first }];
});

describe('a cell function answers by days of the spreadsheet’s zone, whatever that zone is', () => {
  it('is asked of every function that takes dates', () => {
    expect(dated.map(({ name }) => name).sort()).toEqual([
      ...['ASOF', 'COHORTRETENTION', 'KRPACE', 'KRSTATUS', 'MRRLEDGER', 'MRRMOVEMENTS', 'MRRSNAPSHOT', 'NRRPOLICIES'],
      ...['SIGNALBACKTEST', 'SURPRISEDCHURN', 'TTFV', 'TTFVCOHORTS', 'WEEKLY', 'WEEKLYFOR'],
    ]);
    expect(dayOf(2024, 2, 29)).toBe(parseIsoDay('2024-02-29'));
  });

  it.each(dated)('$name', ({ name, args, first }) => {
    for (const special of SPECIAL_DAYS) {
      const shift = (parseIsoDay(special) ?? NaN) - first;
      const expected = answerIn('Etc/UTC', name, args, shift, 0);
      for (const zone of ZONES) {
        for (const hour of HOURS) {
          expect(answerIn(zone, name, args, shift, hour), `${zone}, ${special}, ${String(hour)} h`).toEqual(expected);
        }
      }
    }
  });
});
