import { describe, expect, it } from 'vitest';
import { movementsSql, startEngine } from '../../bench/sql/engine.mjs';
import { dayOf } from '../../src/domain/calendar/day.js';
import { dayReader } from '../../src/domain/calendar/zone.js';
import { instantOf } from '../instant-of.js';
import { mrrmovements } from '../../src/functions/ledger.js';

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

describe('MRRMOVEMENTS and SQL', () => {
  it('give the same movements of 1,000 accounts, to twelve digits', async () => {
    const rows = ledger(1000, 18);
    const engine = await startEngine();
    await engine.fillLedger(rows.map(({ account }) => account), rows.map(({ day }) => day), rows.map(({ mrr }) => mrr)); // prettier-ignore
    const expected = await engine.rows(movementsSql);
    engine.close();

    const column = (cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
    const movements = mrrmovements(
      () => ZONE,
      column(rows.map(({ account }) => account)),
      column(rows.map(({ day }) => new Date(instantOf(day, ZONE)))),
      column(rows.map(({ mrr }) => mrr)),
      undefined,
      undefined,
    );
    const dayIn = dayReader(ZONE);
    const shown = movements.map((row) => row.map((cell) => (cell instanceof Date ? dayIn(cell.getTime()) : cell)));
    expect(expected).toHaveLength(18);
    expect(shown.map((row) => row.map(digits))).toEqual(expected.map((row) => row.map(digits)));
  });
});
