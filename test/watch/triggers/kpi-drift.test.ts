import { describe, expect, it } from 'vitest';
import { executiveMetrics } from '../../../src/watch/reports/executive-metrics.js';
import { kpiDrift } from '../../../src/watch/triggers/kpi-drift.js';
import { dateCell, day, workbook } from '../../records/tables.js';
import { ANA, clockOn, found, judged, outcome, rowsOf, set, TEAM, VP } from './books.js';

/** The month so many months before October 2026, the last complete one. */
function monthsBefore(count: number): Date {
  const month = 2026 * 12 + 9 - count;
  return dateCell(`${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

/** MRR of accounts, the last value for October 2026 and each before it for a month earlier; null is no row. */
function revenue(
  series: Readonly<Record<string, readonly (number | null)[]>>,
  given: Readonly<Record<string, unknown>> = {},
) {
  const rows = Object.entries(series).flatMap(([Account, values]) =>
    values.flatMap((MRR, i) =>
      MRR === null ? [] : [{ Account, Month: monthsBefore(values.length - 1 - i), MRR, ...given }],
    ),
  );
  return rowsOf('Revenue', ...rows);
}

const ACCOUNTS = rowsOf('Accounts', { Account: 'Acme', CSM: ANA }, { Account: 'Bolt', CSM: 'pia@northlight.example' });
/** Thirteen months at one amount, but for the last ones. */
const steady = (amount: number, ...last: readonly (number | null)[]) => [
  ...Array.from({ length: 13 - last.length }, () => amount),
  ...last,
];
const says = (metric: string, ...series: Parameters<typeof revenue>) =>
  outcome(judged(kpiDrift, TEAM, ACCOUNTS, revenue(...series)), metric);

describe('retention of the twelve months to the last complete month', () => {
  it.each([
    { metric: 'NRR', closing: 1050, expected: 'holds not' },
    { metric: 'NRR', closing: 1049, expected: 'fires' },
    { metric: 'GRR', closing: 900, expected: 'holds not' },
    { metric: 'GRR', closing: 899, expected: 'fires' },
    { metric: 'Expansion', closing: 1120, expected: 'holds not' },
    { metric: 'Expansion', closing: 1119, expected: 'fires' },
  ])('$metric of 1,000 that became $closing: $expected', ({ metric, closing, expected }) => {
    expect(says(metric, { Acme: steady(1000, closing) })).toBe(expected);
  });

  it('says the numbers, what it takes, and whose accounts are behind it', () => {
    const series = { Acme: steady(1000, 400), Bolt: steady(100, 0), Cubit: steady(900, 1000) };
    expect(found(judged(kpiDrift, TEAM, ACCOUNTS, revenue(series)), 'NRR')).toEqual({
      trigger: 'KPI drift',
      subject: 'NRR',
      account: null,
      since: day('2026-10-31'),
      headline: '70 %, below the floor of 105 %',
      facts: [
        'NRR of the twelve months to Oct 2026 is 70 %; the floor is 105 %',
        '$8,400 of ARR more would reach the floor',
        'Largest losses behind it: Acme $600 a month and Bolt $100 a month (left)',
      ],
      clears: 'Clears when NRR is 105 % or more at the end of a month, and heads for no less',
      exposure: null,
      renewal: null,
      owner: VP,
      function: 'Customer Success',
      peers: [ANA, 'pia@northlight.example'],
      count: 1,
      place: { tab: 'Revenue', row: 1 },
    });
  });

  it('says what grew when it is expansion that falls short', () => {
    const { facts } = found(judged(kpiDrift, TEAM, ACCOUNTS, revenue({ Acme: steady(1000, 1050) })), 'Expansion');
    expect(facts).toContain('1 account grew: Acme $50 a month');
  });

  it.each([
    ['eleven months', { Acme: Array.from({ length: 12 }, () => 100) }],
    ['no row of the last complete month', { Acme: steady(100, null) }],
    ['a last month that is still being entered', { Acme: steady(100, 90), Bolt: steady(100, null) }],
    ['no revenue at the start', { Acme: [0, ...steady(100, 100).slice(1)] }],
  ])('knows nothing with %s', (_, series) => {
    expect(says('NRR', series)).toBe('no data');
  });

  it('is not of a month that is half entered, whether many small customers or a large one are missing', () => {
    const names = Array.from({ length: 100 }, (_, i) => `A${String(i)}`);
    const accounts = rowsOf('Accounts', ...names.map((Account) => ({ Account })));
    const nrr = (missing: number, first = 100) => {
      const series = names.map((name, i) => [name, steady(i === 0 ? first : 100, i < missing ? null : 106)] as const);
      return outcome(judged(kpiDrift, accounts, revenue(Object.fromEntries(series))), 'NRR');
    };
    expect([nrr(19), nrr(6), nrr(1, 1000)]).toEqual(['no data', 'no data', 'no data']);
    expect([nrr(5), nrr(0)]).toEqual(['holds not', 'holds not']);
  });

  it('leaves out the few customers without a row yet, and says so', () => {
    const accounts = rowsOf('Accounts', { Account: 'Acme', CSM: ANA }, { Account: 'Bolt', CSM: ANA });
    const series = { Acme: steady(1000, 400), Bolt: steady(10, null) };
    const { headline, facts } = found(judged(kpiDrift, accounts, revenue(series)), 'GRR');
    expect(headline).toBe('40 %, below the floor of 90 %');
    expect(facts).toContain('Left out for having no row yet in one of the two months: 1 customer');
    expect(facts).toContain('Largest losses behind it: Acme $600 a month');
  });

  it('takes a missing row for a loss when the account is lost, or is in no tab any more', () => {
    const lost = rowsOf(
      'Accounts',
      { Account: 'Acme', CSM: ANA },
      { Account: 'Bolt', 'Churned on': dateCell('2026-10-05') },
    );
    const series = { Acme: steady(100, 100), Bolt: steady(100, null) };
    expect(outcome(judged(kpiDrift, lost, revenue(series)), 'GRR')).toBe('fires');
    expect(says('GRR', { Acme: steady(100, 100), Cubit: steady(100, null) })).toBe('fires');
  });

  it('does not look at the month that runs', () => {
    const rows = [...steady(1000, 1200), 0];
    const all = rows.map((MRR, i) => ({ Account: 'Acme', Month: monthsBefore(12 - i), MRR }));
    expect(outcome(judged(kpiDrift, ACCOUNTS, rowsOf('Revenue', ...all)), 'NRR')).toBe('holds not');
  });

  it('knows nothing without a Revenue tab, or with too many rows that cannot be used', () => {
    expect([...judged(kpiDrift, TEAM, ACCOUNTS).values()]).toEqual(['no data', 'no data', 'no data']);
    const bad = Array.from({ length: 4 }, () => ({ Account: 'Bolt', Month: dateCell('2026-10-01'), MRR: '12,5' }));
    const good = steady(1000, 400).map((MRR, i) => ({ Account: 'Acme', Month: monthsBefore(12 - i), MRR }));
    expect(outcome(judged(kpiDrift, ACCOUNTS, rowsOf('Revenue', ...good, ...bad)), 'NRR')).toBe('no data');
    expect(outcome(judged(kpiDrift, ACCOUNTS, rowsOf('Revenue', ...good, ...bad.slice(1))), 'NRR')).toBe('fires');
  });

  it('leaves out accounts in another currency, and says so', () => {
    const table = revenue({ Acme: steady(1000, 400) }, { Currency: 'EUR' });
    const other = ['Bolt', dateCell('2026-10-01'), 5, 'USD'];
    const { facts } = found(judged(kpiDrift, ACCOUNTS, { ...table, values: [...table.values, other] }), 'NRR');
    expect(facts).toContain('Left out for paying in another currency: 1 account');
    expect(facts).toContain('Largest losses behind it: Acme EUR 600 a month');
  });
});

describe('the projection to the end of the quarter', () => {
  /** 15 months of 1,000, of which the last three became these. */
  const falling = (...last: readonly number[]) => ({ Acme: [...Array.from({ length: 12 }, () => 1000), ...last] });

  // A line through 1.11, 1.09 and 1.07 falls by 0.02 a month: 1.03 in December.
  it('fires before the floor is reached, and says which of the two it is', () => {
    const finding = found(judged(kpiDrift, TEAM, ACCOUNTS, revenue(falling(1110, 1090, 1070))), 'NRR');
    expect(finding.headline).toBe('heading for 103 % at the end of Dec 2026, below the floor of 105 %');
    expect(finding.facts.slice(0, 2)).toEqual([
      'NRR of the twelve months to Oct 2026 is 107 %; the floor is 105 %',
      'A straight line through its last three months (111 %, 109 % and 107 %) leads to 103 % at the end of Dec 2026, below the floor of 105 %',
    ]);
  });

  // 1.09, 1.08, 1.07 lead to 1.05; a tenth of a point less a month leads below it.
  it.each([
    { last: [1090, 1080, 1070], expected: 'holds not' },
    { last: [1089, 1079, 1069], expected: 'fires' },
  ])('of $last: $expected', ({ last, expected }) => {
    expect(says('NRR', falling(...last))).toBe(expected);
  });

  it('after the last month of a quarter looks to the end of the next', () => {
    const records = workbook(
      TEAM,
      ACCOUNTS,
      revenue({ Acme: [...Array.from({ length: 12 }, () => 1000), 1110, 1090, 1070, 0] }),
    );
    // In October, September is judged, at 1.07: three months on is 1.01.
    const finding = found(kpiDrift(records, clockOn(day('2026-10-15'), records)), 'NRR');
    expect(finding.headline).toMatch(/^heading for 101 % at the end of Dec 2026/);
  });
});

describe('the first day of a drift', () => {
  it('is the end of the first month of the run, and stays so while it goes on', () => {
    const fourteen = Array.from({ length: 12 }, () => 1000);
    const records = workbook(TEAM, ACCOUNTS, revenue({ Acme: [...fourteen, 1200, 900, 890, 880] }));
    const since = (today: string) => found(kpiDrift(records, clockOn(day(today), records)), 'NRR').since;
    // The floor was passed with August's 900.
    expect([since('2026-09-01'), since('2026-10-10'), since('2026-11-26')]).toEqual(Array(3).fill(day('2026-08-31')));
  });

  it('is judged with the floors that the team has set', () => {
    const all = judged(kpiDrift, set(['NRR floor', '0.4']), ACCOUNTS, revenue({ Acme: steady(1000, 400) }));
    expect(outcome(all, 'NRR')).toBe('holds not');
  });
});

describe('the digest', () => {
  const metricsOf = (badRowShare: number) => {
    const records = workbook(TEAM, ACCOUNTS, revenue({ Acme: steady(1000, 900), Bolt: steady(1000, 1000) }));
    const revenueThen = { ...records.revenue, badRowShare };
    return executiveMetrics({ ...records, revenue: revenueThen }, clockOn(day('2026-11-26'), records));
  };

  it('shows no number of a Revenue tab with more bad rows than are allowed', () => {
    expect(metricsOf(0.2).metrics.map(({ value }) => value)).toEqual([0.95, 0.95, 0]);
    expect(metricsOf(0.37)).toMatchObject({ metricsTo: null });
    expect(metricsOf(0.37).metrics.map(({ value }) => value)).toEqual([null, null, null]);
  });
});
