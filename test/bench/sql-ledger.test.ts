import { describe, expect, it } from 'vitest';
import { cohortsSql, ledgerSql, movementsSql, startEngine } from '../../bench/sql/engine.mjs';
import { dayOf } from '../../src/domain/calendar/day.js';
import { dayReader } from '../../src/domain/calendar/zone.js';
import { instantOf } from '../instant-of.js';
import { cohortretention, mrrledger, mrrmovements } from '../../src/functions/ledger.js';

const ZONE = 'America/Sao_Paulo';

/** The same numbers every time, each below `below`. */
function numbers(): (below: number) => number {
  let state = 12345;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Rows of account, day and MRR: gaps, months of 0, several rows a month and credits, in no order of accounts. */
function ledger(accounts: number, months: number): { account: string; day: number; mrr: number }[] {
  const next = numbers();
  const rows = Array.from({ length: accounts * months }, (_, index) => {
    const account = `Customer ${String(index % accounts)}`;
    const first = dayOf(2024, 1 + Math.floor(index / accounts), 1);
    const mrr = next(20) === 0 ? 0 : (1 + next(500_000)) / 100;
    const billed = { account, day: first + next(28), mrr };
    const credit = { account, day: first + next(28), mrr: -mrr / 4 };
    return [[], [billed], [billed], [billed, credit]][next(4)] ?? [];
  });
  return rows.flat();
}

/** A number to twelve significant digits; a blank is null in SQL. */
const digits = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(12)) : value || null);

/** Subscriptions of one to three terms an account, some of them running on, some ended before their month was over. */
function subscriptions(accounts: number): { account: string; start: number; end: number | null; mrr: number }[] {
  const next = numbers();
  return Array.from({ length: accounts }, (_, index) =>
    Array.from({ length: 1 + next(3) }, () => {
      const start = dayOf(2024, 1, 1 + next(500));
      const end = next(3) === 0 ? null : start + next(400);
      return { account: `Customer ${String(index).padStart(4, '0')}`, start, end, mrr: (1 + next(500_000)) / 100 };
    }),
  ).flat();
}

const column = (cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const dates = (days: readonly (number | null)[]): unknown[][] =>
  column(days.map((day) => (day === null ? '' : new Date(instantOf(day, ZONE)))));
const dayIn = dayReader(ZONE);
/** Dates as days. */
const shown = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  rows.map((row) => row.map((cell) => digits(cell instanceof Date ? dayIn(cell.getTime()) : cell)));

const rows = ledger(1000, 18);
const cells = [
  column(rows.map(({ account }) => account)),
  dates(rows.map(({ day }) => day)),
  column(rows.map(({ mrr }) => mrr)),
] as const;

async function answer(sql: string): Promise<unknown[][]> {
  const engine = await startEngine();
  await engine.fillLedger(rows.map(({ account }) => account), rows.map(({ day }) => day), rows.map(({ mrr }) => mrr)); // prettier-ignore
  await engine.fillSubscriptions(subscriptions(1000));
  const expected = await engine.rows(sql);
  engine.close();
  return expected;
}

describe('of 1,000 accounts, to twelve digits, SQL finds', () => {
  it('the same movements', async () => {
    const expected = await answer(movementsSql);
    expect(expected).toHaveLength(18);
    expect(shown(mrrmovements(() => ZONE, ...cells, undefined, undefined))).toEqual(shown(expected));
  });

  it('the same cohorts, by each measure', async () => {
    const expected = await answer(cohortsSql);
    for (const [place, measure] of ['logo', 'net', 'gross'].entries()) {
      const cohorts = cohortretention(() => ZONE, ...cells, measure);
      const ratios = cohorts.flatMap(([month, count, ...list]) =>
        list.filter((ratio) => ratio !== '').map((ratio, since) => [month, count, since, ratio]),
      );
      expect(shown(ratios)).toEqual(shown(expected.map((row) => [...row.slice(0, 3), row[3 + place]])));
    }
  });

  it('the same ledger of subscriptions', async () => {
    const terms = subscriptions(1000);
    const table = mrrledger(
      () => ZONE,
      column(terms.map(({ account }) => account)),
      dates(terms.map(({ start }) => start)),
      dates(terms.map(({ end }) => end)),
      column(terms.map(({ mrr }) => mrr)),
      undefined,
      undefined,
    );
    expect(table.length).toBeGreaterThan(10_000);
    expect(shown(table)).toEqual(shown(await answer(ledgerSql)));
  });
});
