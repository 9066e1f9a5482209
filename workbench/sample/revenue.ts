import type { BookSheet } from '../book.js';
import { dateCell, moneyCell, table, tabColors } from './cells.js';
import type { Account } from './accounts.js';
import { firstDayOf, monthOf, months } from './days.js';
import type { Tier } from './people.js';
import { random } from './random.js';
import type { Churn } from './stories.js';

/** What a customer pays over the months of the Revenue tab. */
export interface Billing {
  /** MRR of each of `months`; 0 when it was no customer at the month's end. */
  readonly mrr: readonly number[];
  /** Seats and yearly revenue as of the last month paid. */
  readonly seats: number;
  readonly arr: number;
  readonly headcount: number;
}

interface Pricing {
  readonly seats: readonly [from: number, to: number];
  readonly pricePerSeat: readonly [from: number, to: number];
  /** Chances a month that seats are added, or given back. */
  readonly growth: number;
  readonly shrinkage: number;
}

const pricing: Readonly<Record<Tier, Pricing>> = {
  Enterprise: { seats: [180, 520], pricePerSeat: [30, 40], growth: 0.09, shrinkage: 0.018 },
  'Mid-market': { seats: [45, 130], pricePerSeat: [36, 46], growth: 0.08, shrinkage: 0.02 },
  SMB: { seats: [6, 26], pricePerSeat: [42, 52], growth: 0.06, shrinkage: 0.02 },
};

/** The months before a churn in which seats are given back rather than added. */
const MONTHS_OF_DECLINE = 5;

export function billingOf(name: string, tier: Tier, signed: number, churn: Churn | undefined): Billing {
  const chance = random(`billing ${name}`);
  const plan = pricing[tier];
  const price = chance.int(...plan.pricePerSeat);
  let seats = chance.int(...plan.seats);
  const headcount = Math.round(seats * (1.2 + 2 * chance.next()));
  let paidSeats = seats;
  const mrr = months.map((month) => {
    const grows = chance.chance(plan.growth);
    const shrinks = chance.chance(plan.shrinkage);
    const size = 0.06 + 0.2 * chance.next();
    const isPaying =
      month >= monthOf(signed) &&
      !(churn && month >= monthOf(churn.on) && (churn.backOn === undefined || month < monthOf(churn.backOn)));
    if (!isPaying) return 0;
    const monthsLeft = churn ? monthOf(churn.on) - month : Infinity;
    const declines = monthsLeft > 0 && monthsLeft <= MONTHS_OF_DECLINE;
    if (declines ? chance.chance(0.12) : shrinks) seats = Math.max(3, seats - Math.ceil(seats * size));
    else if (grows && !declines && month > monthOf(signed) + 1) seats += Math.ceil(seats * size);
    paidSeats = seats;
    return seats * price;
  });
  return { mrr, seats: paidSeats, arr: paidSeats * price * 12, headcount: Math.max(headcount, paidSeats) };
}

/** One row for each account and month in which it pays, by month, as a billing export lists them. */
export function revenueTab(accounts: readonly Account[]): BookSheet {
  const rows = months.flatMap((month, index) =>
    accounts.flatMap(({ name, billing }) => {
      const mrr = billing.mrr[index] ?? 0;
      return mrr > 0 ? [[name, dateCell(firstDayOf(month)), moneyCell(mrr), 'USD']] : [];
    }),
  );
  return table(
    'Revenue',
    tabColors.customers,
    [
      ['Account', 190],
      ['Month', 90],
      ['MRR', 90],
      ['Currency', 80],
    ],
    rows,
  );
}
