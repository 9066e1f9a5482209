import type { AlertRecord } from '../../records/tabs/alerts.js';
import { isResolved } from '../lifecycle.js';

/** Revenue at risk over several alerts. */
export interface OpenExposure {
  readonly accounts: number;
  /** ARR, each account once, whatever is wrong with it; null when it is known of none. */
  readonly exposure: number | null;
  /** Accounts whose revenue is not known: the sum is at least what it says. */
  readonly unknownCount: number;
}

/** What alerts put at risk by account: the largest amount; alerts about no account are about the others' revenue. */
export function exposureByAccount(alerts: readonly AlertRecord[]): ReadonlyMap<string, number | null> {
  const byAccount = new Map<string, number | null>();
  for (const { account, exposure } of alerts) {
    if (account === null) continue;
    const known = byAccount.get(account) ?? null;
    byAccount.set(account, exposure === null ? known : Math.max(exposure, known ?? exposure));
  }
  return byAccount;
}

/** Adds up what alerts put at risk. */
export function exposureOf(alerts: readonly AlertRecord[]): OpenExposure {
  const amounts = [...exposureByAccount(alerts).values()];
  const known = amounts.flatMap((amount) => (amount === null ? [] : [amount]));
  return {
    accounts: amounts.length,
    exposure: known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0),
    unknownCount: amounts.length - known.length,
  };
}

/** The alerts that are not over, or were not at an earlier moment. */
export function liveAlerts(alerts: readonly AlertRecord[], at = Infinity): readonly AlertRecord[] {
  return alerts.filter((alert) => {
    return alert.opened < at && (!isResolved(alert) || (alert.resolved !== null && alert.resolved >= at));
  });
}
