import type { ReviewCalls } from './protocol-review.js';
import type { Setup, SetUpCalls } from './protocol-set-up.js';
import type { AccountToSee, CheckInRequest, InitiativeView, OkrCalls, StaleEdit } from './protocol-okr.js';
import type { Done, Page, PageField, PageGroup, WatchCalls } from './protocol-watch.js';

/** What the sidebar may ask and what it gets: JSON text both ways, through the one global `callFromSidebar`. */

/** A day as both sides keep it, and as a person reads it. */
export interface ShownDay {
  /** ISO 8601: `2026-05-04`. */
  readonly iso: string;
  /** `Mon 4 May`, with the year when it is not the current one. */
  readonly text: string;
}

/** What the last weekly scan saw. */
interface ShownScan {
  /** In the spreadsheet's zone: `Mon 4 May 08:12`. */
  readonly at: string;
  readonly week: ShownDay;
  readonly accountCount: number;
  readonly bentCount: number;
  readonly withoutDataCount: number;
  /** Why it could not be finished; null when it was. */
  readonly stopped: string | null;
}

/** An alert that nobody has closed. */
export interface OpenAlert {
  readonly account: string;
  readonly subject: string;
  readonly since: ShownDay;
  readonly state: string;
}

/** One earlier entry of a key result. */
export interface PastEntry {
  readonly week: ShownDay;
  readonly value: number | null;
  /** 0 to 10. */
  readonly confidence: number | null;
  readonly blocker: string;
}

/** A key result that the person checks in each week. */
export interface OwnKeyResult {
  readonly id: string;
  readonly keyResult: string;
  readonly account: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly due: ShownDay | null;
  /** The newest entry of an earlier week. */
  readonly last: PastEntry | null;
  /** The newest entry of this week. */
  readonly thisWeek: PastEntry | null;
  /** The address of the cell that feeds it, as it was typed; "" for none. */
  readonly source: string;
  /** What that cell holds; null where there is none or it holds no number. */
  readonly sourceValue: number | null;
  readonly initiatives: readonly InitiativeView[];
  /** What is entered for a week, begun with what is known; the states of its initiatives as `initiative I-1`. */
  readonly form: readonly PageField[];
  /** The five readings in one sentence, and the values of the last weeks, as in `KeyResultView`. */
  readonly sentence: string;
  readonly trend: readonly (number | null)[];
}

/** What a mail's link opened: the row that the person is in. `id` is that of the key result or objective, the account's name or the alert's key. */
export interface OpenedItem {
  readonly kind: 'key result' | 'objective' | 'account' | 'alert';
  readonly id: string;
}

/** Whether the weekly watch runs; `late` is on for this person and yet without a run for more than a day. */
export type WatchState = 'on' | 'late' | 'on for somebody else' | 'off';

/** A sentence that answers, and the one below it. */
export interface Words {
  readonly title: string;
  readonly detail: string;
}

/** Today as a page, and what it was made from. */
export interface HomeView extends Page {
  /** What the check-in shows when there is nothing to enter. */
  readonly checkInPage: Page;
  /** Accounts that the person has to look at, to be shown above the check-in too; null when there are none. */
  readonly accountsGroup: PageGroup | null;
  /** Tells this spreadsheet from others. */
  readonly bookUrl: string;
  /** The person's address; "" when Google does not say. */
  readonly me: string;
  readonly today: ShownDay;
  /** The first day of this week. */
  readonly week: ShownDay;
  readonly setup: Setup;
  readonly watch: WatchState;
  /** What was done about the person's own watch because it stood still; null when nothing had to be. */
  readonly repair: { readonly isDone: boolean; readonly why: string } | null;
  /** When the watch last ran, in the spreadsheet's zone; null before its first run. */
  readonly lastRun: string | null;
  /** What ended the last run early; null when nothing did. */
  readonly failure: string | null;
  readonly lastScan: ShownScan | null;
  readonly accountCount: number;
  readonly openAlertCount: number;
  /** The largest exposure first, a few of them. */
  readonly topAlerts: readonly OpenAlert[];
  readonly keyResultCount: number;
  readonly ownKeyResults: readonly OwnKeyResult[];
  /** Accounts that the person looks after and should look at this week, the largest exposure first. */
  readonly accountsToSee: readonly AccountToSee[];
  /** What to show first; null when the active cell is in no such row. */
  readonly opened: OpenedItem | null;
}

export interface CheckInEntry {
  readonly keyResultId: string;
  readonly value: number | null;
  /** A whole number from 0 to 10. */
  readonly confidence: number | null;
  readonly blocker: string;
  readonly note: string;
  /** Made once for an entry by the sidebar: a repeated save adds nothing. */
  readonly entryId: string;
}

export interface CheckInOutcome {
  readonly savedCount: number;
  /** Entries that an earlier call had already saved. */
  readonly alreadySavedCount: number;
  /** Initiatives that somebody else changed meanwhile; they stay as they are. */
  readonly stale: readonly StaleEdit[];
  /** What could not be updated beside the entries, in words; "" when nothing. */
  readonly warning: string;
}

/** A formula as the catalogue has it. */
export interface FormulaHelp {
  readonly name: string;
  readonly group: string;
  readonly help: string;
  /** How it is typed, optional arguments in brackets. */
  readonly signature: string;
  readonly parameters: readonly { readonly name: string; readonly help: string }[];
  /** What is inserted: the required arguments with ranges to begin with. */
  readonly formula: string;
  readonly example: FormulaExample;
}

interface FormulaExample {
  readonly title: string;
  /** As it lies in a sheet from A1; empty when the formula needs none. */
  readonly input: readonly (readonly string[])[];
  readonly formula: string;
  readonly result: readonly (readonly string[])[];
  /** Where the formula stands, from 0. */
  readonly place: { readonly row: number; readonly column: number };
}

/** Every call, with what it takes and what it gives. */
export interface Calls extends OkrCalls, ReviewCalls, SetUpCalls, WatchCalls {
  home: { request: Record<string, never>; value: HomeView };
  /** Gives Today anew. */
  switchWatch: { request: { readonly on: boolean }; value: HomeView };
  saveCheckIn: { request: CheckInRequest; value: CheckInOutcome };
  /** What to mind before numbers are set, read or acted on. */
  guidance: { request: Record<string, never>; value: Page };
  /** All formulas by what they are about. */
  formulas: { request: Record<string, never>; value: readonly PageGroup[] };
  /** Writes into the active cell; `cell` is its address. */
  insertFormula: {
    request: { readonly name: string };
    value: Done & { readonly formula: string; readonly cell: string };
  };
}

export type CallName = keyof Calls;

/** Why a call was not carried out. */
export type RefusalCode =
  | 'bad request'
  | 'busy'
  | 'no user'
  | 'not set up'
  | 'not yours'
  | 'not inserted'
  /** Somebody else changed it meanwhile; the message shows both versions. */
  | 'stale'
  | 'trigger limit'
  | 'not allowed'
  | 'unexpected';

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Title and message are for the person: what, why and what to do, without a final period. */
  | { readonly ok: false; readonly code: RefusalCode; readonly title: string; readonly message: string };
