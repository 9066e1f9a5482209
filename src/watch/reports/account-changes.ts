import type { Day } from '../../domain/calendar/day.js';
import type { Records } from '../../records/workbook.js';
import { exposureByAccount, liveAlerts } from './exposure.js';

/** What became of an account since the last digest. */
export interface AccountChange {
  readonly account: string;
  readonly change: 'newly at risk' | 'no longer at risk' | 'churned';
  readonly exposure: number | null;
  readonly renewal: Day | null;
  /** Its row in the Accounts tab; null when it is not there any more. */
  readonly row: number | null;
}

/** What changed by account since a moment, the largest exposure first: who has alerts now and had none, and who had. */
export function accountChanges({ alerts, accounts }: Records, from: number): readonly AccountChange[] {
  const now = exposureByAccount(liveAlerts(alerts));
  const before = exposureByAccount(liveAlerts(alerts, from));
  const lost = new Set(
    alerts
      .filter(({ reason, resolved }) => reason === 'churned' && resolved !== null && resolved >= from)
      .map(({ account }) => account),
  );
  const changeOf = (account: string, change: AccountChange['change'], exposure: number | null): AccountChange => {
    const found = accounts.resolve(account);
    const known = typeof found === 'object' ? found : null;
    return { account, change, exposure, renewal: known?.renewal ?? null, row: known?.row ?? null };
  };
  const changes = [
    ...[...now].flatMap(([account, exposure]) => {
      return before.has(account) ? [] : [changeOf(account, 'newly at risk', exposure)];
    }),
    ...[...before].flatMap(([account, exposure]) => {
      if (now.has(account)) return [];
      return [changeOf(account, lost.has(account) ? 'churned' : 'no longer at risk', exposure)];
    }),
  ];
  return changes.sort((one, other) => (other.exposure ?? -1) - (one.exposure ?? -1));
}
