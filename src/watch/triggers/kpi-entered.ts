import type { Day, Month } from '../../domain/calendar/day.js';
import type { Ledger } from '../../domain/revenue/ledger.js';
import type { AccountIndex } from '../../records/account-index.js';
import { hasChurned } from './account-health.js';
import type { MonthColumns } from './kpi-months.js';

/** A month in which more than this share of the paying accounts has no row yet is still being entered. */
const MOST_UNENTERED = 0.2;

/** Whether a month was entered: accounts that paid the month before have a row in it, unless they are lost. */
export function isEntered(
  ledger: Ledger,
  month: Month,
  columns: MonthColumns,
  accounts: AccountIndex,
  today: Day,
): boolean {
  const before = columns.get(month - 1);
  if (!columns.has(month)) return false;
  if (!before) return true;
  const present = new Uint8Array(ledger.accounts.length);
  for (let row = 0; row < ledger.rows.length; row++) {
    if (ledger.rows.monthAt(row) === month) present[ledger.rows.accountAt(row)] = 1;
  }
  let paying = 0;
  let absent = 0;
  for (let account = 0; account < before.length; account++) {
    if ((before[account] ?? 0) === 0) continue;
    paying++;
    if (present[account] === 1) continue;
    const found = accounts.resolve(ledger.accounts[account] ?? '');
    if (typeof found === 'object' && !hasChurned(found, today)) absent++;
  }
  return absent <= paying * MOST_UNENTERED;
}
