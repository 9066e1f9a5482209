import { AccountIndex } from '../account-key.js';
import type { Day } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';
import { Balance } from './balance.js';

/** What an account pays from one day to another; an account may hold several at a time. */
export interface Subscription {
  readonly account: string;
  /** The first day covered. */
  readonly start: Day;
  /** The first day no longer covered; null while the subscription runs. */
  readonly end: Day | null;
  /** A negative amount is a credit and nets off within its account. */
  readonly mrr: number;
}

export interface AccountMrr {
  readonly account: string;
  readonly mrr: number;
}

/**
 * MRR of every account on one day: the sum of its subscriptions that have started and not yet ended.
 * Accounts that pay nothing that day are listed with 0, so that the snapshots of two days pair row by row.
 *
 * @returns one row an account, in order of first appearance; `below-zero` when credits exceed what an account pays.
 * @example What is the MRR on 1 May of a subscription of 100 that ends on 1 May? 0
 */
export function mrrSnapshot(
  subscriptions: readonly Subscription[],
  day: Day,
): Result<AccountMrr[], { kind: 'below-zero'; account: string; mrr: number }> {
  const accounts = new AccountIndex();
  const balances: Balance[] = [];
  for (const { account, start, end, mrr } of subscriptions) {
    const balance = (balances[accounts.add(account)] ??= new Balance());
    if (start <= day && (end === null || day < end)) balance.add(mrr);
  }
  const rows = accounts.names.map((account, number) => ({ account, mrr: balances[number]?.mrr ?? 0 }));
  const below = rows.find(({ mrr }) => mrr < 0);
  return below ? fail({ kind: 'below-zero', ...below }) : ok(rows);
}
