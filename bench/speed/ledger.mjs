import { movements } from './ledger-by-hand.mjs';
import { naiveMovements } from './ledger-naive.mjs';
import { medianTimes } from './measure.mjs';
import { sameDigits } from './same-digits.mjs';
import { makeLedger } from './tables.mjs';

const ZONE = 'Europe/Berlin';
const YEAR_AND_A_HALF = 18;
/** So many accounts over so few months still fit into memory three times over. */
const HALF_A_YEAR = 6;

const LEDGERS = [
  { accounts: 1_000, months: YEAR_AND_A_HALF, rounds: 41 },
  { accounts: 1_000, months: YEAR_AND_A_HALF, rounds: 41, isShuffled: true },
  { accounts: 10_000, months: YEAR_AND_A_HALF, rounds: 15 },
  { accounts: 10_000, months: YEAR_AND_A_HALF, rounds: 7, isShuffled: true },
  { accounts: 10_000, months: HALF_A_YEAR, rounds: 15 },
  { accounts: 100_000, months: HALF_A_YEAR, rounds: 7 },
  { accounts: 100_000, months: HALF_A_YEAR, rounds: 3, isShuffled: true },
];

/**
 * Times MRRMOVEMENTS against the pass by hand on ledgers of several sizes, and says how its time grows.
 *
 * @param {import('node:vm').Context} context
 * @param {(...args: unknown[]) => unknown} built MRRMOVEMENTS as the bundle has it.
 */
export function measureLedger(context, built) {
  /** @type {Record<string, { built: number, hand: number }>} */
  const timesOf = {};
  const table = LEDGERS.map(({ accounts, months, rounds, isShuffled = false }) => {
    const ledger = makeLedger(context, accounts, months, isShuffled);
    const passes = {
      built: () => built(ledger.accounts, ledger.dates, ledger.mrr),
      hand: () => movements(ledger.accounts, ledger.dates, ledger.mrr, ZONE),
    };
    sameDigits('MRRMOVEMENTS by hand', rowsOf(passes.built()), passes.hand());
    const { built: ours = NaN, hand = NaN } = medianTimes(passes, rounds);
    timesOf[`${accounts} x ${months}`] ??= { built: ours, hand };
    const order = isShuffled ? ', shuffled' : '';
    return {
      MRRMOVEMENTS: `${accounts.toLocaleString('en-US')} accounts x ${months} months${order}`,
      rows: ledger.mrr.length,
      ms: ours.toFixed(2),
      '/ by hand': (ours / hand).toFixed(2),
      goal: '1.2',
    };
  });
  console.table(table);
  const [small, large] = [timesOf[`10000 x ${HALF_A_YEAR}`], timesOf[`100000 x ${HALF_A_YEAR}`]];
  const growth = (/** @type {'built' | 'hand'} */ pass) => ((large?.[pass] ?? NaN) / (small?.[pass] ?? NaN)).toFixed(1);
  console.log(`MRRMOVEMENTS: ten times the accounts cost ${growth('built')} times as much, ${growth('hand')} by hand`);
  measureNaive(context, built);
}

/**
 * The time of filters and sums grows with the square of the accounts, hence few of them and one turn.
 *
 * @param {import('node:vm').Context} context
 * @param {(...args: unknown[]) => unknown} built
 */
function measureNaive(context, built) {
  const ledger = makeLedger(context, 1_000, YEAR_AND_A_HALF);
  const passes = {
    built: () => built(ledger.accounts, ledger.dates, ledger.mrr),
    naive: () => naiveMovements(ledger, ZONE),
  };
  sameDigits('MRRMOVEMENTS by filters', rowsOf(passes.built()), passes.naive());
  const { built: ours = NaN, naive = NaN } = medianTimes(passes, 3);
  console.log(`MRRMOVEMENTS of 1,000 accounts by filters and sums: ${(naive / ours).toFixed(0)} times as long`);
}

/** @param {unknown} answer of a cell function. */
function rowsOf(answer) {
  return /** @type {unknown[][]} */ (answer);
}
