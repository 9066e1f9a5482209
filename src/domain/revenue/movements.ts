import type { Month } from '../calendar/day.js';
import { Sum } from '../statistics/sum.js';
import type { Ledger } from './ledger.js';

/** What happened to MRR in one month, in one currency; losses are positive amounts. */
export interface MonthMovements {
  readonly month: Month;
  /** Closing MRR of the month before. */
  readonly opening: number;
  /** MRR of accounts that never paid before. */
  readonly new: number;
  /** MRR that accounts which paid the month before pay more. */
  readonly expansion: number;
  /** MRR that accounts which stayed pay less. */
  readonly contraction: number;
  /** What accounts that pay nothing now paid the month before. */
  readonly churned: number;
  /** MRR of accounts that paid nothing the month before, but in some earlier one. */
  readonly reactivated: number;
  readonly closing: number;
  /** Closing MRR of the accounts with opening MRR / opening; null when the opening is 0. */
  readonly netRetention: number | null;
  /** Sum of the smaller of each account's opening and closing MRR / opening; null when the opening is 0. */
  readonly grossRetention: number | null;
  /** Accounts with opening and closing MRR / accounts with opening MRR; null when there are none. */
  readonly logoRetention: number | null;
}

/**
 * Movements of MRR month by month: opening + new + expansion - contraction - churned + reactivated = closing.
 *
 * @param from first month; what accounts paid earlier still tells reactivated from new.
 * @param to last month, not before the first.
 * @returns a row for every month, those in which nothing moves included.
 * @example What is the movement when an account pays 100 in May, nothing in June and 80 in July? 100 new, 100 churned, 80 reactivated
 */
export function monthlyMovements(ledger: Ledger, from: Month, to: Month): MonthMovements[] {
  // The month before comes along for its closing.
  const months = Array.from({ length: to - from + 2 }, () => new MonthSums());
  const first = from - 1;
  ledger.eachChange((_, month, before, now, hasPaid) => {
    months[month - first]?.add(before, now, hasPaid);
  });
  const rows = months.map((sums, index) => sums.movements(first + index, months[index - 1]?.closing.total ?? 0));
  return rows.slice(1);
}

/** The sums of one month, to which each account's change is added. */
class MonthSums {
  readonly closing = new Sum();
  private readonly won = new Sum();
  private readonly expansion = new Sum();
  private readonly contraction = new Sum();
  private readonly churned = new Sum();
  private readonly reactivated = new Sum();
  private readonly kept = new Sum();
  private readonly keptAtMost = new Sum();
  private openingAccounts = 0;
  private keptAccounts = 0;

  add(before: number, now: number, hasPaid: boolean): void {
    this.closing.add(now);
    if (before === 0) {
      (hasPaid ? this.reactivated : this.won).add(now);
      return;
    }
    this.openingAccounts++;
    if (now === 0) {
      this.churned.add(before);
      return;
    }
    this.keptAccounts++;
    this.kept.add(now);
    this.keptAtMost.add(now < before ? now : before);
    if (now > before) this.expansion.add(now - before);
    else if (now < before) this.contraction.add(before - now);
  }

  movements(month: Month, opening: number): MonthMovements {
    return {
      month,
      opening,
      new: this.won.total,
      expansion: this.expansion.total,
      contraction: this.contraction.total,
      churned: this.churned.total,
      reactivated: this.reactivated.total,
      closing: this.closing.total,
      netRetention: opening > 0 ? this.kept.total / opening : null,
      grossRetention: opening > 0 ? this.keptAtMost.total / opening : null,
      logoRetention: this.openingAccounts > 0 ? this.keptAccounts / this.openingAccounts : null,
    };
  }
}
