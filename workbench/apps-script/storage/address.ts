/** A block of cells of one tab; rows and columns count from 0, ends excluded. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function a1Of(block: Block): string {
  const first = columnLetters(block.column) + String(block.row + 1);
  if (block.rows === 1 && block.columns === 1) return first;
  return `${first}:${columnLetters(block.column + block.columns - 1)}${String(block.row + block.rows)}`;
}

const A1 = /^\$?([A-Z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Z]{1,3})?\$?([1-9]\d*)?)?$/i;

/** Reads `B2`, `A1:C3`, `A:C`, `2:5` or `A2:C`; null when the text is none of these. Open ends reach the grid's edge. */
export function parseA1(text: string, grid: { rowCount: number; columnCount: number }): Block | null {
  const match = A1.exec(text.trim());
  if (!match) return null;
  const [, c1, r1, c2, r2] = match;
  const range = text.includes(':');
  if (!range && (!c1 || !r1)) return null;
  if (range && !(c1 ?? r1)) return null;
  if (range && !(c2 ?? r2)) return null;
  const row = r1 ? Number(r1) - 1 : 0;
  const column = c1 ? columnIndex(c1) : 0;
  const lastRow = range ? (r2 ? Number(r2) - 1 : grid.rowCount - 1) : row;
  const lastColumn = range ? (c2 ? columnIndex(c2) : grid.columnCount - 1) : column;
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
}

/** Splits `'My tab'!A1` into tab and rest; the tab is null when none is named. */
export function splitTab(text: string): { tab: string | null; rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  if (!match) return { tab: null, rest: text };
  return { tab: (match[1] ?? match[2] ?? '').replaceAll("''", "'"), rest: match[3] ?? '' };
}

export function contains(outer: Block, row: number, column: number): boolean {
  return (
    row >= outer.row && row < outer.row + outer.rows && column >= outer.column && column < outer.column + outer.columns
  );
}

export function overlaps(a: Block, b: Block): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
