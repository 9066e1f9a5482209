const DIGITS = 12;

/**
 * Throws unless two tables agree: numbers to twelve significant digits, all else as it is; a blank cell is a null.
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
  if (typeof cell === 'number') return cell.toPrecision(DIGITS);
  return cell === '' ? null : cell;
}
