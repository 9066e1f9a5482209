import type { Day } from '../domain/calendar/day.js';
import type { BendKind } from '../domain/trend/bend-kind.js';
import type { Better } from '../domain/trend/bend.js';

/** An indicator that has moved the wrong way for at least the set number of weeks, up to the week of a scan. */
export interface Bend {
  /** The indicator as the team names it, for example `Usage`. */
  readonly indicator: string;
  /** Which way is good: more, or fewer. */
  readonly better: Better;
  /** Wrong week-over-week changes in a row, ending with the week scanned. */
  readonly weeks: number;
  /** The Monday of the first week that was wrong. */
  readonly since: Day;
  /** The value before the first wrong change, and the one in the week scanned. */
  readonly from: number;
  readonly to: number;
  /** (to - from) / |from|; null when the bend starts from zero. */
  readonly change: number | null;
  /** Whether the last value lies outside the natural limits of the earlier ones; it never hides a bend. */
  readonly kind: BendKind;
  /** The last weeks up to the week scanned, oldest first, one value a week; null where the week has none. */
  readonly recent: readonly (number | null)[];
}

/** An account in which at least one indicator bends in the week scanned. */
export interface BentAccount {
  readonly account: string;
  /** Every indicator that bends, the longest run first. */
  readonly bends: readonly Bend[];
  /** The first Monday on which one of them was wrong. */
  readonly since: Day;
  /** Annual recurring revenue at risk; null when the Accounts tab does not say. */
  readonly exposure: number | null;
  readonly renewal: Day | null;
  /** The owner's cell as it stands: mostly an address. */
  readonly csm: string | null;
  /** Its row in the Accounts tab, and the row of the scanned week in the Signals tab. */
  readonly accountRow: number;
  readonly signalRow: number;
  /** The first day of the week scanned, where it is earlier than the one to judge, which has no values; else absent. */
  readonly lateWeek?: Day;
}
