import fc from 'fast-check';
import { AccountIndex } from '../../../src/domain/account-key.js';
import type { Month } from '../../../src/domain/calendar/day.js';
import { ledgerOf, type Ledger } from '../../../src/domain/revenue/ledger.js';
import { LedgerRows } from '../../../src/domain/revenue/ledger-rows.js';

/** One row of a ledger as a test writes it. */
export interface Row {
  readonly account: string;
  readonly month: Month;
  readonly mrr: number;
}

export function row(account: string, month: Month, mrr: number): Row {
  return { account, month, mrr };
}

export function resultOf(rows: readonly Row[]): ReturnType<typeof ledgerOf> {
  const accounts = new AccountIndex();
  // Room for more rows than there are, as a whole column has.
  const table = new LedgerRows(rows.length + 3);
  for (const { account, month, mrr } of rows) table.add(accounts.add(account), month, mrr);
  return ledgerOf(accounts.names, table);
}

export function ledger(rows: readonly Row[]): Ledger {
  const result = resultOf(rows);
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}

/** What an account pays in a month, by looking at every row. */
export function paid(rows: readonly Row[], account: string, month: Month): number {
  return rows.filter((one) => one.account === account && one.month === month).reduce((sum, { mrr }) => sum + mrr, 0);
}

export function accountsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ account }) => account))];
}

export function hasPaidBefore(rows: readonly Row[], account: string, month: Month): boolean {
  return rows.some((one) => one.account === account && one.month < month && paid(rows, account, one.month) > 0);
}

export function total<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

/** The first month of the drawn ledgers, which reach over ten. */
export const FIRST: Month = 2025 * 12 + 10;

/** Ledgers of a few accounts and months in any order, with gaps, months of 0 and several rows a month; whole amounts. */
export const ledgers = fc.array(
  fc.record({
    account: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    month: fc.integer({ min: FIRST, max: FIRST + 9 }),
    mrr: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 })),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Two months in or about the drawn ledgers, the earlier first. */
export const spans = fc
  .tuple(fc.integer({ min: FIRST - 2, max: FIRST + 11 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, to: from + length }));
