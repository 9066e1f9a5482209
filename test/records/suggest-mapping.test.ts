import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findColumns, type RawTable } from '../../src/records/mapping.js';
import type { TabSchema } from '../../src/records/schema.js';
import { suggestColumns } from '../../src/records/suggest-columns.js';
import { suggestMapping } from '../../src/records/suggest-mapping.js';
import { accountsTab } from '../../src/records/tabs/accounts.js';
import { MAPPED_TABS } from '../../src/records/tabs/index.js';
import { keyResultsTab } from '../../src/records/tabs/key-results.js';
import { signalsTab } from '../../src/records/tabs/signals.js';
import { teamTab } from '../../src/records/tabs/team.js';

const DAY = new Date(Date.UTC(2026, 4, 4));

/** `header: cells` pairs as a table; a repeated header is written `Header|2`. */
function table(tab: string, columns: Readonly<Record<string, readonly unknown[]>>): RawTable {
  const cells = Object.values(columns);
  const height = Math.max(0, ...cells.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) => cells.map((column) => column[row] ?? ''));
  return { tab, values: [Object.keys(columns).map((header) => header.split('|')[0]), ...rows] };
}

/** What is suggested, fields without a suggestion left out: `field: header (confidence)`. */
function suggested(schema: TabSchema, columns: Readonly<Record<string, readonly unknown[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(suggestColumns(schema, table('Any', columns))).flatMap(([field, { header, confidence }]) =>
      header === null ? [] : [[field, `${header} (${confidence})`]],
    ),
  );
}

describe('columns are suggested', () => {
  const cases: {
    name: string;
    schema: TabSchema;
    columns: Record<string, unknown[]>;
    expected: Record<string, string>;
  }[] = [
    {
      name: 'for the default headers, whatever their case and spaces',
      schema: signalsTab,
      columns: { ' week ': [DAY], ACCOUNT: ['Acme'], 'executive  engagement': [3] },
      expected: {
        week: 'week (exact)',
        account: 'ACCOUNT (exact)',
        executiveEngagement: 'executive  engagement (exact)',
      },
    },
    {
      name: 'for an export with snake_case ids',
      schema: accountsTab,
      columns: {
        account_id: ['A-1'],
        industry: ['EdTech'],
        signup_date: [DAY],
        plan_tier: ['Basic'],
        arr_amount: [1200],
        is_trial: [false],
      },
      expected: {
        account: 'account_id (synonym)',
        segment: 'industry (synonym)',
        signed: 'signup_date (synonym)',
        tier: 'plan_tier (synonym)',
        arr: 'arr_amount (synonym)',
      },
    },
    {
      name: 'for headers with a currency, a suffix, camel case, a plural and a slip of the finger',
      schema: accountsTab,
      columns: { 'Customer Names': ['Acme'], 'ARR (USD)': [100], renewalDate: [DAY], 'Executive sponsr': ['Ann'] },
      expected: {
        account: 'Customer Names (similar)',
        arr: 'ARR (USD) (similar)',
        renewal: 'renewalDate (similar)',
        executiveSponsor: 'Executive sponsr (similar)',
      },
    },
    {
      name: 'only where the cells can be of the type: names are no addresses, TRUE is no date, text no number',
      schema: accountsTab,
      columns: {
        Customer: ['Acme', 'Bolt'],
        'Account Owner': ['Ann Lee', 'Bo Ek'],
        'Owner Email': ['ann@example.com', 'bo@example.com'],
        Churned: [true, false],
        'Company size': ['51-200', 'many'],
        Renewal: ['auto', 'manual'],
      },
      expected: { account: 'Customer (synonym)', csm: 'Owner Email (synonym)' },
    },
    {
      name: 'for an owner column of names when its header is the very one, because the scan reports such owners',
      schema: accountsTab,
      columns: { Account: ['Acme'], CSM: ['Ann Lee'] },
      expected: { account: 'Account (exact)', csm: 'CSM (exact)' },
    },
    {
      name: 'for dates and amounts typed as text, which the scan then reports cell by cell',
      schema: accountsTab,
      columns: { Account: ['Acme'], 'Renewal date': ['2026-08-01', '1.9.2026'], ACV: ['$12,000', '9 500 €'] },
      expected: { account: 'Account (exact)', renewal: 'Renewal date (synonym)', arr: 'ACV (synonym)' },
    },
    {
      name: 'for none of two that fit equally well',
      schema: accountsTab,
      columns: { account_id: ['A-1'], account_name: ['Acme'], Segment: ['SMB'] },
      expected: { segment: 'Segment (exact)' },
    },
    {
      name: 'but not for a header that stands twice or is blank',
      schema: signalsTab,
      columns: { Week: [DAY], Account: ['Acme'], Usage: [1], 'usage|2': [2], '': [7], ' ': ['x'] },
      expected: { week: 'Week (exact)', account: 'Account (exact)' },
    },
    {
      name: 'but not from German headers',
      schema: accountsTab,
      columns: {
        Kunde: ['Acme'],
        Betreuer: ['a@example.com'],
        Jahresumsatz: [1],
        Vertragsende: [DAY],
        Branche: ['IT'],
        Stufe: ['A'],
      },
      expected: {},
    },
    {
      name: 'but not from French headers',
      schema: accountsTab,
      columns: {
        Entreprise: ['Acme'],
        Responsable: ['a@example.com'],
        'Chiffre d’affaires': [1],
        'Fin du contrat': [DAY],
        Secteur: ['IT'],
      },
      expected: {},
    },
    {
      name: 'but not for words that only sound alike',
      schema: keyResultsTab,
      columns: {
        'Parent key result': ['KR-1'],
        'Target audience': ['SMB'],
        Stage: ['1'],
        'Owner since': [DAY],
        'Account type': ['A'],
      },
      expected: {},
    },
    {
      name: 'once a column: the surer field gets it',
      schema: accountsTab,
      columns: { Account: ['Acme'], 'Customer name': ['Acme Ltd'], 'End date': [DAY], Status: ['Active'] },
      expected: { account: 'Account (exact)', renewal: 'End date (synonym)', status: 'Status (exact)' },
    },
  ];
  test.each(cases)('$name', ({ schema, columns, expected }) => {
    expect(suggested(schema, columns)).toEqual(expected);
  });

  test('with the headers that fit equally well, for a person to choose from', () => {
    const { account } = suggestColumns(accountsTab, table('Any', { account_id: ['A-1'], account_name: ['Acme'] }));
    expect(account).toEqual({ header: null, confidence: 'none', candidates: ['account_id', 'account_name'] });
  });
});

