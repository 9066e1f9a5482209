import { describe, expect, it } from 'vitest';
import type { Revenue } from '../../src/records/revenue.js';
import { isoMonth } from '../../src/domain/calendar/day.js';
import { dateCell, problemsOf, table, workbook } from './tables.js';

const ACCOUNTS = table('Accounts', ['Account'], ['Acme'], ['Bolt']);
const LONG = ['Account', 'Month', 'MRR', 'Currency'];

/** What a ledger holds, as "account month amount". */
function entries({ ledger }: Revenue): readonly string[] {
  if (!ledger) return [];
  const { rows, accounts } = ledger;
  return Array.from({ length: rows.length }, (_, row) => {
    return [accounts[rows.accountAt(row)], isoMonth(rows.monthAt(row)), String(rows.mrrAt(row))].join(' ');
  });
}

const long = (...rows: readonly (readonly unknown[])[]) => workbook(ACCOUNTS, table('Revenue', LONG, ...rows));

describe('revenue with a row for each month', () => {
  it('is read by any day of the month, and rows of the same month add up, credits with them', () => {
    const records = long(
      ['Acme', dateCell('2026-05-31'), 100],
      [' acme', dateCell('2026-05-01'), 20],
      ['Acme', dateCell('2026-05-02'), -30],
      ['Bolt', dateCell('2026-06-01'), 0],
    );
    expect(entries(records.revenue)).toEqual(['Acme 2026-05 90', 'Bolt 2026-06 0']);
    expect(records.revenue).toMatchObject({ currency: '', leftOutCount: 0, badRowShare: 0, readable: true });
  });

  it('of an account that is in no other tab counts, and is reported once', () => {
    const records = long(['Gone', dateCell('2026-05-01'), 5], ['GONE', dateCell('2026-06-01'), 5]);
    expect(entries(records.revenue)).toEqual(['Gone 2026-05 5', 'Gone 2026-06 5']);
    expect(problemsOf(records, 'Revenue')).toEqual([
      '2 : names an account that the Accounts tab does not have; its revenue counts all the same, add it there or correct the name',
    ]);
  });

  it('of a name that fits two accounts is refused', () => {
    const accounts = table('Accounts', ['Account'], ['Acme'], ['ACME']);
    const records = workbook(
      accounts,
      table('Revenue', LONG, ['acme', dateCell('2026-05-01'), 5], ['Acme', dateCell('2026-05-01'), 1]),
    );
    expect(entries(records.revenue)).toEqual(['Acme 2026-05 1']);
    expect(records.revenue.badRowShare).toBe(0.5);
  });

  it('whose credits exceed what is paid counts 0, and is reported', () => {
    const records = long(['Acme', dateCell('2026-05-01'), 10], ['Acme', dateCell('2026-05-02'), -30]);
    expect(entries(records.revenue)).toEqual(['Acme 2026-05 0']);
    expect(problemsOf(records, 'Revenue')[0]).toMatch(/^2 : makes credits exceed what the account pays in 2026-05/);
  });

  it('in several currencies counts in that of most rows; accounts with another one are left out as a whole', () => {
    const records = long(
      ['Acme', dateCell('2026-05-01'), 10, 'usd'],
      ['Acme', dateCell('2026-06-01'), 10, 'USD'],
      ['Bolt', dateCell('2026-05-01'), 10, 'USD'],
      ['Bolt', dateCell('2026-06-01'), 9, 'EUR'],
      ['Cubit', dateCell('2026-06-01'), 1, ''],
    );
    expect(entries(records.revenue)).toEqual(['Acme 2026-05 10', 'Acme 2026-06 10', 'Cubit 2026-06 1']);
    expect(records.revenue).toMatchObject({ currency: 'USD', leftOutCount: 1, badRowShare: 0.2 });
    expect(problemsOf(records, 'Revenue')[0]).toBe(
      '5 : is in EUR and most rows in USD; the account is left out, give its revenue in USD',
    );
  });

  it.each([
    ['blank month', ['Acme', '', 5], 'Month: is blank'],
    ['month as text', ['Acme', 'May', 5], 'Month: is text'],
    ['date that is none', ['Acme', new Date(NaN), 5], 'Month: is not a date'],
    ['blank amount', ['Acme', dateCell('2026-05-01'), ''], 'MRR: is blank'],
    ['amount as text', ['Acme', dateCell('2026-05-01'), '5 $'], 'MRR: is text'],
    ['error', ['Acme', dateCell('2026-05-01'), '#REF!'], 'MRR: is the error'],
  ])('with a %s gives no amount', (_, row, problem) => {
    const records = long(row);
    expect(records.revenue).toMatchObject({ ledger: null, badRowShare: 1 });
    expect(problemsOf(records, 'Revenue')[0]).toContain(problem);
  });
});

describe('revenue with a column for each month', () => {
  it.each([
    ['dates', [dateCell('2026-05-01'), dateCell('2026-06-30')]],
    ['ISO months', ['2026-05', '2026-06']],
    ['ISO days', ['2026-05-01', '2026-06-01']],
    ['names', ['May 2026', 'June 2026']],
    ['short names', ['may-26', "Jun '26"]],
    ['numbers', ['05/2026', '6/2026']],
  ])('is read the same with headers that are %s', (_, months) => {
    const wide = table('Revenue', ['Customer', ...months, 'Total'], ['Acme', 100, 120, 220], ['Bolt', '', 5, 5]);
    const settings = table('Settings', ['Setting', 'Value'], ['Revenue column: Account', 'Customer']);
    const { revenue } = workbook(settings, ACCOUNTS, wide);
    expect(entries(revenue)).toEqual(['Acme 2026-05 100', 'Acme 2026-06 120', 'Bolt 2026-06 5']);
  });

  it('reports a month that stands twice, and a cell that is no number', () => {
    const wide = table('Revenue', ['Account', '2026-05', 'May 2026'], ['Acme', 'n/a', 7], ['Bolt', 8, 9]);
    const records = workbook(ACCOUNTS, wide);
    expect(entries(records.revenue)).toEqual(['Bolt 2026-05 8']);
    expect(problemsOf(records, 'Revenue')).toEqual([
      '1 2026-05: stands twice in the header row; the first is used, rename the other',
      '2 2026-05: is text where a number belongs; format the cell as a number and type it again',
    ]);
  });
});

describe('the Revenue tab', () => {
  it('that is absent and was never mapped is no problem', () => {
    const records = workbook(ACCOUNTS);
    expect(records.revenue).toMatchObject({ ledger: null, readable: true, problems: [] });
  });

  it('that was mapped and is gone is one', () => {
    const records = workbook(table('Settings', ['Setting', 'Value'], ['Revenue tab', 'Money']), ACCOUNTS);
    expect(records.revenue.readable).toBe(false);
    expect(problemsOf(records, 'Money')[0]).toMatch(/is missing/);
  });

  it('with neither a month and an amount nor months as headers says what is missing', () => {
    const records = workbook(ACCOUNTS, table('Revenue', ['Account', 'Total'], ['Acme', 5]));
    expect(records.revenue.readable).toBe(false);
    expect(problemsOf(records, 'Revenue').join()).toMatch(
      /Month: is not in the header row.*MRR: is not in the header row/,
    );
  });
});
