import type { Day } from '../domain/calendar/day.js';
import type { Finding } from './finding.js';

/** How much nearer a renewal makes it: three times within 30 days, twice within 90, else as it is. */
const CLOSE_DAYS = [
  { within: 30, factor: 3 },
  { within: 90, factor: 2 },
] as const;

/**
 * How urgent a finding is: ARR at risk, or what could be gained where nothing is, x closeness of the renewal x number of things wrong. Null when the revenue is not
 * known: that is not 0, and comes last all the same.
 *
 * @example What is $100,000 that renews in 20 days, with two indicators bending? 600,000
 */
export function priorityOf(
  { exposure, upside, renewal, count }: Pick<Finding, 'exposure' | 'upside' | 'renewal' | 'count'>,
  today: Day,
): number | null {
  const amount = upside === undefined ? exposure : upside;
  if (amount === null) return null;
  const close = CLOSE_DAYS.find(({ within }) => renewal !== null && renewal - today <= within);
  return amount * (close?.factor ?? 1) * count;
}

/** The sum of priorities; those that are not known count nothing. */
export function totalPriority(of: readonly { readonly priority: number | null }[]): number {
  return of.reduce((sum, { priority }) => sum + (priority ?? 0), 0);
}
