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
  if (records.team.length === 0) return me !== '';
  return rolesOf(me, records.team).mayEdit(...owners);
}
