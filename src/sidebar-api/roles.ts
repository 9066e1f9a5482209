import { teamTab } from '../records/tabs/team.js';
import type { Records } from '../records/workbook.js';

/** What a person may change, as the Team tab has it; whoever has the spreadsheet may read everything. */
export interface Roles {
  /** Whether the person is known and, where there is a team, one of it. */
  readonly mayCreate: boolean;
  /** Whether something of these owners is the person's to change: the first that is named counts, then the others. */
  mayEdit(...owners: readonly (string | null)[]): boolean;
}

/** Who leads customer success, and so may change every goal of it. */
function leadsSuccess(role: string): boolean {
  const leads = /\b(vp|svp|vice president|head|director)\b/i.test(role);
  return (
    /\b(cco|chief (customer|success))\b/i.test(role) || (leads && /\b(cs|success|customers?$)\b/i.test(role.trim()))
  );
}

/** The addresses of everybody above a person, nearest first; a circle of managers ends where it closes. */
function managersAbove(email: string, managerOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  const above = new Set<string>();
  let manager = managerOf.get(email);
  while (manager && !above.has(manager)) {
    above.add(manager);
    manager = managerOf.get(manager);
  }
  return above;
}

/**
 * The roles of a person. Something may be changed by its owners, by everybody above one of them in the chain of managers,
 * and by whoever leads customer success; something without any owner by everybody who may create. While Team cannot be read,
 * nobody is known to be above anybody, and only owners change anything.
 */
export function rolesOf(me: string, { team, health }: Pick<Records, 'team' | 'health'>): Roles {
  const isReadable = health.get(teamTab.tab)?.readable ?? true;
  const managerOf = new Map(team.map(({ email, manager }) => [email, manager ?? '']));
  const own = team.find(({ email }) => email === me);
  const mayCreate = me !== '' && isReadable && (team.length === 0 || own !== undefined);
  const leads = own !== undefined && leadsSuccess(own.role ?? '');
  return {
    mayCreate,
    mayEdit(...owners) {
      if (me === '') return false;
      const named = owners.filter((owner) => owner !== null && owner !== '');
      if (named.length === 0) return mayCreate;
      return leads || named.some((owner) => owner === me || managersAbove(owner ?? '', managerOf).has(me));
    },
  };
}
