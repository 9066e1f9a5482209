import { accountKey } from '../domain/account-key.js';
import { isEmailAddress } from './cell.js';
import type { TeamRecord } from './tabs/team.js';

/** What a cell that should hold an address says: the address itself, whom Team names so, or nobody's. */
export type AddressOfName = (cell: string) => string | 'ambiguous' | null;

/** Reads owners that are given by name: one that a single person in Team has stands for that person's address. */
export function addressesByName(team: readonly TeamRecord[]): AddressOfName {
  const addresses = new Map<string, Set<string>>();
  for (const { name, email } of team) {
    if (!isEmailAddress(email)) continue;
    const key = accountKey(name);
    addresses.set(key, (addresses.get(key) ?? new Set()).add(email));
  }
  return (cell) => {
    if (isEmailAddress(cell)) return cell;
    const found = [...(addresses.get(accountKey(cell)) ?? [])];
    return found.length > 1 ? 'ambiguous' : (found[0] ?? null);
  };
}

/** The same records with people who are given by name as their addresses, where Team knows one of that name. */
export function withAddresses<Field extends string, Row extends Readonly<Record<Field, string | null>>>(
  rows: readonly Row[],
  fields: readonly Field[],
  addressOf: AddressOfName,
): readonly Row[] {
  return rows.map((row) => {
    let changed = row;
    for (const field of fields) {
      const cell = row[field];
      const address = cell === null ? null : addressOf(cell);
      if (address !== null && address !== 'ambiguous' && address !== cell) changed = { ...changed, [field]: address };
    }
    return changed;
  });
}
