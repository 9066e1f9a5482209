/** xlsx allows no longer name of a tab. */
export const LONGEST_NAME = 31;

/** The size of every sheet of the format. */
export const XLSX_ROWS = 1_048_576;
export const XLSX_COLUMNS = 16_384;

/** Excel measures a column in digits of the default font, about 7 px each, and 5 px of margin. */
export const PIXELS_PER_DIGIT = 7;
export const COLUMN_MARGIN_PIXELS = 5;
