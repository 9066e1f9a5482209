import type { ColumnType, ValueOfType } from './cell.js';

/** One column that Bellwether knows in a tab. */
export interface ColumnSchema {
  /** The default header. */
  readonly header: string;
  readonly type: ColumnType;
  /** A row without it is no record. */
  readonly required?: true;
  /** The most characters that a text may have, where it names something. */
  readonly longest?: number;
  /** The least that a number may be. */
  readonly least?: number;
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
  /** Other headers in use for the same thing, lower case, words parted by one space. */
  readonly synonyms?: readonly string[];
  /** How a new tab formats the column's numbers; by type when absent. */
  readonly format?: string;
  /** What the header's note says. */
  readonly note: string;
}

type Columns = Readonly<Record<string, ColumnSchema>>;

/** One tab: what a row is and which columns are known; the team's own columns beside them are left alone. */
export interface TabSchema<Fields extends Columns = Columns> {
  /** The default name of the tab. */
  readonly tab: string;
  /** What one row stands for, in words. */
  readonly row: string;
  /** Whose tab it is: the team's own data, mapped; or state that Bellwether keeps and creates. */
  readonly keeper: 'team' | 'bellwether';
  readonly columns: Fields;
}

type ReadValue<Column extends ColumnSchema> = Column extends { readonly required: true }
  ? ValueOfType[Column['type']]
  : ValueOfType[Column['type']] | null;

/** The record that one row of a tab reads as. */
export type RecordOf<Schema extends TabSchema> = {
  readonly [Field in keyof Schema['columns']]: ReadValue<Schema['columns'][Field]>;
} & {
  /** The row's number in the sheet; the header is row 1. */
  readonly row: number;
  /** The fields that are null because their cells cannot be read, not because they are blank; absent where there is none. */
  readonly unread?: readonly FieldOf<Schema>[];
};

/** Whether any of some fields of a record holds what cannot be read: what it says is then not known. */
export function isUnread<Field extends string>(
  { unread }: { readonly unread?: readonly Field[] },
  ...fields: readonly NoInfer<Field>[]
): boolean {
  return unread !== undefined && fields.some((field) => unread.includes(field));
}

/** The name of a column in the code, for a tab's schema. */
export type FieldOf<Schema extends TabSchema> = keyof Schema['columns'] & string;

/** Declares a tab; only there to keep the literal types of its columns. */
export function defineTab<const Fields extends Columns>(schema: TabSchema<Fields>): TabSchema<Fields> {
  return schema;
}
