import type { Day } from '../domain/calendar/day.js';
import type { Finding } from '../watch/finding.js';
import type { Standing } from '../watch/recipients.js';
import type { MailInput } from './mail-input.js';

/** One alert as a message tells of it. */
export interface AlertToTell extends Finding {
  /** The key of the alert, the same for ever. */
  readonly key: string;
  /** Which step of the ladder is told, 1 to 3. */
  readonly level: number;
  /** Why this person is told of it. */
  readonly standing: Standing;
  /** When the alert opened, and how long it has been without an answer. */
  readonly openedOn: Day;
  /** The day on which its first message went out; absent before it did. */
  readonly firstToldOn?: Day;
  /** The indicators that it has been about since it opened, in that order; absent where it is about none. */
  readonly indicators?: readonly string[];
  /** Opens the row that it is about. */
  readonly link: string;
  /** ARR at risk x closeness of the renewal x things wrong; null where no revenue is known. */
  readonly priority: number | null;
}

/** Everything that a message about alerts is made from; no message reads a tab or a clock. */
export interface AlertMailInput extends MailInput {
  /** The highest step among its alerts, 1 to 3. */
  readonly level: number;
  /** The highest priority first. */
  readonly alerts: readonly AlertToTell[];
  /** Every promise that is broken now, whomever it is told to: what a function owes in all is added up from them. */
  readonly broken: readonly Finding[];
  /** The first day of the week whose weekly values were judged. */
  readonly week: Day;
  /** How many wrong weeks in a row make a bend. */
  readonly bendWeeks: number;
  /** How many hours a status may take before the next step. */
  readonly stepHours: number;
}
