import { isoMonth, monthOf, type Month } from '../domain/calendar/day.js';
import type { ReadingContext } from './cell.js';
import { findColumns, type RawTable, type TabMapping } from './mapping.js';
import { headerMonth } from './month-headers.js';
import { parseTable, type Parsed } from './parse-table.js';
import type { ColumnSchema, TabSchema } from './schema.js';
import { revenueTab } from './tabs/revenue.js';

/** What an account pays in one month, in one row or cell of the Revenue tab. */
export interface RevenueRow {
  readonly row: number;
  readonly account: string;
  readonly month: Month;
  readonly mrr: number;
  /** As typed, in upper case; "" where the tab does not say. */
  readonly currency: string;
}

/** The schema of a tab with a row for each account and month. */
const LONG = {
  ...revenueTab,
  columns: {
    ...revenueTab.columns,
    month: { ...revenueTab.columns.month, required: true },
    mrr: { ...revenueTab.columns.mrr, required: true },
  },
} as const;

function currencyOf(text: string | null): string {
  return text?.toUpperCase() ?? '';
}

function readLong(table: RawTable, mapping: TabMapping, context: ReadingContext): Parsed<RevenueRow> {
  const parsed = parseTable(LONG, table, mapping, context);
  const rows = parsed.rows.map(({ row, account, month, mrr, currency }): RevenueRow => {
    return { row, account, month: monthOf(month), mrr, currency: currencyOf(currency) };
  });
  return { ...parsed, rows };
}

/** Reads a tab with a column for each month; a blank cell says nothing of its month. */
function readWide(
  table: RawTable,
  months: readonly (Month | null)[],
  mapping: TabMapping,
  context: ReadingContext,
): Parsed<RevenueRow> {
  const [header = [], ...rest] = table.values;
  // Months go by one spelling, so that the same month twice is seen, and a problem says "2026-05" whatever the format.
  const named = header.map((cell, index) => (months[index] == null ? cell : isoMonth(months[index] ?? 0)));
  const distinct = [...new Set(months.flatMap((month) => (month === null ? [] : [month])))];
  const { account, currency } = revenueTab.columns;
  const schema: TabSchema = {
    ...revenueTab,
    columns: {
      account,
      currency,
      ...Object.fromEntries(
        distinct.map((month): [string, ColumnSchema] => {
          return [`month ${String(month)}`, { header: isoMonth(month), type: 'number', note: '' }];
        }),
      ),
    },
  };
  const parsed = parseTable(schema, { ...table, values: [named, ...rest] }, mapping, context);
  const rows = parsed.rows.flatMap((record) =>
    distinct.flatMap((month): RevenueRow[] => {
      // The schema gives the columns these types; the index signature of a widened schema hides them.
      const mrr = record[`month ${String(month)}`] as number | null;
      if (mrr === null) return [];
      const own = currencyOf(record['currency'] as string | null);
      return [{ row: record.row, account: record['account'] as string, month, mrr, currency: own }];
    }),
  );
  return { ...parsed, rows };
}

/** Reads the rows of the Revenue tab in either form: long where it has a month and an amount, wide where headers are months. */
export function readRevenueRows(table: RawTable, mapping: TabMapping, context: ReadingContext): Parsed<RevenueRow> {
  const { indexes } = findColumns(revenueTab, mapping, table.values[0] ?? []);
  if ('month' in indexes && 'mrr' in indexes) return readLong(table, mapping, context);
  const months = (table.values[0] ?? []).map((cell) => headerMonth(cell, context));
  const isWide = months.some((month) => month !== null);
  return isWide ? readWide(table, months, mapping, context) : readLong(table, mapping, context);
}
