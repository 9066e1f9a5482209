import type { BookCell } from '../../workbench/book.js';
import { sampleBook } from '../../workbench/sample/sample-book.js';

export const book = sampleBook();

/** What a reader of the cell sees as its value: dates as serials, formulas as their text. */
export function valueOf(cell: BookCell | undefined): string | number | boolean | null {
  if (cell === undefined || cell === null || typeof cell !== 'object') return cell ?? null;
  if ('serial' in cell) return cell.serial;
  return 'number' in cell ? cell.number : cell.formula;
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A tab's rows by header. */
export function rowsOf(tab: string): readonly Row[] {
  const sheet = book.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`no tab ${tab}`);
  const [headers = [], ...rows] = sheet.rows;
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, column) => [String(valueOf(header)), valueOf(row[column])])),
  );
}

/** The serial number of an ISO date. */
export function serial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
