import type { Book } from '../book.js';
import type {
  ClockTrigger,
  Emulator,
  EmulatorOptions,
  Execution,
  ExecutionKind,
  PlatformState,
  SentMail,
  ServiceCall,
} from './api.js';
import { CellFunctions } from './formulas/cell-functions.js';
import { customFunctionsOf } from './custom-functions.js';
import { ClientCalls } from './runtime/client-calls.js';
import { Platform } from './runtime/platform.js';
import type { RealmFactory } from './runtime/realm.js';
import { Scripts } from './runtime/scripts.js';
import { enteredCell } from './services/entry.js';
import { clockEvent } from './services/trigger-times.js';
import { showsDate, valueOf } from './services/values.js';
import { parseA1, splitTab } from './storage/address.js';
import type { Block } from './storage/address.js';
import type { UniverKit } from './storage/kit.js';
import type { Sheet } from './storage/sheet.js';
import { bookOf } from './storage/snapshot.js';
import { Workbook } from './storage/workbook.js';

const HOUR_MS = 3_600_000;

/** The emulator apart from where Univer and the realms come from. */
export class ScriptEmulator implements Emulator {
  user: string;
  readonly executions: Execution[] = [];
  readonly customFunctions;
  private clock: number;
  private readonly platform: Platform;
  private readonly workbook: Workbook;
  private readonly scripts: Scripts;
  private readonly cells: CellFunctions;
  private readonly client: ClientCalls;

  constructor(
    private readonly options: EmulatorOptions,
    kit: UniverKit,
    realms: RealmFactory,
    private readonly disposeGrid: () => void,
  ) {
    this.user = options.user;
    this.clock = options.now;
    this.platform = new Platform(options.owner ?? options.user, options.account ?? 'workspace', options.state);
    this.workbook = new Workbook(kit, options.book, options.slowFormulas ?? false);
    this.scripts = new Scripts(options, realms, this.platform, this.workbook);
    this.customFunctions = customFunctionsOf(options.files.code);
    this.cells = new CellFunctions(kit, this.scripts, realms, options.book.locale, this.customFunctions, () => this);
    this.client = new ClientCalls((name, args) => this.run(name, 'sidebarCall', ...args));
  }

  get now(): number {
    return this.scripts.running.at(-1)?.now ?? this.clock;
  }

  get editor() {
    return this.platform.editor;
  }

  get outbox(): readonly SentMail[] {
    return this.platform.outbox;
  }

  get triggers(): readonly ClockTrigger[] {
    return this.platform.triggers;
  }

  get onServiceCall(): ((call: ServiceCall) => void) | null {
    return this.scripts.onServiceCall;
  }

  set onServiceCall(hook) {
    this.scripts.onServiceCall = hook;
  }

  run(functionName: string, kind: ExecutionKind, ...args: readonly unknown[]): Execution {
    return this.record(this.scripts.run({ kind, functionName, args, user: this.user, startedAt: this.now }));
  }

  open(authMode: 'NONE' | 'LIMITED' = 'LIMITED'): Execution {
    this.platform.editor.menu = [];
    const args = [{ authMode, user: this.user }];
    return this.record(
      this.scripts.run({
        kind: 'simpleTrigger',
        functionName: 'onOpen',
        args,
        user: this.user,
        startedAt: this.now,
        authMode,
      }),
    );
  }

  closeDialog(): void {
    this.platform.editor.dialog = null;
  }

  closeSidebar(): void {
    this.platform.editor.sidebar = null;
  }

  callFromClient(functionName: string, args: readonly unknown[]): Promise<unknown> {
    return this.client.call(functionName, args);
  }

  holdLock(which: 'document' | 'script'): () => void {
    const holder = {};
    this.platform.locks.set(which, holder);
    return () => {
      if (this.platform.locks.get(which) === holder) this.platform.locks.delete(which);
    };
  }

  advance(milliseconds: number): readonly Execution[] {
    const until = this.clock + milliseconds;
    const ran: Execution[] = [];
    for (;;) {
      const due = this.platform.triggers
        .filter((trigger) => !trigger.disabled && trigger.nextRunAt <= until)
        .sort((a, b) => a.nextRunAt - b.nextRunAt)[0];
      if (!due) break;
      this.clock = due.nextRunAt;
      due.nextRunAt += due.everyHours * HOUR_MS;
      const { functionName, user } = due;
      const args = [clockEvent(this.clock, due.uniqueId)];
      ran.push(
        this.record(this.scripts.run({ kind: 'clockTrigger', functionName, args, user, startedAt: this.clock })),
      );
    }
    this.clock = until;
    return ran;
  }

  setClock(now: number): void {
    this.clock = now;
    for (const trigger of this.platform.triggers) {
      const period = trigger.everyHours * HOUR_MS;
      const wait = (trigger.nextRunAt - now) % period;
      trigger.nextRunAt = now + (wait > 0 ? wait : wait + period);
    }
  }

  type(a1: string, text: string): void {
    const { sheet, block } = this.place(a1);
    const pattern = sheet.pattern(sheet.cell(block.row, block.column));
    const rules = { zone: this.scripts.zone, locale: this.options.book.locale, now: this.now };
    const cell = enteredCell(text, pattern, rules);
    sheet.write({ ...block, rows: 1, columns: 1 }, () => cell);
  }

  select(a1: string): void {
    const { sheet, block } = this.place(a1);
    sheet.facade.activate();
    sheet.facade.setActiveRange(sheet.facade.getRange(block.row, block.column));
  }

  calculated(): Promise<void> {
    return this.workbook.calculation.settled();
  }

  values(a1: string): unknown[][] {
    const { sheet, block } = this.place(a1);
    return Array.from({ length: block.rows }, (_row, row) =>
      Array.from({ length: block.columns }, (_column, column) =>
        valueOf(sheet, sheet.cell(block.row + row, block.column + column), this.scripts.zone, Date),
      ),
    );
  }

  errorAt(a1: string): string | null {
    const { sheet, block } = this.place(a1);
    return this.cells.errorAt(sheet.id, block.row, block.column);
  }

  save(): Book {
    return bookOf(this.workbook, this.options.book, showsDate);
  }

  saveState(): PlatformState {
    return this.platform.state();
  }

  dispose(): void {
    this.cells.drop();
    this.workbook.dispose();
    this.disposeGrid();
  }

  private record(execution: Execution): Execution {
    this.executions.push(execution);
    return execution;
  }

  private place(a1: string): { sheet: Sheet; block: Block } {
    const { tab, rest } = splitTab(a1);
    const sheet = tab === null ? this.workbook.sheets[0] : this.workbook.sheetNamed(tab);
    const block = sheet ? parseA1(rest, sheet) : null;
    if (!sheet || !block) throw new Error(`No cell ${a1}; name it like A1 or 'Tab name'!A1`);
    return { sheet, block };
  }
}
