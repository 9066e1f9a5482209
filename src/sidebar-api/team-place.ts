import type { LeftCell } from '../records/change.js';
import { findColumns, isEmptyTable, mappingOf } from '../records/mapping.js';
import type { TabSchema } from '../records/schema.js';
import type { OpenBook } from './open-book.js';
import { Refusal } from './refusal.js';

type Book = Pick<OpenBook, 'records' | 'tables'>;

/** Where changes to a kind of record go: the team's tab and headers, formulas left alone. */
export function placeOf(schema: TabSchema, { records }: Pick<Book, 'records'>) {
  const { tab, columns } = mappingOf(schema, records.settings.mapping);
  return { schema, tab, columns, keepsFormulas: true } as const;
}

/** Ends a save whose tab was mapped and is gone, or has lost a column that the save cannot do without. */
export function requireColumns(schema: TabSchema, fields: readonly string[], { records, tables }: Book): void {
  const own = mappingOf(schema, records.settings.mapping);
  const table = tables.get(own.tab);
  if (!table || isEmptyTable(table.values)) {
    if (!(schema.tab in records.settings.mapping)) return;
    throw new Refusal('not set up', `The tab ${own.tab} for ${schema.tab} is gone or empty; finish the set-up again`);
  }
  const { indexes } = findColumns(schema, own, table.values[0] ?? []);
  const missing = fields.filter((field) => !(field in indexes)).map((field) => schema.columns[field]?.header ?? field);
  if (missing.length === 0) return;
  throw new Refusal(
    'not set up',
    `${own.tab} has no column ${missing.join(', ')}, so nothing was saved; add it to the header row or choose it in the set-up`,
  );
}

/** Every id in a tab, those of rows that cannot be read among them. */
export function idsIn(schema: TabSchema, { records, tables }: Book): readonly string[] {
  const own = mappingOf(schema, records.settings.mapping);
  const values = tables.get(own.tab)?.values ?? [];
  const { id } = findColumns(schema, own, values[0] ?? []).indexes;
  return id === undefined ? [] : values.slice(1).map((cells) => String(cells[id]).trim());
}

/** Ends an edit of a row that is not there any more, or whose id stands twice, so that nobody can say which is meant. */
export function requireOneRow(schema: TabSchema, id: string, book: Book): void {
  const { tab } = mappingOf(schema, book.records.settings.mapping);
  const count = idsIn(schema, book).filter((other) => other === id).length;
  if (count === 1) return;
  throw new Refusal(
    'stale',
    count === 0
      ? `${id} is not in ${tab} any more, so nothing was saved; open the objectives again`
      : `${id} stands ${String(count)} times in ${tab}, so nothing was saved; give each row its own id there`,
  );
}

/** The record of a row that is edited; ends an edit of one that is gone, stands twice or cannot be read: nobody knows whose it is. */
export function requireRecord<Found extends { readonly id: string }>(
  schema: TabSchema,
  id: string,
  records: readonly Found[],
  book: Book,
): Found {
  requireOneRow(schema, id, book);
  const record = records.find((own) => own.id === id);
  if (record) return record;
  const { tab } = mappingOf(schema, book.records.settings.mapping);
  throw new Refusal('stale', `The row ${id} in ${tab} cannot be read, so nothing was saved; mend it there first`);
}

/** What was left, in words: `Baseline of KR3`. */
export function leftInWords(left: readonly LeftCell[]): readonly string[] {
  const words = left.map(({ schema, key, field }) => {
    return `${schema.columns[field]?.header ?? field} of ${key === '' ? schema.row : key}`;
  });
  return [...new Set(words)];
}
