import { weekStart, type Day } from '../domain/calendar/day.js';
import type { Better } from '../domain/trend/bend.js';
import type { AccountIndex } from './account-index.js';
import type { ReadingContext } from './cell.js';
import { headerKey, type RawTable, type TabMapping } from './mapping.js';
import { parseTable } from './parse-table.js';
import type { Problem } from './problem.js';
import type { ColumnSchema, TabSchema } from './schema.js';
import { nameProblem, weekdayNumber, type Settings } from './settings.js';
import { signalsTab } from './tabs/signals.js';

/** A weekly leading indicator. */
export interface Indicator {
  /** As the team's header has it. */
  readonly name: string;
  readonly better: Better;
}

/** One week of an account. */
export interface WeekOfSignals {
  readonly row: number;
  /** One value an indicator, in the order of `Signals.indicators`; null where the week has none. */
  readonly values: readonly (number | null)[];
}

/** The weekly indicators of every account. */
export interface Signals {
  readonly indicators: readonly Indicator[];
  /** By account name, then by the first day of the week. */
  readonly byAccount: ReadonlyMap<string, ReadonlyMap<Day, WeekOfSignals>>;
  readonly problems: readonly Problem[];
  /** Share of the rows with content that could not be used, 0 to 1. */
  readonly badRowShare: number;
  readonly readable: boolean;
}

const KNOWN: Readonly<Record<string, Better>> = {
  usage: 'up',
  executiveEngagement: 'up',
  supportVolume: 'down',
  supportSentiment: 'up',
  nps: 'up',
};

/** The Signals tab with the team's own indicators beside the five known ones: those whose good direction is set. */
function withOwnIndicators(mapping: TabMapping, settings: Settings): TabSchema {
  const known = new Set(
    Object.entries(signalsTab.columns).flatMap(([field, { header }]) => {
      const name = mapping.columns[field];
      return name === null ? [] : [headerKey(name ?? header)];
    }),
  );
  const own = [...settings.better]
    .filter(([key]) => !known.has(key))
    // The prefix keeps an indicator called "row" or "week" apart from the record's own fields.
    .map(([key, { name }]): [string, ColumnSchema] => [`own:${key}`, { header: name, type: 'number', note: '' }]);
  return { ...signalsTab, columns: { ...signalsTab.columns, ...Object.fromEntries(own) } };
}

/** The Better settings that judge none of the indicators in use, most likely misspelt. */
function unusedBetter(tab: string, { better }: Settings, present: readonly { readonly name: string }[]): Problem[] {
  const used = new Set(present.map(({ name }) => headerKey(name)));
  const problem = `names no column of numbers in ${tab}; write the header as it stands there, or delete the row`;
  return [...better].flatMap(([key, { name, row }]) =>
    used.has(key) ? [] : [nameProblem(row, problem, `Better: ${name}`)],
  );
}

/** Reads the weekly indicators; of two rows for the same account and week the last one counts, and both are reported. */
export function parseSignals(
  table: RawTable,
  mapping: TabMapping,
  settings: Settings,
  accounts: AccountIndex,
  context: ReadingContext,
): Signals {
  const schema = withOwnIndicators(mapping, settings);
  const parsed = parseTable(schema, table, mapping, context);
  const header = (table.values[0] ?? []).map(headerKey);
  const present = Object.entries(schema.columns).flatMap(([field, column]) => {
    // Week and account tell the rows apart; they indicate nothing.
    if (column.required) return [];
    const name = mapping.columns[field] === null ? null : (mapping.columns[field] ?? column.header);
    const better = name === null ? undefined : (settings.better.get(headerKey(name))?.better ?? KNOWN[field]);
    return name !== null && better && header.includes(headerKey(name)) ? [{ field, name, better }] : [];
  });

  const problems: Problem[] = [...unusedBetter(table.tab, settings, present), ...parsed.problems];
  const report = (row: number, problem: string, value: string): void => {
    problems.push({ tab: table.tab, row, column: '', columnNumber: 0, problem, value });
  };
  const firstWeekday = weekdayNumber(settings.values.weekStartsOn);
  const byAccount = new Map<string, Map<Day, WeekOfSignals>>();
  let unknownRowCount = 0;
  for (const record of parsed.rows) {
    const { row } = record;
    // The schema gives week and account these types; the index signature of a widened schema hides them.
    const week = weekStart(record['week'] as Day, firstWeekday);
    const name = record['account'] as string;
    const found = accounts.resolve(name);
    if (typeof found === 'string') {
      unknownRowCount++;
      if (accounts.accounts.length === 0) {
        if (unknownRowCount === 1)
          report(row, 'and all others name accounts, but the Accounts tab has none; mend that tab', '');
        continue;
      }
      report(
        row,
        found === 'unknown'
          ? 'names an account that the Accounts tab does not have; add it there or correct the name'
          : 'fits several accounts that differ only in case, spaces or Unicode form; write it exactly as the Accounts tab does',
        name,
      );
      continue;
    }
    const weeks = byAccount.get(found.account) ?? new Map<Day, WeekOfSignals>();
    byAccount.set(found.account, weeks);
    const earlier = weeks.get(week);
    if (earlier) report(earlier.row, `is there again in row ${String(row)}, which counts; delete one of the two`, name);
    weeks.set(week, { row, values: present.map(({ field }) => record[field] as number | null) });
  }
  return {
    indicators: present.map(({ name, better }) => ({ name, better })),
    byAccount,
    problems,
    badRowShare: parsed.rowCount === 0 ? 0 : (parsed.badRowCount + unknownRowCount) / parsed.rowCount,
    readable: parsed.readable,
  };
}
