// `node bench/sql/retention.mjs FOLDER FROM TO` prints the retention ratios of FOLDER's accounts.csv and
// subscriptions.csv between two days, computed by an SQL engine, to hold the formulas against.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = '', from = '', to = ''] = process.argv.slice(2);
if (folder === '' || !isDay(from) || !isDay(to)) {
  console.error(
    'retention: give a folder and two days, such as: node bench/sql/retention.mjs exports 2023-12-31 2024-12-31',
  );
  process.exit(2);
}

/** @param {string} text */
function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

const database = await DuckDBInstance.create();
const connection = await database.connect();
const answer = await connection.runAndReadAll(await readFile(join(import.meta.dirname, 'retention.sql'), 'utf8'), {
  accounts: join(folder, 'accounts.csv'),
  subscriptions: join(folder, 'subscriptions.csv'),
  from,
  to,
});
for (const [name, value] of Object.entries(answer.getRowObjectsJson()[0] ?? {})) {
  console.log(`${name.replaceAll('_', ' ')}: ${shown(value)}`);
}

/** @param {unknown} value a list, a ratio, a count (a text, as the engine's counts exceed a double) or null. */
function shown(value) {
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'number' ? value.toPrecision(15) : (value ?? 'none');
}
