import { AccountIndex } from '../account-key.js';
import type { Day } from '../calendar/day.js';
import { BEND_WEEKS, knownOn, type History } from './account-weeks.js';

/** An account that left, and when; it may come back and leave again. */
export interface Churn {
  readonly account: string;
  readonly on: Day;
}

/** How long before a churn a sign counts as its warning. */
export const WINDOW_DAYS = 180;

/** A stretch of days, the last of them a churn or where the data end. */
export interface Window {
  readonly from: Day;
  readonly on: Day;
}

/** The days on which accounts left, each once and oldest first. */
export class ChurnDays {
  private readonly accounts = new AccountIndex();
  private readonly days: Day[][] = [];

  constructor(churns: Iterable<Churn>) {
    const sets: Set<Day>[] = [];
    for (const { account, on } of churns) (sets[this.accounts.add(account)] ??= new Set()).add(on);
    this.days = sets.map((days) => [...days].sort((one, other) => one - other));
  }

  of(account: string): readonly Day[] {
    return this.days[this.accounts.find(account) ?? -1] ?? [];
  }

  /** The stretch before each churn; none reaches back beyond the same account's churn before. */
  windows(): (Churn & Window)[] {
    return this.accounts.names.flatMap((account) =>
      this.of(account).map((on, place, days) => ({
        account,
        on,
        from: Math.max(on - WINDOW_DAYS, days[place - 1] ?? -Infinity),
      })),
    );
  }
}

/** The values of one signal in the weeks that lie wholly in a window, NaN where there is none, and the Mondays. */
export function valuesIn({ weeks, values }: History, { from, on }: Window, signal: number) {
  const inside = { weeks: [] as Day[], values: [] as number[] };
  weeks.forEach((week, place) => {
    if (week < from || knownOn(week) > on) return;
    inside.weeks.push(week);
    inside.values.push(values[place]?.[signal] ?? NaN);
  });
  return inside;
}

/** Whether a bend could have been seen in a window: three neighbouring weeks of it have values. */
export function hasData(history: History, window: Window, signal: number): boolean {
  const { weeks, values } = valuesIn(history, window, signal);
  let run = 0;
  return weeks.some((week, place) => {
    const follows = weeks[place - 1] === week - 7;
    run = Number.isNaN(values[place]) ? 0 : follows ? run + 1 : 1;
    return run >= BEND_WEEKS;
  });
}

/** The first of the days on which an account was known to bend, all weeks of the bend in the window; null without one. */
export function firstBendIn(days: readonly Day[], { from, on }: Window): Day | null {
  return days.find((day) => day - 7 * BEND_WEEKS >= from && day <= on) ?? null;
}
