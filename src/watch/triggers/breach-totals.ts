import type { Finding } from '../finding.js';
import { functionKey } from '../people.js';
import { amountWords, countWords } from './words.js';

/** The breaches of one function, added up. */
interface BreachTotal {
  /** As the first of its findings spells it; "" where nobody says. */
  readonly function: string;
  readonly breaches: number;
  readonly accounts: number;
  /** ARR of these accounts at risk; null when it is known of none. */
  readonly exposure: number | null;
  /** Accounts whose ARR is not known. */
  readonly unknownCount: number;
}

/**
 * Adds findings up by function, those with the most at risk first. An account with several breaches counts once, with its largest
 * exposure: what hangs on two promises to the same customer is mostly the same revenue.
 */
export function breachTotals(findings: readonly Finding[]): readonly BreachTotal[] {
  const byFunction = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = functionKey(finding.function);
    const own = byFunction.get(key);
    if (own) own.push(finding);
    else byFunction.set(key, [finding]);
  }
  const totals = [...byFunction.values()].map((own): BreachTotal => {
    const exposures = new Map<string, number | null>();
    for (const { account, subject, exposure } of own) {
      const name = account ?? subject;
      const known = exposures.get(name) ?? null;
      exposures.set(name, exposure === null ? known : Math.max(exposure, known ?? exposure));
    }
    const amounts = [...exposures.values()].flatMap((exposure) => (exposure === null ? [] : [exposure]));
    return {
      function: own[0]?.function ?? '',
      breaches: own.length,
      accounts: exposures.size,
      exposure: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
      unknownCount: exposures.size - amounts.length,
    };
  });
  return totals.sort(
    (one, other) => (other.exposure ?? -1) - (one.exposure ?? -1) || (one.function < other.function ? -1 : 1),
  );
}

/** A total as a sentence without a final period: `breached on 4 accounts, renewal exposure $1,200,000`. */
export function breachWords({ accounts, exposure, unknownCount }: BreachTotal, currency: string): string {
  const amount = exposure === null ? 'unknown' : amountWords(exposure, currency);
  const remark = exposure !== null && unknownCount > 0 ? `, unknown for ${countWords(unknownCount, 'account')}` : '';
  return `breached on ${countWords(accounts, 'account')}, renewal exposure ${amount}${remark}`;
}
