import type { ScriptExecution } from '../runtime/execution.js';
import type { Platform } from '../runtime/platform.js';
import { strict } from '../runtime/strict.js';
import type { Sheet } from '../storage/sheet.js';
import type { Workbook } from '../storage/workbook.js';
import type { Zone } from '../time/zone.js';

/** What the services of one run work on. */
export interface ServiceContext {
  readonly execution: ScriptExecution;
  readonly platform: Platform;
  readonly workbook: Workbook;
  /** The spreadsheet's zone and locale, which dates and typed text go by. */
  readonly zone: Zone;
  readonly locale: string;
  readonly scriptZone: string;
  /** HTML files of the project, by name without `.html`. */
  readonly htmlFiles: Readonly<Record<string, string>>;
}

/** Whether the run may know who it runs for; elsewhere addresses are blank (platform 6.5). */
export function knowsUser(context: ServiceContext): boolean {
  return context.execution.setup.authMode === 'FULL';
}

const wrapped = new WeakMap<ServiceContext, Map<Sheet, object>>();
const sheets = new WeakMap<object, Sheet>();

/** One wrapper per tab and run, so that scripts may compare tabs by identity. */
export function sheetService(context: ServiceContext, sheet: Sheet, members: () => object): object {
  let known = wrapped.get(context);
  if (!known) wrapped.set(context, (known = new Map<Sheet, object>()));
  let service = known.get(sheet);
  if (!service) {
    service = strict(context.execution, 'Sheet', members());
    known.set(sheet, service);
    sheets.set(service, sheet);
  }
  return service;
}

/** The tab behind a wrapper that a script handed back. */
export function sheetBehind(service: unknown): Sheet | null {
  return typeof service === 'object' && service !== null ? (sheets.get(service) ?? null) : null;
}
