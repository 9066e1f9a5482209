import type { StaleEdit } from '../../src/sidebar-api/protocol-okr.js';
import type { ObjectiveDraft, Part } from './objective-draft.js';

/** A field that two people changed in different ways. */
export interface Conflict {
  /** Of the objective or key result. */
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
}

/**
 * A draft as if it had been begun from the rows as they are now: what only the others changed is theirs, what both changed
 * stays yours and is given, to be asked.
 */
export function rebased(
  draft: ObjectiveDraft,
  stale: readonly StaleEdit[],
): { readonly draft: ObjectiveDraft; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const rebase = (part: Part): Part => {
    let { fields, seen } = part;
    for (const { name = '', label, theirs } of stale.find(({ id }) => id === part.id)?.fields ?? []) {
      const yours = fields[name] ?? '';
      if (yours === seen?.[name]) fields = { ...fields, [name]: theirs };
      else conflicts.push({ key: part.key, name, label, yours, theirs });
      seen = { ...seen, [name]: theirs };
    }
    return { ...part, fields, seen };
  };
  const { objective, keyResults } = draft;
  return { draft: { ...draft, objective: rebase(objective), keyResults: keyResults.map(rebase) }, conflicts };
}
