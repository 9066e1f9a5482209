import { accountKey } from '../domain/account-key.js';
import type { Problem } from './problem.js';
import type { AccountRecord } from './tabs/accounts.js';

/** Finds accounts by the names that other tabs use for them. */
export interface AccountIndex {
  /** In the order of the tab; of rows with the very same name, the last. */
  readonly accounts: readonly AccountRecord[];
  /** The account of a name, or why there is none. */
  resolve(name: string): AccountRecord | 'unknown' | 'ambiguous';
  readonly problems: readonly Problem[];
}

/**
 * Indexes accounts by name. A name finds the account spelled exactly so; else the one that is equal after trimming,
 * Unicode NFKC and case folding. Names that are equal only in that way stay two accounts, and are reported.
 */
export function indexAccounts(tab: string, rows: readonly AccountRecord[]): AccountIndex {
  const byName = new Map<string, AccountRecord>();
  const byKey = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  const report = ({ row, account }: AccountRecord, problem: string): void => {
    problems.push({ tab, row, column: '', columnNumber: 0, problem, value: account });
  };
  for (const record of rows) {
    const name = record.account;
    const key = accountKey(name);
    const earlier = byName.get(name);
    const alike = byKey.get(key) ?? new Set();
    if (earlier) {
      report(earlier, `is there again in row ${String(record.row)}, which counts; delete one of the two`);
    } else if (alike.size > 0) {
      report(
        record,
        `differs from "${[...alike].join('", "')}" only in case, spaces or Unicode form; they count as different accounts, rename one`,
      );
    }
    byName.set(name, record);
    byKey.set(key, alike.add(name));
  }
  return {
    accounts: [...byName.values()],
    problems,
    resolve(name) {
      const exact = byName.get(name.trim());
      if (exact) return exact;
      const alike = byKey.get(accountKey(name));
      if (!alike) return 'unknown';
      const [only] = alike;
      return alike.size === 1 && only !== undefined ? (byName.get(only) ?? 'unknown') : 'ambiguous';
    },
  };
}
