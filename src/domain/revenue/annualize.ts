import { fail, ok, type Result } from '../result.js';

/** What a rate is the share of: what was lost over a period, or what was kept. */
export const RATE_KINDS = ['churn', 'retention'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

const MONTHS_A_YEAR = 12;

/**
 * The rate over twelve months of a rate over some months, if it went on: the share kept is compounded.
 * Churn: 1 - (1 - rate)^(12 / months); retention: rate^(12 / months).
 *
 * @param rate churn 0 to 1; retention 0 or more.
 * @param months of the period that the rate is over, above 0.
 * @returns ratio; `too-large` when a retention above 1 compounds beyond any number.
 * @example What is a monthly churn of 5 % over a year? 0.46
 */
export function annualized(rate: number, months: number, kind: RateKind): Result<number, 'too-large'> {
  const periods = MONTHS_A_YEAR / months;
  const yearly = kind === 'churn' ? -Math.expm1(periods * Math.log1p(-rate)) : rate ** periods;
  return Number.isFinite(yearly) ? ok(yearly) : fail('too-large');
}
