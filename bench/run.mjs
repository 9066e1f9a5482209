// Times the built cell functions (`npm run build` first) against hand-written passes over the same cells, as ratios
// within one run: on a machine of unknown speed only these say something.
import { emptyContext, loadBundle } from './speed/bundle.mjs';
import * as byHand from './speed/hand-written.mjs';
import { measureLedger } from './speed/ledger.mjs';
import { measureLoading } from './speed/loading.mjs';
import { medianTimes } from './speed/measure.mjs';
import * as naive from './speed/naive.mjs';
import { sameDigits } from './speed/same-digits.mjs';
import { measureScan } from './speed/scan.mjs';
import { measureSql } from './speed/sql.mjs';
import { makeTables } from './speed/tables.mjs';

const loading = measureLoading();
const context = emptyContext();
const functions = loadBundle(context);
const { NRR, GRR, BENDING, MRRMOVEMENTS } = functions;
/** The most that a cell function may cost, as a multiple of the pass by hand. */
const GOAL = 1.5;
/** @type {Record<string, string | number>[]} */
const table = [];
/** @type {Record<string, number>} */
const timeOf = {};
/** @type {Record<string, number>} */
const handTimeOf = {};

/**
 * Times a cell function against the pass by hand, against the least that any pass can cost, and against filters and sums.
 *
 * @param {string} name
 * @param {{ built: () => unknown, hand: () => unknown, bare: () => unknown, naive: () => unknown }} passes
 * @param {number} batch runs timed together.
 */
function compare(name, passes, batch) {
  const [built, hand] = [passes.built(), passes.hand()].map((answer) => JSON.stringify(answer));
  if (built !== hand) throw new Error(`${name}: the two passes give different answers`);
  sameDigits(`${name} by filters`, asTable(passes.built()), asTable(passes.naive()));
  const { naive: filters, ...others } = passes;
  const times = medianTimes(others, 41, batch);
  // Apart, because what it throws away would be collected in the turns of the others.
  const { filters: filtersTime = NaN } = medianTimes({ filters }, 9, batch);
  const ratioTo = (/** @type {string} */ other) => ((times['built'] ?? NaN) / (times[other] ?? NaN)).toFixed(2);
  timeOf[name] = times['built'] ?? NaN;
  handTimeOf[name] = times['hand'] ?? NaN;
  table.push({
    'cell function': name,
    ms: timeOf[name].toFixed(3),
    '/ by hand': ratioTo('hand'),
    goal: GOAL.toFixed(1),
    '/ unchecked, plain sums': ratioTo('bare'),
    'filters and sums /': (filtersTime / (times['built'] ?? NaN)).toFixed(1),
  });
}

/**
 * @param {unknown} answer
 * @returns {unknown[][]} the cells that it fills.
 */
function asTable(answer) {
  return Array.isArray(answer) ? answer : [[answer]];
}

for (const accounts of [1_000, 10_000, 100_000]) {
  const { starting, ending } = makeTables(context, accounts);
  const size = accounts.toLocaleString('en-US');
  const batch = 100_000 / accounts;
  compare(
    `NRR, ${size} accounts`,
    {
      built: () => NRR?.(starting, ending),
      hand: () => byHand.netRetention(starting, ending),
      bare: () => byHand.bareNetRetention(starting, ending),
      naive: () => naive.naiveNetRetention(starting, ending),
    },
    batch,
  );
  compare(
    `GRR, ${size} accounts`,
    {
      built: () => GRR?.(starting, ending),
      hand: () => byHand.grossRetention(starting, ending),
      bare: () => byHand.bareGrossRetention(starting, ending),
      naive: () => naive.naiveGrossRetention(starting, ending),
    },
    batch,
  );
}

const { series } = makeTables(context, 40_000, 26);
compare(
  'BENDING, 40,000 x 26',
  {
    built: () => BENDING?.(series),
    hand: () => byHand.bending(series),
    bare: () => byHand.bareBending(series),
    naive: () => naive.naiveBending(series),
  },
  1,
);

console.table(table);
for (const name of ['NRR', 'GRR']) {
  const growthOf = (/** @type {Record<string, number>} */ times) =>
    ((times[`${name}, 100,000 accounts`] ?? NaN) / (times[`${name}, 10,000 accounts`] ?? NaN)).toFixed(1);
  console.log(
    `${name}: ten times the accounts cost ${growthOf(timeOf)} times as much (goal 12), ${growthOf(handTimeOf)} by hand`,
  );
}
if (MRRMOVEMENTS) measureLedger(context, MRRMOVEMENTS);
await measureSql(context, functions);
const scan = measureScan();
console.log(
  `A tick over 10,000 accounts x 4 indicators x 26 weeks and 300 people, services left out: ${scan.quiet.toFixed(0)} ms when nothing changed (goal 1,000), ${scan.first.toFixed(0)} ms with ${String(scan.mails)} messages`,
);
console.log(
  `Loading the bundle (${loading.kilobytes.toFixed(0)} kB of 300) in a fresh context: ${loading.first.toFixed(1)} ms the first time (goal 15), ${loading.later.toFixed(1)} ms later`,
);
console.log(
  `A first call of NRR over 10,000 accounts in a fresh context, loading left out: ${loading.firstCall.toFixed(1)} ms`,
);
