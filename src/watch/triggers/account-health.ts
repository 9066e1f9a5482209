import type { Day } from '../../domain/calendar/day.js';
import { healthBand, type BandLimits, type HealthBand } from '../../domain/health/band.js';
import type { AccountRecord } from '../../records/tabs/accounts.js';

/** The words in use for the three colours, in lower case. */
const COLOURS: Readonly<Record<string, HealthBand>> = {
  ...{ red: 'red', r: 'red', 'at risk': 'red', 'at-risk': 'red', critical: 'red', '🔴': 'red' },
  ...{ yellow: 'yellow', y: 'yellow', amber: 'yellow', a: 'yellow', orange: 'yellow', watch: 'yellow', '🟡': 'yellow' },
  ...{ green: 'green', g: 'green', healthy: 'green', '🟢': 'green' },
};

/**
 * The colour of a Health cell: a word for it, or a score from 0 to 100. Above 0 and up to 1 nobody can tell a score from a share.
 *
 * @example Which colour is "Amber"? yellow
 * @example And 0.45? unknown
 */
export function accountHealth(health: string | null, limits: BandLimits): HealthBand {
  const text = health?.trim().toLowerCase() ?? '';
  const colour = Object.prototype.hasOwnProperty.call(COLOURS, text) ? COLOURS[text] : undefined;
  if (colour) return colour;
  if (!/^\d+(\.\d+)?( ?%)?$/.test(text)) return 'unknown';
  const score = parseFloat(text);
  const isScore = (score === 0 || score > 1) && score <= 100;
  return healthBand(isScore ? score : null, limits);
}

/** Whether an account is lost on a day. */
export function hasChurned({ churnedOn, status }: AccountRecord, today: Day): boolean {
  return churnedOn === null ? status?.trim().toLowerCase() === 'churned' : churnedOn <= today;
}
