import type { Execution, ExecutionKind } from '../api.js';
import { ServiceException, Termination } from './exceptions.js';
import { permit } from './permissions.js';
import type { AuthMode } from './permissions.js';
import type { Realm } from './realm.js';
import { reach } from './service-calls.js';
import type { ServiceCall } from '../api.js';

const MINUTE_MS = 60_000;

/** Platform 5: cell functions and simple triggers have 30 seconds, everything else 6 minutes. */
const LIMIT_MS: Readonly<Record<ExecutionKind, number>> = {
  customFunction: MINUTE_MS / 2,
  simpleTrigger: MINUTE_MS / 2,
  menu: 6 * MINUTE_MS,
  sidebarCall: 6 * MINUTE_MS,
  clockTrigger: 6 * MINUTE_MS,
};

export interface ExecutionSetup {
  readonly kind: ExecutionKind;
  readonly functionName: string;
  readonly user: string;
  readonly authMode: AuthMode;
  readonly startedAt: number;
  readonly scopes: ReadonlySet<string>;
  readonly latency: number;
  readonly realm: Realm;
  readonly onServiceCall: (call: ServiceCall) => void;
}

/** One run of the script while it runs: its clock, its rights, its counters. */
export class ScriptExecution {
  readonly log: string[] = [];
  /** Service objects given to the script, which cross realms as they are. */
  readonly services = new WeakSet();
  termination: Termination | null = null;
  nativeDate: DateConstructor;
  private elapsed = 0;
  private readonly crossings = new Map<string, number>();
  private crossingCount = 0;
  private navigationCount = 0;

  constructor(readonly setup: ExecutionSetup) {
    this.nativeDate = setup.realm.global.Date;
  }

  get now(): number {
    return this.setup.startedAt + this.elapsed;
  }

  /** Lets virtual time pass; the run ends when its limit is over. */
  spend(milliseconds: number): void {
    this.elapsed += milliseconds;
    if (this.elapsed > LIMIT_MS[this.setup.kind]) this.terminate('Exceeded maximum execution time');
  }

  terminate(message: string): never {
    this.termination ??= new Termination(message);
    throw this.termination;
  }

  /** Checks rights and counts, before a service does what it is asked. */
  enter(service: string, method: string): void {
    // Code may catch the first one; nothing works after it.
    if (this.termination) throw this.termination;
    permit(this.setup, service, method);
    const distance = reach(service, method);
    if (distance === 'navigation') this.navigationCount++;
    if (distance !== 'server') return;
    const name = `${service}.${method}`;
    this.crossingCount++;
    this.crossings.set(name, (this.crossings.get(name) ?? 0) + 1);
    this.setup.onServiceCall({
      name,
      index: this.crossingCount,
      functionName: this.setup.functionName,
      kind: this.setup.kind,
      fail: (message) => {
        throw new ServiceException(message);
      },
      kill: () => this.terminate('The run was killed'),
    });
    this.spend(this.setup.latency);
  }

  result(outcome: { value: unknown } | { error: { name: string; message: string } }): Execution {
    const { kind, functionName, user, startedAt } = this.setup;
    const ended = this.termination ? { error: { name: 'Exception', message: this.termination.message } } : outcome;
    return {
      kind,
      functionName,
      user,
      startedAt,
      elapsed: this.elapsed,
      value: 'value' in ended ? ended.value : undefined,
      ...('error' in ended ? { error: ended.error } : {}),
      serviceCalls: Object.fromEntries(this.crossings),
      serviceCallCount: this.crossingCount,
      navigationCallCount: this.navigationCount,
      log: this.log,
    };
  }
}
