import { describe, expect, test } from 'vitest';
import { book, isNumber, rowsOf, serial, valueOf } from './sample-tables.js';

const indicators = ['Usage', 'Executive engagement', 'Support volume', 'Support sentiment', 'NPS'] as const;
type Indicator = (typeof indicators)[number];
type Values = (number | null)[];

const lastWeek = serial('2026-11-16');
const weekIndex = (week: unknown) => 25 - (lastWeek - (week as number)) / 7;

/** The 26 values of an account's indicator, read from the tab's rows. */
const series = new Map<string, Record<Indicator, Values>>();
for (const row of rowsOf('Signals')) {
  const account = String(row['Account']);
  const blank = () => Array<number | null>(26).fill(null);
  const values = series.get(account) ?? {
    Usage: blank(),
    'Executive engagement': blank(),
    'Support volume': blank(),
    'Support sentiment': blank(),
    NPS: blank(),
  };
  for (const indicator of indicators) values[indicator][weekIndex(row['Week'])] = row[indicator] as number | null;
  series.set(account, values);
}

/** The last week that has a value. */
function lastWeekOf(values: Values): number {
  return values.map(isNumber).lastIndexOf(true);
}

/** The rule as it reads: three weeks with values, and both changes between them the wrong way. */
function bends(values: Values, indicator: Indicator, week: number): boolean {
  const [first, second, third] = [values[week - 2], values[week - 1], values[week]];
  if (!isNumber(first) || !isNumber(second) || !isNumber(third)) return false;
  return indicator === 'Support volume' ? first < second && second < third : first > second && second > third;
}

function bentIn(account: string, week: number): Indicator[] {
  const values = series.get(account);
  return indicators.filter((indicator) => values && bends(values[indicator], indicator, week));
}

const churned = rowsOf('Accounts').filter((row) => row['Status'] === 'Churned' && series.has(String(row['Account'])));

describe('the signals of the sample book', () => {
  test('cover 26 Mondays, one row at most for an account and week', () => {
    const rows = rowsOf('Signals');
    const weeks = new Set(rows.map((row) => weekIndex(row['Week'])));
    expect([...weeks].sort((one, other) => one - other)).toEqual(Array.from({ length: 26 }, (_, index) => index));
    expect(new Set(rows.map((row) => `${String(row['Account'])} ${String(row['Week'])}`)).size).toBe(rows.length);
    expect(new Date((lastWeek - 25_569) * 86_400_000).getUTCDay()).toBe(1);
  });

  test('stay in their ranges', () => {
    const ranges = [
      [0, 1000],
      [0, 12],
      [0, 60],
      [1, 5],
      [-100, 100],
    ] as const;
    for (const values of series.values()) {
      indicators.forEach((indicator, index) => {
        const [low = 0, high = 0] = ranges[index] ?? [];
        for (const value of values[indicator]) {
          if (value !== null) expect(value).toSatisfy((number: number) => number >= low && number <= high);
        }
      });
    }
  });

  test('have gaps: lost weeks, blank NPS in most weeks, two accounts silent in the last week', () => {
    const rows = rowsOf('Signals');
    expect(rows.filter((row) => row['NPS'] === null).length / rows.length).toBeGreaterThan(0.7);
    const active = rowsOf('Accounts').filter((row) => row['Status'] === 'Active');
    const lastAccounts = new Set(rows.filter((row) => row['Week'] === lastWeek).map((row) => row['Account']));
    expect(active.filter((row) => !lastAccounts.has(row['Account'] ?? null)).map((row) => row['Account'])).toEqual([
      'Northmoor Wind',
      'Zigzag Studio',
    ]);
    const lost = [...series.values()].filter(({ 'Support volume': volume }) => {
      const first = volume.findIndex(isNumber);
      return volume.slice(first, lastWeekOf(volume)).includes(null);
    });
    expect(lost.length).toBeGreaterThan(10);
  });

  test('bend at the last week in exactly the five accounts of the story, two of them jointly', () => {
    const now = Object.fromEntries(
      [...series.keys()]
        .map((account) => [account, bentIn(account, 25)] as const)
        .filter(([, bent]) => bent.length > 0),
    );
    expect(now).toEqual({
      'Bao & Bun': ['Usage'],
      'Beacon Payments': ['NPS'],
      'Brightwater Health': ['Usage', 'Executive engagement'],
      'Harrow & Vale': ['Executive engagement'],
      'Tilda Toys': ['Support volume', 'Support sentiment'],
    });
  });

  test('rarely bend by chance: fewer than one healthy account in twenty in an average week', () => {
    const healthy = [...series.keys()].filter((account) => !churned.some((row) => row['Account'] === account));
    const weeks = Array.from({ length: 22 }, (_, index) => index + 2);
    const alarms = weeks.map((week) => healthy.filter((account) => bentIn(account, week).length > 0).length);
    const average = alarms.reduce((sum, count) => sum + count, 0) / weeks.length;
    expect(average).toBeGreaterThan(0.5);
    expect(average).toBeLessThan(healthy.length / 20);
  });

  test('end before the churn of an account that left', () => {
    expect(churned).toHaveLength(7);
    for (const row of churned) {
      const usage = series.get(String(row['Account']))?.Usage ?? [];
      expect(lastWeek - 7 * (25 - lastWeekOf(usage)) + 6).toBeLessThan(row['Churned on'] as number);
    }
  });

  test('of churned accounts bend at the week that Churns names, and usage has fallen by a fifth at least', () => {
    const warned = rowsOf('Churns').filter(
      (row) => series.has(String(row['Account'])) && isNumber(row['Weeks of warning']),
    );
    const gone = warned.filter((row) => (row['Churned on'] as number) >= serial('2026-05-25'));
    expect(gone).toHaveLength(6);
    for (const row of gone) {
      const account = String(row['Account']);
      const week = Math.floor(weekIndex(row['Earliest bend']));
      expect(bentIn(account, week), account).not.toEqual([]);
      for (let earlier = 2; earlier < week; earlier++) expect(bentIn(account, earlier), account).toEqual([]);
      const usage = series.get(account)?.Usage.filter(isNumber) ?? [];
      expect((usage.at(-1) ?? 0) / (usage[0] ?? 0), account).toBeLessThan(0.8);
    }
  });

  test('of the one surprised churn never bend', () => {
    const surprised = churned.filter((row) => row['Account'] === 'Ledgerly');
    expect(surprised).toHaveLength(1);
    const bentWeeks = Array.from({ length: 24 }, (_, index) => index + 2).filter(
      (week) => bentIn('Ledgerly', week).length,
    );
    expect(bentWeeks).toEqual([]);
  });

  test('show the same usage in the weekly matrix', () => {
    const [header = [], ...rows] = book.sheets.find(({ name }) => name === 'Usage by week')?.rows ?? [];
    expect(header.slice(5).map(valueOf).map(weekIndex)).toEqual(Array.from({ length: 26 }, (_, index) => index));
    expect(rows).toHaveLength(series.size);
    for (const row of rows) {
      const account = String(valueOf(row[0]));
      expect(row.slice(5).map(valueOf), account).toEqual(series.get(account)?.Usage);
    }
  });
});
