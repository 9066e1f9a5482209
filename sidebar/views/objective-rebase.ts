import type { StaleEdit } from '../../src/sidebar-api/protocol-okr.js';
import type { ObjectiveDraft, Part, Texts } from './objective-draft.js';
import { KEY_RESULT_LABELS, OBJECTIVE_LABELS } from './objective-labels.js';

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
  const rebase = (part: Part, labels: Texts): Part => {
    let { fields, seen } = part;
    for (const { label, theirs } of stale.find(({ id }) => id === part.id)?.fields ?? []) {
      const name = Object.keys(labels).find((one) => labels[one] === label) ?? '';
      const yours = fields[name] ?? '';
      if (yours === seen?.[name]) fields = { ...fields, [name]: theirs };
      else conflicts.push({ key: part.key, name, label, yours, theirs });
      seen = { ...seen, [name]: theirs };
    }
    return { ...part, fields, seen };
  };
  const objective = rebase(draft.objective, OBJECTIVE_LABELS);
  const keyResults = draft.keyResults.map((part) => rebase(part, KEY_RESULT_LABELS));
  return { draft: { ...draft, objective, keyResults }, conflicts };
}
