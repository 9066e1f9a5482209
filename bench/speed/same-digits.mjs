const DIGITS = 12;

/**
 * Throws unless two tables agree to twelve significant digits; a blank cell is a null.
 *
 * @param {string} name of the comparison.
 * @param {readonly (readonly unknown[])[]} ours
 * @param {readonly (readonly unknown[])[]} theirs
 */
export function sameDigits(name, ours, theirs) {
  const [one, other] = [ours, theirs].map((rows) => JSON.stringify(rows.map((row) => row.map(shown))));
  if (one !== other) throw new Error(`${name}: the answers differ, ${String(one)} and ${String(other)}`);
}

/** @param {unknown} cell */
function shown(cell) {
  return typeof cell === 'number' ? cell.toPrecision(DIGITS) : null;
}
