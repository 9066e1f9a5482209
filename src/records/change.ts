import type { Day } from '../domain/calendar/day.js';
import type { TabMapping } from './mapping.js';
import type { FieldOf, RecordOf, TabSchema } from './schema.js';

/** A value to be written; text is always written as text, never as a formula, a date or a number. */
export type WrittenValue = string | number | null | { readonly day: Day } | { readonly moment: number };

/** The fields of a row to be written; a field that is absent stays as it is. */
export type WrittenRow = Readonly<Record<string, WrittenValue>>;

/** Where a change goes to. */
interface Place {
  readonly schema: TabSchema;
  readonly tab: string;
  /** The team's own headers by field, as the mapping has them; the default ones when left out. */
  readonly columns?: TabMapping['columns'];
  /** In a team's own tab, a cell that holds a formula is left as it is. */
  readonly keepsFormulas?: true;
}

/** Everything that a job may do to a tab; carried out in one place, found by key at that moment. */
export type Change =
  | (Place & { readonly kind: 'append'; readonly rows: readonly WrittenRow[] })
  | (Place & {
      readonly kind: 'update';
      /** The field that tells rows apart. */
      readonly keyField: string;
      /** A field of days that tells rows apart which are one by the other: keys are then `Northwind | 2026-05-04`. */
      readonly keyDay?: string;
      readonly rows: ReadonlyMap<string, WrittenRow>;
      /** Rows that are appended by the same reading of the tab. */
      readonly added?: readonly WrittenRow[];
    })
  /** Only for tabs that are made anew each time, such as Problems. */
  | (Place & { readonly kind: 'replace'; readonly rows: readonly WrittenRow[] });

/** A cell that a change left alone, because it holds a formula or its column is not there. */
export interface LeftCell {
  readonly schema: TabSchema;
  /** The key of an updated row; "" for a row that was added. */
  readonly key: string;
  readonly field: string;
}

/**
 * A record as a row to be written: its days and moments marked as such, so that they become dates in the sheet.
 *
 * @param fields the fields to write; all of the schema when left out.
 */
export function writtenRow<Schema extends TabSchema>(
  schema: Schema,
  record: RecordOf<Schema>,
  fields: readonly FieldOf<Schema>[] = Object.keys(schema.columns),
): WrittenRow {
  const cells = fields.map((field): [string, WrittenValue] => {
    // RecordOf gives every field of the schema text, a number or null.
    const value = record[field];
    const type = schema.columns[field]?.type;
    if (typeof value !== 'number') return [field, value];
    if (type === 'day') return [field, { day: value }];
    return [field, type === 'moment' ? { moment: value } : value];
  });
  return Object.fromEntries(cells);
}
