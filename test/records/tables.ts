import { parseIsoDay, type Day } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import type { RawTable } from '../../src/records/mapping.js';
import { parseWorkbook, type Records } from '../../src/records/workbook.js';

/** The spreadsheet's zone in these tests; neither zone that the suite runs under. */
export const ZONE = 'Asia/Kolkata';

/** The day of an ISO date that exists. */
export function day(iso: string): Day {
  const parsed = parseIsoDay(iso);
  if (parsed === null) throw new Error(`${iso} is no day`);
  return parsed;
}

/** A date cell as the spreadsheet gives it: midnight in its zone. */
export function dateCell(iso: string): Date {
  return new Date(instantOf(day(iso), ZONE));
}

export function table(tab: string, ...values: readonly (readonly unknown[])[]): RawTable {
  return { tab, values };
}

export function workbook(...tables: readonly RawTable[]): Records {
  return parseWorkbook(new Map(tables.map((each) => [each.tab, each])), ZONE);
}

/** The problems of a workbook as "tab row column: problem". */
export function problemsOf({ problems }: Pick<Records, 'problems'>, tab: string): readonly string[] {
  return problems
    .filter((problem) => problem.tab === tab)
    .map(({ row, column, problem }) => `${String(row)} ${column}: ${problem}`);
}
