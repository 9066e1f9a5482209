import { goalsOf } from './goals.js';
import type { OpenBook } from './open-book.js';
import type { GoalToSave, RowToSave } from './read-goal.js';
import { refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';

/** The fields that a save changes. */
export function changedNames({ fields, seen }: RowToSave): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name] !== seen?.[name]);
}

/** Refuses what is not this person's to change; what they leave as it is does not count. */
export function checkRights(goal: GoalToSave, { me, records, today }: OpenBook): void {
  const roles = rolesOf(me, records);
  const goals = goalsOf(records, today);
  const known = records.objectives.find(({ id }) => id === goal.id);
  const foreign = (what: string, owner: string | null | undefined): never => {
    throw new Refusal('not yours', `${what} belongs to ${owner ?? 'nobody yet'}; its owner and those above change it`);
  };
  if (goal.id === null && !roles.mayCreate) {
    throw new Refusal(
      'not yours',
      'The Team tab does not have you in it, or cannot be read, so you cannot set objectives up; have that mended there',
    );
  }
  const mayEdit = known ? roles.mayEdit(known.owner) : roles.mayCreate;
  const addsKeyResult = goal.keyResults.some(({ id }) => id === null);
  if (!mayEdit && (changedNames(goal).length > 0 || addsKeyResult))
    foreign(`Objective ${String(goal.id)}`, known?.owner);
  for (const row of goal.keyResults) {
    const keyResult = records.keyResults.find(({ id }) => id === row.id);
    if (!keyResult) continue;
    const own = goals.goalOf(keyResult);
    if (own && own.objective.id !== goal.id) {
      refuse('The key result', keyResult.id, `it belongs to objective ${own.objective.id}; edit it there`);
    }
    // One that belongs to no objective yet is taken into this one by the save: that is for whoever may change it.
    const isMine = own
      ? mayEdit || roles.mayEdit(keyResult.owner, own.objective.owner)
      : roles.mayEdit(keyResult.owner) && mayEdit;
    if (!isMine && (!own || changedNames(row).length > 0)) foreign(`Key result ${keyResult.id}`, keyResult.owner);
  }
}

/** Refuses a parent that is not there, or that would be its own ancestor. */
export function checkParent({ id, fields, seen }: GoalToSave, { records, today }: OpenBook): void {
  const wanted = String(fields['parent'] ?? '');
  if (wanted === '' || wanted === seen?.['parent']) return;
  const { goals } = goalsOf(records, today);
  const parentOf = (name: string) => {
    return goals.find(
      ({ objective, keyResults }) => objective.id === name || keyResults.some((own) => own.id === name),
    );
  };
  let above = parentOf(wanted);
  if (!above) refuse('The objective, Parent,', wanted, 'use the id of an objective or a key result');
  for (let steps = 0; above && steps <= goals.length; steps++) {
    if (above.objective.id === id) refuse('The objective, Parent,', wanted, 'it lies below this objective itself');
    above = parentOf(above.objective.parent ?? '');
  }
}
