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
