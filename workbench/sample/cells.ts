import { serialOfDay, type BookCell, type BookSheet } from '../book.js';

export const moneyFormat = '$#,##0';
export const ratioFormat = '0.0%';
export const monthFormat = 'yyyy-mm';

export function dateCell(someDay: number | null): BookCell {
  return someDay === null ? null : { serial: serialOfDay(someDay), format: 'yyyy-mm-dd' };
}

export function timeCell(someDay: number, hour: number, minute: number): BookCell {
  return { serial: serialOfDay(someDay) + (hour * 60 + minute) / 1440, format: 'yyyy-mm-dd hh:mm' };
}

export function moneyCell(dollars: number | null): BookCell {
  return dollars === null ? null : { number: dollars, format: moneyFormat };
}

export function ratioCell(ratio: number | null, format = '0%'): BookCell {
  return ratio === null ? null : { number: ratio, format };
}

/** A column's header and its width in pixels. */
export type Column = readonly [header: string, width: number];

/** The colour that a group of tabs shares. */
export const tabColors = { overview: '#0b57d0', customers: '#146c2e', goals: '#8f4700', setup: '#5f6368' } as const;

/** A tab that is one table: a frozen header row, then a row of cells a record. */
export function table(
  name: string,
  tabColor: string,
  columns: readonly Column[],
  records: readonly (readonly BookCell[])[],
): BookSheet {
  return {
    name,
    rows: [columns.map(([header]) => header), ...records],
    frozenRows: 1,
    columnWidths: columns.map(([, width]) => width),
    tabColor,
  };
}
