import type { Account } from './accounts.js';
import { weeks } from './days.js';
import { bending, type Indicator } from './stories.js';

/** When one indicator of one account begins to worsen: the index, in `weeks`, of the first wrong change. */
export interface Decline {
  readonly from: number;
  /** Chance of a wrong change in each week after the first two, which are certain. */
  readonly persistence: number;
}

/** How many weeks after the first indicator each further one follows it down. */
const lag: Readonly<Record<Indicator, number>> = { usage: 0, engagement: 2, sentiment: 3, volume: 4, nps: 5 };

/** How steadily each indicator of a customer about to leave goes down. */
const persistence: Readonly<Record<Indicator, number>> = {
  usage: 0.5,
  engagement: 0.15,
  sentiment: 0.35,
  volume: 0.4,
  nps: 0.3,
};

/** The plan for an indicator, or undefined when nothing but chance moves it. */
export function declineOf(account: Account, indicator: Indicator): Decline | undefined {
  const weeksBending = bending[account.name]?.[indicator];
  if (weeksBending !== undefined) return { from: weeks.length - weeksBending, persistence: 1 };
  const { churn } = account;
  const firstWeek = weeks[0] ?? 0;
  if (!churn || churn.weeksOfWarning === null || churn.on < firstWeek) return undefined;
  const bendWeek = Math.floor((churn.on - 7 * churn.weeksOfWarning - firstWeek) / 7);
  return { from: Math.max(1, bendWeek - 1) + lag[indicator], persistence: persistence[indicator] };
}
