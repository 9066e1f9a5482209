/** A cell of a stored book. A string is that text and is never parsed; a formula's text begins with `=`. */
export type BookCell =
  | null
  | number
  | string
  | boolean
  | { readonly serial: number; readonly format: string }
  | { readonly number: number; readonly format: string }
  | { readonly formula: string; readonly format?: string };

/** Cells that head what is below or beside them: bold, on a pale ground. */
export interface Heading {
  /** Such as `A4:D4`. */
  readonly range: string;
  /** Of the type, in points; that of the other cells when absent. */
  readonly size?: number;
  /** Over numbers. */
  readonly align?: 'right';
}

/** How blank cells will show what a formula spills onto them. */
export interface BlankFormat {
  /** Such as `B4:B30`. */
  readonly range: string;
  readonly format: string;
}

/** One tab of a stored book, as plain JSON. */
export interface BookSheet {
  readonly name: string;
  /** Rows of cells from A1; short rows are padded with blanks. */
  readonly rows: readonly (readonly BookCell[])[];
  /** They are headings too. */
  readonly frozenRows?: number;
  readonly headings?: readonly Heading[];
  readonly blankFormats?: readonly BlankFormat[];
  /** Widths in pixels, from column A. */
  readonly columnWidths?: readonly number[];
  /** Shown when absent. */
  readonly hiddenGridlines?: true;
  /** A CSS colour. */
  readonly tabColor?: string;
  /** Grid size when it must exceed the data; a new tab has 1000 rows and 26 columns. */
  readonly rowCount?: number;
  readonly columnCount?: number;
}

/** A workbook as plain JSON: what the sample generator makes, imports give, autosave keeps and exports take. */
export interface Book {
  readonly name: string;
  /** An IANA zone: the spreadsheet's. */
  readonly timeZone: string;
  /** As Sheets writes it, for example `en_US`. */
  readonly locale: string;
  readonly sheets: readonly BookSheet[];
}

/** The serial number that spreadsheets store for a day: days since 1899-12-30. */
export function serialOfDay(daysSince1970: number): number {
  return daysSince1970 + 25_569;
}
