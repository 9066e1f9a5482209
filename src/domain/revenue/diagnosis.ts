import { fail, ok, type Result } from '../result.js';

/** What net and gross retention say together. */
export type RetentionDiagnosis =
  | 'compounding'
  | 'compounding over churn'
  | 'upsell masks churn'
  | 'leaking'
  | 'on target'
  | 'expansion weak'
  | 'base loose'
  | 'both short';

/** Where the diagnosis changes; the gross limits are those that published bands draw. */
const LIMITS = {
  /** NRR from here on doubles a base in five years. */
  compounding: 1.15,
  netTarget: 1.1,
  holding: 1,
  grossTarget: 0.92,
  /** GRR below this points to product-market fit or onboarding. */
  grossFloor: 0.85,
} as const;

/** Ratios miss round limits by some 1e-16 in binary. */
const ROUNDING = 1e-9;

/**
 * The diagnosis of net and gross revenue retention of the same accounts and period.
 *
 * @param nrr net revenue retention as a fraction.
 * @param grr gross revenue retention as a fraction.
 * @returns `gross-above-net` when grr is above nrr, `gross-above-one` when it is above 1: neither can be.
 * @example What do NRR 110 % and GRR 70 % say? Upsell masks churn
 */
export function retentionDiagnosis(
  nrr: number,
  grr: number,
): Result<RetentionDiagnosis, 'gross-above-net' | 'gross-above-one'> {
  if (grr > 1 + ROUNDING) return fail('gross-above-one');
  if (grr > nrr + ROUNDING) return fail('gross-above-net');
  return ok(diagnosisOf(nrr + ROUNDING, grr + ROUNDING));
}

function diagnosisOf(nrr: number, grr: number): RetentionDiagnosis {
  const { compounding, netTarget, holding, grossTarget, grossFloor } = LIMITS;
  if (nrr >= compounding) return grr >= grossFloor ? 'compounding' : 'compounding over churn';
  if (grr >= grossTarget) return nrr >= netTarget ? 'on target' : 'expansion weak';
  if (nrr < holding) return 'leaking';
  if (grr < grossFloor) return 'upsell masks churn';
  return nrr >= netTarget ? 'base loose' : 'both short';
}
