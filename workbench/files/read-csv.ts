import { parseCsv } from 'hucre/csv';
import type { BookCell, BookSheet } from '../book.js';
import { typedCell } from './typed-cell.js';
import { PIXELS_PER_DIGIT } from './xlsx-limits.js';

const ROWS_A_STEP = 5000;
const ROWS_MEASURED = 200;
const NARROWEST = 64;
const WIDEST = 320;
const CELL_PADDING = 14;

/** Called with the share done, 0 to 1; may return a promise that lets the page paint. */
export type Progress = (share: number) => void | Promise<void>;

/**
 * Reads a csv file as one tab. The delimiter is found by itself; the first row, if it has words, is frozen.
 *
 * @param bytes The file, UTF-8, UTF-16 with its mark, or else Windows-1252.
 */
export async function readCsv(
  name: string,
  bytes: Uint8Array,
  progress: Progress = () => undefined,
): Promise<BookSheet> {
  const fields = parseCsv(decode(bytes));
  const rows: BookCell[][] = [];
  for (let start = 0; start < fields.length; start += ROWS_A_STEP) {
    for (const line of fields.slice(start, start + ROWS_A_STEP)) {
      rows.push(line.map((field) => (typeof field === 'string' ? typedCell(field) : null)));
    }
    await progress(rows.length / fields.length);
  }
  const header = rows[0] ?? [];
  const columnWidths = header.map((_, column) => fittingWidth(rows, column));
  const hasHeader = header.length > 0 && header.every((cell) => typeof cell === 'string');
  return { name, rows, frozenRows: hasHeader ? 1 : 0, columnWidths };
}

/** Wide enough for what the first rows show, within reason. */
function fittingWidth(rows: readonly (readonly BookCell[])[], column: number): number {
  const lengths = rows.slice(0, ROWS_MEASURED).map((row) => shownLength(row[column] ?? null));
  return Math.min(WIDEST, Math.max(NARROWEST, Math.max(...lengths) * PIXELS_PER_DIGIT + CELL_PADDING));
}

function shownLength(cell: BookCell): number {
  if (cell === null) return 0;
  return typeof cell === 'object' ? (cell.format?.length ?? 0) : String(cell).length;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel on Windows still saves csv in the old code page unless told otherwise.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
