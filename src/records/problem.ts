/** Something in a tab that could not be used: where, what is wrong with it and what to do. */
export interface Problem {
  readonly tab: string;
  /** The row's number in the sheet; 0 when the tab as a whole is meant. */
  readonly row: number;
  /** The header of the column as the sheet has it; "" when the row or the tab as a whole is meant. */
  readonly column: string;
  /** 1 for column A; 0 when no single column is meant. */
  readonly columnNumber: number;
  /** A clause that follows the address, with its remedy; no final period. */
  readonly problem: string;
  /** What the cell holds, shortened. */
  readonly value: string;
}

/** A problem as one sentence: `Signals row 17, Usage "12,5": is text where a number belongs; ...`. */
export function problemSentence({ tab, row, column, problem, value }: Problem): string {
  const place = [row > 0 ? `${tab} row ${String(row)}` : tab, column].filter(Boolean).join(', ');
  return `${place}${value === '' ? '' : ` "${value}"`}: ${problem}`;
}