describe('tabs are suggested', () => {
  const customers = {
    'Customer Name': ['Acme', 'Bolt'],
    'Plan tier': ['A', 'B'],
    ARR: [1, 2],
    'Renewal date': [DAY, DAY],
  };
  const weeks = { Date: [DAY, DAY], Customer: ['Acme', 'Acme'], Logins: [4, 5], Tickets: [1, 0] };
  const tabOf = (tables: RawTable[]): Record<string, string | null> =>
    Object.fromEntries(Object.entries(suggestMapping(MAPPED_TABS, tables)).map(([kind, { tab }]) => [kind, tab]));

  test('by what their columns hold when the name says nothing', () => {
    expect(tabOf([table('Sheet1', customers), table('Sheet2', weeks), table('Notes', { Topic: ['x'] })])).toMatchObject(
      {
        Accounts: 'Sheet1',
        Signals: 'Sheet2',
        Team: null,
      },
    );
  });

  test('by their name before their columns', () => {
    const subscriptions = { ...customers, 'Start date': [DAY, DAY], Seats: [5, 6] };
    expect(tabOf([table('Subscriptions', subscriptions), table('Customers', customers)])['Accounts']).toBe('Customers');
  });

  test('not at all when two fit equally well, nor a third that fits worse', () => {
    const { ARR, ...poorer } = { ...customers, Status: ['a', 'b'] };
    expect(ARR).toHaveLength(2);
    expect(
      tabOf([
        table('EMEA', { ...customers, Seats: [1, 2] }),
        table('US', { ...customers, Seats: [1, 2] }),
        table('Old', poorer),
      ])['Accounts'],
    ).toBeNull();
  });

  test('not when the name that should tell rows apart repeats', () => {
    const repeated = { ...customers, 'Customer Name': ['Acme', 'Acme', 'Acme', 'Bolt'] };
    expect(tabOf([table('Subscriptions', repeated)])['Accounts']).toBeNull();
  });

  test('not when too little of it is known: contacts are no team', () => {
    const contacts = { Name: ['Ann'], Email: ['ann@example.com'], Title: ['CFO'] };
    expect(tabOf([table('Contacts', contacts)])['Team']).toBeNull();
    expect(tabOf([table('People', contacts)])['Team']).toBe('People');
  });

  test('never from the tabs that Bellwether keeps, and never one tab for two kinds', () => {
    const kinds = tabOf([table('Alerts', customers), table('Accounts', { ...customers, Week: [DAY, DAY] })]);
    expect(kinds).toMatchObject({ Accounts: 'Accounts', Signals: null });
  });

  test('with the default name even where a required column is missing, so that a person sees what it lacks', () => {
    const suggestion = suggestMapping(MAPPED_TABS, [table('Team', { Nickname: ['Ann'] })])['Team'];
    expect(suggestion?.tab).toBe('Team');
    expect(suggestion?.columns['name']?.header).toBeNull();
  });

  test('and the account is found by the names that the other tabs use', () => {
    const accounts = table('accounts', { account_id: ['A-1', 'A-2'], account_name: ['Acme', 'Bolt'] });
    const signals = table('signals', { week: [DAY, DAY], account_id: ['A-2', 'A-1'], usage: [1, 2] });
    expect(suggestMapping(MAPPED_TABS, [accounts, signals])['Accounts']?.columns['account']).toEqual({
      header: 'account_id',
      confidence: 'synonym',
      candidates: [],
    });
  });
});

describe('whatever a sheet holds', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: false }),
    fc.constantFrom('', '#N/A', 'Account', 'account_name', 'CSM', 'Week', 'Usage', 'Owner'),
  );
  const anyTable = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 })
    .map((values): RawTable => ({ tab: 'Any', values }));

  test('a suggested header is one that reading the tab finds, unambiguously', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(accountsTab, signalsTab, teamTab), (any, schema: TabSchema) => {
        const columns = Object.fromEntries(
          Object.entries(suggestColumns(schema, any)).flatMap(([field, { header }]) =>
            header === null ? [] : [[field, header]],
          ),
        );
        const found = findColumns(schema, { tab: 'Any', columns }, any.values[0] ?? []);
        const indexes = Object.keys(columns).map((field) => found.indexes[field]);
        expect(indexes).not.toContain(undefined);
        expect(new Set(indexes).size).toBe(indexes.length);
      }),
    );
  });

  test('suggesting tabs does not throw', () => {
    fc.assert(fc.property(fc.array(anyTable, { maxLength: 3 }), (tables) => void suggestMapping(MAPPED_TABS, tables)));
  });
});
