/** Rows and columns of the tab that a reference names; null means the formula's own tab. */
export type GridSizes = (tab: string | null) => { readonly rowCount: number; readonly columnCount: number } | null;

const TAB = String.raw`(?:(?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?`;
// A string, then a reference with one open end: A2:A, A2:C, A:C5, 2:B... Whole columns and rows Univer reads itself.
const TOKENS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\w$.!'])(${TAB})(\$?[A-Za-z]{1,3})(\$?\d+):(\$?[A-Za-z]{1,3})(?![\w$(!.])`,
  'g',
);

/**
 * Rewrites what Sheets understands and Univer does not: `A2:A` becomes `A2:A1000` in a tab of 1000 rows, and
 * `ARRAYFORMULA(x)` becomes `(x)`, since every formula of Univer's spills.
 *
 * @param formula with its leading `=`.
 */
export function compileFormula(formula: string, sizes: GridSizes): string {
  const closed = formula.replace(
    TOKENS,
    (token: string, tab: string | undefined, column: string | undefined, row: string, end: string) => {
      if (column === undefined) return token;
      const name = tab ? tab.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'") : null;
      const size = sizes(name);
      return size ? `${tab ?? ''}${column}${row}:${end}${String(size.rowCount)}` : token;
    },
  );
  return closed.replace(/"(?:[^"]|"")*"|\bARRAYFORMULA\s*\(/gi, (token) => (token.startsWith('"') ? token : '('));
}
