import type { EditorState, Emulator, Execution, SentMail } from '../apps-script/api.js';
import type { Book } from '../book.js';
import type { NamedFile } from '../files/import-files.js';
import { writeXlsxFile } from '../files/write-xlsx.js';
import type { Grid } from './grid.js';
import { importInto } from './import-into.js';
import { nextFrame } from './next-frame.js';
import { sheetPlace } from './sheet-link.js';
import { counted, messageOf } from './text.js';
import { dayAndTime } from './time.js';

const HOUR_MS = 3_600_000;
const TOAST_MS = 6000;

/** What the strip under the grid says. */
export interface Status {
  readonly kind: 'note' | 'problem';
  readonly text: string;
}

/** What a workbook starts from: the sample company, or nothing. */
export type Start = 'sample' | 'empty';

/** What earlier visits left in this browser. */
interface Kept {
  readonly book: Pick<Book, 'name' | 'timeZone'>;
  readonly openedMails: readonly number[];
  /** Gives all of it up and starts again. */
  startAgain(from: Start): Promise<void>;
}

export type Panel = 'clock' | 'outbox';

/** One person's work at the open workbook: what runs, what shows, and who has to be told when it changes. */
export class Session {
  status: Status = { kind: 'note', text: '' };
  /** What is going on at the moment; actions wait for its end. */
  busy: string | null = null;
  panel: Panel | null = null;
  alerts: readonly string[] = [];
  toasts: readonly { readonly message: string; readonly title: string }[] = [];
  /** Why the selected cell shows an error; blank when it shows none. */
  cellError = '';
  /** Whether this browser has kept the last change. */
  saved = true;
  /** Positions in `mails` of those that were read. */
  readonly openedMails: Set<number>;

