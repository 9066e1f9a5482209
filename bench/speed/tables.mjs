import vm from 'node:vm';

const MAKE = `
  ((accounts, weeks) => {
    let state = 12345;
    const next = (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    const cents = () => [next(8) === 0 ? '' : next(500000) / 100];
    return {
      starting: Array.from({ length: accounts }, cents),
      ending: Array.from({ length: accounts }, cents),
      series: Array.from({ length: accounts }, () => Array.from({ length: weeks }, () => (next(40) === 0 ? '' : next(1000)))),
    };
  })`;

/**
 * Tables like those of a book, made in the bundle's own context as Sheets makes them; one cell in eight of the MRR and
 * one in forty of the weeks is blank. The same numbers every time.
 *
 * @param {vm.Context} context
 * @param {number} accounts
 * @param {number} weeks 0 when no series are wanted.
 * @returns {{ starting: (number | string)[][], ending: (number | string)[][], series: (number | string)[][] }}
 */
export function makeTables(context, accounts, weeks = 0) {
  return vm.runInContext(MAKE, context)(accounts, weeks);
}

const MAKE_LEDGER = `
  ((accounts, instants, isShuffled) => {
    let state = 12345;
    const next = (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) % below;
    };
    const rows = [];
    for (let account = 0; account < accounts; account++) {
      for (const instant of instants) {
        if (next(12) === 0) continue;
        rows.push({ account: 'Customer ' + account, date: new Date(instant), mrr: (1 + next(500000)) / 100 });
      }
    }
    for (let last = rows.length - 1; isShuffled && last > 0; last--) {
      const other = next(last + 1);
      [rows[last], rows[other]] = [rows[other], rows[last]];
    }
    return {
      accounts: rows.map(({ account }) => [account]),
      dates: rows.map(({ date }) => [date]),
      mrr: rows.map(({ mrr }) => [mrr]),
    };
  })`;

const MS_PER_HOUR = 3_600_000;

/** @typedef {{ accounts: string[][], dates: Date[][], mrr: number[][] }} LedgerTable */

/**
 * A ledger of months from January 2024 on, made in the bundle's own context as Sheets makes it; one row in twelve is
 * missing. Dates are the midnights of Berlin. The rows of an account follow each other unless they are shuffled.
 *
 * @param {vm.Context} context
 * @param {number} accounts
 * @param {number} months
 * @param {boolean} [isShuffled]
 * @returns {LedgerTable}
 */
export function makeLedger(context, accounts, months, isShuffled = false) {
  const instants = Array.from({ length: months }, (_, month) => {
    const isSummer = month % 12 >= 3 && month % 12 <= 9;
    return Date.UTC(2024, month, 1) - (isSummer ? 2 : 1) * MS_PER_HOUR;
  });
  return vm.runInContext(MAKE_LEDGER, context)(accounts, instants, isShuffled);
}
