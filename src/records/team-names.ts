import { accountKey } from '../domain/account-key.js';
import { isEmailAddress } from './cell.js';
import type { TeamRecord } from './tabs/team.js';

/** The addresses that an owner's cell may stand for: the one that it holds, or those of whom Team names so. */
export type AddressesOf = (cell: string) => readonly string[];

/** Reads owners that are given by name. */
export function addressesByName(team: readonly TeamRecord[]): AddressesOf {
  const addresses = new Map<string, Set<string>>();
  for (const { name, email } of team) {
    if (!isEmailAddress(email)) continue;
    const key = accountKey(name);
    addresses.set(key, (addresses.get(key) ?? new Set()).add(email));
  }
  return (cell) => {
    return isEmailAddress(cell) ? [cell] : [...(addresses.get(accountKey(cell)) ?? [])];
  };
}

/** The same records with people who are given by name as their addresses, where Team has just one of that name. */
export function withAddresses<Field extends string, Row extends Readonly<Record<Field, string | null>>>(
  rows: readonly Row[],
  fields: readonly Field[],
  addressesOf: AddressesOf,
): readonly Row[] {
  return rows.map((row) => {
    let changed = row;
    for (const field of fields) {
      const cell = row[field];
      const [address, other] = cell === null ? [] : addressesOf(cell);
      if (address !== undefined && other === undefined && address !== cell) changed = { ...changed, [field]: address };
    }
    return changed;
  });
}
