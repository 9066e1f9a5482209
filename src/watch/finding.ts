import type { Day } from '../domain/calendar/day.js';
import type { BentAccount } from './bends.js';

/** The six triggers, by the names that Alerts keeps. */
export const TRIGGERS = [
  'Missed cadence',
  'Velocity drop',
  'Momentum decay',
  'KPI drift',
  'Owner absence',
  'Dependency breach',
] as const;

export type TriggerName = (typeof TRIGGERS)[number];

/** A condition that holds now: what an alert is opened for, and everything that a message says about it. */
export interface Finding {
  readonly trigger: TriggerName;
  /** What it is about, one name within its trigger: an account, a key result's id, a commitment's id, a metric. */
  readonly subject: string;
  /** The account that it is about; null when it is about none. */
  readonly account: string | null;
  /** The first day of the condition: it names the episode. */
  readonly since: Day;
  /** What is wrong in a few words, to stand behind the subject: `usage and tickets bend`. */
  readonly headline: string;
  /** What is wrong with its numbers, a sentence each, without a final period. */
  readonly facts: readonly string[];
  /** What ends it, a sentence without a final period. */
  readonly clears: string;
  /** ARR at risk; null where it is not known. */
  readonly exposure: number | null;
  /** What could be gained where nothing is at risk, as with an expansion: its priority is counted from it; null where it is not known. */
  readonly upside?: number | null;
  readonly renewal: Day | null;
  /** Whom the first step goes to: the cell as it stands, mostly an address; null where nobody is named. */
  readonly owner: string | null;
  /** The function that owes the remedy: `Customer Success`, `Product`...; "" where nobody says. */
  readonly function: string;
  /** Who else is behind it, as cells: the second step goes to them too; absent where nobody is. */
  readonly peers?: readonly string[];
  /** How many things are wrong at once: the indicators that bend together, or 1. */
  readonly count: number;
  /** Whether what it is judged by was entered after its week had been judged. */
  readonly isLate?: true;
  /** The row that a message links to. */
  readonly place: { readonly tab: string; readonly row: number } | null;
  /** The series behind it, where it has any. */
  readonly bent?: BentAccount;
}

/**
 * Why a subject has no finding. `no data` decides nothing: it neither opens nor resolves. `settled` ends the condition for good and at
 * once, as a promise that was kept does; after `holds not` it has to stay so for a week.
 */
export type NoFinding = 'holds not' | 'no data' | 'churned' | 'inhibited' | 'settled';

/** What a trigger says of each of its subjects; a subject that is absent is gone from its tab. */
export type Judgements = ReadonlyMap<string, Finding | NoFinding>;
