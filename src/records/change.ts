import type { Day } from '../domain/calendar/day.js';
import type { FieldOf, RecordOf, TabSchema } from './schema.js';

/** A value to be written; text is always written as text, never as a formula, a date or a number. */
export type WrittenValue = string | number | null | { readonly day: Day } | { readonly moment: number };

/** The fields of a row to be written; a field that is absent stays as it is. */
export type WrittenRow = Readonly<Record<string, WrittenValue>>;

/** Everything that a job may do to a tab; carried out in one place, found by key at that moment. */
export type Change =
  | { readonly kind: 'append'; readonly schema: TabSchema; readonly tab: string; readonly rows: readonly WrittenRow[] }
  | {
      readonly kind: 'update';
      readonly schema: TabSchema;
      readonly tab: string;
      /** The field that tells rows apart. */
      readonly keyField: string;
      readonly rows: ReadonlyMap<string, WrittenRow>;
    }
  /** Only for tabs that are made anew each time, such as Problems. */
  | {
      readonly kind: 'replace';
      readonly schema: TabSchema;
      readonly tab: string;
      readonly rows: readonly WrittenRow[];
    };

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
