import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { cohortretention, mrrledger, mrrmovements } from '../../src/functions/ledger.js';
import { nrrpolicies } from '../../src/functions/ledger-policies.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'America/Sao_Paulo', 'UTC'])('in %s', (zone) => {
  /** A day of 2018, with an hour, as that zone's clocks show it. */
  const date = (month: number, day: number, hour = 0): Date => new Date(instantOf(dayOf(2018, month, day), zone, hour));
  const zoneOf = (): string => zone;

  const ACCOUNTS = column('Account', 'Acme', 'Acme', 'ACME ', 'Beta', 7, '', 'Acme', '');
  // In São Paulo 4 November 2018 begins at 1 o'clock; a month's last hour is still that month.
  const DATES = column('Month', date(10, 31, 23), date(11, 4), date(11, 30, 23), date(11, 1), date(12, 31, 23), '', date(12, 1), ''); // prettier-ignore
  const MRR = column('MRR', 100, 90, -10, 50, 12.5, '', 120, '');

  describe('MRRMOVEMENTS', () => {
    it('gives one row a month with its movements, rows of an account and month added up', () => {
      expect(mrrmovements(zoneOf, ACCOUNTS, DATES, MRR, undefined, undefined)).toEqual([
        [date(10, 1), 0, 100, 0, 0, 0, 0, 100, '', '', ''],
        [date(11, 1), 100, 50, 0, 20, 0, 0, 130, 0.8, 0.8, 1],
        [date(12, 1), 130, 12.5, 40, 0, 50, 0, 132.5, 120 / 130, 80 / 130, 0.5],
      ]);
    });

    it('begins and ends in the months that hold two days, and refuses one that nobody has entered yet', () => {
      const rows = mrrmovements(zoneOf, ACCOUNTS, DATES, MRR, date(12, 1), date(12, 31, 23));
      expect(rows.map(([, opening, , , , churned, , closing]) => [opening, churned, closing])).toEqual([
        [130, 50, 132.5],
      ]);
      const later = new Date(instantOf(dayOf(2019, 2, 1), zone));
      const sentence = 'to 2019-02 is after the last month of the ledger, 2018-12; give an earlier month, or add its rows (0 where nobody pays any more)'; // prettier-ignore
      expect(() => mrrmovements(zoneOf, ACCOUNTS, DATES, MRR, '', later)).toThrow(new Error(`MRRMOVEMENTS: ${sentence}`)); // prettier-ignore
      expect(() => nrrpolicies(zoneOf, ACCOUNTS, DATES, MRR, date(12, 1), later, '')).toThrow(
        new Error(`NRRPOLICIES: ${sentence}`),
      );
      expect(mrrmovements(zoneOf, ACCOUNTS, DATES, MRR, '', date(11, 9))).toHaveLength(2);
    });

    it('takes one row for a ledger, and a blank for an MRR of 0', () => {
      expect(mrrmovements(zoneOf, 'Acme', date(5, 4), '', undefined, undefined)).toEqual([
        [date(5, 1), 0, 0, 0, 0, 0, 0, 0, '', '', ''],
      ]);
    });
  });

  describe('COHORTRETENTION', () => {
    it.each([
      { measure: undefined, october: [1, 1, 1], november: [1, 0, ''] },
      { measure: ' Net', october: [1, 0.8, 1.2], november: [1, 0, ''] },
      { measure: 'gross', october: [1, 0.8, 1], november: [1, 0, ''] },
    ])('gives a triangle by $measure, blank after the last month', ({ measure, october, november }) => {
      expect(cohortretention(zoneOf, ACCOUNTS, DATES, MRR, measure)).toEqual([
        [date(10, 1), 1, ...october],
        [date(11, 1), 1, ...november],
        [date(12, 1), 1, 1, '', ''],
      ]);
    });
  });

  describe('NRRPOLICIES', () => {
    it('gives each convention with its difference and the accounts that make it', () => {
      expect(nrrpolicies(zoneOf, ACCOUNTS, DATES, MRR, date(11, 30, 23), date(12, 1), undefined)).toEqual([
        ['endpoint cohort', 120 / 130, 0, ''],
        ['endpoint cohort, a return does not count', 120 / 130, 0, ''],
        ['movements summed', 120 / 130, 0, ''],
        ['movements summed, reactivation counted', 120 / 130, 0, ''],
        ['monthly NRR compounded', 120 / 130, 0, 'a product of months, no sum of accounts'],
        ['churn at cancellation', 'unknown', '', 'add the column of cancellation dates'],
      ]);
    });

    it('counts an account as churned at its notice where the notices are given', () => {
      const notices = column('Notice', '', '', '', '', '', '', date(12, 31, 23), '');
      const [, , , , , row] = nrrpolicies(zoneOf, ACCOUNTS, DATES, MRR, date(11, 1), date(12, 1), notices);
      expect(row).toEqual(['churn at cancellation', 0, -120 / 130, 'Acme -120']);
    });

    it('names the five accounts that matter most, and how many more', () => {
      const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'A', 'B', 'C', 'D', 'E', 'F', 'G'];
      const amounts = [10, 200, 30.5, 4000, 50, 0.25, 0.001];
      const accounts = column(...names);
      const dates = column(...names.map((_, index) => date(index < 7 ? 1 : 3, 1)));
      const [, row] = nrrpolicies(zoneOf, accounts, dates, column(...amounts, ...amounts), date(1, 1), date(3, 1), '');
      expect(row?.[3]).toBe('D -4000, B -200, E -50, C -30.50, A -10 and 1 more');
    });
  });

  describe('MRRLEDGER', () => {
    const subscriptions = [
      column('Account', 'Beta', 'Acme', 'beta', 'Gone', ''),
      column('Start', date(10, 31), date(11, 4), date(11, 1), date(11, 5), ''),
      column('End', date(12, 1), '', date(12, 31), date(11, 30), ''),
      column('MRR', 50, 100, -20, 9, ''),
    ] as const;

    it('gives account, month and MRR of each month’s last day, accounts in order of first appearance', () => {
      expect(mrrledger(zoneOf, ...subscriptions.map((one) => one.slice(0, 3)) as [unknown, unknown, unknown, unknown], undefined, undefined)).toEqual([
        ['Beta', date(10, 1), 50],
        ['Beta', date(11, 1), 50],
        ['Acme', date(11, 1), 100],
        ['Acme', date(12, 1), 100],
      ]); // prettier-ignore
      const [accounts, starts, ends, mrr] = subscriptions;
      expect(mrrledger(zoneOf, accounts, starts, ends, mrr, date(11, 30), date(11, 1))).toEqual([
        ['Beta', date(11, 1), 30],
        ['Acme', date(11, 1), 100],
      ]);
    });

    it.each([
      { name: 'months that cross', from: date(12, 1), to: date(11, 30), says: 'from 2018-12 is after to 2018-11; give from the earlier month' }, // prettier-ignore
      { name: 'months without revenue', from: date(1, 1), to: date(2, 1), says: 'no subscription pays from 2018-01 to 2018-02; give months in which one runs' }, // prettier-ignore
      { name: 'text for a month', from: '2018-11', to: '', says: 'from is text "2018-11"; enter a date and format the cell as a date' }, // prettier-ignore
    ])('says what is wrong: $name', ({ from, to, says }) => {
      const [accounts, starts, ends, mrr] = subscriptions;
      expect(() => mrrledger(zoneOf, accounts, starts, ends, mrr, from, to)).toThrow(new Error(`MRRLEDGER: ${says}`));
    });

    it('says when there is too much to spill, a year is mistyped, or credits exceed what an account pays', () => {
      const far = new Date(instantOf(dayOf(2199, 5, 1), zone));
      const many = Array.from({ length: 500 }, () => 'Acme');
      expect(() => mrrledger(zoneOf, column(...many), column(...many.map(() => date(5, 1))), column(...many.map(() => far)), column(...many.map(() => 5)), '', '')).toThrow(
        new Error('MRRLEDGER: the subscriptions run for 1,086,000 months in all from 2018-05 to 2199-05, more than 1,000,000; give from and to closer together'),
      ); // prettier-ignore
      const mistyped = new Date(instantOf(dayOf(20_180, 6, 1), zone));
      expect(() => mrrledger(zoneOf, column('Acme'), column(date(5, 1)), column(mistyped), column(5), '', '')).toThrow(
        new Error('MRRLEDGER: ends row 1 is in the year 20180; correct the date'),
      );
      expect(() => mrrledger(zoneOf, column('Acme', 'Acme'), column(date(5, 1), date(6, 30)), column(date(6, 30), date(7, 1)), column(5, -9), '', '')).toThrow(
        new Error('MRRLEDGER: account "Acme" has -9 MRR in 2018-06, below zero; correct its credits'),
      ); // prettier-ignore
    });
  });

  const acme = column('Acme');
  const may = column(date(5, 4));
  const movementsOf = (accounts?: unknown, dates?: unknown, mrr?: unknown, from?: unknown, to?: unknown): unknown =>
    mrrmovements(zoneOf, accounts, dates, mrr, from, to);
  const policiesOf = (mrr: unknown, from: unknown, to: unknown, cancelled?: unknown): unknown =>
    nrrpolicies(zoneOf, acme, may, mrr, from, to, cancelled);

  it.each([
    { name: 'no column', call: () => movementsOf(), says: 'MRRMOVEMENTS: accounts is missing; add it to the formula' },
    { name: 'no MRR', call: () => movementsOf(acme, may), says: 'MRRMOVEMENTS: mrr is missing; add it to the formula' },
    {
      name: 'different heights',
      call: () => movementsOf(column('A', 'B'), may, column(1)),
      says: 'MRRMOVEMENTS: accounts has 2 rows and dates has 1 row; give ranges of the same height',
    },
    {
      name: 'a row without account or date',
      call: () => movementsOf(column('A', '', 'B'), column(date(5, 1), date(5, 1), ''), column(1, 1, 1)),
      says: 'MRRMOVEMENTS: accounts row 2 is blank though its row is not; fill it or clear the row (and 1 more cell)',
    },
    {
      name: 'text for an amount',
      call: () => movementsOf(column('A', 'B'), column(date(5, 1), date(5, 1)), column(1, '$1,200')),
      says: 'MRRMOVEMENTS: mrr row 2 is text "$1,200"; format the cell as a number',
    },
    {
      name: 'errors and a checkbox',
      call: () => movementsOf(column('A', '#N/A', true), column(date(5, 1), 43_000, '#REF!'), column(1, 2, true)),
      says: 'MRRMOVEMENTS: accounts row 2 is the error #N/A; repair the formula in that cell (and 4 more cells)',
    },
    {
      name: 'credits above what an account pays',
      call: () => movementsOf(column('Acme', 'acme'), column(date(5, 4), date(5, 9)), column(10, -30)),
      says: 'MRRMOVEMENTS: account "Acme" has -20 MRR in 2018-05, below zero; correct its credits',
    },
    { name: 'no rows', call: () => movementsOf(column('', ''), column('', ''), column('', '')), says: 'MRRMOVEMENTS: accounts has no rows; give a range with data' }, // prettier-ignore
    {
      name: 'months that cross',
      call: () => movementsOf(acme, may, column(1), date(6, 1)),
      says: 'MRRMOVEMENTS: from 2018-06 is after to 2018-05; give from the earlier month',
    },
    {
      name: 'a measure that is none',
      call: () => cohortretention(zoneOf, acme, may, column(1), 'nrr'),
      says: 'COHORTRETENTION: measure is text "nrr"; choose "logo" or "net" or "gross"',
    },
    {
      name: 'nobody pays',
      call: () => cohortretention(zoneOf, acme, may, column(0), ''),
      says: 'COHORTRETENTION: mrr has no amount above 0; give a ledger with revenue',
    },
    { name: 'no from', call: () => policiesOf(column(1), '', date(6, 1)), says: 'NRRPOLICIES: from is blank; give it a value' }, // prettier-ignore
    { name: 'no to', call: () => policiesOf(column(1), date(5, 1), undefined), says: 'NRRPOLICIES: to is missing; add it to the formula' }, // prettier-ignore
    {
      name: 'months not apart',
      call: () => policiesOf(column(1), date(5, 1), date(5, 31)),
      says: 'NRRPOLICIES: from 2018-05 is not before to 2018-05; give from an earlier month',
    },
    { name: 'nobody pays at first', call: () => policiesOf(column(1), date(4, 1), date(5, 1)), says: 'NRRPOLICIES: no starting revenue' }, // prettier-ignore
    {
      name: 'a notice that is no date',
      call: () => policiesOf(column(1), date(5, 1), date(6, 1), column('soon')),
      says: 'NRRPOLICIES: cancelled row 1 is text "soon"; enter a date and format the cell as a date',
    },
  ])('says what is wrong: $name', ({ call, says }) => {
    expect(call).toThrow(new Error(says));
  });
});
