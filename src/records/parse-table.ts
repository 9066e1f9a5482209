import { isBlank, readCell, shown, type ReadingContext, type Unusable } from './cell.js';
import { findColumns, headerKey, type RawTable, type TabMapping } from './mapping.js';
import type { Problem } from './problem.js';
import type { ColumnSchema, RecordOf, TabSchema } from './schema.js';

// As in cell.ts.
const { assign } = Object;

/** What a tab gave: its good rows, everything that could not be used, and how many rows were neither blank nor headers. */
export interface Parsed<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** Rows with content, good or bad. */
  readonly rowCount: number;
  /** Rows with content that gave no record. */
  readonly badRowCount: number;
  /** False when the tab or one of its required columns is missing. */
  readonly readable: boolean;
}

interface ReadColumn {
  readonly field: string;
  readonly index: number;
  readonly header: string;
  readonly schema: ColumnSchema;
}

/** A tab that is not there, reported so that a person can mend it. */
export function missingTab<Row>(mapping: TabMapping): Parsed<Row> {
  const problem = 'is missing; restore the tab or choose another one in the sidebar';
  return {
    rows: [],
    problems: [{ tab: mapping.tab, row: 0, column: '', columnNumber: 0, problem, value: '' }],
    rowCount: 0,
    badRowCount: 0,
    readable: false,
  };
}

const BLANK: Unusable = { problem: 'is blank; fill it in or clear the row' };

function repeats(cell: unknown, key: string | undefined): boolean {
  return typeof cell === 'string' && headerKey(cell) === key;
}

/** Whether a row holds something; an empty check box is FALSE and nothing. */
function hasContent(cells: readonly unknown[]): boolean {
  return cells.some((cell) => !isBlank(cell) && cell !== false);
}

/** The index of the last row with a required cell; what stands below came from a formula or check boxes filled down. */
function lastKeyedRow(values: RawTable['values'], columns: readonly ReadColumn[]): number {
  const required = columns.filter(({ schema }) => schema.required);
  let at = values.length - 1;
  while (at > 0 && required.every(({ index }) => isBlank(values[at]?.[index]))) at--;
  return at;
}

function reportUnkeyedRows(table: RawTable, after: number, problems: Problem[]): void {
  const unkeyed = table.values.flatMap((cells, at) => (at > after && hasContent(cells) ? [at + 1] : []));
  if (unkeyed[0] === undefined) return;
  const count = unkeyed.length === 1 ? 'this row is' : `this and ${String(unkeyed.length - 1)} more rows are`;
  const problem = `${count} not used, having none of the required cells; fill them in or clear the rows`;
  problems.push({ tab: table.tab, row: unkeyed[0], column: '', columnNumber: 0, problem, value: '' });
}

/**
 * Reads every row of a tab in one pass. A row whose required cells can be used becomes a record; an optional cell that
 * cannot be used reads as null, and its field is among the record's `unread`; both are reported with their address. Blank rows, repeated header rows, and rows below the
 * last one with a required cell are passed over, the latter two with a report.
 */
export function parseTable<Schema extends TabSchema>(
  schema: Schema,
  table: RawTable,
  mapping: TabMapping,
  context: ReadingContext,
): Parsed<RecordOf<Schema>> {
  const header = table.values[0] ?? [];
  const found = findColumns(schema, mapping, header);
  const problems: Problem[] = [...found.problems];
  const columns = Object.entries(schema.columns).flatMap(([field, column]): ReadColumn[] => {
    const index = found.indexes[field];
    return index === undefined ? [] : [{ field, index, header: String(header[index]), schema: column }];
  });
  const readable = Object.entries(schema.columns).every(([field, { required }]) => !required || field in found.indexes);
  const blanks = Object.fromEntries(Object.keys(schema.columns).map((field) => [field, null]));
  const headerKeys = columns.map(({ header }) => headerKey(header));
  const last = readable ? lastKeyedRow(table.values, columns) : 0;

  const rows: RecordOf<Schema>[] = [];
  let rowCount = 0;
  for (let at = 1; at <= last; at++) {
    const cells = table.values[at] ?? [];
    if (!hasContent(cells)) continue;
    const row = at + 1;
    if (columns.length > 1 && columns.every(({ index }, i) => repeats(cells[index], headerKeys[i]))) {
      const problem = 'repeats the header row; delete the row';
      problems.push({ tab: table.tab, row, column: '', columnNumber: 0, problem, value: '' });
      continue;
    }
    rowCount++;
    // Not a spread: that makes objects which are three times as slow to fill and to read.
    const record: Record<string, unknown> = assign({}, blanks);
    record['row'] = row;
    let isGood = true;
    let unread: string[] | undefined;
    for (const { field, index, header: column, schema: columnSchema } of columns) {
      const cell = cells[index];
      const isRequired = columnSchema.required === true;
      if (isBlank(cell) && !isRequired) continue;
      const value = isBlank(cell) ? BLANK : readCell(columnSchema, cell, context);
      if (typeof value !== 'object') {
        record[field] = value;
        continue;
      }
      problems.push({ tab: table.tab, row, column, columnNumber: index + 1, ...value, value: shown(cell ?? '') });
      if (isRequired) isGood = false;
      else (unread ??= []).push(field);
    }
    if (unread) record['unread'] = unread;
    // The fields were read by the schema that RecordOf is computed from.
    if (isGood) rows.push(record as RecordOf<Schema>);
  }
  if (readable) reportUnkeyedRows(table, last, problems);
  return { rows, problems, rowCount, badRowCount: rowCount - rows.length, readable };
}
