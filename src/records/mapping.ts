import { isBlank } from './cell.js';
import type { Problem } from './problem.js';
import type { TabSchema } from './schema.js';

/** A tab as it was read, header row first. */
export interface RawTable {
  readonly tab: string;
  readonly values: readonly (readonly unknown[])[];
}

/** Whether a tab holds nothing at all: it was just added, or a run was cut off before it wrote the headers. */
export function isEmptyTable(values: RawTable['values']): boolean {
  return values.every((row) => row.every(isBlank));
}

/** Where a team keeps one kind of record: in which tab, and under which header each field stands. */
export interface TabMapping {
  readonly tab: string;
  /** Field to header; a field that is absent has its default header, null means the team has no such column. */
  readonly columns: Readonly<Record<string, string | null>>;
}

/** The mapping of every kind of record, by the schema's default tab name; absent ones have default names throughout. */
export type Mapping = Readonly<Record<string, TabMapping>>;

/** The mapping in force for a tab: the confirmed one, or the defaults. */
export function mappingOf(schema: TabSchema, mapping: Mapping): TabMapping {
  return mapping[schema.tab] ?? { tab: schema.tab, columns: {} };
}

/** A header as it is compared: Unicode form, case, spaces and punctuation between words do not matter. */
export function headerKey(header: unknown): string {
  return String(header)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—./()[\]:]+/g, ' ')
    .trim();
}

/** The columns of a table that a mapping finds, as indexes from 0. */
export interface FoundColumns {
  readonly indexes: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** Finds each field's column; a mapped header that is gone, or stands twice, is a problem of the tab. */
export function findColumns(schema: TabSchema, mapping: TabMapping, header: readonly unknown[]): FoundColumns {
  const keys = header.map(headerKey);
  const indexes: Record<string, number> = {};
  const problems: Problem[] = [];
  const report = (column: string, columnNumber: number, problem: string): void => {
    problems.push({ tab: mapping.tab, row: 1, column, columnNumber, problem, value: '' });
  };
  for (const [field, column] of Object.entries(schema.columns)) {
    const mapped = mapping.columns[field];
    if (mapped === null) continue;
    const wanted = mapped ?? column.header;
    const index = keys.indexOf(headerKey(wanted));
    if (index >= 0) {
      indexes[field] = index;
      if (keys.includes(headerKey(wanted), index + 1)) {
        report(wanted, index + 1, 'stands twice in the header row; the first is used, rename the other');
      }
    } else if (mapped !== undefined || column.required) {
      const remedy =
        schema.keeper === 'team' ? 'restore the header or map the columns again in the sidebar' : 'restore the header';
      const meant = mapped === undefined || mapped === column.header ? '' : ` (mapped to ${column.header})`;
      report(wanted, 0, `is not in the header row${meant}; ${remedy}`);
    }
  }
  return { indexes, problems };
}