  #stop: AbortController | null = null;
  #seen = { alerts: 0, toasts: 0 };
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly emulator: Emulator,
    readonly grid: Grid,
    private readonly kept: Kept,
  ) {
    this.openedMails = new Set(kept.openedMails);
  }

  get bookName(): string {
    return this.kept.book.name;
  }

  get timeZone(): string {
    return this.kept.book.timeZone;
  }

  /** Whether the present work can be ended early. */
  get stoppable(): boolean {
    return this.#stop !== null;
  }

  get sidebar(): EditorState['sidebar'] {
    return this.emulator.editor.sidebar;
  }

  /** Every mail, those of earlier visits first. */
  get mails(): readonly SentMail[] {
    return this.emulator.outbox;
  }

  /** Calls back after every change of anything shown, until the answer is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  say(kind: Status['kind'], text: string): void {
    this.status = { kind, text };
    this.changed();
  }

  /** Runs what a person chose in the add-on's menu. */
  async runMenuItem(functionName: string): Promise<void> {
    await this.#work('Working…', async () => {
      await nextFrame();
      await this.emulator.calculated();
      const execution = this.emulator.run(functionName, 'menu');
      if (execution.error) this.say('problem', `${functionName}: ${execution.error.message}`);
      await this.emulator.calculated();
    });
  }

  /** One `google.script.run` call of the sidebar. */
  async callFromSidebar(functionName: string, args: readonly unknown[]): Promise<unknown> {
    await this.emulator.calculated();
    try {
      return await this.emulator.callFromClient(functionName, args);
    } finally {
      this.#notice();
    }
  }

  closeSidebar(): void {
    this.emulator.closeSidebar();
    this.grid.focus();
    this.changed();
  }

  closeDialog(): void {
    this.emulator.closeDialog();
    this.grid.focus();
    this.changed();
  }

  /** Lets virtual hours pass one by one, so that the page can show them and be stopped. */
  async passHours(hours: number): Promise<void> {
    await this.#work('The clock runs…', async () => {
      const before = this.emulator.executions.length;
      const stop = (this.#stop = new AbortController());
      await this.emulator.calculated();
      for (let hour = 1; hour <= hours && !stop.signal.aborted; hour += 1) {
        await this.#report(`Hour ${hour} of ${hours}`);
        this.emulator.advance(HOUR_MS);
        await this.emulator.calculated();
      }
      const runs = this.emulator.executions.slice(before).filter((run) => run.kind === 'clockTrigger');
      const failed = runs.filter((run) => run.error).length;
      this.say(failed > 0 ? 'problem' : 'note', `${counted(runs.length, 'trigger run')}, ${failed} failed`);
    });
  }

  /** Sets the virtual clock without letting time pass, so that no trigger runs. */
  setClock(now: number): void {
    this.emulator.setClock(now);
    this.say('note', `The clock stands at ${dayAndTime(now, this.timeZone)}`);
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** Another person opens the same workbook: the menu is built for them, the sidebar was the other's. */
  changeUser(user: string): void {
    this.emulator.user = user;
    this.emulator.closeSidebar();
    this.open();
  }

  open(): Execution {
    const execution = this.emulator.open();
    if (execution.error) this.say('problem', `onOpen: ${execution.error.message}`);
    this.#notice();
    return execution;
  }

  async importFiles(files: readonly NamedFile[]): Promise<void> {
    await this.#work('Importing…', async () => {
      const { tabs, problems } = await importInto(this.grid, files, (what) => this.#report(what));
      await this.#report('Calculating');
      await this.emulator.calculated();
      this.say(problems.length > 0 ? 'problem' : 'note', [...problems, `Imported ${counted(tabs, 'tab')}`].join('; '));
    });
  }

  reset(to: Start): Promise<void> {
    return this.kept.startAgain(to);
  }

  /** E-mail addresses that the Team tab lists. */
  team(): readonly string[] {
    if (!this.grid.sheetNames().includes('Team')) return [];
    return this.emulator
      .values('Team!A1:Z200')
      .flat()
      .filter((value): value is string => typeof value === 'string' && /^\S+@\S+\.\S+$/.test(value));
  }

  /** The workbook as an xlsx file. */
  async exportXlsx(): Promise<Uint8Array> {
    await this.emulator.calculated();
    return writeXlsxFile(this.emulator.save(), this.grid.results());
  }

  get unreadCount(): number {
    return this.mails.length - this.openedMails.size;
  }

  openMail(index: number): void {
    this.openedMails.add(index);
    this.changed();
  }

  show(panel: Panel): void {
    this.panel = this.panel === panel ? null : panel;
    this.changed();
  }

  answerAlert(): void {
    this.alerts = this.alerts.slice(1);
    this.changed();
  }

  /** Goes where a link points inside this workbook; the workbench opens no other address. */
  followLink(href: string): boolean {
    const place = sheetPlace(href);
    if (!place) {
      this.say('note', `The workbench opens no outside address: ${href}`);
      return false;
    }
    const found = this.grid.select(place);
    if (found) this.grid.focus();
    else this.say('problem', `Link to tab ${place.sheetId}: the workbook has no such tab; it may have been deleted`);
    return found;
  }

  /** Runs one job at a time; the controls that start one are off meanwhile. */
  async #work(what: string, job: () => Promise<void>): Promise<void> {
    if (this.busy !== null) {
      this.say('note', 'Wait until the present work is done, then try again');
      return;
    }
    this.busy = what;
    this.changed();
    try {
      await job();
    } catch (problem) {
      this.say('problem', messageOf(problem));
    } finally {
      this.busy = null;
      this.#stop = null;
      this.#notice();
    }
  }

  #report(what: string): Promise<void> {
    this.busy = what;
    this.changed();
    return nextFrame();
  }

  /** Shows what a run left in the editor. */
  #notice(): void {
    const { alerts, toasts } = this.emulator.editor;
    this.alerts = [...this.alerts, ...alerts.slice(this.#seen.alerts)];
    const fresh = toasts.slice(this.#seen.toasts);
    this.#seen = { alerts: alerts.length, toasts: toasts.length };
    if (fresh.length > 0) {
      this.toasts = [...this.toasts, ...fresh];
      setTimeout(() => {
        this.toasts = this.toasts.filter((toast) => !fresh.includes(toast));
        this.changed();
      }, TOAST_MS);
    }
    this.changed();
  }
}
