import { Balance, Balances } from './balance.js';
import { LedgerRows } from './ledger-rows.js';

/** With more account-months to a row than this, looking at all of them takes longer than sorting the rows. */
const MOST_SLOTS_A_ROW = 8;

/**
 * One row for each account and month that has any, by account and then by month: its balance.
 *
 * @param accountCount above every account's number.
 */
export function nettedRows(rows: LedgerRows, accountCount: number): LedgerRows {
  if (isNetted(rows)) return rows;
  const { first, last } = rows.span;
  const slots = accountCount * (last - first + 1);
  return slots <= MOST_SLOTS_A_ROW * rows.length
    ? nettedInSlots(rows, accountCount)
    : nettedInOrder(rows, accountCount);
}

/** Whether the rows came so, none of them a credit. */
function isNetted(rows: LedgerRows): boolean {
  let accountBefore = -1;
  let monthBefore = -1;
  for (let row = 0; row < rows.length; row++) {
    const account = rows.accountAt(row);
    const month = rows.monthAt(row);
    if (account < accountBefore || (account === accountBefore && month <= monthBefore)) return false;
    if (rows.mrrAt(row) < 0) return false;
    accountBefore = account;
    monthBefore = month;
  }
  return true;
}

/** Adds each row to the balance of its account and month, with one kept for all of them. */
function nettedInSlots(rows: LedgerRows, accountCount: number): LedgerRows {
  const { first, last } = rows.span;
  const months = last - first + 1;
  const balances = new Balances(accountCount * months);
  for (let row = 0; row < rows.length; row++) {
    balances.add(rows.accountAt(row) * months + rows.monthAt(row) - first, rows.mrrAt(row));
  }
  const netted = new LedgerRows(rows.length);
  let slot = 0;
  for (let account = 0; account < accountCount; account++) {
    for (let month = first; month <= last; month++, slot++) {
      if (balances.has(slot)) netted.add(account, month, balances.mrrAt(slot));
    }
  }
  return netted;
}

/** Sorts the rows and adds up those that then lie together, whatever years lie between them. */
function nettedInOrder(rows: LedgerRows, accountCount: number): LedgerRows {
  const order = rows.order(accountCount);
  const netted = new LedgerRows(order.length);
  for (let place = 0; place < order.length;) {
    const account = rows.accountAt(order[place] ?? NaN);
    const month = rows.monthAt(order[place] ?? NaN);
    const balance = new Balance();
    for (; place < order.length; place++) {
      const row = order[place] ?? NaN;
      if (rows.accountAt(row) !== account || rows.monthAt(row) !== month) break;
      balance.add(rows.mrrAt(row));
    }
    netted.add(account, month, balance.mrr);
  }
  return netted;
}
