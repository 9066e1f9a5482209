import type { Month } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';
import type { LedgerRows } from './ledger-rows.js';
import { nettedRows } from './netted-rows.js';

/** Credits exceed what an account pays in a month. */
export interface BelowZero {
  readonly account: string;
  readonly month: Month;
  readonly mrr: number;
}

/**
 * One account from a month to the next.
 *
 * @param account its number, counted from 0 in order of first appearance.
 * @param before MRR of the month before.
 * @param now MRR of the month.
 * @param hasPaid whether the account paid in any earlier month.
 */
export type Change = (account: number, month: Month, before: number, now: number, hasPaid: boolean) => void;

/** MRR of each account in each month, 0 or more; an account pays 0 in a month without a row. */
export class Ledger {
  /** Months of the first and the last row, whatever its amount. */
  readonly firstMonth: Month;
  readonly lastMonth: Month;

  constructor(
    /** Accounts in order of first appearance; their numbers are their places here. */
    readonly accounts: readonly string[],
    /** One row per account and month, by account and then by month. */
    readonly rows: LedgerRows,
  ) {
    const { first, last } = rows.span;
    this.firstMonth = first;
    this.lastMonth = last;
  }

  /** Visits, account by account, each month in which it pays or paid the month before: in all others nothing moves. */
  eachChange(visit: Change): void {
    const { rows } = this;
    let account = -1;
    let before = 0;
    let monthBefore = NaN;
    let hasPaid = false;
    for (let row = 0; row <= rows.length; row++) {
      const isEnd = row === rows.length;
      const isSame = !isEnd && rows.accountAt(row) === account;
      const month = rows.monthAt(row);
      // The account's rows end, or skip a month: either way it paid nothing in the month after.
      if (before > 0 && !(isSame && month === monthBefore + 1)) {
        visit(account, monthBefore + 1, before, 0, true);
        before = 0;
      }
      if (isEnd) return;
      if (!isSame) {
        account = rows.accountAt(row);
        hasPaid = false;
      }
      const now = rows.mrrAt(row);
      if (before > 0 || now > 0) visit(account, month, before, now, hasPaid);
      if (now > 0) hasPaid = true;
      before = now;
      monthBefore = month;
    }
  }
}

/**
 * The ledger that rows make: the amounts of an account and month are added up, and credits net off within them.
 *
 * @param accounts in order of first appearance.
 * @returns the ledger; the first account and its first month where credits exceed what it pays by half a cent or more.
 * @example What does an account pay in May with rows of 100, 20 and -30 that month? 90
 */
export function ledgerOf(accounts: readonly string[], rows: LedgerRows): Result<Ledger, BelowZero> {
  const netted = nettedRows(rows, accounts.length);
  for (let row = 0; row < netted.length; row++) {
    const mrr = netted.mrrAt(row);
    if (mrr < 0) return fail({ account: accounts[netted.accountAt(row)] ?? '', month: netted.monthAt(row), mrr });
  }
  return ok(new Ledger(accounts, netted));
}
