/** xlsx allows no longer name of a tab. */
export const LONGEST_NAME = 31;

/** Excel measures a column in digits of the default font, about 7 px each, and 5 px of margin. */
export const PIXELS_PER_DIGIT = 7;
export const COLUMN_MARGIN_PIXELS = 5;
