import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/revenue/ledger.js';
import { accountsOf, FIRST, hasPaidBefore, ledger, ledgers, paid, resultOf, row, type Row } from './naive-ledger.js';

const MAY = 2026 * 12 + 4;

function changesOf(rows: readonly Row[]): [string, number, number, number, boolean][] {
  const book = ledger(rows);
  const changes: [string, number, number, number, boolean][] = [];
  const visit: Change = (account, month, before, now, hasPaid) => {
    changes.push([book.accounts[account] ?? '', month, before, now, hasPaid]);
  };
  book.eachChange(visit);
  return changes;
}

describe('a ledger', () => {
  it('adds up the rows of an account and month, whatever its spelling, and nets credits off', () => {
    const rows = [row('Acme', MAY, 100), row('Beta', MAY, 5), row(' ACME', MAY, 20), row('Acme', MAY, -30)];
    expect(changesOf(rows)).toEqual([
      ['Acme', MAY, 0, 90, false],
      ['Acme', MAY + 1, 90, 0, true],
      ['Beta', MAY, 0, 5, false],
      ['Beta', MAY + 1, 5, 0, true],
    ]);
  });

  it('takes cents that credits leave behind for nothing, but not a small amount', () => {
    expect(changesOf([row('A', MAY, 0.1), row('A', MAY, 0.2), row('A', MAY, -0.3)])).toEqual([]);
    expect(changesOf([row('A', MAY, 0.004)])).toHaveLength(2);
  });

  it('does not take what binary adds to a sum for a movement: 0.1 and 0.2 stay at 0.3', () => {
    const rows = [row('A', MAY, 0.1), row('A', MAY, 0.2), row('A', MAY + 1, 0.3)];
    expect(changesOf(rows)).toEqual([
      ['A', MAY, 0, 0.3, false],
      ['A', MAY + 1, 0.3, 0.3, true],
      ['A', MAY + 2, 0.3, 0, true],
    ]);
  });

  it.each([
    { name: 'in one row', rows: [row('A', MAY, 5), row('B', MAY, -30)], below: { account: 'B', month: MAY, mrr: -30 } },
    { name: 'in several', rows: [row('A', MAY, 5), row('A', MAY, -30)], below: { account: 'A', month: MAY, mrr: -25 } },
    {
      name: 'in the first month of the first account',
      rows: [row('A', MAY, 5), row('B', MAY, -1), row('A', MAY + 1, -2), row('A', MAY - 1, -3)],
      below: { account: 'A', month: MAY - 1, mrr: -3 },
    },
  ])('names the account and month where credits exceed what it pays: $name', ({ rows, below }) => {
    expect(resultOf(rows)).toEqual({ ok: false, reason: below });
  });

  it('knows its first and last month by its rows, those of 0 included', () => {
    expect(ledger([row('A', MAY, 5), row('A', MAY + 3, 0), row('B', MAY - 2, 0)])).toMatchObject({
      firstMonth: MAY - 2,
      lastMonth: MAY + 3,
    });
  });

  it('is the same whether its rows lie close or a century apart, to the last digit', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 1, max: 99 }), (rows, part) => {
        // Several rows and a credit for each row: cents that are not exact in binary.
        const shares = [part / 100, 0.1, -part / 300];
        const inCents = rows.flatMap((one) => shares.map((share) => ({ ...one, mrr: one.mrr * share + 0.07 })));
        const reversed = [...inCents].reverse();
        fc.pre(resultOf(reversed).ok);
        // Nobody looks at every month of that century: these rows are sorted instead.
        const apart = [...reversed, row('Z', FIRST - 1200, 5)];
        expect(changesOf(apart).filter(([account]) => account !== 'Z')).toEqual(changesOf(reversed));
      }),
    );
  });

  it('visits just the months in which an account pays or paid before, in order, as looking at every row finds them', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        const expected = accountsOf(rows).flatMap((account) =>
          Array.from({ length: 12 }, (_, index) => FIRST + index)
            .map((month) => [account, month, paid(rows, account, month - 1), paid(rows, account, month)] as const)
            .filter(([, , before, now]) => before > 0 || now > 0)
            .map((change) => [...change, hasPaidBefore(rows, account, change[1])]),
        );
        expect(changesOf(rows)).toEqual(expected);
      }),
    );
  });
});
