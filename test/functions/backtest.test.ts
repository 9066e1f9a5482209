import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar/day.js';
import { instantOf } from '../instant-of.js';
import { signalbacktest, surprisedchurn } from '../../src/functions/backtest.js';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe.each(['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in %s', (zone) => {
  /** A day of 2026, at an hour of the zone's clocks. */
  const on = (month: number, day: number, hour = 0): Date => new Date(instantOf(dayOf(2026, month, day), zone, hour));
  const backtest = (...[weeks, accounts, signal, who, when, better]: unknown[]): unknown[][] =>
    signalbacktest(() => zone, weeks, accounts, signal, who, when, better);
  const surprised = (...[weeks, accounts, signals, who, when, better, bands]: unknown[]): unknown =>
    surprisedchurn(() => zone, weeks, accounts, signals, who, when, better, bands);

  // Rows in no order; any day of a week names it; Bolt's second week is given twice, and the last row counts.
  const WEEKS = column('Week', on(3, 15, 23), on(3, 2), on(3, 22), on(3, 2), on(3, 9), on(3, 16), on(3, 9), '', '');
  const ACCOUNTS = column('Account', 'acme', 'Acme', 'ACME ', 'Bolt', 'Bolt', 'Bolt', 'Bolt', '', '');
  const USAGE = column('Usage', 48, 50, 45, 20, 1, 21, 22, '', '');
  const CHURNS = [column('Churned', 'Acme', '', ''), column('On', on(5, 11), '', '')] as const;

  it('SIGNALBACKTEST spills measure, value and the interval, in this order', () => {
    expect(backtest(WEEKS, ACCOUNTS, USAGE, ...CHURNS)).toEqual([
      ['churns with data', 1, '', ''],
      ['caught', 1, '', ''],
      ['median weeks of warning (90 % interval)', 7, '', ''],
      ['visible 90+ days ahead', 0, '', ''],
      ['false alarms per 100 account-quarters', 'unknown', '', ''],
      ['bent too, of the accounts that stayed', 0, '', ''],
      ['AUC (95 % interval)', 1, 0, 1],
      ['verdict', 'too few churns to say', '', ''],
    ]);
  });

  it('SIGNALBACKTEST shows what it cannot know as unknown, never as 0', () => {
    const nothing = backtest(WEEKS, ACCOUNTS, USAGE, 'Cubit', on(5, 11), 'down');
    expect(nothing.map(([, value]) => value)).toEqual([
      ...[0, 0, 'unknown', 'unknown', 'unknown', 0, 'unknown'],
      'too few churns to say',
    ]);
  });

  it('SIGNALBACKTEST gives the interval of the median from five churns on', () => {
    const five = ['A', 'B', 'C', 'D', 'E'];
    const weeks = five.flatMap(() => [on(3, 2), on(3, 9), on(3, 16)]);
    const falling = [3, 2, 1];
    const rows = backtest(
      column(...weeks),
      column(...five.flatMap((account) => [account, account, account])),
      column(...five.flatMap(() => falling)),
      column(...five),
      column(on(3, 23), on(3, 30), on(4, 6), on(4, 13), on(4, 20)),
      'up',
    );
    expect(rows[2]).toEqual(['median weeks of warning (90 % interval)', 2, 0, 4]);
  });

  it.each([
    { name: 'no churns', args: [WEEKS, ACCOUNTS, USAGE, column('Who', ''), column('When', '')], says: 'churn_accounts has no rows; give a range with data' },
    { name: 'no signals', args: [column('W', ''), column('A', ''), column('U', ''), ...CHURNS], says: 'weeks has no rows; give a range with data' },
    { name: 'a value without a week', args: [column(on(3, 2), ''), column('A', 'A'), column(1, 2), ...CHURNS], says: 'weeks row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'a churn without a day', args: [WEEKS, ACCOUNTS, USAGE, column('Acme', 'Bolt'), column(on(5, 11), '')], says: 'churn_dates row 2 is blank though its row is not; fill it or clear the row' },
    { name: 'text in the signal', args: [on(3, 2), 'A', 'many', ...CHURNS], says: 'signal is text "many"; format the cell as a number' },
    { name: 'different heights', args: [WEEKS, 'A', USAGE, ...CHURNS], says: 'weeks has 10 rows and accounts has 1 row; give ranges of the same height' },
    { name: 'another direction', args: [WEEKS, ACCOUNTS, USAGE, ...CHURNS, 'more'], says: 'better is text "more"; choose "up" or "down"' },
    { name: 'several signals', args: [column(on(3, 2), on(3, 9)), column('A', 'A'), [[1, 2], [1, 2]], ...CHURNS], says: 'signal has 2 columns; give one column' },
    { name: 'no day of churn', args: [WEEKS, ACCOUNTS, USAGE, CHURNS[0]], says: 'churn_dates is missing; add it to the formula' },
    { name: 'nothing', args: [], says: 'weeks is missing; add it to the formula' },
  ])('SIGNALBACKTEST says what is wrong: $name', ({ args, says }) => {
    expect(() => backtest(...args)).toThrow(new Error(`SIGNALBACKTEST: ${says}`));
  }); // prettier-ignore

  const BOTH = [column('Churned', 'Acme', 'Bolt'), column('On', on(5, 11), on(5, 12))] as const;
  const TWO_SIGNALS = USAGE.map(([usage], row) => [usage, row === 0 ? 'Tickets' : usage === '' ? '' : row]);

  it('SURPRISEDCHURN asks every signal, each in its direction, and the bands', () => {
    expect(surprised(WEEKS, ACCOUNTS, USAGE, ...BOTH)).toBe(0.5);
    expect(surprised(WEEKS, ACCOUNTS, USAGE, ...BOTH, 'down')).toBe(1);
    // Bolt's tickets are 4, 7 and 6: no bend either way; Acme's are 2, 1 and 3.
    expect(surprised(WEEKS, ACCOUNTS, TWO_SIGNALS, ...BOTH)).toBe(0.5);
    expect(surprised(WEEKS, ACCOUNTS, TWO_SIGNALS, ...BOTH, column('down', 'down'))).toBe(1);
    expect(surprised(WEEKS, ACCOUNTS, TWO_SIGNALS, ...BOTH, [['up', 'down']])).toBe(0.5);
    const bands = column('Band', '', 'green', 'unknown', 'yellow', '', 'Red', 'green', '', '');
    expect(surprised(WEEKS, ACCOUNTS, USAGE, ...BOTH, '', bands)).toBe(0);
  });

  it('SURPRISEDCHURN counts a churn that nobody measured, and not what was known too late', () => {
    expect(surprised(WEEKS, ACCOUNTS, USAGE, 'Cubit', on(5, 11))).toBe(1);
    expect(surprised(WEEKS, ACCOUNTS, USAGE, 'Acme', on(3, 22))).toBe(1);
    expect(surprised(WEEKS, ACCOUNTS, USAGE, 'Acme', on(3, 23))).toBe(0);
  });

  it.each([
    { name: 'no churns', args: [WEEKS, ACCOUNTS, USAGE, '', ''], says: 'churn_accounts has no rows; give a range with data' },
    { name: 'directions that do not fit', args: [WEEKS, ACCOUNTS, TWO_SIGNALS, ...BOTH, column('up', 'up', 'down')], says: 'better has 3 cells and signals has 2 columns; give one direction, or one for each column' },
    { name: 'text in the second signal', args: [column(on(3, 2), on(3, 9)), column('A', 'A'), [[1, 2], [1, 'x']], ...BOTH], says: 'signals column 2 row 2 is text "x"; format the cell as a number' },
    { name: 'a band that is none', args: [on(3, 2), 'A', 1, ...BOTH, '', 'amber'], says: 'bands is text "amber"; choose "unknown" or "red" or "yellow" or "green"' },
    { name: 'nothing', args: [], says: 'weeks is missing; add it to the formula' },
  ])('SURPRISEDCHURN says what is wrong: $name', ({ args, says }) => {
    expect(() => surprised(...args)).toThrow(new Error(`SURPRISEDCHURN: ${says}`));
  }); // prettier-ignore
});
