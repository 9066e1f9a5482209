import { AccountIndex } from '../domain/account-key.js';
import { isoMonth, monthOf, type Month } from '../domain/calendar/day.js';
import { ledgerOf, type Ledger } from '../domain/revenue/ledger.js';
import { LedgerRows } from '../domain/revenue/ledger-rows.js';
import type { Notice } from '../domain/revenue/retention-policies.js';
import type { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Days, Names, SignedAmounts } from './columns.js';
import { message } from './messages.js';

/** The columns of a ledger, as the formula gives them. */
export interface LedgerCells {
  readonly accounts: Cell;
  readonly dates: Cell;
  readonly mrr: Cell;
  /** Days on which accounts gave notice; left out where nobody asks for them. */
  readonly cancelled?: Cell;
}

/** Reads a ledger, at least one row, each of an account and a month; wholly blank rows are skipped. */
export function readLedger(
  call: Arguments,
  zone: () => string,
  cells: LedgerCells,
): { ledger: Ledger; notices: readonly Notice[] | null } {
  const accounts = new Names('accounts', cells.accounts);
  const dates = new Days('dates', cells.dates, zone);
  const mrr = new SignedAmounts('mrr', cells.mrr);
  const cancelled = isBlank(cells.cancelled) ? null : new Days('cancelled', cells.cancelled, zone);
  if (cancelled) call.table(accounts, dates, mrr, cancelled);
  else call.table(accounts, dates, mrr);

  const index = new AccountIndex();
  const numbers = accountNumbers(accounts, index);
  const months = monthsOf(dates);
  const rows = new LedgerRows(accounts.length);
  const notices: Notice[] = [];
  for (let row = 0; row < accounts.length; row++) {
    const account = numbers[row] ?? NONE;
    const month = months[row] ?? NONE;
    const amount = mrr.at(row);
    const notice = cancelled ? cancelled.at(row) : null;
    if (account !== NONE && month !== NONE) {
      rows.add(account, month, amount);
      if (notice !== null) notices.push({ account, day: notice });
    } else if (![accounts, dates, mrr, cancelled].every((column) => isBlank(column?.cell(row)))) {
      call.wanted(row, accounts, dates);
    }
  }
  call.check();
  if (rows.length === 0) call.refuse(message.noRows('accounts'));
  const ledger = call.answer(ledgerOf(index.names, rows), (below) =>
    message.accountMonthBelowZero(below.account, below.mrr, isoMonth(below.month)),
  );
  return { ledger, notices: cancelled && notices };
}

/** Stands for no account, no month. */
const NONE = -1;

// One loop a column rather than one over all: an engine compiles small loops better, and that shows in the time.

/** The number of each row's account. A cell is often like the one above it, and any spelling is read only once. */
function accountNumbers(names: Names, index: AccountIndex): Int32Array {
  const numbers = new Int32Array(names.length);
  let cellBefore: Cell = '';
  let number = NONE;
  for (let row = 0; row < numbers.length; row++) {
    const cell = names.cell(row);
    if (cell !== cellBefore) {
      cellBefore = cell;
      number = index.spelled(cell) ?? newNumber(names, row, index);
    }
    numbers[row] = number;
  }
  return numbers;
}

function newNumber(names: Names, row: number, index: AccountIndex): number {
  const name = names.at(row);
  return name === '' ? NONE : index.add(name, names.cell(row));
}

/** The month of each row's date; each distinct instant is looked up once. */
function monthsOf(dates: Days): Int32Array {
  const months = new Int32Array(dates.length);
  const byInstant = new Map<number, Month>();
  for (let row = 0; row < months.length; row++) {
    const instant = dates.instantAt(row);
    let month = byInstant.get(instant);
    if (month === undefined) {
      const day = dates.at(row);
      month = day === null ? NONE : monthOf(day);
      if (day !== null) byInstant.set(instant, month);
    }
    months[row] = month;
  }
  return months;
}
