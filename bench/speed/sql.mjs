import { movementsSql, startEngine } from '../sql/engine.mjs';
import { median } from './measure.mjs';
import { sameDigits } from './same-digits.mjs';
import { makeLedger, makeTables } from './tables.mjs';

const RATIO_SQL = {
  NRR: 'SELECT fsum(coalesce(e, 0)) FILTER (s > 0) / fsum(s) FROM pairs',
  GRR: 'SELECT fsum(least(s, coalesce(e, 0))) FILTER (s > 0) / fsum(s) FROM pairs',
};
/** Only the last three weeks decide; null where the last is blank. */
const BENDING_SQL = `
  SELECT CASE WHEN last IS NOT NULL THEN coalesce(last < before AND before < earlier, false) END FROM weeks`;
const SERIES = 40_000;
const WEEKS = 26;
const ROUNDS = 7;
const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;

/**
 * Times the cell functions against an SQL engine that holds the same rows in its own tables already, and throws when the
 * two give different answers.
 *
 * @param {import('node:vm').Context} context
 * @param {Record<string, (...args: unknown[]) => unknown>} functions the bundle's globals.
 */
export async function measureSql(context, functions) {
  const engine = await startEngine();
  const table = [];
  for (const accounts of [1_000, 10_000, 100_000]) {
    const size = `${accounts.toLocaleString('en-US')} accounts`;
    const { starting, ending } = makeTables(context, accounts);
    await engine.fillNumbers('pairs', { s: amounts(starting), e: amounts(ending) });
    for (const [name, sql] of Object.entries(RATIO_SQL)) {
      const ours = () => [[functions[name]?.(starting, ending)]];
      sameDigits(`${name} by SQL`, ours(), await engine.rows(sql));
      table.push({ 'cell function': `${name}, ${size}`, ...(await compare(ours, () => engine.rows(sql))) });
    }
    const months = accounts > 10_000 ? 6 : 18;
    const ledger = makeLedger(context, accounts, months);
    await engine.fillLedger(ledger.accounts.flat(), ledger.dates.flat().map(berlinDay), ledger.mrr.flat());
    const ours = () => functions['MRRMOVEMENTS']?.(ledger.accounts, ledger.dates, ledger.mrr);
    const movements = /** @type {[Date, ...unknown[]][]} */ (ours()).map(([date, ...sums]) => [
      berlinDay(date),
      ...sums,
    ]);
    sameDigits('MRRMOVEMENTS by SQL', movements, await engine.rows(movementsSql));
    table.push({
      'cell function': `MRRMOVEMENTS, ${size} x ${months} months`,
      ...(await compare(ours, () => engine.rows(movementsSql))),
    });
  }
  table.push({
    'cell function': `BENDING, ${SERIES.toLocaleString('en-US')} x ${WEEKS}`,
    ...(await compareBending(context, functions, engine)),
  });
  engine.close();
  console.table(table);
}

/**
 * @param {import('node:vm').Context} context
 * @param {Record<string, (...args: unknown[]) => unknown>} functions
 * @param {import('../sql/engine.mjs').Engine} engine
 */
async function compareBending(context, functions, engine) {
  const { series } = makeTables(context, SERIES, WEEKS);
  const [earlier = [], before = [], last = []] = [3, 2, 1].map((back) =>
    amounts(series.map((row) => row.slice(-back))),
  );
  await engine.fillNumbers('weeks', { earlier, before, last });
  const ours = () => functions['BENDING']?.(series);
  const bent = /** @type {unknown[][]} */ (ours()).map(([answer]) => [answer === 'no data' ? null : answer]);
  sameDigits('BENDING by SQL', bent, await engine.rows(BENDING_SQL));
  return compare(ours, () => engine.rows(BENDING_SQL));
}

/**
 * The day of a midnight of Berlin, which is the evening before in Greenwich.
 *
 * @param {Date} date
 */
function berlinDay(date) {
  return Math.floor((date.getTime() + 2 * MS_PER_HOUR) / MS_PER_DAY);
}

/** @param {(number | string)[][]} column */
function amounts(column) {
  return column.map(([cell]) => (typeof cell === 'number' ? cell : null));
}

/**
 * @param {() => unknown} ours
 * @param {() => Promise<unknown>} sql
 */
async function compare(ours, sql) {
  const times = { ours: /** @type {number[]} */ ([]), sql: /** @type {number[]} */ ([]) };
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const start = performance.now();
    ours();
    const middle = performance.now();
    await sql();
    const end = performance.now();
    if (round < ROUNDS) continue;
    times.ours.push(middle - start);
    times.sql.push(end - middle);
  }
  const ms = median(times.ours);
  return { ms: ms.toFixed(3), 'SQL ms': median(times.sql).toFixed(3), 'SQL /': (median(times.sql) / ms).toFixed(1) };
}
