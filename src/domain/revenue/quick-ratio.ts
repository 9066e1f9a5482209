import { fail, ok, type Result } from '../result.js';
import { seriesOf, type Series } from '../series.js';
import { Sum, sumOf } from '../statistics/sum.js';

/** Amounts that should cancel can differ by some 1e-16 of their size in binary; that is no loss. */
const ROUNDING = 1e-12;

function quotient(gained: number, lost: number, scale: number): Result<number, 'no-losses'> {
  return lost > scale * ROUNDING ? ok(gained / lost) : fail('no-losses');
}

/**
 * Quick ratio: the MRR won for each unit of MRR lost.
 * Sum of the gains of all accounts, new ones included, divided by the sum of their losses, accounts that left included.
 *
 * @param opening MRR per account at the period's start, one currency, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 or more; `no-losses` when no account pays less than before, `no-revenue` when none pays at all.
 * @see Mamoon Hamid, 2015, who asked for a ratio of 4 or more
 * @example What is the quick ratio when a 100 account grows to 150, one of 80 is new and one of 65 leaves? 2
 */
export function quickRatio(opening: Series, closing: Series): Result<number, 'no-losses' | 'no-revenue'> {
  const gained = new Sum();
  const lost = new Sum();
  const revenue = new Sum();
  for (let row = 0; row < opening.length; row++) {
    const start = opening.at(row);
    const end = closing.at(row);
    revenue.add(start);
    revenue.add(end);
    if (end > start) gained.add(end - start);
    else lost.add(start - end);
  }
  return revenue.total > 0 ? quotient(gained.total, lost.total, revenue.total) : fail('no-revenue');
}

/** A period's movements of MRR in one currency, each 0 or more: losses are positive amounts. */
export interface GainsAndLosses {
  readonly fresh: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
}

/**
 * Quick ratio from a period's movements: (new + expansion) / (contraction + churned).
 *
 * @returns ratio, 0 or more; `no-losses` when nothing was lost, `no-movements` when nothing was won either.
 * @example What is the quick ratio of 20 000 new and 8 000 expansion against 3 000 contraction and 5 000 churn? 3.5
 */
export function quickRatioOfMovements({
  fresh,
  expansion,
  contraction,
  churned,
}: GainsAndLosses): Result<number, 'no-losses' | 'no-movements'> {
  const gained = sumOf(seriesOf([fresh, expansion]));
  const lost = sumOf(seriesOf([contraction, churned]));
  return gained + lost > 0 ? quotient(gained, lost, gained + lost) : fail('no-movements');
}
