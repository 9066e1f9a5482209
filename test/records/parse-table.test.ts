import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayReader } from '../../src/domain/calendar/zone.js';
import { parseTable } from '../../src/records/parse-table.js';
import { problemSentence } from '../../src/records/problem.js';
import { accountsTab } from '../../src/records/tabs/accounts.js';
import { alertsTab } from '../../src/records/tabs/alerts.js';
import { ALL_TABS } from '../../src/records/tabs/index.js';
import { dateCell, day, table, workbook, ZONE } from './tables.js';

const context = { dayOf: dayReader(ZONE) };
const mapping = (tab: string, columns: Record<string, string | null> = {}) => ({ tab, columns });

function accounts(...rows: readonly (readonly unknown[])[]) {
  return parseTable(accountsTab, table('Accounts', ...rows), mapping('Accounts'), context);
}

describe('a tab is read in one pass', () => {
  it('finds columns wherever they stand and leaves the others alone', () => {
    const { rows, problems } = accounts(['Mood', 'ARR', 'account'], ['fine', 1200, 'Northwind']);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ row: 2, account: 'Northwind', arr: 1200, csm: null }]);
  });

  it('reads a date as its day in the zone of the spreadsheet', () => {
    const { rows } = accounts(['Account', 'Renewal'], ['Northwind', dateCell('2026-03-08')]);
    expect(rows[0]?.renewal).toBe(day('2026-03-08'));
  });

  it('keeps the good cells of a row with a bad optional one', () => {
    const { rows, problems } = accounts(['Account', 'ARR', 'Tier'], ['Northwind', '$1,200', 'Gold']);
    expect(rows).toMatchObject([{ account: 'Northwind', arr: null, tier: 'Gold' }]);
    expect(problems.map(problemSentence)).toEqual([
      'Accounts row 2, ARR "$1,200": is text where a number belongs; format the cell as a number and type it again',
    ]);
  });

  it('tells a cell that cannot be read from a blank one', () => {
    const { rows } = accounts(['Account', 'CSM', 'ARR', 'Tier'], ['A', 'Loading...', '', '#N/A'], ['B', '', '', '']);
    expect(rows.map(({ unread }) => unread)).toEqual([['tier', 'csm'], undefined]);
  });

  it.each([
    ['an error', '#N/A', 'is the error #N/A; mend its formula'],
    ['a formula that still loads', 'Loading...', 'is the error Loading...; mend its formula'],
    ['a truth value', true, 'is TRUE or FALSE where a number belongs; type the number'],
    ['a date', dateCell('2026-01-01'), 'is a date where a number belongs; type the number'],
    ['infinity', Infinity, 'is not a finite number; mend its formula'],
  ])('says what to do about %s in a number column', (_, cell, problem) => {
    expect(accounts(['Account', 'ARR'], ['Northwind', cell]).problems).toMatchObject([
      { row: 2, column: 'ARR', problem },
    ]);
  });

  it.each([
    ['a date as text', '2026-05-04', 'is text where a date belongs; format the cell as a date and type it again'],
    ['a serial number', 46146, 'is a number where a date belongs; format the cell as a date'],
  ])('says what to do about %s in a date column', (_, cell, problem) => {
    expect(accounts(['Account', 'Renewal'], ['Northwind', cell]).problems).toMatchObject([
      { column: 'Renewal', problem },
    ]);
  });

  it('drops a row whose required cell is blank, and counts it', () => {
    const parsed = accounts(['Account', 'ARR'], ['', 5], ['Northwind', 5]);
    expect(parsed).toMatchObject({ rowCount: 2, badRowCount: 1, readable: true });
    expect(parsed.rows).toHaveLength(1);
    expect(parsed.problems).toMatchObject([
      { row: 2, column: 'Account', problem: 'is blank; fill it in or clear the row' },
    ]);
  });

  it('passes over blank rows, and over a header row that stands there twice', () => {
    const parsed = accounts(['Account', 'ARR'], ['', ''], ['Account', 'ARR'], ['Northwind', 1]);
    expect(parsed.rows.map(({ account }) => account)).toEqual(['Northwind']);
    expect(parsed.problems).toMatchObject([{ row: 3, problem: 'repeats the header row; delete the row' }]);
  });

  it('reports rows below the last account once, however far a formula or check boxes were filled down', () => {
    const filled = Array.from({ length: 500 }, () => ['', 'someone@x.example', false]);
    const parsed = accounts(['Account', 'CSM', 'Ours'], ['Northwind', 'a@x.example', true], ['', '', false], ...filled);
    expect(parsed).toMatchObject({ rowCount: 1, badRowCount: 0 });
    expect(parsed.problems.map(problemSentence)).toEqual([
      'Accounts row 4: this and 499 more rows are not used, having none of the required cells; fill them in or clear the rows',
    ]);
  });

  it('names a mapped column that is gone', () => {
    const parsed = parseTable(accountsTab, table('CRM', ['Account']), mapping('CRM', { csm: 'Owner mail' }), context);
    expect(parsed.problems.map(problemSentence)).toEqual([
      'CRM row 1, Owner mail: is not in the header row (mapped to CSM); restore the header or map the columns again in the sidebar',
    ]);
    expect(parsed.readable).toBe(true);
  });

  it('reads nothing without a required column', () => {
    const parsed = accounts(['Customer', 'ARR'], ['Northwind', 1]);
    expect(parsed).toMatchObject({ rows: [], readable: false });
  });

  it('reports a header that stands twice and uses the first', () => {
    const parsed = accounts(['Account', 'ARR', 'arr'], ['Northwind', 1, 2]);
    expect(parsed.rows[0]?.arr).toBe(1);
    expect(parsed.problems).toMatchObject([{ row: 1, column: 'ARR' }]);
  });

  it('refuses a choice that is none', () => {
    const header = ['Key', 'Trigger', 'Since', 'State', 'Opened'];
    const since = dateCell('2026-05-04');
    const parsed = parseTable(
      alertsTab,
      table('Alerts', header, ['k', 't', since, 'OPEN', since], ['l', 't', since, 'dunno', since]),
      mapping('Alerts'),
      context,
    );
    expect(parsed.rows.map(({ state }) => state)).toEqual(['open']);
    expect(parsed.problems).toMatchObject([{ row: 3, column: 'State', value: 'dunno' }]);
  });

  it('shortens what a cell holds', () => {
    const parsed = accounts(['Account', 'ARR'], ['Northwind', 'x'.repeat(50_000)]);
    expect(parsed.problems[0]?.value).toHaveLength(60);
  });
});

const anyCell = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom('', '#REF!', null, undefined, '=IMPORTXML("http://x")', '<img onerror=x>', 'a\nb'),
);

describe('reading a workbook', () => {
  it('never throws, whatever the cells hold', () => {
    const anyTable = fc.record({
      schema: fc.constantFrom(...ALL_TABS),
      rows: fc.array(fc.array(anyCell, { maxLength: 20 }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(anyTable, { maxLength: 6 }), (tables) => {
        workbook(
          ...tables.map(({ schema, rows }) => {
            return table(
              schema.tab,
              Object.values(schema.columns).map(({ header }) => header),
              ...rows,
            );
          }),
        );
      }),
    );
  });
});
