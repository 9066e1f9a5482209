import type { PageField } from './protocol-watch.js';

/** What the sidebar asks and gets about where a team keeps its records. */

/** Where a team keeps one kind of record, and whether it can be read. */
export interface KindState {
  /** The kind's default tab name, for example `Accounts`; it names the kind everywhere. */
  readonly kind: string;
  /** What one row stands for: `an account`. */
  readonly row: string;
  readonly tab: string;
  readonly state: 'ready' | 'no tab' | 'no column';
  /** The headers of required columns that were not found. */
  readonly missingColumns: readonly string[];
  /** Whether the weekly watch cannot do without it. */
  readonly isNeeded: boolean;
}

export interface Setup {
  /** Whether everything that the weekly watch needs can be read. */
  readonly isDone: boolean;
  readonly kinds: readonly KindState[];
}

/** Where a column suggestion comes from: the Settings tab, or how much its header is like the field. */
export type ColumnConfidence = 'in use' | 'exact' | 'synonym' | 'similar' | 'none';

export interface ProposedField {
  readonly field: string;
  /** The default header, which names the field. */
  readonly label: string;
  readonly note: string;
  readonly isRequired: boolean;
  /** The proposed header; null for none. */
  readonly header: string | null;
  readonly confidence: ColumnConfidence;
  /** Headers that fit equally well, when there is more than one. */
  readonly candidates: readonly string[];
}

export interface ProposedKind extends KindState {
  /** The tab that is in use, chosen or suggested; null for none. */
  readonly proposedTab: string | null;
  /** Whether a new tab of the default name can be made. */
  readonly canCreate: boolean;
  /** The headers of the proposed tab. */
  readonly headers: readonly string[];
  readonly fields: readonly ProposedField[];
  /** The same as a form. */
  readonly step: SetupStep;
}

/** A column to be chosen: its value is the header, "" for none. */
export interface SetupColumn extends PageField {
  /** The default header, which names the field. */
  readonly header: string;
  /** The hint without how the column was found. */
  readonly note: string;
  readonly isRequired: boolean;
}

/** Where one kind of record is, as a form. */
export interface SetupStep {
  readonly title: string;
  /** `Accounts`, `Team, optional`. */
  readonly about: string;
  /** Whether a person has to look at it before it can hold. */
  readonly isOpen: boolean;
  /** Its value is `tab:` and a name, `create`, `skip` or `undecided`. */
  readonly tab: PageField;
  /** What a value of it comes to, where that can be said beforehand. */
  readonly words: Readonly<Record<string, string>>;
  /** Empty as long as there is no tab. */
  readonly columns: readonly SetupColumn[];
}

export interface Proposal {
  readonly kinds: readonly ProposedKind[];
}

/** What a person chose for one kind of record: a new tab, or one of theirs with a header or null for each field. */
export type ChosenKind =
  { readonly create: true } | { readonly tab: string; readonly columns: Readonly<Record<string, string | null>> };

/** A mapping that is in use and would be replaced. */
export interface Overwrite {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

export type SetupOutcome =
  | { readonly isSaved: true; readonly createdTabs: readonly string[]; readonly news: string; readonly setup: Setup }
  | { readonly isSaved: false; readonly overwrites: readonly Overwrite[] };

/** The calls of the set-up. */
export interface SetUpCalls {
  /** `chosen` asks again for some kinds only, each with the tab that a person chose for it. */
  proposeSetup: { request: { readonly chosen?: Readonly<Record<string, string>> }; value: Proposal };
  /** Without `replace`, a mapping in use is not replaced but shown. */
  confirmSetup: {
    request: { readonly kinds: Readonly<Record<string, ChosenKind>>; readonly replace: boolean };
    value: SetupOutcome;
  };
}
