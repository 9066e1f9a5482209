import type { OpenBook } from './open-book.js';
import { rolesOf } from './roles.js';

/**
 * Whether a person may answer an alert or fill in a handoff: its owners, everybody above one of them, and whoever leads customer
 * success; where Team names nobody, everybody whom Google names.
 */
export function mayAct(
  { me, records }: Pick<OpenBook, 'me' | 'records'>,
  ...owners: readonly (string | null)[]
): boolean {
  const roles = rolesOf(me, records);
  return (records.team.length === 0 && roles.mayCreate) || roles.mayEdit(...owners);
}
