import { accountKey } from '../domain/account-key.js';
import { isoMonth } from '../domain/calendar/day.js';
import { Ledger } from '../domain/revenue/ledger.js';
import { LedgerRows } from '../domain/revenue/ledger-rows.js';
import { nettedRows } from '../domain/revenue/netted-rows.js';
import type { AccountIndex } from './account-index.js';
import type { ReadingContext } from './cell.js';
import { isEmptyTable, type RawTable, type TabMapping } from './mapping.js';
import { missingTab } from './parse-table.js';
import type { Problem } from './problem.js';
import { readRevenueRows, type RevenueRow } from './revenue-rows.js';

/** What every account pays each month. */
export interface Revenue {
  /** Null when no row can be used. An account of the Accounts tab has its name there. */
  readonly ledger: Ledger | null;
  /** The currency that counts, as the tab spells it; "" when it says none. */
  readonly currency: string;
  /** How many accounts are left out because they have rows in another currency. */
  readonly leftOutCount: number;
  readonly problems: readonly Problem[];
  /** Share of the rows with content that could not be used, 0 to 1. */
  readonly badRowShare: number;
  readonly readable: boolean;
}

const AMBIGUOUS =
  'fits several accounts that differ only in case, spaces or Unicode form; write it exactly as the Accounts tab does';
const UNKNOWN =
  'names an account that the Accounts tab does not have; its revenue counts all the same, add it there or correct the name';

/** The currency of most rows, of equally many the first by letter; "" when no row names one. */
function mostCommon(rows: readonly RevenueRow[]): string {
  const counts = new Map<string, number>();
  for (const { currency } of rows) if (currency !== '') counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [most] = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  return most?.[0] ?? '';
}

/** Numbers accounts in order of appearance; names that the Accounts tab has stand as there. */
class Names {
  readonly all: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(key: string, name: string): { number: number; isNew: boolean } {
    const known = this.numbers.get(key);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.all.push(name) - 1;
    this.numbers.set(key, number);
    return { number, isNew: true };
  }
}

type Report = (row: number, problem: string, value: string) => void;

/** Rows whose accounts are numbered. */
interface NumberedRows {
  readonly names: readonly string[];
  readonly rows: LedgerRows;
  /** The row in the sheet of each of them. */
  readonly sheetRows: readonly number[];
  /** The numbers of accounts with rows in another currency. */
  readonly leftOut: ReadonlySet<number>;
  /** Rows of the sheet that cannot be used. */
  readonly badRows: ReadonlySet<number>;
}

function numberedRows(
  read: readonly RevenueRow[],
  currency: string,
  accounts: AccountIndex,
  report: Report,
): NumberedRows {
  const names = new Names();
  const rows = new LedgerRows(read.length);
  const sheetRows: number[] = [];
  const leftOut = new Set<number>();
  const badRows = new Set<number>();
  for (const { row, account, month, mrr, currency: own } of read) {
    const found = accounts.resolve(account);
    if (found === 'ambiguous') {
      // A row with a column for each month comes once for each of them.
      if (!badRows.has(row)) report(row, AMBIGUOUS, account);
      badRows.add(row);
      continue;
    }
    // No name of the Accounts tab begins with a line break, so the two kinds never meet.
    const { number, isNew } =
      found === 'unknown'
        ? names.number(`\n${accountKey(account)}`, account)
        : names.number(found.account, found.account);
    if (isNew && found === 'unknown' && accounts.accounts.length > 0) report(row, UNKNOWN, account);
    if (own !== '' && own !== currency) {
      const problem = `is in ${own} and most rows in ${currency}; the account is left out, give its revenue in ${currency}`;
      if (!leftOut.has(number)) report(row, problem, account);
      leftOut.add(number);
      badRows.add(row);
    }
    rows.add(number, month, mrr);
    sheetRows.push(row);
  }
  return { names: names.all, rows, sheetRows, leftOut, badRows };
}

/** The ledger of the rows that count; null when none does. */
function ledgerOfRows({ names, rows, sheetRows, leftOut }: NumberedRows, report: Report): Ledger | null {
  if (rows.length === 0) return null;
  const netted = nettedRows(rows, names.length);
  const kept = new LedgerRows(netted.length);
  const credits = new Map<string, string>();
  for (let at = 0; at < netted.length; at++) {
    const [account, month, mrr] = [netted.accountAt(at), netted.monthAt(at), netted.mrrAt(at)];
    if (leftOut.has(account)) continue;
    if (mrr < 0) credits.set(`${String(account)} ${String(month)}`, isoMonth(month));
    kept.add(account, month, Math.max(0, mrr));
  }
  for (let at = 0; at < rows.length && credits.size > 0; at++) {
    const key = `${String(rows.accountAt(at))} ${String(rows.monthAt(at))}`;
    const month = credits.get(key);
    if (month === undefined) continue;
    credits.delete(key);
    const problem = `makes credits exceed what the account pays in ${month}; it counts as 0, correct the amounts`;
    report(sheetRows[at] ?? 0, problem, names[rows.accountAt(at)] ?? '');
  }
  return kept.length > 0 ? new Ledger(names, kept) : null;
}

/**
 * Reads the Revenue tab, a row for each account and month or a column for each month. Rows of the same account and month add
 * up. An account that the Accounts tab does not have counts and is reported: most likely it was lost and deleted there. There
 * are no exchange rates: accounts with rows in another currency than that of most rows are left out as a whole, so that
 * a change of currency does not look like a loss.
 *
 * @param isMapped whether the team has mapped the tab, so that it is missed when it is gone.
 */
export function parseRevenue(
  table: RawTable | undefined,
  mapping: TabMapping,
  isMapped: boolean,
  accounts: AccountIndex,
  context: ReadingContext,
): Revenue {
  const none = { ledger: null, currency: '', leftOutCount: 0, badRowShare: 0 };
  if (!table || isEmptyTable(table.values)) {
    return isMapped ? { ...none, ...missingTab(mapping) } : { ...none, problems: [], readable: true };
  }
  const read = readRevenueRows(table, mapping, context);
  const problems: Problem[] = [...read.problems];
  const report: Report = (row, problem, value) => {
    problems.push({ tab: table.tab, row, column: '', columnNumber: 0, problem, value });
  };
  const currency = mostCommon(read.rows);
  const numbered = numberedRows(read.rows, currency, accounts, report);
  const ledger = ledgerOfRows(numbered, report);
  return {
    ledger,
    currency,
    leftOutCount: numbered.leftOut.size,
    problems,
    badRowShare: read.rowCount === 0 ? 0 : (read.badRowCount + numbered.badRows.size) / read.rowCount,
    readable: read.readable,
  };
}
