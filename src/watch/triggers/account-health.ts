import type { Day } from '../../domain/calendar/day.js';
import { healthBand, type BandLimits, type HealthBand } from '../../domain/health/band.js';
import { isUnread } from '../../records/schema.js';
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

/** Whether an account is lost on a day, as far as its cells can be read. */
export function hasChurned({ churnedOn, status }: AccountRecord, today: Day): boolean {
  return churnedOn === null ? status?.trim().toLowerCase() === 'churned' : churnedOn <= today;
}

/**
 * Why a condition of an account is not judged on a day: it is lost, or the cells that say so cannot be read; null when it is a
 * customer.
 */
export function lossOf(account: AccountRecord, today: Day): 'churned' | 'no data' | null {
  if (hasChurned(account, today)) return 'churned';
  const isOpen = isUnread(account, 'churnedOn') || (account.churnedOn === null && isUnread(account, 'status'));
  return isOpen ? 'no data' : null;
}
