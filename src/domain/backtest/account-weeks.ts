import { AccountIndex } from '../account-key.js';
import { weekStart, type Day } from '../calendar/day.js';
import type { Better } from '../trend/bend.js';

/** What was entered for one account and week. */
export interface AccountWeek {
  readonly account: string;
  /** Any day of the week. */
  readonly day: Day;
  readonly values: readonly (number | null)[];
}

/** An account's weeks, oldest first, each once; one value a signal. */
export interface History {
  /** Mondays. */
  readonly weeks: readonly Day[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** The histories of accounts by number; of two values for one account, week and signal the last counts. */
export class Histories {
  private readonly accounts = new AccountIndex();
  private readonly byWeek: Map<Day, readonly (number | null)[]>[] = [];
  private readonly sorted: History[] = [];
  /** The first day on which all weeks are known in which something was measured. */
  lastKnown: Day = -Infinity;

  constructor(rows: Iterable<AccountWeek>) {
    for (const { account, day, values } of rows) {
      const week = weekStart(day);
      const weeks = (this.byWeek[this.accounts.add(account)] ??= new Map<Day, readonly (number | null)[]>());
      const before = weeks.get(week);
      weeks.set(week, before ? values.map((value, signal) => value ?? before[signal] ?? null) : values);
      // Weeks are often filled in ahead of their values.
      const isMeasured = values.some((value) => value !== null);
      if (isMeasured && knownOn(week) > this.lastKnown) this.lastKnown = knownOn(week);
    }
    this.byWeek.forEach((weeks, number) => {
      const order = [...weeks.keys()].sort((one, other) => one - other);
      this.sorted[number] = { weeks: order, values: order.map((week) => weeks.get(week) ?? []) };
    });
  }

  of(account: string): History | undefined {
    const number = this.accounts.find(account);
    return number === undefined ? undefined : this.sorted[number];
  }

  /** Every account with its history. */
  *all(): Generator<readonly [account: string, history: History]> {
    for (const [number, history] of this.sorted.entries()) yield [this.accounts.names[number] ?? '', history];
  }
}

/** A week is known once it has ended: on the Monday after. */
export function knownOn(week: Day): Day {
  return week + 7;
}

/** Neighbouring weeks that a bend takes: two changes lie between three values. */
export const BEND_WEEKS = 3;

/**
 * The days on which an account was known to bend: two consecutive changes between three neighbouring weeks were wrong.
 *
 * @param signal which of the values, from 0.
 */
export function bendDays({ weeks, values }: History, signal: number, better: Better): Day[] {
  const sign = better === 'up' ? 1 : -1;
  const days: Day[] = [];
  let wrongChanges = 0;
  let [weekBefore, valueBefore] = [NaN, NaN];
  weeks.forEach((week, place) => {
    const value = values[place]?.[signal] ?? NaN;
    const isWrong = week - weekBefore === 7 && (valueBefore - value) * sign > 0;
    wrongChanges = isWrong ? wrongChanges + 1 : 0;
    if (wrongChanges >= BEND_WEEKS - 1) days.push(knownOn(week));
    weekBefore = week;
    valueBefore = value;
  });
  return days;
}
