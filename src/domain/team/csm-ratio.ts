import { AccountIndex } from '../account-key.js';
import { Sum } from '../statistics/sum.js';

/** An account and who looks after it. */
export interface ServedAccount {
  /** The customer-success manager; `""` when there is none. */
  readonly csm: string;
  readonly tier: string;
  /** Recurring revenue a year, 0 or more. */
  readonly arr: number;
}

/** The load of one tier. */
export interface TierLoad {
  readonly tier: string;
  /** Different customer-success managers with an account in the tier. */
  readonly csms: number;
  readonly accounts: number;
  readonly arr: number;
}

/**
 * How many accounts and how much revenue the customer-success managers of each tier look after. An account without a
 * manager counts as an account of its tier; a manager with accounts in two tiers counts in both.
 *
 * @returns one row a tier, in order of first appearance.
 * @example How many managers has a tier whose three accounts are served by "Maya", "maya" and nobody? 1
 */
export function tierLoads(accounts: Iterable<ServedAccount>): TierLoad[] {
  const tiers = new AccountIndex();
  const csms = new AccountIndex();
  const loads: { accounts: number; csms: Set<number>; arr: Sum }[] = [];
  for (const { csm, tier, arr } of accounts) {
    const load = (loads[tiers.add(tier)] ??= { accounts: 0, csms: new Set(), arr: new Sum() });
    load.accounts++;
    load.arr.add(arr);
    if (csm !== '') load.csms.add(csms.add(csm));
  }
  return loads.map((load, number) => ({
    tier: tiers.names[number] ?? '',
    csms: load.csms.size,
    accounts: load.accounts,
    arr: load.arr.total,
  }));
}
