import { isoQuarter, quarterEnd, quarterStart } from '../domain/okr/quarter.js';
import type { WrittenRow } from '../records/change.js';
import type { TabSchema } from '../records/schema.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { keyResultFields, KEY_RESULT_FIELDS, writtenFields, type Fields } from './goal-fields.js';
import type { Goal } from './goals.js';
import { actualOf, type ReviewBook } from './review.js';
import { nextIds } from './saved-requests.js';
import { idsIn } from './team-place.js';

type AddedRow = WrittenRow & { readonly id: string };

/** The rows of the next quarter that decisions ask for: what is there already is found, what is not gets its id here. */
export class NextQuarter {
  readonly objectives: AddedRow[] = [];
  readonly keyResults: AddedRow[] = [];
  private readonly byParent = new Map<string, string>();
  private readonly byText: Map<string, string>;

  constructor(private readonly review: ReviewBook) {
    const { all, quarter } = review;
    const own = all.goals.filter((goal) => goal.quarter === quarter + 1);
    for (const { objective } of own) if (objective.parent !== null) this.byParent.set(objective.parent, objective.id);
    this.byText = new Map(
      own.flatMap(({ objective, keyResults }) =>
        keyResults.map(({ id, keyResult }) => [`${objective.id}\n${keyResult}`, id]),
      ),
    );
  }

  private nextId(schema: TabSchema, prefix: string, made: readonly AddedRow[]): string {
    const [id = ''] = nextIds(prefix, 1, [...idsIn(schema, this.review.book), ...made.map((row) => row.id)]);
    return id;
  }

  /** The objective of the next quarter below a parent. */
  child(parent: string, objective: string, owner: string | null): string {
    const known = this.byParent.get(parent);
    if (known !== undefined) return known;
    const id = this.nextId(objectivesTab, 'O', this.objectives);
    this.objectives.push({ id, quarter: isoQuarter(this.review.quarter + 1), objective, owner, parent });
    this.byParent.set(parent, id);
    return id;
  }

  /** The key result in the next quarter, from where it ended on. */
  carryOn(keyResult: KeyResultRecord, { objective }: Goal): string {
    const parent = this.child(objective.id, objective.objective, objective.owner);
    const known = this.byText.get(`${parent}\n${keyResult.keyResult}`);
    if (known !== undefined) return known;
    const id = this.nextId(keyResultsTab, 'KR', this.keyResults);
    // Its fields are those of the contract.
    const fields = keyResultFields(keyResult) as unknown as Fields;
    const next = this.review.quarter + 1;
    this.keyResults.push({
      ...writtenFields(keyResultsTab, fields, KEY_RESULT_FIELDS),
      ...{ id, objective: parent, state: null },
      baseline: actualOf(keyResult, this.review) ?? keyResult.baseline,
      start: { day: quarterStart(next) },
      due: { day: quarterEnd(next) },
    });
    this.byText.set(`${parent}\n${keyResult.keyResult}`, id);
    return id;
  }
}
