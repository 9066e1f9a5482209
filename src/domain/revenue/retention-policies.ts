import { lastDayOf, monthOf, type Day, type Month } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';
import { Sum } from '../statistics/sum.js';
import type { Ledger } from './ledger.js';
import { monthlyMovements } from './movements.js';
import type { AccountMrr } from './snapshot.js';

/** An account said on a day that it will leave. */
export interface Notice {
  /** Its number in the ledger. */
  readonly account: number;
  readonly day: Day;
}

/** Net revenue retention under one convention. */
export interface PolicyRetention {
  readonly policy: string;
  /** Null when what the convention needs is not known. */
  readonly netRetention: number | null;
  /**
   * MRR by which each account moves the numerator away from that of the first convention, accounts that move nothing left
   * out; null where the difference is none of single accounts.
   */
  readonly differences: readonly AccountMrr[] | null;
}

/**
 * Net revenue retention from one month to a later one under the conventions in common use. The cohort is the accounts that
 * pay in `from`, the denominator what they pay then.
 *
 * Endpoint cohort: what they pay in `to`. A return does not count: an account with a month of 0 in between counts 0.
 * Movements summed: opening + expansion - contraction - churned of the months after `from`, of all accounts, those won in
 * the meantime included; with reactivation counted, + reactivated. Compounded: the product of the NRR of those months, 0
 * once nobody pays. Churn at cancellation: an account that gave notice by the end of `to` counts 0, unless it returned
 * after the notice, which is then settled.
 *
 * @param notices of cancellation; null when not known.
 * @returns one entry a convention, the endpoint cohort first; `no-opening-revenue` when no account pays in `from`.
 * @example What is NRR when 100 pauses for a month and is back at 100? 1 by endpoints, 0 by movements without reactivation
 */
export function retentionPolicies(
  ledger: Ledger,
  from: Month,
  to: Month,
  notices: readonly Notice[] | null,
): Result<PolicyRetention[], 'no-opening-revenue'> {
  const accounts = accountsBetween(ledger, from, to);
  const opening = totalOf(accounts, ({ opening }) => opening);
  if (opening <= 0) return fail('no-opening-revenue');

  const endpoint = totalOf(accounts, keptOf);
  const against = (
    policy: string,
    difference: (account: AccountBetween, number: number) => number,
  ): PolicyRetention => {
    const differences = accounts.map((account, number) => ({
      account: account.name,
      mrr: difference(account, number),
    }));
    const numerator = new Sum();
    numerator.add(endpoint);
    for (const { mrr } of differences) numerator.add(mrr);
    const moving = differences.filter(({ mrr }) => mrr !== 0);
    return { policy, netRetention: numerator.total / opening, differences: moving };
  };

  const lastNotice = notices && lastNotices(notices, lastDayOf(to));
  const isLeaving = ({ lastReturn }: AccountBetween, number: number): boolean => {
    const day = lastNotice?.get(number);
    return day !== undefined && !(lastReturn > monthOf(day));
  };
  return ok([
    against('endpoint cohort', () => 0),
    against('endpoint cohort, a return does not count', (one) => (one.wasAway ? -keptOf(one) : 0)),
    against('movements summed', (one) => wonAndKept(one) - one.reactivated),
    against('movements summed, reactivation counted', wonAndKept),
    { policy: 'monthly NRR compounded', netRetention: compounded(ledger, from, to), differences: null },
    lastNotice
      ? against('churn at cancellation', (one, number) => (isLeaving(one, number) ? -keptOf(one) : 0))
      : { policy: 'churn at cancellation', netRetention: null, differences: null },
  ]);
}

/** What one account did from one month to a later one. */
interface AccountBetween {
  readonly name: string;
  /** MRR in the first and in the last of the months. */
  opening: number;
  closing: number;
  /** MRR with which it began as a new account, and with which it came back, after the first month. */
  won: number;
  reactivated: number;
  /** Whether it left after the first month and before the last. */
  wasAway: boolean;
  /** The last month, up to the last of the months, in which it came back; before all months when it never did. */
  lastReturn: Month;
}

function accountsBetween(ledger: Ledger, from: Month, to: Month): AccountBetween[] {
  const none = { opening: 0, closing: 0, won: 0, reactivated: 0, wasAway: false, lastReturn: -Infinity };
  const accounts = ledger.accounts.map((name): AccountBetween => ({ name, ...none }));
  ledger.eachChange((number, month, before, now, hasPaid) => {
    const account = accounts[number];
    if (!account || month > to) return;
    if (month === from) account.opening = now;
    if (month === to) account.closing = now;
    const comesBack = before === 0 && hasPaid;
    if (comesBack) account.lastReturn = month;
    if (month <= from) return;
    if (comesBack) account.reactivated += now;
    else if (before === 0) account.won = now;
    if (now === 0 && month < to) account.wasAway = true;
  });
  return accounts;
}

/** What an account of the cohort pays in the last month; 0 for all others. */
function keptOf({ opening, closing }: AccountBetween): number {
  return opening > 0 ? closing : 0;
}

/** How an account won after the first month, or back from before it, moves the base once it is won. */
function wonAndKept({ opening, closing, won }: AccountBetween): number {
  return opening > 0 ? 0 : closing - won;
}

function totalOf(accounts: readonly AccountBetween[], mrrOf: (account: AccountBetween) => number): number {
  const sum = new Sum();
  for (const account of accounts) sum.add(mrrOf(account));
  return sum.total;
}

function compounded(ledger: Ledger, from: Month, to: Month): number {
  let product = 1;
  // A month without opening revenue follows one that kept nothing: the product is 0 already.
  for (const { netRetention } of monthlyMovements(ledger, from + 1, to)) product *= netRetention ?? 0;
  return product;
}

/** The last notice of each account, those after a day left out. */
function lastNotices(notices: readonly Notice[], lastDay: Day): Map<number, Day> {
  const days = new Map<number, Day>();
  for (const { account, day } of notices) {
    if (day <= lastDay && day > (days.get(account) ?? -Infinity)) days.set(account, day);
  }
  return days;
}
