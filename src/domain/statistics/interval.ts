/** An estimate with the interval in which the true value lies at a stated confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
