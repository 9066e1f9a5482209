import { fail, ok, type Result } from '../result.js';
import { seriesOf, type Series } from '../series.js';
import { Sum, sumOf } from '../statistics/sum.js';

/** A ratio of the opening revenue; there is none when the opening MRR adds up to 0. */
export type RetentionRatio = Result<number, 'no-opening-revenue'>;

function ratio(part: number, opening: number): RetentionRatio {
  const found = part / opening;
  return Number.isFinite(found) ? ok(found) : fail('no-opening-revenue');
}

/**
 * Net revenue retention: what the accounts that paid at the start pay at the end, new accounts left out.
 * Sum of closing MRR over accounts with opening MRR, divided by the sum of opening MRR.
 *
 * @param opening MRR per account at the period's start, one currency, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 or more; `no-opening-revenue` when the opening MRR adds up to 0.
 * @example What is NRR when a 100 account grows to 150, another 100 account leaves and one of 80 is new? 0.75
 */
export function netRevenueRetention(opening: Series, closing: Series): RetentionRatio {
  const before = new Sum();
  const after = new Sum();
  for (let row = 0; row < opening.length; row++) {
    const start = opening.at(row);
    const end = closing.at(row);
    if (start > 0) {
      before.add(start);
      after.add(end);
    }
  }
  return ratio(after.total, before.total);
}

/**
 * Gross revenue retention: the share of opening MRR still billed at the end, expansion left out.
 * Sum over accounts of the smaller of opening and closing MRR, divided by the sum of opening MRR: capped per account,
 * never on the total.
 *
 * @param opening MRR per account at the period's start, one currency, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 to 1; `no-opening-revenue` when the opening MRR adds up to 0.
 * @example What is GRR when a 100 account grows to 150 and another 100 account leaves? 0.5
 */
export function grossRevenueRetention(opening: Series, closing: Series): RetentionRatio {
  const before = new Sum();
  const kept = new Sum();
  for (let row = 0; row < opening.length; row++) {
    const start = opening.at(row);
    const end = closing.at(row);
    before.add(start);
    kept.add(end < start ? end : start);
  }
  return ratio(kept.total, before.total);
}

/**
 * Expansion rate: the MRR that paying accounts added, as a share of opening MRR.
 * Sum of closing minus opening MRR over accounts that grew, divided by the sum of opening MRR; new accounts left out.
 *
 * @param opening MRR per account at the period's start, one currency, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 or more; `no-opening-revenue` when the opening MRR adds up to 0.
 * @example What is the expansion rate when a 100 account grows to 150 and another 100 account leaves? 0.25
 */
export function expansionRate(opening: Series, closing: Series): RetentionRatio {
  return rateOf(opening, closing, (start, end) => start > 0 && end > start);
}

/**
 * Contraction rate: the MRR that accounts which stayed gave up, as a share of opening MRR.
 * Sum of opening minus closing MRR over accounts that shrank but still pay, divided by the sum of opening MRR; full
 * churn left out.
 *
 * @param opening MRR per account at the period's start, one currency, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 to 1; `no-opening-revenue` when the opening MRR adds up to 0.
 * @example What is the contraction rate when a 100 account shrinks to 80 and another 100 account leaves? 0.1
 */
export function contractionRate(opening: Series, closing: Series): RetentionRatio {
  return rateOf(opening, closing, (start, end) => 0 < end && end < start);
}

/**
 * Gross revenue churn: the MRR lost to churn and contraction, as a share of opening MRR.
 * Sum of opening minus closing MRR over accounts that shrank or left, divided by the sum of opening MRR: 1 minus gross
 * revenue retention.
 *
 * @param opening MRR per account at the period's start, one currency, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 to 1; `no-opening-revenue` when the opening MRR adds up to 0.
 * @example What is revenue churn when a 100 account shrinks to 80 and another 100 account leaves? 0.6
 */
export function revenueChurn(opening: Series, closing: Series): RetentionRatio {
  return rateOf(opening, closing, (start, end) => end < start);
}

/** The size of the changes that `counts` picks, as a share of opening MRR. */
function rateOf(opening: Series, closing: Series, counts: (start: number, end: number) => boolean): RetentionRatio {
  const before = new Sum();
  const changed = new Sum();
  for (let row = 0; row < opening.length; row++) {
    const start = opening.at(row);
    const end = closing.at(row);
    before.add(start);
    if (counts(start, end)) changed.add(Math.abs(end - start));
  }
  return ratio(changed.total, before.total);
}

/**
 * Logo retention: the share of paying accounts that still pay at the end, whatever they pay.
 * Accounts with opening and closing MRR, divided by accounts with opening MRR.
 *
 * @param opening MRR per account at the period's start, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 to 1; `no-opening-revenue` when no account pays at the start.
 * @example What is logo retention when one of four accounts leaves? 0.75
 */
export function logoRetention(opening: Series, closing: Series): RetentionRatio {
  const { accounts, kept } = countLogos(opening, closing);
  return ratio(kept, accounts);
}

/**
 * Logo churn: the share of paying accounts that pay nothing at the end.
 * Accounts with opening and without closing MRR, divided by accounts with opening MRR: 1 minus logo retention.
 *
 * @param opening MRR per account at the period's start, 0 or more.
 * @param closing MRR of the same accounts at its end.
 * @returns ratio, 0 to 1; `no-opening-revenue` when no account pays at the start.
 * @example What is logo churn when one of four accounts leaves? 0.25
 */
export function logoChurn(opening: Series, closing: Series): RetentionRatio {
  const { accounts, kept } = countLogos(opening, closing);
  return ratio(accounts - kept, accounts);
}

function countLogos(opening: Series, closing: Series): { accounts: number; kept: number } {
  let accounts = 0;
  let kept = 0;
  for (let row = 0; row < opening.length; row++) {
    const start = opening.at(row);
    const end = closing.at(row);
    if (start > 0) {
      accounts++;
      if (end > 0) kept++;
    }
  }
  return { accounts, kept };
}

/** A period's movements of MRR in one currency, each 0 or more: losses are positive amounts. */
export interface Movements {
  readonly opening: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
}

/**
 * Net revenue retention from a period's movements: (opening + expansion - contraction - churned) / opening.
 *
 * @returns ratio; `no-opening-revenue` when the opening MRR is 0.
 * @example What is NRR when 100 000 of MRR gains 12 000, contracts by 3 000 and loses 4 000? 1.05
 */
export function netRetentionOfMovements({ opening, expansion, contraction, churned }: Movements): RetentionRatio {
  return ratio(sumOf(seriesOf([opening, expansion, -contraction, -churned])), opening);
}

/**
 * Gross revenue retention from a period's movements: (opening - contraction - churned) / opening.
 *
 * @returns ratio, at most 1; `no-opening-revenue` when the opening MRR is 0.
 * @example What is GRR when 100 000 of MRR contracts by 3 000 and loses 4 000? 0.93
 */
export function grossRetentionOfMovements({
  opening,
  contraction,
  churned,
}: Omit<Movements, 'expansion'>): RetentionRatio {
  return ratio(sumOf(seriesOf([opening, -contraction, -churned])), opening);
}
