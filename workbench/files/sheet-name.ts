import { LONGEST_NAME } from './xlsx-limits.js';

/**
 * A tab's name from a file's or a foreign sheet's: without folder and ending, without the characters that xlsx forbids,
 * at most 31 characters, and numbered when another tab has it already.
 */
export function sheetNameFor(fileName: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const bare = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.(csv|tsv|txt|xlsx|xlsm)$/i, '')
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim();
  const base = bare === '' ? 'Imported' : bare;
  for (let copy = 1; ; copy += 1) {
    const ending = copy === 1 ? '' : ` (${copy})`;
    const name = base.slice(0, LONGEST_NAME - ending.length).trim() + ending;
    if (!used.has(name.toLowerCase())) return name;
  }
}
