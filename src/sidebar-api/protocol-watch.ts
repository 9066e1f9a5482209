/**
 * What the sidebar asks and gets about Today, alerts, handoffs, reasons, the dry run and settings: pages as data. The server
 * writes the sentences and the forms, so that the page in the browser stays small and only draws them.
 */

/** Every view of the sidebar. */
export type ViewName =
  | 'home'
  | 'alerts'
  | 'objectives'
  | 'check-in'
  | 'review'
  | 'handoffs'
  | 'why'
  | 'rehearse'
  | 'formulas'
  | 'guidance'
  | 'setup'
  | 'settings';

/** What a form of the server's making sends: what the server put in it, and what was typed by the names of its fields. */
export type Sent = Readonly<Record<string, unknown>>;

/** What may be chosen, each value with its words. */
export type PageChoices = readonly (readonly [value: string, words: string])[];

/** A field of a form. */
export interface PageField {
  readonly name: string;
  readonly label: string;
  /** What to begin with. */
  readonly value: string;
  readonly hint?: string;
  /** Without them anything can be typed. */
  readonly choices?: PageChoices;
  /** Whether it takes more than a line. */
  readonly isLong?: boolean;
  /** Whether another one fits beside it. */
  readonly isHalf?: true;
  /** Whether most people do without it: it is folded away. */
  readonly isMore?: true;
  readonly type?: 'date';
  /** The list that it proposes from: the names of the page, or one of those that come with a form. */
  readonly list?: 'names' | 'people' | 'accounts' | 'indicators';
  readonly inputMode?: 'decimal' | 'numeric';
  readonly maxLength: number;
}

/** What every form is answered with. */
export interface Done {
  /** What was done, said once; "" when nothing was. */
  readonly news: string;
}

/** The calls that a form sends; those of a page answer with the page anew. */
type PageCall =
  | keyof WatchCalls
  | 'home'
  | 'guidance'
  | 'switchWatch'
  | 'saveAccountReview'
  | 'settings'
  | 'saveSetting'
  | 'insertFormula';

/** Something that a person may do, with what it needs to know; one without fields and question is done at a press. */
export interface PageForm {
  /** What its button says, and what it says once the form is open where that is something else. */
  readonly button: string;
  readonly send?: string;
  readonly call: PageCall;
  readonly args: Sent;
  readonly fields: readonly PageField[];
  /** Whether it stands open. */
  readonly isOpen?: true;
  /** What to know before it is done: it opens first. */
  readonly asks?: string;
  readonly kind?: 'primary' | 'risky';
}

/** A way to another view. */
interface PageWay {
  readonly button: string;
  readonly go: ViewName;
  readonly kind?: 'primary';
}

/** Lines under a heading. */
export interface PageLines {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Cells as a sheet shows them. */
export interface PageTable {
  readonly title: string;
  readonly cells: readonly (readonly string[])[];
  /** Where the first of them stands, from 0. */
  readonly row: number;
  readonly column: number;
}

/** One line of a list; it opens where there is more about it than forms. */
export interface PageItem {
  readonly key: string;
  /** Text from a cell. */
  readonly name: string;
  readonly about: string;
  /** What stands below, seen before it is opened: a value, or what is wrong. */
  readonly notes?: readonly { readonly kind: 'value' | 'problem'; readonly text: string }[];
  readonly parts: readonly PageLines[];
  readonly forms: readonly PageForm[];
  /** Cells of a sheet, to be seen below it. */
  readonly tables?: readonly PageTable[];
  /** Opens the sheet at its row; "" for none. */
  readonly link: string;
}

export interface PageGroup extends PageLines {
  readonly items: readonly PageItem[];
  /** What may be done about all of it, and where one goes on from here. */
  readonly forms?: readonly PageForm[];
  readonly ways?: readonly PageWay[];
}

/** A picture of bars, one a week. */
export interface PageBars {
  readonly values: readonly number[];
  /** The same in words. */
  readonly text: string;
  /** What one has to know to read it. */
  readonly caption: string;
}

export interface Page extends Done {
  /** The answer, in one sentence. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly bars: PageBars | null;
  readonly forms: readonly PageForm[];
  readonly ways?: readonly PageWay[];
  readonly groups: readonly PageGroup[];
  /** What fields propose. */
  readonly names: readonly string[];
}

/** The calls about the watch: each opens a page when nothing is sent, or does what a form says and shows the page anew. */
export interface WatchCalls {
  /** Every alert that is not over or was lately. */
  alerts: { request: Sent; value: Page };
  /** From a form of an alert: acknowledge, snooze, resolve or open it again. */
  actOnAlert: { request: Sent; value: Page };
  /** Why there was, or was no, mail about an account in a week. */
  why: { request: Sent; value: Page };
  /** What the watch would have done in past weeks. */
  rehearse: { request: Sent; value: Page };
  handoffs: { request: Sent; value: Page };
  /** From a form of a handoff. */
  saveHandoff: { request: Sent; value: Page };
}
