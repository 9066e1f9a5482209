import { accountKey, AccountIndex } from '../account-key.js';
import { weekStart, type Day } from '../calendar/day.js';
import { Sum } from '../statistics/sum.js';

/** Something that happened at an account: a ticket, a log-in, an answer. */
export interface AccountEvent {
  readonly account: string;
  readonly day: Day;
  /** Milliseconds since 1970; decides which of a week's events is the last. */
  readonly instant: number;
  /** What the event carries; null when nothing. */
  readonly value: number | string | null;
}

/** The ways to make one weekly number of a week's events. */
export const WEEKLY_WAYS = ['count', 'sum', 'mean', 'last', 'distinct'] as const;
export type WeeklyWay = (typeof WEEKLY_WAYS)[number];

/** One value of an account's week; the week is named by its Monday. */
export interface WeeklySignal {
  readonly week: Day;
  readonly account: string;
  readonly value: number | null;
}

/**
 * The one number of a week's events.
 *
 * @param events of one account and week, in any order; equal instants count as written.
 * @returns for a week without values 0 by count, sum and distinct, null by mean and last: no answer is not an answer of 0.
 * @example How many distinct users are "ann@x.io" and "Ann@x.io"? 1
 */
function weeklyValue(events: readonly AccountEvent[], way: WeeklyWay): number | null {
  if (way === 'count') return events.length;
  if (way === 'distinct') return countDistinct(events);
  const numbers = events.filter((event): event is AccountEvent & { value: number } => typeof event.value === 'number');
  if (way === 'last') return lastOf(numbers);
  const sum = new Sum();
  for (const { value } of numbers) sum.add(value);
  if (way === 'sum') return sum.total;
  return numbers.length > 0 ? sum.total / numbers.length : null;
}

function countDistinct(events: readonly AccountEvent[]): number {
  const values = events.filter(({ value }) => value !== null);
  return new Set(values.map(({ value }) => (typeof value === 'string' ? accountKey(value) : value))).size;
}

function lastOf(events: readonly (AccountEvent & { value: number })[]): number | null {
  let last: (AccountEvent & { value: number }) | null = null;
  for (const event of events) if (!last || event.instant >= last.instant) last = event;
  return last && last.value;
}

const NO_EVENTS: readonly AccountEvent[] = [];

/** Events sorted into accounts and weeks, so that any week of any account can be asked for. */
export class WeeklyEvents {
  private readonly accounts = new AccountIndex();
  private readonly weeksOf: Map<Day, AccountEvent[]>[] = [];
  /** A table can ask for the same busy week on every row. */
  private readonly values = new Map<readonly AccountEvent[], number | null>();

  constructor(
    events: Iterable<AccountEvent>,
    private readonly way: WeeklyWay,
  ) {
    for (const event of events) {
      const weeks = (this.weeksOf[this.accounts.add(event.account)] ??= new Map<Day, AccountEvent[]>());
      const week = weekStart(event.day);
      const sofar = weeks.get(week);
      if (sofar) sofar.push(event);
      else weeks.set(week, [event]);
    }
  }

  /**
   * The value of one account in the week that holds a day.
   *
   * @example What does an account without any event count? 0
   */
  valueIn(day: Day, account: string): number | null {
    const number = this.accounts.find(account);
    const weeks = number === undefined ? undefined : this.weeksOf[number];
    return this.valueOf(weeks?.get(weekStart(day)) ?? NO_EVENTS);
  }

  /** How many signals there are: every week from an account's first event to its last. */
  get signalCount(): number {
    return this.weeksOf.reduce((count, weeks) => {
      const { first, last } = spanOf(weeks.keys());
      return count + (last - first) / 7 + 1;
    }, 0);
  }

  /** A value for every week from an account's first event to its last, by week and then by the account's first appearance. */
  signals(): WeeklySignal[] {
    const signals: WeeklySignal[] = [];
    this.accounts.names.forEach((account, number) => {
      const weeks = this.weeksOf[number] ?? new Map<Day, AccountEvent[]>();
      const { first, last } = spanOf(weeks.keys());
      for (let week = first; week <= last; week += 7) {
        signals.push({ week, account, value: this.valueOf(weeks.get(week) ?? NO_EVENTS) });
      }
    });
    return signals.sort((one, other) => one.week - other.week);
  }

  private valueOf(events: readonly AccountEvent[]): number | null {
    let value = this.values.get(events);
    if (value === undefined) {
      value = weeklyValue(events, this.way);
      this.values.set(events, value);
    }
    return value;
  }
}

function spanOf(days: Iterable<Day>): { first: Day; last: Day } {
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return { first, last };
}
