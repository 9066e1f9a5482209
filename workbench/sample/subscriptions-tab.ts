import type { BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, moneyCell, table, tabColors } from './cells.js';
import { firstDayOf, months } from './days.js';

interface Term {
  readonly from: number;
  /** The month from which it is no longer paid; null while it runs. */
  readonly until: number | null;
  readonly mrr: number;
}

/** The months in which an account pays the same amount without a break, oldest first. */
function termsOf({ billing }: Account): readonly Term[] {
  const starts = billing.mrr.flatMap((mrr, index) => (mrr === billing.mrr[index - 1] ? [] : [index]));
  return starts.flatMap((start, index) => {
    const mrr = billing.mrr[start] ?? 0;
    return mrr > 0
      ? [{ from: months[start] ?? 0, until: months[starts[index + 1] ?? months.length] ?? null, mrr }]
      : [];
  });
}

/** What each customer has subscribed to, one row for every change of its price: the same revenue as the Revenue tab. */
export function subscriptionsTab(accounts: readonly Account[]): BookSheet {
  return table(
    'Subscriptions',
    tabColors.customers,
    [
      ['Account', 190],
      ['Start', 90],
      ['End', 90],
      ['MRR', 90],
    ],
    accounts.flatMap((account) =>
      termsOf(account).map(({ from, until, mrr }) => [
        account.name,
        dateCell(firstDayOf(from)),
        dateCell(until === null ? null : firstDayOf(until)),
        moneyCell(mrr),
      ]),
    ),
  );
}
