import { expect, test } from 'vitest';
import type { BookCell } from '../../workbench/book.js';
import { READY } from '../sidebar-api/books.js';
import { ask, builtAddOn, ME, type Sheets } from '../sidebar-api/built-add-on.js';
import { openBooks } from '../sidebar-api/open-books.js';

const books = openBooks();
const SAM = 'sam@example.com';
const TEAM: BookCell[][] = [
  ['Name', 'E-mail'],
  ['Ana Ruiz', ME],
];
/** Settings in which one kind of records was set up. */
const setUp = (kind: string): BookCell[][] => [
  ['Setting', 'Value', 'Meaning'],
  [`${kind} tab`, kind, ''],
];

const cases: { who: string; user: string; sheets: Sheets; ok: boolean }[] = [
  { who: 'somebody of the team', user: ME, sheets: { Team: TEAM, Settings: setUp('Team') }, ok: true },
  { who: 'somebody who is not of the team', user: SAM, sheets: { Team: TEAM, Settings: setUp('Team') }, ok: false },
  {
    who: 'somebody who is not of the team, which was found by its name',
    user: SAM,
    sheets: { Team: TEAM, Settings: setUp('Accounts') },
    ok: false,
  },
  { who: 'anybody, the first time', user: SAM, sheets: { Team: TEAM }, ok: true },
  { who: 'anybody, where there is no team', user: SAM, sheets: { Settings: setUp('Accounts') }, ok: true },
  {
    who: 'anybody, to mend a team that cannot be read',
    user: SAM,
    sheets: { Team: [['Name', 'Mail?'], ...TEAM.slice(1)], Settings: setUp('Team') },
    ok: true,
  },
];
test.each(cases)('the set-up is changed by $who: $ok', async ({ user, sheets, ok }) => {
  const emulator = books.keep(builtAddOn({ ...READY, ...sheets }, { user }));
  const reply = await ask(emulator, 'confirmSetup', { kinds: { Objectives: { create: true } }, replace: false });
  expect(reply).toMatchObject(ok ? { ok } : { ok, code: 'not yours' });
  expect(emulator.save().sheets.some(({ name }) => name === 'Objectives')).toBe(ok);
});
