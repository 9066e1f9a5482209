// An SQL engine in memory, with tables filled from columns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';

/** @typedef {string | number | boolean | null} Value */

/** The statement of MRRMOVEMENTS over a table `ledger`. */
export const movementsSql = statement('movements.sql');
/** The statement of COHORTRETENTION over a table `ledger`, a row for each cohort and month, with every measure. */
export const cohortsSql = statement('cohorts.sql');
/** The statement of MRRLEDGER over a table `subscriptions`. */
export const ledgerSql = statement('ledger.sql');

/** @param {string} file */
function statement(file) {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}

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
   * Makes the table `subscriptions` anew; days are days since 1970-01-01.
   *
   * @param {readonly { account: string, start: number, end: number | null, mrr: number }[]} subscriptions
   */
  async fillSubscriptions(subscriptions) {
    await this.connection.run(
      'CREATE OR REPLACE TABLE subscriptions (account VARCHAR, starts DATE, ends DATE, mrr DOUBLE)',
    );
    const appender = await this.connection.createAppender('subscriptions');
    for (const { account, start, end, mrr } of subscriptions) {
      appender.appendVarchar(account);
      appender.appendDate(new DuckDBDateValue(start));
      if (end === null) appender.appendNull();
      else appender.appendDate(new DuckDBDateValue(end));
      appender.appendDouble(mrr);
      appender.endRow();
    }
    appender.closeSync();
  }

  /**
   * Makes a table of numbers anew.
   *
   * @param {string} name
   * @param {Record<string, readonly (number | null)[]>} columns by name, all of one length; null where a cell is blank.
   */
  async fillNumbers(name, columns) {
    const list = Object.keys(columns).map((column) => `${column} DOUBLE`);
    await this.connection.run(`CREATE OR REPLACE TABLE ${name} (${list.join(', ')})`);
    const appender = await this.connection.createAppender(name);
    const [first = [], ...others] = Object.values(columns);
    first.forEach((value, row) => {
      for (const number of [value, ...others.map((column) => column[row] ?? null)]) {
        if (number === null) appender.appendNull();
        else appender.appendDouble(number);
      }
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
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
