import { expect, it } from 'vitest';
import { table, workbook } from './tables.js';

const TEAM = table(
  'Team',
  ['Name', 'E-mail'],
  ['Ana Ruiz', 'ana@x.example'],
  ['Sam', 'sam.a@x.example'],
  ['Sam', 'sam.b@x.example'],
  ['Zoe', 'no address'],
);

it.each([
  ['a name in Team, in any case', ' ana  RUIZ', 'ana@x.example'],
  ['an address', 'Ben@x.example', 'ben@x.example'],
  ['a name that two people have', 'Sam', 'Sam'],
  ['the name of somebody without an address', 'Zoe', 'Zoe'],
  ['nobody', 'team', 'team'],
  ['blank', '', null],
])('an owner that is %s is read as the address it stands for', (_, cell, expected) => {
  const accounts = table('Accounts', ['Account', 'CSM', 'AE'], ['Northwind', cell, cell]);
  const commitments = table('Commitments', ['Id', 'Account', 'Commitment', 'Owner'], ['C1', 'Northwind', 'SSO', cell]);
  const records = workbook(TEAM, accounts, commitments);
  expect(records.accounts.accounts).toMatchObject([{ csm: expected, ae: expected }]);
  expect(records.commitments).toMatchObject([{ owner: expected }]);
});

it('a spreadsheet without a Signals tab has no problem with it, until one is mapped', () => {
  const accounts = table('Accounts', ['Account'], ['Northwind']);
  const mapped = table('Settings', ['Setting', 'Value'], ['Signals tab', 'Weekly']);
  expect(workbook(accounts).signals).toMatchObject({ readable: true, problems: [] });
  expect(workbook(accounts, table('Signals')).signals).toMatchObject({ readable: true, problems: [] });
  expect(workbook(accounts, mapped).signals).toMatchObject({ readable: false, problems: [{ tab: 'Weekly' }] });
});
