import type { Month } from '../calendar/day.js';
import { fail, ok, type Result } from '../result.js';
import { Sum } from '../statistics/sum.js';
import type { Ledger } from './ledger.js';

/** What a cohort is followed by: its accounts, its MRR, or its MRR without growth. */
export const COHORT_MEASURES = ['logo', 'net', 'gross'] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

/** The accounts that first paid in one month, followed from that month to the ledger's last. */
export interface CohortRetention {
  readonly month: Month;
  readonly accounts: number;
  /** One ratio a month, beginning with the cohort's own month, which is 1. */
  readonly ratios: readonly number[];
}

/** More ratios than a sheet has use for; a mistyped year makes that many. */
export const MOST_COHORT_RATIOS = 1_000_000;

export type NoCohorts = { readonly kind: 'no-revenue' } | { readonly kind: 'too-many-ratios'; readonly ratios: number };

/**
 * Retention by cohort of first paying month, oldest first; months in which no account is new have no cohort.
 *
 * @param measure "logo": accounts that pay / accounts of the cohort. "net": MRR / MRR of month 0. "gross": the sum of the
 * smaller of each account's MRR and its MRR of month 0 / MRR of month 0; an account that shrank and grew back counts its
 * MRR of then, up to where it began.
 * @returns one entry a cohort; `no-revenue` when no account ever pays; `too-many-ratios` when months lie far apart.
 * @example What is a cohort's gross retention when it starts with 100, falls to 60 and grows to 120? 1, 0.6, 1
 */
export function cohortRetention(ledger: Ledger, measure: CohortMeasure): Result<CohortRetention[], NoCohorts> {
  const cohorts = new Map<Month, Cohort>();
  const weigh = WEIGHT[measure];
  let cohort = new Cohort(NaN);
  let atFirst = 0;
  ledger.eachChange((_account, month, _before, now, hasPaid) => {
    if (!hasPaid) {
      cohort = cohorts.get(month) ?? new Cohort(month);
      cohorts.set(month, cohort);
      cohort.accounts++;
      atFirst = now;
    }
    if (now > 0) cohort.sumAfter(month - cohort.month).add(weigh(now, atFirst));
  });
  const sorted = [...cohorts.values()].sort((one, other) => one.month - other.month);
  const [oldest] = sorted;
  if (!oldest) return fail({ kind: 'no-revenue' });
  const ratios = sorted.length * (ledger.lastMonth - oldest.month + 1);
  if (ratios > MOST_COHORT_RATIOS) return fail({ kind: 'too-many-ratios', ratios });
  return ok(sorted.map((one) => one.retention(ledger.lastMonth)));
}

/** What an account that pays counts for in its cohort. */
const WEIGHT: Record<CohortMeasure, (now: number, atFirst: number) => number> = {
  logo: () => 1,
  net: (now) => now,
  gross: (now, atFirst) => (now < atFirst ? now : atFirst),
};

class Cohort {
  accounts = 0;
  /** What the cohort's accounts count for, by months since the first; none where nobody pays. */
  private readonly sums: Sum[] = [];

  constructor(readonly month: Month) {}

  sumAfter(months: number): Sum {
    return (this.sums[months] ??= new Sum());
  }

  retention(lastMonth: Month): CohortRetention {
    const atFirst = this.sumAfter(0).total;
    const ratios = Array.from(
      { length: lastMonth - this.month + 1 },
      (_, months) => (this.sums[months]?.total ?? 0) / atFirst,
    );
    return { month: this.month, accounts: this.accounts, ratios };
  }
}
