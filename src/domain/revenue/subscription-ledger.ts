import { AccountIndex } from '../account-key.js';
import { monthOf, type Month } from '../calendar/day.js';
import { fail, type Result } from '../result.js';
import { ledgerOf, type BelowZero, type Ledger } from './ledger.js';
import { LedgerRows } from './ledger-rows.js';
import type { Subscription } from './snapshot.js';

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than comparing two numbers.
const { max, min } = Math;

/** More months of subscriptions than a sheet has use for; a mistyped year makes that many. */
export const MOST_SUBSCRIPTION_MONTHS = 1_000_000;

export type NoSubscriptionLedger =
  ({ readonly kind: 'below-zero' } & BelowZero) | { readonly kind: 'too-many-months'; readonly months: number };

/**
 * The ledger of subscriptions: the MRR of each account as of the last day of each month, its subscriptions added up.
 *
 * @param from first month of the ledger.
 * @param to its last month, not before the first.
 * @returns the ledger; `below-zero` where credits exceed what an account pays; `too-many-months` when the subscriptions
 * cover more months in all than anybody would want listed.
 * @example In which months does a subscription from 10 March to 31 May pay? March and April: it does not cover 31 May
 */
export function ledgerOfSubscriptions(
  subscriptions: readonly Subscription[],
  from: Month,
  to: Month,
): Result<Ledger, NoSubscriptionLedger> {
  const spans = subscriptions.map((subscription) => spanOf(subscription, from, to));
  const months = spans.reduce((sum, { first, last }) => sum + max(last - first + 1, 0), 0);
  if (months > MOST_SUBSCRIPTION_MONTHS) return fail({ kind: 'too-many-months', months });
  const accounts = new AccountIndex();
  const rows = new LedgerRows(months);
  subscriptions.forEach(({ account, mrr }, index) => {
    const number = accounts.add(account);
    const { first, last } = spans[index] ?? NO_MONTHS;
    for (let month = first; month <= last; month++) rows.add(number, month, mrr);
  });
  const ledger = ledgerOf(accounts.names, rows);
  return ledger.ok ? ledger : fail({ kind: 'below-zero', ...ledger.reason });
}

const NO_MONTHS = { first: 0, last: -1 };

/** The months, of those asked for, whose last day a subscription covers. */
function spanOf({ start, end }: Subscription, from: Month, to: Month): { first: Month; last: Month } {
  const last = end === null ? to : monthOf(end) - 1;
  return { first: max(monthOf(start), from), last: min(last, to) };
}

/**
 * The months that subscriptions reach over: from that of the earliest start to that of the latest day, start or end.
 *
 * @param subscriptions at least one.
 */
export function monthsOfSubscriptions(subscriptions: readonly Subscription[]): { first: Month; last: Month } {
  let first = Infinity;
  let last = -Infinity;
  for (const { start, end } of subscriptions) {
    if (start < first) first = start;
    if (start > last) last = start;
    if (end !== null && end > last) last = end;
  }
  return { first: monthOf(first), last: monthOf(last) };
}
