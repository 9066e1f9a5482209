/** A cell by its tab, row and column, both counted from 1. */
export interface CellPlace {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

const TAB = "(?:('(?:[^']|'')+'|[A-Za-z_]\\w*)!)?";
/** A tab where one is named, then a cell or a range, whose last row can be open. */
const REFERENCE = `${TAB}\\b([A-Z]{1,3})(\\d+)(?::([A-Z]{1,3})(\\d*))?(?![\\w(])`;

function columnNumber(letters: string): number {
  let number = 0;
  for (let place = 0; place < letters.length; place++) number = number * 26 + letters.charCodeAt(place) - 64;
  return number;
}

function holds(reference: string, { tab, row, column }: CellPlace): boolean {
  const [, named, first = '', top = '', last = first, bottom = top] = new RegExp(REFERENCE).exec(reference) ?? [];
  const isHere = named === undefined || named.replace(/^'|'$/g, '').replace(/''/g, "'") === tab;
  const isInRows = Number(top) <= row && (bottom === '' || row <= Number(bottom));
  return isHere && isInRows && columnNumber(first) <= column && column <= columnNumber(last);
}

/**
 * The range of a formula that a cell lies in, as the formula writes it; null when the formula does not read the cell.
 *
 * @param formula without text that looks like a reference.
 * @example Which range of =NRR(B2:B, C2:C) holds C7 of the same tab? C2:C
 */
export function rangeReading(formula: string, place: CellPlace): string | null {
  return formula.match(new RegExp(REFERENCE, 'g'))?.find((reference) => holds(reference, place)) ?? null;
}
