import type { Change } from '../records/change.js';
import { formatOf } from './create-tab.js';

type Indexes = Readonly<Record<string, number>>;

/** The fields that rows to be written have something for. */
function filledFields(change: Change): ReadonlySet<string> {
  const rows = change.kind === 'update' ? [...change.rows.values(), ...(change.added ?? [])] : change.rows;
  return new Set(rows.flatMap((row) => Object.keys(row).filter((field) => row[field] !== null && row[field] !== '')));
}

/**
 * Gives a tab of Bellwether's own, made before a column was thought of, the columns that it lacks, at its right end; only once
 * there is something to write there. A team's own tab gets none.
 *
 * @param width how many columns the tab has.
 * @returns the column of each field, from 0, the new ones among them.
 */
export function withAddedColumns(
  change: Change,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  indexes: Indexes,
  width: number,
): Indexes {
  const { schema } = change;
  const filled = filledFields(change);
  const lacking = Object.entries(schema.columns).filter(([field]) => !(field in indexes) && filled.has(field));
  if (schema.keeper !== 'bellwether' || lacking.length === 0) return indexes;
  const missing = width + lacking.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  const rows = Math.max(1, sheet.getMaxRows() - 1);
  const formats = lacking.map(([, column]) => formatOf(column));
  sheet.getRange(2, width + 1, rows, lacking.length).setNumberFormats(Array.from({ length: rows }, () => formats));
  sheet
    .getRange(1, width + 1, 1, lacking.length)
    .setNotes([lacking.map(([, { note }]) => note)])
    .setValues([lacking.map(([, { header }]) => header)]);
  return { ...indexes, ...Object.fromEntries(lacking.map(([field], i) => [field, width + i])) };
}
