/**
 * The passes that a careful programmer would write for one table and one question: one loop over the boxed array that
 * Sheets hands in, with the checks and the compensated sums that the answer needs, and nothing else: no names, no
 * positions, no other shapes.
 */

/** @typedef {(number | string)[][]} Boxed */

/** @param {number | string | undefined} cell */
function amount(cell) {
  if (typeof cell === 'number' && cell >= 0 && cell < Infinity) return cell;
  if (cell === '') return 0;
  throw new Error('not an amount');
}

/**
 * @param {Boxed} starting
 * @param {Boxed} ending
 * @returns {number}
 */
export function netRetention(starting, ending) {
  let before = 0;
  let beforeLost = 0;
  let after = 0;
  let afterLost = 0;
  for (let row = 0; row < starting.length; row++) {
    const start = amount(starting[row]?.[0]);
    const end = amount(ending[row]?.[0]);
    if (start > 0) {
      const nextBefore = before + start;
      beforeLost += before >= start ? before - nextBefore + start : start - nextBefore + before;
      before = nextBefore;
      const nextAfter = after + end;
      afterLost += after >= end ? after - nextAfter + end : end - nextAfter + after;
      after = nextAfter;
    }
  }
  return (after + afterLost) / (before + beforeLost);
}

/**
 * @param {Boxed} starting
 * @param {Boxed} ending
 * @returns {number}
 */
export function grossRetention(starting, ending) {
  let before = 0;
  let beforeLost = 0;
  let kept = 0;
  let keptLost = 0;
  for (let row = 0; row < starting.length; row++) {
    const start = amount(starting[row]?.[0]);
    const end = Math.min(start, amount(ending[row]?.[0]));
    const nextBefore = before + start;
    beforeLost += before >= start ? before - nextBefore + start : start - nextBefore + before;
    before = nextBefore;
    const nextKept = kept + end;
    keptLost += kept >= end ? kept - nextKept + end : end - nextKept + kept;
    kept = nextKept;
  }
  return (kept + keptLost) / (before + beforeLost);
}

/**
 * @param {Boxed} values
 * @returns {(boolean | string)[][]}
 */
export function bending(values) {
  const answers = [];
  for (const row of values) {
    const last = row[row.length - 1];
    const before = row[row.length - 2];
    const first = row[row.length - 3];
    if (last === '') answers.push(['no data']);
    else if (typeof last !== 'number') throw new Error('not a number');
    else answers.push([typeof before === 'number' && typeof first === 'number' && last < before && before < first]);
  }
  return answers;
}

/**
 * The least that any pass can cost: no checks, plain sums.
 *
 * @param {Boxed} starting
 * @param {Boxed} ending
 * @returns {number}
 */
export function bareNetRetention(starting, ending) {
  let before = 0;
  let after = 0;
  for (let row = 0; row < starting.length; row++) {
    const start = Number(starting[row]?.[0]);
    if (start > 0) {
      before += start;
      after += Number(ending[row]?.[0]);
    }
  }
  return after / before;
}

/**
 * @param {Boxed} starting
 * @param {Boxed} ending
 * @returns {number}
 */
export function bareGrossRetention(starting, ending) {
  let before = 0;
  let kept = 0;
  for (let row = 0; row < starting.length; row++) {
    const start = Number(starting[row]?.[0]);
    before += start;
    kept += Math.min(start, Number(ending[row]?.[0]));
  }
  return kept / before;
}

/**
 * @param {Boxed} values
 * @returns {boolean[][]}
 */
export function bareBending(values) {
  return values.map((row) => {
    const before = Number(row[row.length - 2]);
    return [Number(row[row.length - 1]) < before && before < Number(row[row.length - 3])];
  });
}
