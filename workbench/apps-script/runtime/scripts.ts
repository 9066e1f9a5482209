import type { EmulatorOptions, Execution, ExecutionKind, ServiceCall } from '../api.js';
import { topLevelFunctions } from '../custom-functions.js';
import { installServices } from '../services/all.js';
import type { Workbook } from '../storage/workbook.js';
import { Zone } from '../time/zone.js';
import { describe } from './exceptions.js';
import { ScriptExecution } from './execution.js';
import type { AuthMode } from './permissions.js';
import type { Platform } from './platform.js';
import { copyInto } from './realm.js';
import type { Realm, RealmFactory } from './realm.js';
import { installDate } from './realm-date.js';
import { toRealm } from './strict.js';

const AUTH_MODES: Readonly<Record<ExecutionKind, AuthMode>> = {
  customFunction: 'CUSTOM_FUNCTION',
  simpleTrigger: 'LIMITED',
  menu: 'FULL',
  sidebarCall: 'FULL',
  clockTrigger: 'FULL',
};

export interface RunRequest {
  readonly kind: ExecutionKind;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly user: string;
  readonly startedAt: number;
  readonly authMode?: AuthMode;
}

/** A realm with the script loaded in it; `execution` is whose clock and rights its services go by. */
export interface LoadedRealm {
  readonly realm: Realm;
  readonly Date: DateConstructor;
}

interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes?: readonly string[];
}

/** Runs the project's functions, each in a fresh realm that all top-level code has run in (platform 2.3). */
export class Scripts {
  /** The run in progress, innermost last: a hook may start one within another. */
  readonly running: ScriptExecution[] = [];
  onServiceCall: ((call: ServiceCall) => void) | null = null;
  readonly zone: Zone;
  private readonly manifest: Manifest;
  private readonly scopes: ReadonlySet<string>;
  private readonly functions: ReadonlySet<string>;
  private readonly scriptZone: Zone;
  private shared: LoadedRealm | null = null;

  constructor(
    private readonly options: EmulatorOptions,
    private readonly realms: RealmFactory,
    private readonly platform: Platform,
    readonly workbook: Workbook,
  ) {
    this.manifest = JSON.parse(options.files.manifest) as Manifest;
    this.scopes = new Set(this.manifest.oauthScopes ?? []);
    this.functions = new Set(topLevelFunctions(options.files.code));
    this.scriptZone = new Zone(this.manifest.timeZone);
    this.zone = new Zone(options.book.timeZone);
  }

  run(request: RunRequest): Execution {
    const isOutermost = this.running.length === 0;
    if (isOutermost) this.workbook.fresh.forget();
    // A run within another would replace the services under its feet.
    const isShared = isOutermost && this.options.sharedRealm === true;
    const loaded = isShared ? this.shared : null;
    const realm = loaded?.realm ?? this.realms();
    const execution = this.begin(request, realm, loaded?.Date);
    if (isShared) this.shared ??= { realm, Date: execution.nativeDate };
    try {
      const value = this.call(execution, request, () => {
        if (!loaded) realm.load();
      });
      return execution.result({ value: copyInto(value, globalThis, execution.services) });
    } catch (error) {
      return execution.result({ error: describe(error) });
    } finally {
      if (isOutermost) this.workbook.fresh.forget();
      this.release(execution);
      realm.dispose();
    }
  }

  /** Prepares a run in a realm: its clock, its services. */
  begin(request: RunRequest, realm: Realm, loadedDate?: DateConstructor): ScriptExecution {
    const execution = new ScriptExecution({
      kind: request.kind,
      functionName: request.functionName,
      user: request.user,
      authMode: request.authMode ?? AUTH_MODES[request.kind],
      startedAt: request.startedAt,
      scopes: this.scopes,
      latency: this.options.latency ?? 0,
      realm,
      onServiceCall: (call) => this.onServiceCall?.(call),
    });
    execution.nativeDate =
      loadedDate ?? installDate(realm.global, this.scriptZone, () => this.running.at(-1)?.now ?? request.startedAt);
    installServices({
      execution,
      platform: this.platform,
      workbook: this.workbook,
      zone: this.zone,
      locale: this.options.book.locale,
      scriptZone: this.manifest.timeZone,
      htmlFiles: { sidebar: this.options.files.sidebar },
    });
    return execution;
  }

  /** Calls the function; what it returns is still of its realm. */
  call(execution: ScriptExecution, request: RunRequest, load: () => void): unknown {
    this.running.push(execution);
    try {
      load();
      const found = this.find(execution.setup.realm, request);
      return found(...request.args.map((arg) => toRealm(execution, arg)));
    } finally {
      this.running.pop();
    }
  }

  /** Menus and triggers may name `object.method`; the other callers only top-level functions (platform 2.3). */
  private find(realm: Realm, { functionName, kind }: RunRequest): (...args: unknown[]) => unknown {
    const path = functionName.split('.');
    const named = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], realm.global);
    const nameable = this.functions.has(functionName) || (path.length > 1 && /menu|clockTrigger/.test(kind));
    if (!nameable || typeof named !== 'function') throw new Error(`Script function not found: ${functionName}`);
    return named as (...args: unknown[]) => unknown;
  }

  release(execution: ScriptExecution): void {
    for (const [name, holder] of this.platform.locks) if (holder === execution) this.platform.locks.delete(name);
  }
}
