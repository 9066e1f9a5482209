import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { mrrsnapshot } from '../../src/functions/snapshot.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'America/Sao_Paulo'])(
  'MRRSNAPSHOT in %s',
  (zone) => {
    const date = (year: number, month: number, day: number): Date => new Date(instantOf(dayOf(year, month, day), zone));
    const snapshotOf = (accounts: unknown, starts: unknown, ends: unknown, mrr: unknown, day: unknown): unknown =>
      mrrsnapshot(() => zone, accounts, starts, ends, mrr, day);

    it('lists every account with its MRR on the day, an end day not covered', () => {
      const rows = snapshotOf(
        column('Account', 'Acme', 'Beta', 'ACME ', 'Gamma', 7, ''),
        column('Start', date(2018, 1, 1), date(2018, 1, 1), date(2018, 11, 4), date(2018, 11, 5), date(2018, 1, 1), ''),
        column('End', '', date(2018, 11, 4), '', '', date(2018, 11, 5), ''),
        column('MRR', 100, 50, -30, 80, 12.5, ''),
        date(2018, 11, 4),
      );
      expect(rows).toEqual([['Acme', 70], ['Beta', 0], ['Gamma', 0], ['7', 12.5]]); // prettier-ignore
    });

    const acme = column('Acme');
    const begun = column(date(2018, 1, 1));
    it.each([
      {
        name: 'a date as text',
        call: () => snapshotOf(column('Acme', 'Beta'), column(date(2018, 1, 1), '2018-01-05'), column('', ''), column(1, 2), date(2018, 5, 1)), // prettier-ignore
        says: 'MRRSNAPSHOT: starts row 2 is text "2018-01-05"; enter a date and format the cell as a date',
      },
      {
        name: 'a text date is no header',
        call: () => snapshotOf(column('Acme', 'Beta'), column('2018-01-05', date(2018, 1, 1)), column('x', ''), column('y', 2), date(2018, 5, 1)), // prettier-ignore
        says: 'MRRSNAPSHOT: starts row 1 is text "2018-01-05"; enter a date and format the cell as a date (and 2 more cells)',
      },
      {
        name: 'a date shown as a number',
        call: () => snapshotOf(acme, column(43_000), column(''), column(1), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: starts row 1 is 43000; format the cell as a date',
      },
      {
        name: 'a time without a date',
        call: () => snapshotOf(acme, column(date(1899, 12, 30)), column(''), column(1), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: starts row 1 is a time without a date; enter the date',
      },
      {
        name: 'a date that is none',
        call: () => snapshotOf(acme, column(new Date(NaN)), column(''), column(1), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: starts row 1 is not a valid date; enter a date and format the cell as a date',
      },
      {
        name: 'no start',
        call: () => snapshotOf(acme, column(''), column(''), column(1), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: starts row 1 is blank though its row is not; fill it or clear the row',
      },
      {
        name: 'no account',
        call: () => snapshotOf(column('Acme', ''), column(begun[0]?.[0], begun[0]?.[0]), column('', ''), column(1, 1), date(2018, 5, 1)), // prettier-ignore
        says: 'MRRSNAPSHOT: accounts row 2 is blank though its row is not; fill it or clear the row',
      },
      {
        name: 'an account that is TRUE',
        call: () => snapshotOf(column(true), begun, column(''), column(1), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: accounts row 1 is TRUE; put a name there',
      },
      {
        name: 'an end before the start',
        call: () => snapshotOf(acme, begun, column(date(2017, 12, 31)), column(1), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: ends row 1 is before the start in the same row; correct one of the two dates',
      },
      {
        name: 'credits above what an account pays',
        call: () => snapshotOf(column('Acme', 'acme'), column(begun[0]?.[0], begun[0]?.[0]), column('', ''), column(10, -30), date(2018, 5, 1)), // prettier-ignore
        says: 'MRRSNAPSHOT: account "Acme" has -20 MRR on 2018-05-01, below zero; correct its credits',
      },
      {
        name: 'no day',
        call: () => snapshotOf(acme, begun, column(''), column(1), ''),
        says: 'MRRSNAPSHOT: day is blank; give it a value',
      },
      {
        name: 'no rows',
        call: () => snapshotOf(column(''), column(''), column(''), column(''), date(2018, 5, 1)),
        says: 'MRRSNAPSHOT: accounts has no rows; give a range with data',
      },
    ])('says what is wrong: $name', ({ call, says }) => {
      expect(call).toThrow(new Error(says));
    });
  },
);
