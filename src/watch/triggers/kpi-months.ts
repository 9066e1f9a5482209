import type { Day, Month } from '../../domain/calendar/day.js';
import type { Ledger } from '../../domain/revenue/ledger.js';
import {
  expansionRate,
  grossRevenueRetention,
  netRevenueRetention,
  type RetentionRatio,
} from '../../domain/revenue/retention.js';
import { seriesOf, type Series } from '../../domain/series.js';
import type { AccountIndex } from '../../records/account-index.js';
import { hasChurned } from './account-health.js';

/** The metrics that are watched, with the domain's formula. */
export const KPIS = [
  { subject: 'NRR', rate: netRevenueRetention, floor: 'nrrFloor' },
  { subject: 'GRR', rate: grossRevenueRetention, floor: 'grrFloor' },
  { subject: 'Expansion', rate: expansionRate, floor: 'expansionFloor' },
] as const;

export type Kpi = (typeof KPIS)[number];

/** A metric is over this many months. */
const YEAR = 12;
/** How far back the beginning of a condition is looked for, in months. */
export const HISTORY = 36;

/** A year in which customers with more than this share of its opening MRR have no row is still being entered. */
const MOST_UNENTERED = 0.05;

/**
 * What each account pays, by month: one number an account. Where the month has no row of it that is 0 for one that is lost or
 * not yet there, and not a number for a customer: nobody has entered it. Months without rows are absent.
 */
export type MonthColumns = ReadonlyMap<Month, Float64Array>;

/** The month of the first row of each account that is a customer; beyond any month for all others. */
function customersSince({ rows, accounts: names }: Ledger, accounts: AccountIndex, today: Day): Float64Array {
  const since = new Float64Array(names.length).fill(Infinity);
  for (let row = 0; row < rows.length; row++) {
    const account = rows.accountAt(row);
    since[account] = Math.min(since[account] ?? Infinity, rows.monthAt(row));
  }
  names.forEach((name, account) => {
    const found = accounts.resolve(name);
    if (found === 'unknown' || (typeof found === 'object' && hasChurned(found, today))) since[account] = Infinity;
  });
  return since;
}

/** The columns that judging a month needs. */
export function monthColumns(ledger: Ledger, last: Month, accounts: AccountIndex, today: Day): MonthColumns {
  const { rows } = ledger;
  const first = last - YEAR - HISTORY;
  const columns = new Map<Month, Float64Array>();
  const since = customersSince(ledger, accounts, today);
  for (let row = 0; row < rows.length; row++) {
    const month = rows.monthAt(row);
    if (month < first || month > last) continue;
    let column = columns.get(month);
    if (!column) {
      column = since.map((begun) => (begun < month ? NaN : 0));
      columns.set(month, column);
    }
    column[rows.accountAt(row)] = rows.mrrAt(row);
  }
  return columns;
}

/** What accounts paid a year before a month, and what they pay in it. */
interface YearOfAccounts {
  readonly opening: Series;
  readonly closing: Series;
  /** Customers without a row in either month: they count in neither. */
  readonly leftOutCount: number;
}

/** The year to a month; null where either month has no rows, or too few of the customers have one yet. */
export function yearTo(month: Month, columns: MonthColumns): YearOfAccounts | null {
  const opening = columns.get(month - YEAR);
  const closing = columns.get(month);
  if (!opening || !closing) return null;
  const [before, after] = [new Float64Array(opening.length), new Float64Array(opening.length)];
  let [counted, leftOut, leftOutCount] = [0, 0, 0];
  for (let account = 0; account < opening.length; account++) {
    const [start, end] = [opening[account] ?? 0, closing[account] ?? 0];
    if (Number.isNaN(start) || Number.isNaN(end)) {
      const known = start || end || 0;
      leftOut += known;
      if (known > 0) leftOutCount++;
      continue;
    }
    counted += start;
    before[account] = start;
    after[account] = end;
  }
  if (leftOut > (counted + leftOut) * MOST_UNENTERED) return null;
  return { opening: seriesOf(before), closing: seriesOf(after), leftOutCount };
}

function valueAt({ rate }: Kpi, month: Month, columns: MonthColumns): number | null {
  const year = yearTo(month, columns);
  const value: RetentionRatio | null = year && rate(year.opening, year.closing);
  return value?.ok ? value.value : null;
}

/** The last month of the calendar quarter that runs when a month is over. */
function quarterEndAfter(month: Month): Month {
  return Math.floor((month + 1) / 3) * 3 + 2;
}

/** A metric in one month. */
export interface KpiMonth {
  readonly month: Month;
  /** Over the twelve months that end with it; null when there are fewer. */
  readonly value: number | null;
  /** Where the last three values lead by a straight line; null when there are fewer. */
  readonly projection: { readonly month: Month; readonly value: number; readonly of: readonly number[] } | null;
}

/** Reads a metric month by month; each value is computed once. */
export function kpiReader(kpi: Kpi, columns: MonthColumns): (month: Month) => KpiMonth {
  const values = new Map<Month, number | null>();
  const read = (month: Month): number | null => {
    let value = values.get(month);
    if (value === undefined) {
      value = valueAt(kpi, month, columns);
      values.set(month, value);
    }
    return value;
  };
  return (month) => {
    const [first, second, third] = [read(month - 2), read(month - 1), read(month)];
    if (first === null || second === null || third === null) return { month, value: third, projection: null };
    const end = quarterEndAfter(month);
    // Least squares through three points a month apart: the mean in the middle, half the way from first to last a month.
    const line = (first + second + third) / 3 + ((third - first) / 2) * (end - month + 1);
    return { month, value: third, projection: { month: end, value: Math.max(0, line), of: [first, second, third] } };
  };
}
