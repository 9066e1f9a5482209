import { isoDay, parseIsoDay } from '../domain/calendar/day.js';
import type { WrittenRow, WrittenValue } from '../records/change.js';
import type { RecordOf, TabSchema } from '../records/schema.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import { objectivesTab, type ObjectiveRecord } from '../records/tabs/objectives.js';
import type { KeyResultFields, ObjectiveFields, StaleEdit } from './protocol-okr.js';

/** Fields of a row as the sidebar has them: text with "" for none, numbers with null for none, days in ISO 8601. */
export type Fields = Readonly<Record<string, string | number | null>>;

export const OBJECTIVE_FIELDS = ['objective', 'quarter', 'owner', 'parent', 'state'] as const;
export const KEY_RESULT_FIELDS = [
  ...(['keyResult', 'kind', 'indicator', 'unit', 'baseline', 'target', 'start', 'due', 'owner'] as const),
  ...(['account', 'segment', 'source', 'state'] as const),
] as const;

/** A record's fields as the sidebar has them. */
export function shownFields<Schema extends TabSchema>(
  schema: Schema,
  record: RecordOf<Schema>,
  names: readonly string[],
): Fields {
  const shown = names.map((name): [string, string | number | null] => {
    // RecordOf gives every field of the schema text, a number or null.
    const value = record[name] as string | number | null;
    const type = schema.columns[name]?.type;
    if (type === 'number') return [name, value];
    return [name, typeof value === 'number' ? isoDay(value) : (value ?? '')];
  });
  return Object.fromEntries(shown);
}

/** An objective's fields as they are edited. */
export function objectiveFields(record: ObjectiveRecord): ObjectiveFields {
  // Every field is one of the schema's and not a number.
  return shownFields(objectivesTab, record, OBJECTIVE_FIELDS) as unknown as ObjectiveFields;
}

/** A key result's fields as they are edited. */
export function keyResultFields(record: KeyResultRecord): KeyResultFields {
  // Every field is one of the schema's, numbers among them are those of the contract.
  return shownFields(keyResultsTab, record, KEY_RESULT_FIELDS) as unknown as KeyResultFields;
}

/** Fields as a row to be written. */
export function writtenFields({ columns }: TabSchema, fields: Fields, names: readonly string[]): WrittenRow {
  const written = names.map((name): [string, WrittenValue] => {
    const value = fields[name] ?? null;
    if (value === '' || value === null) return [name, null];
    const day = columns[name]?.type === 'day' ? parseIsoDay(String(value)) : null;
    return [name, day === null ? value : { day }];
  });
  return Object.fromEntries(written);
}

/** What somebody else changed since a person began to edit, unless it is what they want too. */
export function staleFields(
  { columns }: TabSchema,
  { seen, yours, theirs }: { readonly seen: Fields; readonly yours: Fields; readonly theirs: Fields },
): StaleEdit['fields'] {
  return Object.keys(theirs)
    .filter((name) => theirs[name] !== seen[name] && theirs[name] !== yours[name])
    .map((name) => ({
      name,
      label: columns[name]?.header ?? name,
      yours: String(yours[name] ?? ''),
      theirs: String(theirs[name] ?? ''),
    }));
}
