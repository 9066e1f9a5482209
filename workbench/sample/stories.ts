import { day } from './days.js';

export type Indicator = 'usage' | 'engagement' | 'volume' | 'sentiment' | 'nps';

export interface Churn {
  readonly account: string;
  readonly on: number;
  /** The function whose work the customer left over. */
  readonly team: string;
  readonly cause: string;
  /** The day it became a customer again. */
  readonly backOn?: number;
  /** Weeks between the first bend and the churn that were noted at the time; null when nothing bent. */
  readonly weeksOfWarning: number | null;
}

type ChurnEntry = readonly [
  on: string,
  account: string,
  team: string,
  cause: string,
  warning: number | null,
  backOn?: string,
];

const churnEntries: readonly ChurnEntry[] = [
  ['2025-01-20', 'Lark Cycles', 'Customer Success', 'Seasonal pause', 7, '2025-04-14'],
  ['2025-03-10', 'Cobaltworks', 'Product', 'Missing integration with its payroll', 21],
  ['2025-04-28', 'Pixel Orchard', 'Sales', 'Bought for a need the product does not meet', 16],
  ['2025-06-16', 'Granite Peak Skis', 'Customer Success', 'Seasonal pause', null, '2025-09-15'],
  ['2025-08-18', 'Claremont Insurance', 'Support', 'Slow answers to urgent tickets', 18],
  ['2025-09-22', 'Umbra Tax', 'Customer Success', 'Never finished onboarding', 23],
  ['2025-12-08', 'Sunny Side Diner', 'Customer Success', 'Closed for renovation', 6, '2026-03-16'],
  ['2026-02-16', 'Driftlog', 'Sales', 'Bought for a need the product does not meet', 19],
  ['2026-03-23', 'Parcelry', 'Product', 'Missing integration with its payroll', 20],
  ['2026-05-11', 'Vera Dermatology', 'Support', 'Slow answers to urgent tickets', 12],
  ['2026-07-20', 'Hopscotch Moving', 'Sales', 'Bought for a need the product does not meet', 6],
  ['2026-08-10', 'Snapwire', 'Product', 'Reporting too shallow', 9],
  ['2026-08-31', 'Canyon Imaging', 'Customer Success', 'Sponsor left and nobody followed up', 12],
  ['2026-09-14', 'Solvane Energy', 'Engineering', 'Outages during shift changes', 14],
  ['2026-09-21', 'Ledgerly', 'Unattributed', 'Acquired by a rival of ours', null],
  ['2026-10-05', 'Kiln & Co', 'Support', 'Slow answers to urgent tickets', 17],
  ['2026-10-19', 'Oakhurst Furniture', 'Product', 'Missing integration with its payroll', 18],
];

export const churns: readonly Churn[] = churnEntries.map(([on, account, team, cause, weeksOfWarning, backOn]) => ({
  on: day(on),
  account,
  team,
  cause,
  weeksOfWarning,
  ...(backOn === undefined ? {} : { backOn: day(backOn) }),
}));

/** Customers whose indicators bend right now, and for how many weeks each has. */
export const bending: Readonly<Record<string, Partial<Record<Indicator, number>>>> = {
  'Brightwater Health': { usage: 4, engagement: 2 },
  'Tilda Toys': { volume: 3, sentiment: 2 },
  'Harrow & Vale': { engagement: 2 },
  'Beacon Payments': { nps: 2 },
  'Bao & Bun': { usage: 3 },
};

/** Customers that sent no row for the last week. */
export const silentThisWeek: readonly string[] = ['Northmoor Wind', 'Zigzag Studio'];

/** Customers whose CSM cell names nobody. */
export const ownerless: Readonly<Record<string, string>> = { 'Mesa Verde Grill': 'team', Quillstack: '' };

/** Customers that changed tier and kept the CSM of the old one. */
export const movedUp: Readonly<Record<string, number>> = { 'Kestrel Markets': day('2026-06-15') };

/** Customers whose last quarterly business review is more than two quarters old. */
export const withoutReview: Readonly<Record<string, number>> = {
  'Fenwick Pharmacy': day('2026-03-04'),
  'Gather Ceramics': day('2026-02-19'),
};

/** Renewals that have been open for long. */
export const slowRenewals: Readonly<Record<string, number>> = { 'Møller Marine': 118, 'Juniper Outfitters': 104 };

/** Signing days that put a renewal where the story needs it. */
export const signedOn: Readonly<Record<string, number>> = {
  'Brightwater Health': day('2022-01-13'),
  'Juniper Outfitters': day('2021-12-17'),
  'Møller Marine': day('2023-12-22'),
  'Tilda Toys': day('2023-02-09'),
};
