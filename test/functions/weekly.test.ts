import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { weekly, weeklyfor } from '../../src/functions/weekly.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe.each(['Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in %s', (zone) => {
  /** A date and time of May 2026, of which the 4th is a Monday, as that zone's clocks show it. */
  const may = (day: number, hour = 0): Date => new Date(instantOf(dayOf(2026, 5, day), zone, hour));
  const weeklyOf = (accounts: unknown, dates: unknown, values?: unknown, how?: unknown): unknown =>
    weekly(() => zone, accounts, dates, values, how);
  const weeklyForOf = (weeks: unknown, accounts: unknown, values?: unknown, how?: unknown): unknown =>
    weeklyfor(() => zone, weeks, accounts, ACCOUNTS, DATES, values, how);

  const ACCOUNTS = column('Account', 'Acme', 'acme ', 'Beta', 'Acme', '', '');
  const DATES = column('Created', may(10, 23), may(4), may(11), may(18, 1), '', '');
  const VALUES = column('Score', 4, 6, 5, '', '', '');

  describe('WEEKLY', () => {
    it('counts the events of each week from an account’s first to its last', () => {
      expect(weeklyOf(ACCOUNTS, DATES)).toEqual([
        [may(4), 'Acme', 2],
        [may(11), 'Acme', 0],
        [may(11), 'Beta', 1],
        [may(18), 'Acme', 1],
      ]);
    });

    it.each([
      { how: 'sum', acme: [10, 0, 0], beta: 5 },
      { how: 'Mean', acme: [5, '', ''], beta: 5 },
      { how: ' last', acme: [4, '', ''], beta: 5 },
      { how: 'distinct', acme: [2, 0, 0], beta: 1 },
    ])('adds values up by $how, blank where there is no answer', ({ how, acme, beta }) => {
      expect(weeklyOf(ACCOUNTS, DATES, VALUES, how)).toEqual([
        [may(4), 'Acme', acme[0]],
        [may(11), 'Acme', acme[1]],
        [may(11), 'Beta', beta],
        [may(18), 'Acme', acme[2]],
      ]);
    });

    it('counts without looking at the values, and tells words, dates and checkboxes apart', () => {
      expect(weeklyOf(column('A'), column(may(4)), column('#N/A'), 'count')).toEqual([[may(4), 'A', 1]]);
      const users = column('ann', 'Ann', true, may(1), 3, '');
      expect(weeklyOf(users.map(() => ['A']), users.map(() => [may(5)]), users, 'distinct')).toEqual([[may(4), 'A', 4]]); // prettier-ignore
    });

    it.each(['Date 1', 'Signed (2026)', 'Week 1 date', 'Marked 2'])(
      'takes the header %s for none of the dates',
      (header) => {
        expect(weeklyOf(column('Account', 'A'), column(header, may(4)))).toEqual([[may(4), 'A', 1]]);
      },
    );

    it.each(['4 May', '2026-05-04', 'May 4', 'Mon, May 4', 'Sept. 4', 'on 4/5'])(
      'takes the date %s for no header',
      (text) => {
        expect(() => weeklyOf(column('A', 'B'), column(text, may(4)))).toThrow(
          new Error(`WEEKLY: dates row 1 is text "${text}"; enter a date and format the cell as a date`),
        );
      },
    );

    it.each([
      {
        name: 'an unknown way',
        call: () => weeklyOf(ACCOUNTS, DATES, VALUES, 'median'),
        says: 'WEEKLY: how is text "median"; choose "count" or "sum" or "mean" or "last" or "distinct"',
      },
      {
        name: 'a sum of nothing',
        call: () => weeklyOf(ACCOUNTS, DATES, '', 'sum'),
        says: 'WEEKLY: how "sum" needs values; add the column of values',
      },
      {
        name: 'a date as text',
        call: () => weeklyOf(column('A', 'B'), column(may(4), 'May 4')),
        says: 'WEEKLY: dates row 2 is text "May 4"; enter a date and format the cell as a date',
      },
      {
        name: 'an event without account',
        call: () => weeklyOf(column('A', ''), column(may(4), may(5))),
        says: 'WEEKLY: accounts row 2 is blank though its row is not; fill it or clear the row',
      },
      {
        name: 'text among the values',
        call: () => weeklyOf(column('A', 'B'), column(may(4), may(5)), column(1, 'low'), 'mean'),
        says: 'WEEKLY: values row 2 is text "low"; format the cell as a number',
      },
      { name: 'no events', call: () => weeklyOf(column(''), column('')), says: 'WEEKLY: accounts has no rows; give a range with data' }, // prettier-ignore
    ])('says what is wrong: $name', ({ call, says }) => {
      expect(call).toThrow(new Error(says));
    });
  });

  describe('WEEKLYFOR', () => {
    it('gives each row its value, 0 for a week or account without events, blank for a blank row', () => {
      const weeks = column(may(7), may(4), '', may(18), may(25), may(4), '');
      const accounts = column('ACME', 'Beta', '', 'Acme', 'Acme', 'Nobody', '');
      expect(weeklyForOf(weeks, accounts)).toEqual([[2], [0], [''], [1], [0], [0]]);
      expect(weeklyForOf(weeks, accounts, VALUES, 'mean')).toEqual([[5], [''], [''], [''], [''], ['']]);
    });

    it('keeps its values beside their rows when the table begins with a header', () => {
      expect(weeklyForOf(column('Week', may(4)), column('Account', 'Acme'), VALUES, 'sum')).toEqual([[''], [10]]);
    });

    it('answers one row in the cell itself, and blank rows with a blank', () => {
      expect(weeklyForOf(may(4), 'Acme', VALUES, 'last')).toBe(4);
      expect(weeklyForOf(column('', ''), column('', ''))).toBe('');
    });

    it('names the argument of either table', () => {
      expect(() => weeklyForOf(column(may(4), 'x'), column('A', 'B'))).toThrow(
        new Error('WEEKLYFOR: weeks row 2 is text "x"; enter a date and format the cell as a date'),
      );
      expect(() => weeklyForOf(column(may(4)), column('A'), column(1), 'sum')).toThrow(
        new Error('WEEKLYFOR: event_accounts has 7 rows and values has 1 row; give ranges of the same height'),
      );
    });
  });
});

it('the zone is asked for only when a date is met', () => {
  const zone = (): string => {
    throw new Error('asked');
  };
  expect(() => weekly(zone, column('A'), column('x'), '', '')).toThrow(/^WEEKLY: dates row 1/);
});
