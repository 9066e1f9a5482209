import type { BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, moneyCell, table, tabColors } from './cells.js';
import { monthOf, months } from './days.js';
import { churns } from './stories.js';

/** Every customer lost in the months of the Revenue tab, oldest first, those that came back included. */
export function churnsTab(accounts: readonly Account[]): BookSheet {
  const mrrOf = new Map(accounts.map(({ name, billing }) => [name, billing.mrr]));
  return table(
    'Churns',
    tabColors.customers,
    [
      ['Account', 190],
      ['Churned on', 90],
      ['ARR', 90],
      ['Function', 140],
      ['Cause', 320],
      ['Earliest bend', 100],
      ['Weeks of warning', 130],
    ],
    churns.map(({ account, on, team, cause, weeksOfWarning }) => [
      account,
      dateCell(on),
      moneyCell(12 * (mrrOf.get(account)?.[months.indexOf(monthOf(on)) - 1] ?? 0)),
      team,
      cause,
      dateCell(weeksOfWarning === null ? null : on - 7 * weeksOfWarning),
      weeksOfWarning,
    ]),
  );
}
