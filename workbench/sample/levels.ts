import type { Account } from './accounts.js';
import { day } from './days.js';
import type { Tier } from './people.js';
import { random } from './random.js';
import type { Indicator } from './stories.js';

/** Where an indicator of one account hovers. */
export interface Level {
  readonly mean: number;
  readonly spread: number;
  /** Chance that a week repeats the one before. */
  readonly holds: number;
}

/** Executive contacts in the last 30 days, and tickets a week. */
const typical: Readonly<Record<Tier, { readonly engagement: number; readonly volume: number }>> = {
  Enterprise: { engagement: 5, volume: 7 },
  'Mid-market': { engagement: 3, volume: 3.4 },
  SMB: { engagement: 1.4, volume: 1.3 },
};

export function startingLevels(account: Account): Readonly<Record<Indicator, Level>> {
  const chance = random(`levels ${account.name}`);
  const { engagement, volume } = typical[account.tier];
  const active = account.seatsUsed * (0.72 + 0.2 * chance.next());
  return {
    usage: { mean: active, spread: active * 0.025, holds: 0 },
    engagement: { mean: engagement * (0.5 + chance.next()), spread: 0.6, holds: 0.6 },
    volume: { mean: volume * (0.5 + chance.next()), spread: 0.3 + volume * 0.25, holds: 0 },
    sentiment: { mean: 4.2 + 0.35 * chance.noise(), spread: 0.15, holds: 0.3 },
    nps: { mean: 38 + 20 * chance.noise(), spread: 8, holds: 0 },
  };
}

const summer = { from: day('2026-07-06'), to: day('2026-08-24') };
const holidayWeeks = ['2026-05-25', '2026-06-29', '2026-09-07'].map(day);

/** How busy customers of a segment are in a week, 1 being usual. */
export function activityIn(segment: string, week: number): number {
  const isSummer = week >= summer.from && week <= summer.to;
  const holiday = holidayWeeks.includes(week) ? 0.93 : 1;
  if (segment === 'Education') return isSummer ? 0.7 : holiday;
  if (segment === 'Hospitality') return isSummer ? 1.08 : 1;
  if (segment === 'Retail' && week >= day('2026-10-26')) return 1.06;
  return (isSummer ? 0.96 : 1) * holiday;
}
