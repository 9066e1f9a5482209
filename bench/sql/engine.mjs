// An SQL engine in memory, with tables filled from columns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';

/** @typedef {string | number | null} Value */

/** The statement of MRRMOVEMENTS over a table `ledger`. */
export const movementsSql = readFileSync(join(import.meta.dirname, 'movements.sql'), 'utf8');

/** @returns {Promise<Engine>} */
export async function startEngine() {
  const instance = await DuckDBInstance.create();
  return new Engine(await instance.connect());
}

export class Engine {
  /** @param {import('@duckdb/node-api').DuckDBConnection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  /**
   * Makes the table `ledger` anew.
   *
   * @param {readonly string[]} accounts
   * @param {readonly number[]} days days since 1970-01-01, one an account.
   * @param {readonly number[]} mrr
   */
  async fillLedger(accounts, days, mrr) {
    await this.connection.run('CREATE OR REPLACE TABLE ledger (account VARCHAR, day DATE, mrr DOUBLE)');
    const appender = await this.connection.createAppender('ledger');
    accounts.forEach((account, row) => {
      appender.appendVarchar(account);
      appender.appendDate(new DuckDBDateValue(days[row] ?? NaN));
      appender.appendDouble(mrr[row] ?? NaN);
      appender.endRow();
    });
    appender.closeSync();
  }

  /**
   * Makes the table `pairs` anew: MRR of accounts at the start and at the end; null where an account has none.
   *
   * @param {readonly (number | null)[]} starting
   * @param {readonly (number | null)[]} ending
   */
  async fillPairs(starting, ending) {
    await this.connection.run('CREATE OR REPLACE TABLE pairs (s DOUBLE, e DOUBLE)');
    const appender = await this.connection.createAppender('pairs');
    const append = (/** @type {number | null} */ mrr) => {
      if (mrr === null) appender.appendNull();
      else appender.appendDouble(mrr);
    };
    starting.forEach((mrr, row) => {
      append(mrr);
      append(ending[row] ?? null);
      appender.endRow();
    });
    appender.closeSync();
  }

  /**
   * The rows that a statement gives, dates as days since 1970-01-01.
   *
   * @param {string} sql
   * @returns {Promise<Value[][]>}
   */
  async rows(sql) {
    const answer = await this.connection.runAndReadAll(sql);
    return answer.getRows().map((row) => row.map(plain));
  }

  close() {
    this.connection.closeSync();
  }
}

/** @param {unknown} value @returns {Value} */
function plain(value) {
  if (value instanceof DuckDBDateValue) return value.days;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
