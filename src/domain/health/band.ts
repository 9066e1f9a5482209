/** The colour of an account's health; `unknown` when too little is known to score it. */
export type HealthBand = 'red' | 'yellow' | 'green' | 'unknown';

/** Where the bands of the health score meet, 0 to 100, red at most green. */
export interface BandLimits {
  readonly redBelow: number;
  readonly greenFrom: number;
}

export const DEFAULT_BAND_LIMITS: BandLimits = { redBelow: 50, greenFrom: 75 };

/**
 * The band of a health score: red below the lower limit, green from the upper one on, yellow between.
 *
 * @param score 0 to 100, or null when it is not known.
 * @example Which band is a score of 75? green
 */
export function healthBand(score: number | null, limits: BandLimits = DEFAULT_BAND_LIMITS): HealthBand {
  if (score === null) return 'unknown';
  if (score >= limits.greenFrom) return 'green';
  return score < limits.redBelow ? 'red' : 'yellow';
}
