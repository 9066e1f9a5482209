/** What the linter reads of a key result as it is typed; "" and null where nothing is. */
export interface KeyResultDraft {
  readonly keyResult: string;
  readonly kind: 'leading' | 'lagging' | '';
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  /** ISO days. */
  readonly start: string;
  readonly due: string;
  readonly owner: string;
  readonly segment: string;
  readonly state: string;
}

/** What the linter reads of an objective as it is typed. */
export interface ObjectiveDraft {
  readonly objective: string;
}

/** What the linter has to know beside what is typed. */
export interface LintContext {
  /** Gross retention of the trailing twelve months as a fraction; null where it is not known. */
  readonly grossRetention: number | null;
  readonly lastQuarter: readonly {
    readonly keyResult: string;
    readonly baseline: number | null;
    readonly target: number | null;
  }[];
  /** Texts of the quarter's key results, of every objective. */
  readonly quarterKeyResults?: readonly string[];
  /** Whole weeks since the confidence of a running key result was said, by its text. */
  readonly weeksSinceConfidence?: readonly { readonly keyResult: string; readonly weeks: number }[];
  /** How many key results of the quarter the executives own, which is what they are shown. */
  readonly executiveMetrics?: number;
}

/** What the linter says; `place` is that of the key result, from 0, or null for the objective as a whole. */
export interface Finding {
  readonly rule: string;
  /** `strong` where the objective will mislead, `hint` where it could be better. */
  readonly severity: 'strong' | 'hint';
  readonly place: number | null;
  /** The field that it is about; absent where it is about no single one. */
  readonly field?: 'objective' | keyof KeyResultDraft;
  readonly reason: string;
  readonly rewrite: string;
  /** Where there is one: a text to put in the place of that of the objective or key result. */
  readonly wording?: string;
}

/** A key result with its place among all that are typed. */
export interface PlacedDraft extends KeyResultDraft {
  readonly place: number;
}

/** A sentence ends before it; what a cell holds beyond it would only keep the patterns busy. */
export const LONGEST_TEXT = 300;

/** A finding whose place is not told yet. */
export type Found = Omit<Finding, 'place' | 'field'>;

const foundOf =
  (severity: Finding['severity']) =>
  (rule: string, reason: string, rewrite: string, wording?: string): Found => ({
    ...{ rule, severity, reason, rewrite },
    ...(wording !== undefined && { wording }),
  });

/** A finding where the objective will mislead. */
export const strong = foundOf('strong');
/** A finding where it could be better. */
export const hint = foundOf('hint');
