import { movementsSql, startEngine } from '../sql/engine.mjs';
import { withoutMonths } from './ledger.mjs';
import { median } from './measure.mjs';
import { sameDigits } from './same-digits.mjs';
import { makeLedger, makeTables } from './tables.mjs';

const RATIO_SQL = {
  NRR: 'SELECT fsum(coalesce(e, 0)) FILTER (s > 0) / fsum(s) FROM pairs',
  GRR: 'SELECT fsum(least(s, coalesce(e, 0))) FILTER (s > 0) / fsum(s) FROM pairs',
};
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
    await engine.fillPairs(amounts(starting), amounts(ending));
    for (const [name, sql] of Object.entries(RATIO_SQL)) {
      const ours = () => [[functions[name]?.(starting, ending)]];
      sameDigits(`${name} by SQL`, ours(), await engine.rows(sql));
      table.push({ 'cell function': `${name}, ${size}`, ...(await compare(ours, () => engine.rows(sql))) });
    }
    const months = accounts > 10_000 ? 6 : 18;
    const ledger = makeLedger(context, accounts, months);
    // Berlin's midnights are the day after in Greenwich's evening.
    const days = ledger.dates.map(([date]) => Math.floor((Number(date) + 2 * MS_PER_HOUR) / MS_PER_DAY));
    await engine.fillLedger(ledger.accounts.flat(), days, ledger.mrr.flat());
    const ours = () => functions['MRRMOVEMENTS']?.(ledger.accounts, ledger.dates, ledger.mrr);
    sameDigits('MRRMOVEMENTS by SQL', withoutMonths(ours()), withoutMonths(await engine.rows(movementsSql)));
    table.push({
      'cell function': `MRRMOVEMENTS, ${size} x ${months} months`,
      ...(await compare(ours, () => engine.rows(movementsSql))),
    });
  }
  engine.close();
  console.table(table);
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
