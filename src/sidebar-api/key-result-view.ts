import { weekStart, type Day } from '../domain/calendar/day.js';
import { quarterEnd, quarterOf, quarterStart, type Quarter } from '../domain/okr/quarter.js';
import { keyResultState, type KeyResultState, type WeekEntry } from '../domain/okr/readings.js';
import type { InitiativeRecord } from '../records/tabs/initiatives.js';
import type { KeyResultRecord } from '../records/tabs/key-results.js';
import type { Records } from '../records/workbook.js';
import { historyOf, type History } from './check-in-history.js';
import { keyResultFields } from './goal-fields.js';
import type { Goal } from './goals.js';
import { lastDayOf, outcomeOf } from './key-result-outcome.js';
import type { OpenBook } from './open-book.js';
import type { InitiativeView, KeyResultView } from './protocol-okr.js';
import type { Roles } from './roles.js';
import { shownDay } from './show.js';

/** A quarter's weeks. */
const TREND_WEEKS = 13;

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key ?? '');
    if (group) group.push(item);
    else groups.set(key ?? '', [item]);
  }
  return groups;
}

/** An initiative as the sidebar shows it; a blank state is active. */
function initiativeView({ id, initiative, owner, state, due }: InitiativeRecord, today: Day): InitiativeView {
  return {
    id,
    initiative,
    owner: owner ?? '',
    // The schema's choices are the states of the contract.
    state: (state ?? 'active') as InitiativeView['state'],
    due: due === null ? null : shownDay(due, today),
  };
}

/** Reads key results out of a book: where each stands, and its view. */
export interface KeyResultReader {
  readonly history: History;
  /** The newest value, or that on the last day of one that is over. */
  current(keyResult: KeyResultRecord, quarter: Quarter | undefined): number | null;
  /** Values of the last weeks, oldest first. */
  trend(keyResult: KeyResultRecord, quarter: Quarter | undefined): readonly (number | null)[];
  /** @param quarter whose days hold where the key result has none of its own. */
  state(keyResult: KeyResultRecord, quarter: Quarter | undefined): KeyResultState;
  initiatives(keyResult: KeyResultRecord): readonly InitiativeView[];
  view(keyResult: KeyResultRecord, goal: Goal | undefined, roles: Roles): KeyResultView;
}

/** Prepares everything that is asked of each key result, so that every tab is gone through once. */
export function keyResultReader(
  { today, firstWeekday, thisWeek }: Pick<OpenBook, 'today' | 'firstWeekday' | 'thisWeek'>,
  records: Pick<Records, 'checkIns' | 'initiatives' | 'commitments'>,
): KeyResultReader {
  const history = historyOf(records.checkIns, firstWeekday);
  const initiatives = groupBy(records.initiatives, ({ keyResult }) => keyResult);
  const open = groupBy(
    records.commitments.filter(({ doneOn }) => doneOn === null),
    ({ keyResult }) => keyResult,
  );
  /** A key result that is over is read as it was on its last day. */
  const dayOf = (keyResult: KeyResultRecord, quarter: Quarter | undefined): Day => {
    return Math.min(today, lastDayOf(keyResult, quarter) ?? today);
  };
  const weeksUntil = (id: string, day: Day): (WeekEntry | null)[] => {
    const last = Math.min(thisWeek, weekStart(day, firstWeekday));
    return Array.from({ length: TREND_WEEKS }, (_, i) => history.at(id, last - 7 * (TREND_WEEKS - 1 - i)));
  };

  const reader: KeyResultReader = {
    history,
    current: (keyResult, quarter) => outcomeOf(keyResult, quarter, history, today).actual,
    trend: (keyResult, quarter) => {
      return weeksUntil(keyResult.id, dayOf(keyResult, quarter)).map((week) => week?.value ?? null);
    },
    state(keyResult, quarter = quarterOf(keyResult.due ?? today)) {
      const work = reader.initiatives(keyResult);
      const day = dayOf(keyResult, quarter);
      const commitments = open.get(keyResult.id) ?? [];
      return keyResultState(
        {
          baseline: keyResult.baseline,
          target: keyResult.target,
          current: reader.current(keyResult, quarter),
          start: keyResult.start ?? quarterStart(quarter),
          due: keyResult.due ?? quarterEnd(quarter),
          weeks: weeksUntil(keyResult.id, day),
          openCommitments: commitments.length,
          lateCommitments: commitments.filter(({ due }) => due !== null && due < day).length,
          initiatives: work.filter(({ state }) => state === 'active' || state === 'paused').length,
          pausedInitiatives: work.filter(({ state }) => state === 'paused').length,
        },
        day,
      );
    },
    initiatives: ({ id }) => (initiatives.get(id) ?? []).map((initiative) => initiativeView(initiative, today)),
    view(keyResult, goal, roles) {
      const { progress, status, readings, sentence } = reader.state(keyResult, goal?.quarter);
      const day = dayOf(keyResult, goal?.quarter);
      const entries = history.of(keyResult.id).filter(({ week, confidence }) => week <= day && confidence !== null);
      return {
        id: keyResult.id,
        fields: keyResultFields(keyResult),
        due: keyResult.due === null ? null : shownDay(keyResult.due, today),
        current: reader.current(keyResult, goal?.quarter),
        ...{ progress, status, readings, sentence },
        confidence: entries[entries.length - 1]?.confidence ?? null,
        trend: reader.trend(keyResult, goal?.quarter),
        initiatives: reader.initiatives(keyResult),
        mayEdit: roles.mayEdit(keyResult.owner, goal?.objective.owner ?? null),
      };
    },
  };
  return reader;
}
