import { isoQuarter, quarterEnd, quarterStart } from '../domain/okr/quarter.js';
import type { WrittenRow } from '../records/change.js';
import type { TabSchema } from '../records/schema.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import { objectivesTab, type ObjectiveRecord } from '../records/tabs/objectives.js';
import { keyResultFields, KEY_RESULT_FIELDS, writtenFields, type Fields } from './goal-fields.js';
import type { Goal } from './goals.js';
import { outcomeOf } from './key-result-outcome.js';
import type { ReviewBook } from './review.js';
import { nextIds } from './saved-requests.js';
import { idsIn } from './team-place.js';

type AddedRow = WrittenRow & { readonly id: string };

/** What tells the objectives below one parent apart. */
function childKey({ parent, objective, owner }: Pick<ObjectiveRecord, 'parent' | 'objective' | 'owner'>): string {
  return [parent, objective, owner].join('\n');
}

/** What tells the key results of one objective apart: the same text may stand there for several accounts or segments. */
function twinKey(objective: string, { keyResult, account, segment }: KeyResultRecord): string {
  return [objective, keyResult, account, segment].join('\n');
}

/** The rows of the next quarter that decisions ask for: what is there already is found, what is not gets its id here. */
export class NextQuarter {
  readonly objectives: AddedRow[] = [];
  readonly keyResults: AddedRow[] = [];
  private readonly byParent = new Map<string, string>();
  private readonly byText: Map<string, string>;

  constructor(private readonly review: ReviewBook) {
    const { all, quarter } = review;
    const own = all.goals.filter((goal) => goal.quarter === quarter + 1);
    for (const { objective } of own) this.byParent.set(childKey(objective), objective.id);
    this.byText = new Map(
      own.flatMap(({ objective, keyResults }) => keyResults.map((one) => [twinKey(objective.id, one), one.id])),
    );
  }

  private nextId(schema: TabSchema, prefix: string, made: readonly AddedRow[]): string {
    const [id = ''] = nextIds(prefix, 1, [...idsIn(schema, this.review.book), ...made.map((row) => row.id)]);
    return id;
  }

  /** The objective of the next quarter below a parent. */
  child(parent: string, objective: string, owner: string | null): string {
    const key = childKey({ parent, objective, owner });
    const known = this.byParent.get(key);
    if (known !== undefined) return known;
    const id = this.nextId(objectivesTab, 'O', this.objectives);
    this.objectives.push({ id, quarter: isoQuarter(this.review.quarter + 1), objective, owner, parent });
    this.byParent.set(key, id);
    return id;
  }

  /** The key result in the next quarter, from where it ended on. */
  carryOn(keyResult: KeyResultRecord, { objective }: Goal): string {
    const parent = this.child(objective.id, objective.objective, objective.owner);
    const twin = twinKey(parent, keyResult);
    const known = this.byText.get(twin);
    if (known !== undefined) return known;
    const id = this.nextId(keyResultsTab, 'KR', this.keyResults);
    const { book, history, quarter } = this.review;
    const { actual, progress } = outcomeOf(keyResult, quarter, history, book.today);
    // A target that is reached is none for another quarter: it has to be set anew.
    const isReached = progress !== null && progress >= 1;
    const fields: Fields = { ...keyResultFields(keyResult) };
    this.keyResults.push({
      ...writtenFields(keyResultsTab, fields, KEY_RESULT_FIELDS),
      ...{ id, objective: parent, state: null },
      ...{ baseline: actual ?? keyResult.baseline, target: isReached ? null : keyResult.target },
      start: { day: quarterStart(quarter + 1) },
      due: { day: quarterEnd(quarter + 1) },
    });
    this.byText.set(twin, id);
    return id;
  }
}
