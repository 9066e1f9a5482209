/** What the sidebar asks and gets about a quarter's review. */

/** What came of a quarter's key result, and what is to become of it. */
export interface ReviewedKeyResult {
  readonly id: string;
  readonly keyResult: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  /** 0 to 1. */
  readonly score: number | null;
  /** Week by week, oldest first. */
  readonly confidence: readonly (number | null)[];
  readonly decision: 'carry on' | 'drop' | 'cascade' | '';
  readonly learnt: string;
  /** Whether this person may decide it. */
  readonly mayReview: boolean;
}

export interface ReviewView {
  readonly quarter: string;
  readonly quarters: readonly string[];
  readonly objectives: readonly {
    readonly id: string;
    readonly objective: string;
    readonly score: number | null;
    readonly keyResults: readonly ReviewedKeyResult[];
  }[];
  readonly calibration: CalibrationView;
}

/** How often what was said with some confidence came true. */
export interface Calibration {
  /** Null for the team. */
  readonly person: string | null;
  readonly settled: number;
  /** Null with fewer than 10 settled entries. */
  readonly brier: number | null;
  readonly bands: readonly {
    /** `7-8`. */
    readonly said: string;
    /** The mean of what was said, 0 to 1; the middle of the band without an entry. */
    readonly share: number;
    /** How many came true, of how many. */
    readonly met: number;
    readonly of: number;
  }[];
  readonly words: string;
}

export interface CalibrationView {
  /** One's own; nobody else's is ever sent. */
  readonly mine: Calibration;
  readonly team: Calibration;
}

export interface ReviewToSave {
  readonly quarter: string;
  readonly keyResults: readonly {
    readonly id: string;
    readonly decision: 'carry on' | 'drop' | 'cascade';
    readonly learnt: string;
    /** Both as the person saw them; what is no different is left as it is. */
    readonly seen: Pick<ReviewedKeyResult, 'decision' | 'learnt'>;
  }[];
}

/** The calls about a review. */
export interface ReviewCalls {
  review: { request: { readonly quarter?: string }; value: ReviewView };
  /** Writes the Review tab and what becomes of each key result; `created` are objectives and key results of the next quarter. */
  saveReview: {
    request: ReviewToSave;
    value: {
      readonly tab: string;
      readonly created: readonly string[];
      /** Cells that hold a formula and were left as they are, in words. */
      readonly left: readonly string[];
      /** Addresses that open the Review tab, by its name, and what was created, by its id. */
      readonly links: readonly { readonly id: string; readonly url: string }[];
    };
  };
}
