import type { Finding as LintFinding, LintContext } from '../domain/okr/lint/draft.js';
import type { CheckInEntry, HomeView, ShownDay } from './protocol.js';
import type { Page, PageField } from './protocol-watch.js';

/** What the sidebar asks and gets about objectives, the check-in and settings. */

export type { LintFinding };

/** A person of the Team tab. */
interface Person {
  readonly email: string;
  readonly name: string;
}

/** A key result as it is typed; "" and null where nothing is. */
export interface KeyResultFields {
  readonly keyResult: string;
  readonly kind: 'leading' | 'lagging' | '';
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  /** ISO days; "" for none. */
  readonly start: string;
  readonly due: string;
  readonly owner: string;
  readonly account: string;
  readonly segment: string;
  /** A cell that feeds it, for example `Scorecard!B4`. */
  readonly source: string;
  readonly state: string;
}

export interface ObjectiveFields {
  readonly objective: string;
  /** `2026-Q4`. */
  readonly quarter: string;
  readonly owner: string;
  /** The id of the objective or key result that it serves; "" for none. */
  readonly parent: string;
  readonly state: string;
}

/** One of the five readings of a key result: a word to judge by, and the sentence with its numbers. */
interface Reading {
  readonly name: 'pace' | 'momentum' | 'confidence' | 'cadence' | 'dependencies';
  /** How it stands; `unknown` where there is nothing to judge by. */
  readonly level: 'good' | 'watch' | 'bad' | 'unknown';
  readonly words: string;
}

export interface InitiativeView {
  readonly id: string;
  readonly initiative: string;
  readonly owner: string;
  readonly state: 'active' | 'paused' | 'done' | 'dropped';
  readonly due: ShownDay | null;
}

export interface KeyResultView {
  readonly id: string;
  readonly fields: KeyResultFields;
  readonly due: ShownDay | null;
  readonly current: number | null;
  /** 0 at the baseline, 1 at the target; null where it is not known. */
  readonly progress: number | null;
  /** `on track`, `behind`, `at risk`, `done`, `not started`, `no data`. */
  readonly status: string;
  readonly confidence: number | null;
  readonly readings: readonly Reading[];
  /** The readings in one sentence. */
  readonly sentence: string;
  /** Values of the last weeks, oldest first; null for a week without an entry. */
  readonly trend: readonly (number | null)[];
  readonly initiatives: readonly InitiativeView[];
  /** Whether this person may change it: its owner, the objective's owner, or somebody above them in Team. */
  readonly mayEdit: boolean;
}

export interface ObjectiveView {
  readonly id: string;
  readonly fields: ObjectiveFields;
  readonly ownerName: string;
  /** The mean of its key results' progress, each held between 0 and 1; null where none is known. */
  readonly score: number | null;
  /** The id of the key result with the least progress; null where none is known. */
  readonly weakest: string | null;
  readonly keyResults: readonly KeyResultView[];
  readonly mayEdit: boolean;
}

export interface ObjectivesView {
  readonly quarter: string;
  /** The quarters that have objectives, and this one and the next; newest first. */
  readonly quarters: readonly string[];
  /** Parents before their children; the tree is told by `fields.parent`. */
  readonly objectives: readonly ObjectiveView[];
  /** Key results whose objective is not in the Objectives tab. */
  readonly loose: readonly KeyResultView[];
  /** What may be typed for an objective and for a key result; the values are those that a new one begins with. */
  readonly form: { readonly objective: readonly PageField[]; readonly keyResult: readonly PageField[] };
  readonly people: readonly Person[];
  readonly accounts: readonly string[];
  readonly indicators: readonly string[];
  /** What the linter has to know beside what is typed. */
  readonly lint: LintContext;
  readonly mayCreate: boolean;
}

/** A template to begin with; its numbers are starting points. */
export interface TemplateView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly objectives: readonly {
    readonly objective: string;
    readonly keyResults: readonly Pick<
      KeyResultFields,
      'keyResult' | 'kind' | 'indicator' | 'unit' | 'baseline' | 'target'
    >[];
    readonly initiatives: readonly string[];
  }[];
}

