import type { BookCell, BookSheet } from '../book.js';
import { readCsv, type Progress } from './read-csv.js';
import { readXlsxSheets } from './read-xlsx.js';
import { sheetNameFor } from './sheet-name.js';
import { renameTabs } from './xlsx-formula.js';

/** A file that a person chose, dropped or offered in a folder. */
export interface NamedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

const READABLE = /\.(csv|tsv|txt|xlsx|xlsm)$/i;

/** Whether a file's ending promises a table that can be read. */
export const isImportable = (file: { readonly name: string }): boolean => READABLE.test(file.name);

/**
 * Reads a file into tabs: one for a csv, one for each sheet of an xlsx.
 *
 * @param taken Names of the tabs that exist already; the new names differ from them.
 * @throws Error when the ending is unknown or the file cannot be read; names the file and what to do.
 */
export async function importFile(file: NamedFile, taken: readonly string[], progress: Progress): Promise<BookSheet[]> {
  if (!isImportable(file))
    throw new Error(`Import: "${file.name}" is neither csv nor xlsx; save it as one of these first`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!/\.xls[xm]$/i.test(file.name)) return [await readCsv(sheetNameFor(file.name, taken), bytes, progress)];
  const sheets = await readXlsxSheets(bytes).catch((problem: unknown) => {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new Error(
      `Import: "${file.name}" is not a readable xlsx file (${why}); open it in a spreadsheet and save it again`,
    );
  });
  const names = [...taken];
  const renamed = new Map<string, string>();
  for (const sheet of sheets) {
    const name = sheetNameFor(sheet.name, names);
    names.push(name);
    if (name !== sheet.name) renamed.set(sheet.name, name);
  }
  return sheets.map((sheet) => ({
    ...sheet,
    name: renamed.get(sheet.name) ?? sheet.name,
    rows: renamed.size === 0 ? sheet.rows : sheet.rows.map((row) => row.map((cell) => followed(cell, renamed))),
  }));
}

function followed(cell: BookCell, renamed: ReadonlyMap<string, string>): BookCell {
  if (cell === null || typeof cell !== 'object' || !('formula' in cell)) return cell;
  return { ...cell, formula: renameTabs(cell.formula, renamed) };
}
