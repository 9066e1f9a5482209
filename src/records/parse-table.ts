import { isBlank, readCell, shown, type ReadingContext } from './cell.js';
import { findColumns, headerKey, type RawTable, type TabMapping } from './mapping.js';
import type { Problem } from './problem.js';
import type { ColumnSchema, RecordOf, TabSchema } from './schema.js';

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

function repeats(cell: unknown, key: string | undefined): boolean {
  return typeof cell === 'string' && headerKey(cell) === key;
}

/**
 * Reads every row of a tab in one pass. A row whose required cells can be used becomes a record; an optional cell that
 * cannot be used reads as null; both are reported with their address. Blank rows and repeated header rows are passed over,
 * the latter with a report.
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

  const rows: RecordOf<Schema>[] = [];
  let rowCount = 0;
  let badRowCount = 0;
  for (let at = 1; readable && at < table.values.length; at++) {
    const cells = table.values[at] ?? [];
    if (cells.every(isBlank)) continue;
    const row = at + 1;
    if (columns.length > 1 && columns.every(({ index }, i) => repeats(cells[index], headerKeys[i]))) {
      const problem = 'repeats the header row; delete the row';
      problems.push({ tab: table.tab, row, column: '', columnNumber: 0, problem, value: '' });
      continue;
    }
    rowCount++;
    const record: Record<string, unknown> = { ...blanks, row };
    let missing = 0;
    for (const { field, index, header: name, schema: column } of columns) {
      const cell = cells[index];
      const report = (problem: string): void => {
        problems.push({
          tab: table.tab,
          row,
          column: name,
          columnNumber: index + 1,
          problem,
          value: shown(cell ?? ''),
        });
        if (column.required) missing++;
      };
      if (isBlank(cell)) {
        if (column.required) report('is blank; fill it in or clear the row');
        continue;
      }
      const value = readCell(column, cell, context);
      if (typeof value === 'object') report(value.problem);
      else record[field] = value;
    }
    // The fields were read by the schema that RecordOf is computed from.
    if (missing === 0) rows.push(record as RecordOf<Schema>);
    else badRowCount++;
  }
  return { rows, problems, rowCount, badRowCount, readable };
}
