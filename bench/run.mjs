// Times the built cell functions (`npm run build` first) against hand-written passes over the same cells, as ratios
// within one run: on a machine of unknown speed only these say something.
import { emptyContext, loadBundle } from './speed/bundle.mjs';
import * as byHand from './speed/hand-written.mjs';
import { measureLedger } from './speed/ledger.mjs';
import { measureLoading } from './speed/loading.mjs';
import { medianTimes } from './speed/measure.mjs';
import { measureSql } from './speed/sql.mjs';
import { makeTables } from './speed/tables.mjs';

const loading = measureLoading();
const context = emptyContext();
const functions = loadBundle(context);
const { NRR, GRR, BENDING, MRRMOVEMENTS } = functions;
/** @type {Record<string, string | number>[]} */
const table = [];
/** @type {Record<string, number>} */
const timeOf = {};
/** @type {Record<string, number>} */
const handTimeOf = {};

/**
 * Times a cell function against the pass by hand, and against the least that any pass can cost.
 *
 * @param {string} name
 * @param {{ built: () => unknown, hand: () => unknown, bare: () => unknown }} passes
 * @param {number} batch runs timed together.
 */
function compare(name, passes, batch) {
  const [built, hand] = [passes.built(), passes.hand()].map((answer) => JSON.stringify(answer));
  if (built !== hand) throw new Error(`${name}: the two passes give different answers`);
  const times = medianTimes({ ...passes }, 41, batch);
  const ratioTo = (/** @type {string} */ other) => ((times['built'] ?? NaN) / (times[other] ?? NaN)).toFixed(2);
  timeOf[name] = times['built'] ?? NaN;
  handTimeOf[name] = times['hand'] ?? NaN;
  table.push({
    'cell function': name,
    ms: timeOf[name].toFixed(3),
    '/ by hand': ratioTo('hand'),
    '/ unchecked, plain sums': ratioTo('bare'),
  });
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
    },
    batch,
  );
  compare(
    `GRR, ${size} accounts`,
    {
      built: () => GRR?.(starting, ending),
      hand: () => byHand.grossRetention(starting, ending),
      bare: () => byHand.bareGrossRetention(starting, ending),
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
  },
  1,
);

console.table(table);
for (const name of ['NRR', 'GRR']) {
  const growthOf = (/** @type {Record<string, number>} */ times) =>
    ((times[`${name}, 100,000 accounts`] ?? NaN) / (times[`${name}, 10,000 accounts`] ?? NaN)).toFixed(1);
  console.log(
    `${name}: ten times the accounts cost ${growthOf(timeOf)} times as much, ${growthOf(handTimeOf)} by hand`,
  );
}
if (MRRMOVEMENTS) measureLedger(context, MRRMOVEMENTS);
await measureSql(context, functions);
console.log(
  `Loading the bundle (${loading.kilobytes.toFixed(0)} kB) in a fresh context: ${loading.first.toFixed(1)} ms the first time, ${loading.later.toFixed(1)} ms later`,
);
