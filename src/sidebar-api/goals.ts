import type { Day } from '../domain/calendar/day.js';
import { parseQuarter, quarterOf, type Quarter } from '../domain/okr/quarter.js';
import type { KeyResultRecord } from '../records/tabs/key-results.js';
import type { ObjectiveRecord } from '../records/tabs/objectives.js';
import type { Records } from '../records/workbook.js';

/** An objective with its key results, in the order of their tabs. */
export interface Goal {
  readonly objective: ObjectiveRecord;
  readonly quarter: Quarter;
  readonly keyResults: readonly KeyResultRecord[];
}

/** All objectives, and the key results whose objective is not in the Objectives tab. */
export interface Goals {
  readonly goals: readonly Goal[];
  readonly loose: readonly KeyResultRecord[];
  /** The objective of a key result; undefined for a loose one. */
  goalOf(keyResult: KeyResultRecord): Goal | undefined;
}

/** The quarter of an objective: the one it names, else that in which the last of its key results is due, else this one. */
function quarterFor(objective: ObjectiveRecord, keyResults: readonly KeyResultRecord[], today: Day): Quarter {
  const due = keyResults.flatMap((keyResult) => (keyResult.due === null ? [] : [keyResult.due]));
  return parseQuarter(objective.quarter ?? '') ?? quarterOf(due.length > 0 ? Math.max(...due) : today);
}

/** Puts key results to their objectives, which they name by id or, in a team's own tab, by text. */
export function goalsOf({ objectives, keyResults }: Pick<Records, 'objectives' | 'keyResults'>, today: Day): Goals {
  const byName = new Map(objectives.map(({ id, objective }) => [objective, id]));
  for (const { id } of objectives) byName.set(id, id);
  const own = new Map<string, KeyResultRecord[]>(objectives.map(({ id }) => [id, []]));
  const loose: KeyResultRecord[] = [];
  for (const keyResult of keyResults) {
    (own.get(byName.get(keyResult.objective ?? '') ?? '') ?? loose).push(keyResult);
  }
  const goals = objectives.map((objective): Goal => {
    const list = own.get(objective.id) ?? [];
    return { objective, quarter: quarterFor(objective, list, today), keyResults: list };
  });
  const goalOf = new Map(goals.flatMap((goal) => goal.keyResults.map(({ id }) => [id, goal])));
  return { goals, loose, goalOf: ({ id }) => goalOf.get(id) };
}

/** Goals with every parent before its children; a circle of parents stays in the order of the tab. */
export function parentsFirst(goals: readonly Goal[]): readonly Goal[] {
  const placeOf = new Map(
    goals.flatMap((goal) => [goal.objective.id, ...goal.keyResults.map(({ id }) => id)].map((id) => [id, goal])),
  );
  const done = new Set<Goal>();
  const visit = (goal: Goal, below: ReadonlySet<Goal>): void => {
    if (done.has(goal) || below.has(goal)) return;
    const parent = placeOf.get(goal.objective.parent ?? '');
    if (parent) visit(parent, new Set([...below, goal]));
    done.add(goal);
  };
  for (const goal of goals) visit(goal, new Set());
  return [...done];
}
