/**
 * The pass over a ledger that a careful programmer would write for this one question: every distinct name and date is
 * looked up once, in one Map each, amounts lie in one flat array, sums are compensated, cells are checked; no names of
 * accounts, no positions of errors, no other shapes, and a ledger whose months reach far is none of its worries.
 */

/** @typedef {(number | string | Date)[][]} Boxed */

/** Sums of a month: opening, new, expansion, contraction, churned, reactivated, closing, kept, kept at most. */
const SUMS = 9;

/**
 * @param {Boxed} accounts
 * @param {Boxed} dates
 * @param {Boxed} mrr
 * @param {string} zone
 * @returns {(number | string | Date)[][]} rows of MRRMOVEMENTS.
 */
export function movements(accounts, dates, mrr, zone) {
  const { numbers, months, count, first, span } = lookedUp(accounts, dates, zone);
  const paid = new Float64Array(count * span);
  const lost = new Float64Array(count * span);
  for (let row = 0; row < numbers.length; row++) {
    const at = (numbers[row] ?? 0) * span + (months[row] ?? 0) - first;
    addTo(paid, lost, at, amount(mrr[row]?.[0]));
  }
  const midnight = midnights(zone);
  return summedUp(paid, lost, count, span).map((sums, month) => [midnight(first + month), ...sums]);
}

/**
 * The first midnight of a month, counted from year 0, on the clocks of a zone.
 *
 * @param {string} zone
 * @returns {(month: number) => Date}
 */
export function midnights(zone) {
  const parts = /** @type {const} */ ({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const time = /** @type {const} */ ({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...parts, ...time });
  const offsetAt = (/** @type {number} */ instant) =>
    Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant;
  return (month) => {
    const wall = Date.UTC(Math.floor(month / 12), month % 12, 1);
    // The clocks may change between Greenwich's midnight and the zone's, hence a second look.
    return new Date(wall - offsetAt(wall - offsetAt(wall)));
  };
}

/**
 * @param {Boxed} accounts
 * @param {Boxed} dates
 * @param {string} zone
 */
function lookedUp(accounts, dates, zone) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {Map<number, number>} */
  const monthAt = new Map();
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' });
  const numbers = new Int32Array(accounts.length);
  const months = new Int32Array(accounts.length);
  let count = 0;
  let first = Infinity;
  let last = -Infinity;
  let nameBefore = '';
  let number = -1;
  for (let row = 0; row < accounts.length; row++) {
    const name = accounts[row]?.[0];
    const date = dates[row]?.[0];
    if (typeof name !== 'string' || name === '') throw new Error('not a name');
    if (typeof date !== 'object') throw new Error('not a date');
    if (name !== nameBefore) {
      nameBefore = name;
      number = known.get(name) ?? -1;
      if (number === -1) {
        // Accounts match whatever their case, and many rows share a spelling.
        const key = name.trim().toLowerCase();
        number = known.get(key) ?? count++;
        known.set(key, number);
        known.set(name, number);
      }
    }
    const instant = date.getTime();
    let month = monthAt.get(instant);
    if (month === undefined) {
      const [year, ofYear] = format.format(instant).split('-');
      month = Number(year) * 12 + Number(ofYear) - 1;
      monthAt.set(instant, month);
      if (month < first) first = month;
      if (month > last) last = month;
    }
    numbers[row] = number;
    months[row] = month;
  }
  return { numbers, months, count, first, span: last - first + 1 };
}

/**
 * @param {Float64Array} paid
 * @param {Float64Array} lost
 * @param {number} count
 * @param {number} span
 */
function summedUp(paid, lost, count, span) {
  const sums = new Float64Array(span * SUMS);
  const sumsLost = new Float64Array(span * SUMS);
  const add = (/** @type {number} */ month, /** @type {number} */ sum, /** @type {number} */ term) => {
    addTo(sums, sumsLost, month * SUMS + sum, term);
  };
  const opened = new Int32Array(span);
  const stayed = new Int32Array(span);
  for (let account = 0; account < count; account++) {
    let before = 0;
    let hasPaid = false;
    for (let month = 0; month < span; month++) {
      const now = (paid[account * span + month] ?? 0) + (lost[account * span + month] ?? 0);
      if (now < 0) throw new Error('below zero');
      if (now > 0) add(month, 6, now);
      if (before > 0) {
        add(month, 0, before);
        opened[month] = (opened[month] ?? 0) + 1;
        if (now === 0) add(month, 4, before);
        else {
          add(month, 7, now);
          add(month, 8, Math.min(now, before));
          stayed[month] = (stayed[month] ?? 0) + 1;
          if (now > before) add(month, 2, now - before);
          else if (now < before) add(month, 3, before - now);
        }
      } else if (now > 0) add(month, hasPaid ? 5 : 1, now);
      if (now > 0) hasPaid = true;
      before = now;
    }
  }
  return Array.from({ length: span }, (_, month) => {
    const [
      opening = 0,
      won = 0,
      expansion = 0,
      contraction = 0,
      churned = 0,
      back = 0,
      closing = 0,
      kept = 0,
      most = 0,
    ] = Array.from(
      { length: SUMS },
      (__, sum) => (sums[month * SUMS + sum] ?? 0) + (sumsLost[month * SUMS + sum] ?? 0),
    );
    const ratios =
      opening > 0 ? [kept / opening, most / opening, (stayed[month] ?? 0) / (opened[month] ?? 0)] : ['', '', ''];
    return [opening, won, expansion, contraction, churned, back, closing, ...ratios];
  });
}

/**
 * @param {Float64Array} rounded
 * @param {Float64Array} lost
 * @param {number} at
 * @param {number} term
 */
function addTo(rounded, lost, at, term) {
  const sum = rounded[at] ?? 0;
  const next = sum + term;
  lost[at] = (lost[at] ?? 0) + (Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum);
  rounded[at] = next;
}

/** @param {number | string | Date | undefined} cell */
function amount(cell) {
  if (typeof cell === 'number' && cell > -Infinity && cell < Infinity) return cell;
  if (cell === '') return 0;
  throw new Error('not an amount');
}
