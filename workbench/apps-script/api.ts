import type { Book } from '../book.js';
import type { Use } from './runtime/allowance.js';

/** Who or what starts a run; each kind has its own rights, time limit and missing services. */
export type ExecutionKind = 'customFunction' | 'menu' | 'sidebarCall' | 'simpleTrigger' | 'clockTrigger';

/** What happened in one run of a function of the script. */
export interface Execution {
  readonly kind: ExecutionKind;
  readonly functionName: string;
  readonly user: string;
  /** Virtual time at the start, milliseconds since 1970. */
  readonly startedAt: number;
  /** Virtual milliseconds that the run took: sleeps, waits for locks and the latency of service calls. */
  readonly elapsed: number;
  /** What the function returned, moved into the caller's realm; undefined when it threw. */
  readonly value: unknown;
  /** The exception that ended the run, as Google's editor would show it; absent when it returned. */
  readonly error?: { readonly name: string; readonly message: string };
  /** Calls that cross to a Google server (values, mail, properties, locks, triggers), by `Service.method`. */
  readonly serviceCalls: Readonly<Record<string, number>>;
  /** Their sum: what the budget of a scan counts. */
  readonly serviceCallCount: number;
  /** Calls that only name a place (getRange, getSheetByName...). */
  readonly navigationCallCount: number;
  readonly log: readonly string[];
}

/** A call that is about to cross to a server, as a test's hook sees it. */
export interface ServiceCall {
  /** `MailApp.sendEmail`. */
  readonly name: string;
  /** Which crossing call of its run this is, from 1. */
  readonly index: number;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  /** Throws into the script as a service's exception would. */
  fail(message: string): never;
  /** Ends the run here and now; the script cannot catch it. */
  kill(): never;
}

/** A custom function as the formula helper shows it. */
export interface CustomFunction {
  readonly name: string;
  readonly help: string;
  readonly parameters: readonly { readonly name: string; readonly help: string }[];
}

/** A mail that MailApp accepted. */
export interface SentMail {
  readonly sentAt: number;
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
}

export interface MenuItem {
  readonly caption: string;
  /** Null for a separator. */
  readonly functionName: string | null;
}

/** What an open editor shows of the add-on. */
export interface EditorState {
  readonly menu: readonly MenuItem[];
  readonly sidebar: { readonly title: string; readonly html: string } | null;
  readonly toasts: readonly { readonly message: string; readonly title: string }[];
  readonly alerts: readonly string[];
  /** The dialog that was opened last. */
  readonly dialog: { readonly title: string; readonly html: string } | null;
}

export interface ClockTrigger {
  readonly uniqueId: string;
  readonly functionName: string;
  readonly user: string;
  readonly everyHours: number;
  readonly nextRunAt: number;
}

/** A trigger with what only the platform knows of it. */
export interface StoredTrigger extends ClockTrigger {
  readonly timeZone: string;
  /** Triggers made by a trigger run never fire (platform 4.3). */
  readonly disabled: boolean;
}

/** What an emulator keeps beside the cells, the clock and the user, as plain JSON. */
export interface PlatformState {
  readonly outbox: readonly SentMail[];
  readonly triggers: readonly StoredTrigger[];
  /** By store: `document`, `script` or `user ADDRESS`. */
  readonly properties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Recipients mailed and property calls made since a user's day began. */
  readonly mailUses: Readonly<Record<string, Use>>;
  readonly propertyUses: Readonly<Record<string, Use>>;
  /** The last number given to a trigger or a protection. */
  readonly serial: number;
}

export interface EmulatorOptions {
  /** Text of dist/Code.js, dist/sidebar.html and dist/appsscript.json. */
  readonly files: { readonly code: string; readonly sidebar: string; readonly manifest: string };
  readonly book: Book;
  /** Virtual time at the start, milliseconds since 1970. */
  readonly now: number;
  readonly user: string;
  /** Whether the account has Workspace or consumer quotas. */
  readonly account?: 'workspace' | 'consumer';
  /** Who owns the spreadsheet and may edit whatever is protected; the first user when absent. */
  readonly owner?: string;
  /** What an earlier emulator left of the same workbook; a fresh start when absent. */
  readonly state?: PlatformState;
  /** Whether a run that flushes still finds its new formulas loading, as on a busy day; computed when absent. */
  readonly slowFormulas?: boolean;
  /**
   * Whether runs share one realm, for speed; each has its own when absent, as on the platform. Only for a script that keeps nothing in
   * its globals from one run to the next.
   */
  readonly sharedRealm?: boolean;
  /** Virtual milliseconds that each call to a server takes; 0 when absent. */
  readonly latency?: number;
}

/**
 * One spreadsheet with the add-on installed, its users' accounts and a virtual clock. Node and the page make it
 * differently (Univer with or without a canvas; a vm context or an iframe as the script's realm) and use it alike.
 */
export interface Emulator {
  readonly now: number;
  user: string;
  readonly editor: EditorState;
  readonly outbox: readonly SentMail[];
  readonly triggers: readonly ClockTrigger[];
  /** Every run so far, newest last; cell functions that the grid recalculates are not among them. */
  readonly executions: readonly Execution[];
  /** The script's cell functions, for the formula helper. */
  readonly customFunctions: readonly CustomFunction[];
  /** Called before each call that crosses to a server: to make it fail, to kill the run, or to start another in between. */
  onServiceCall: ((call: ServiceCall) => void) | null;

  /** Runs a top-level function as the current user, in a fresh realm. */
  run(functionName: string, kind: ExecutionKind, ...args: readonly unknown[]): Execution;
  /** Opens the document: runs onOpen as the simple trigger it is; NONE when the add-on is not yet used in the file. */
  open(authMode?: 'NONE' | 'LIMITED'): Execution;
  closeSidebar(): void;
  closeDialog(): void;
  /** One `google.script.run` call: checks and copies what crosses, rejects with an Error that has only a message. */
  callFromClient(functionName: string, args: readonly unknown[]): Promise<unknown>;
  /** Takes a lock as another process would, until the function that it returns is called. */
  holdLock(which: 'document' | 'script'): () => void;
  /** Moves the virtual clock on; each clock trigger whose hour passes runs at its time, in order. */
  advance(milliseconds: number): readonly Execution[];
  /** Sets the virtual clock to any moment without letting time pass; triggers keep their minute. */
  setClock(now: number): void;
  /** Types into a cell as a person would: parsed by locale, `=` makes a formula. `a1` may name a tab. */
  type(a1: string, text: string): void;
  /** Makes a cell the active one, as a click does. `a1` may name a tab. */
  select(a1: string): void;
  /** Resolves when every formula that is out of date has its value. */
  calculated(): Promise<void>;
  /** What a range shows, as Range.getValues gives it in the caller's realm. */
  values(a1: string): unknown[][];
  /** What a cell function threw in this cell, as its tooltip reads; null when it did not. */
  errorAt(a1: string): string | null;
  /** The whole workbook as plain JSON. */
  save(): Book;
  /** What goes with it to go on from: triggers, properties, mails and quotas used. */
  saveState(): PlatformState;
  dispose(): void;
}
