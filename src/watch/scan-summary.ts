import type { Day } from '../domain/calendar/day.js';

/** What the last weekly scan saw, kept for the sidebar. */
export interface ScanSummary {
  /** When it last saw something new, in milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** The Monday of the week it looked at. */
  readonly week: Day;
  /** Accounts that are customers. */
  readonly accountCount: number;
  readonly bentCount: number;
  /** Accounts without a value of any indicator in that week. */
  readonly withoutDataCount: number;
  /** Why the scan could not be finished, or a trigger could judge nothing, and what to do; the next tick tries again. Null when all was done. */
  readonly stopped: string | null;
  /** The reason to stop that the owner of the trigger was last written to about; null once the watch goes on. */
  readonly toldStop: string | null;
  /** When the watch first ran here: what was due before is not made good. */
  readonly watchingSince: number;
  /** The tabs that triggers judge from which were there; one that is not any more has to come back. */
  readonly tabs: readonly string[];
  /** The indicators that the Signals tab had. */
  readonly indicators: readonly string[];
  /** How many alerts were remembered after it. */
  readonly alertCount: number;
  /** Fingerprint of the problems that the Problems tab lists. */
  readonly problems: string;
}

/** The document property that holds it, as JSON. */
export const LAST_SCAN_PROPERTY = 'lastScan';