/** An objective with its key results, to be saved in one go. */
export interface ObjectiveToSave {
  /** Null for a new one. `requestId` keeps a repeated save from adding it twice. */
  readonly id: string | null;
  readonly requestId: string;
  readonly fields: ObjectiveFields;
  /** What the person saw when they began to edit; null for a new one. */
  readonly seen: ObjectiveFields | null;
  readonly keyResults: readonly {
    readonly id: string | null;
    readonly fields: KeyResultFields;
    readonly seen: KeyResultFields | null;
  }[];
}

/** A row that somebody else changed meanwhile: both versions, by what each field is called. */
export interface StaleEdit {
  readonly id: string;
  readonly fields: readonly {
    /** As a form has it, where one does. */
    readonly name?: string;
    readonly label: string;
    readonly yours: string;
    readonly theirs: string;
  }[];
}

export type SaveOutcome =
  | {
      readonly isSaved: true;
      readonly objectiveId: string;
      readonly keyResultIds: readonly string[];
      /** Cells that hold a formula and were left as they are, in words: `Baseline of KR3`. */
      readonly left: readonly string[];
    }
  | { readonly isSaved: false; readonly stale: readonly StaleEdit[] };

/** An initiative as it is edited. */
export interface InitiativeFields {
  readonly initiative: string;
  readonly owner: string;
  readonly state: InitiativeView['state'];
  /** ISO day; "" for none. */
  readonly due: string;
}

export interface InitiativeToSave {
  readonly id: string | null;
  readonly requestId: string;
  readonly keyResultId: string;
  readonly fields: InitiativeFields;
  /** The fields as the person saw them; null for a new one. */
  readonly seen: InitiativeFields | null;
}

/** An account that the week's check-in has to look at. */
export interface AccountToSee {
  readonly account: string;
  /** `bends: usage`, `no first value 41 days after signing`... */
  readonly why: string;
  readonly renewal: ShownDay | null;
  /** ARR; null where it is not known. */
  readonly exposure: number | null;
  /** Whether this week's review is written down. */
  readonly isReviewed: boolean;
}

/** Who of the team has checked in for the week. */
export interface TeamWeek {
  readonly people: readonly {
    readonly email: string;
    readonly name: string;
    readonly done: number;
    readonly of: number;
    readonly lowestConfidence: number | null;
    readonly blockers: readonly string[];
  }[];
  readonly done: number;
  readonly of: number;
}

/** The calls about objectives. */
export interface OkrCalls {
  /** One quarter; this one when left out. */
  objectives: { request: { readonly quarter?: string }; value: ObjectivesView };
  templates: { request: Record<string, never>; value: readonly TemplateView[] };
  /** Reads nothing: everything it judges comes with the request, so that it can answer while somebody types. */
  lintObjective: {
    request: {
      readonly objective: ObjectiveFields;
      readonly keyResults: readonly KeyResultFields[];
      readonly context: LintContext;
    };
    value: readonly LintFinding[];
  };
  saveObjective: { request: ObjectiveToSave; value: SaveOutcome };
  saveInitiative: { request: InitiativeToSave; value: { readonly id: string } };
  /** The value of a cell such as `Scorecard!B4`, to be shown beside its address. */
  sourceValue: {
    request: { readonly source: string };
    value: { readonly value: number | null; readonly words: string };
  };
  teamWeek: { request: Record<string, never>; value: TeamWeek };
  /** Gives Today anew. */
  saveAccountReview: {
    request: { readonly account: string; readonly outcome: string; readonly requestId: string };
    value: HomeView;
  };
  /** Every setting with its meaning and its value, each to be changed by itself. */
  settings: { request: Record<string, never>; value: Page };
  saveSetting: { request: { readonly name: string; readonly value: string; readonly seen: string }; value: Page };
}

/** What a check-in changes beside its entries. */
export interface CheckInRequest {
  /** The ISO day on which the week starts. */
  readonly week: string;
  readonly entries: readonly CheckInEntry[];
  readonly initiatives?: readonly {
    readonly id: string;
    readonly state: InitiativeView['state'];
    readonly seenState: InitiativeView['state'];
  }[];
}
