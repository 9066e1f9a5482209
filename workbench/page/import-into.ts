import { importFile, type NamedFile } from '../files/import-files.js';
import type { Grid } from './grid.js';
import { messageOf, percent } from './text.js';

/** Adds each file's tables as new tabs; a file that cannot be read is named and the others go on. */
export async function importInto(
  grid: Grid,
  files: readonly NamedFile[],
  report: (what: string) => Promise<void>,
): Promise<{ readonly tabs: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  let tabs = 0;
  for (const [index, file] of files.entries()) {
    const subject = file.name + (files.length > 1 ? ` (${index + 1} of ${files.length})` : '');
    try {
      await report(`Reading ${subject}`);
      const sheets = await importFile(file, grid.sheetNames(), (share) =>
        report(`Reading ${percent(share)} of ${subject}`),
      );
      await report(`Placing ${subject}`);
      grid.addSheets(sheets);
      tabs += sheets.length;
    } catch (problem) {
      problems.push(messageOf(problem));
    }
  }
  return { tabs, problems };
}
