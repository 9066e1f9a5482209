import { isErrorText } from '../records/cell.js';

/** What Sheets hands in for one cell: a number, text, TRUE or FALSE, a date, `""` for a blank, text such as `#N/A` for an error. */
export type Cell = unknown;
/** What Sheets hands in for a range: its rows. */
export type Rows = readonly (readonly Cell[])[];

/** A cell that does not fit, and what is wrong with it. */
export interface Misfit {
  readonly where: string;
  readonly complaint: string;
}

/** Whether a cell holds nothing. */
export function isBlank(cell: Cell): boolean {
  return cell === '' || cell === null || cell === undefined;
}

/** Far above any amount, far below where sums and products of amounts would overflow. */
const LARGEST = 1e150;

/** Whether a cell holds a number that can be computed with: no NaN, no Infinity, nothing near it. */
export function isNumber(cell: Cell): cell is number {
  return typeof cell === 'number' && cell < LARGEST && cell > -LARGEST;
}

/** Whether a cell shows an error. */
export function isErrorValue(cell: Cell): cell is string {
  return typeof cell === 'string' && isErrorText(cell);
}

/** Text that a person wrote, errors left out. */
export function isText(cell: Cell): cell is string {
  return typeof cell === 'string' && cell !== '' && !isErrorValue(cell);
}

/** Text such as "$1,200" or "1.200,50": an amount that Sheets did not take for a number, hence no header. */
export function looksLikeAmount(text: string): boolean {
  return /^[\d\s\p{Sc}.,'+()%-]*$/u.test(text) && /\d/.test(text) && !/\d\s*-\s*\d/.test(text);
}

const MONTH = /(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])/i; // prettier-ignore

/** Text such as "4 May", "Mon, May 4" or "on 4/5": a date that Sheets did not take for one, hence no header. */
export function looksLikeDate(text: string): boolean {
  return /^\s*\d|\d\s*[./-]\s*\d/.test(text) || (/\d/.test(text) && MONTH.test(text));
}
