import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/sidebar-api/protocol-watch.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask, ME, valueOf, type Sheets } from '../sidebar-api/built-add-on.js';
import * as okr from '../sidebar-api/okr-books.js';
import { openBooks } from '../sidebar-api/open-books.js';
import { itemsOf } from '../sidebar-api/pages.js';

const { BO, GOALS, STRANGER, recordsOf } = okr;
const books = openBooks();
const open = (sheets: Sheets = GOALS, user = ME): Emulator => books.keep(okr.goalsBook(sheets, user));

describe('an account review', () => {
  const review = { account: 'northwind', outcome: '=Called', requestId: 'request-review' };

  test('is added once', async () => {
    const emulator = open();
    for (let sent = 0; sent < 2; sent++)
      expect((await valueOf(emulator, 'saveAccountReview', review)).news).toBe('The review of northwind is saved');
    expect(recordsOf(emulator, 'Reviews')).toMatchObject([{ Account: 'Northwind', By: ME, Outcome: '=Called' }]);
  });

  test.each([
    { name: 'of an account that is not there', change: { account: 'Nobody' }, user: ME, code: 'stale' },
    { name: "of somebody else's account", change: {}, user: BO, code: 'not yours' },
    { name: 'without words', change: { outcome: '' }, user: ME, code: 'bad request' },
  ])('$name is refused', async ({ change, user, code }) => {
    expect(await ask(open(GOALS, user), 'saveAccountReview', { ...review, ...change })).toMatchObject({
      ok: false,
      code,
    });
  });
});

describe('a setting', () => {
  const SETTINGS: Sheets = {
    ...GOALS,
    Settings: [
      ['Setting', 'Value', 'Meaning'],
      ['scan HOUR', '25', ''],
      ['Currency', '€', ''],
    ],
  };
  const itemIn = (page: Page, name: string) => itemsOf(page).find(({ key }) => key === name);
  const valueIn = async (emulator: Emulator, name: string) => {
    return itemIn(await valueOf(emulator, 'settings', {}), name);
  };

  test('is shown with what may be chosen and what is wrong with it', async () => {
    const emulator = open(SETTINGS);
    expect((await valueIn(emulator, 'Scan hour'))?.notes).toEqual([
      { kind: 'value', text: '25; standard: 8' },
      { kind: 'problem', text: 'is not a whole number from 0 to 23' },
    ]);
    const day = await valueIn(emulator, 'Scan day');
    expect(day?.forms[0]?.fields[0]?.choices).toContainEqual(['Friday', 'Friday']);
    expect((await valueIn(emulator, 'Currency'))?.notes).toEqual([{ kind: 'value', text: '€; standard: $' }]);
  });

  test('is changed where it stands, or added', async () => {
    const emulator = open(SETTINGS);
    await valueOf(emulator, 'saveSetting', { name: 'Scan hour', value: '9', seen: '25' });
    const page = await valueOf(emulator, 'saveSetting', { name: 'Scan day', value: 'Friday', seen: '' });
    expect(itemIn(page, 'Scan day')?.notes).toEqual([{ kind: 'value', text: 'Friday; standard: Monday' }]);
    expect(page).toMatchObject({ title: '3 settings of your own', news: 'Scan day is saved' });
    expect(recordsOf(emulator, 'Settings').map((row) => [row['Setting'], row['Value']])).toEqual([
      ['scan HOUR', '9'],
      ['Currency', '€'],
      ['Scan day', 'Friday'],
    ]);
  });

  test.each([
    {
      name: 'that cannot be used',
      request: { name: 'Scan hour', value: '24', seen: '25' },
      code: 'bad request',
      message: 'Scan hour "24" is not a whole number from 0 to 23',
    },
    {
      name: 'that there is not',
      request: { name: 'Scan moon', value: '1', seen: '' },
      code: 'bad request',
      message: 'one of the settings',
    },
    {
      name: 'that somebody changed',
      request: { name: 'Currency', value: '£', seen: '$' },
      code: 'stale',
      message: 'Somebody set Currency to "€" meanwhile, and you to "£"',
    },
    {
      name: 'by a stranger',
      request: { name: 'Currency', value: '£', seen: '€' },
      code: 'not yours',
      message: 'does not have you in it',
      user: STRANGER,
    },
  ])('$name is refused', async ({ request, code, message, user }) => {
    const emulator = open(SETTINGS, user ?? ME);
    expect(await ask(emulator, 'saveSetting', request)).toMatchObject({
      ok: false,
      code,
      message: expect.stringContaining(message) as string,
    });
    expect(recordsOf(emulator, 'Settings').map((row) => row['Value'])).toEqual(['25', '€']);
  });

  test('that a formula gives is left', async () => {
    const emulator = open(SETTINGS);
    emulator.type('Settings!B3', '="kr"');
    await emulator.calculated();
    const reply = await ask(emulator, 'saveSetting', { name: 'Currency', value: '£', seen: 'kr' });
    expect(reply).toMatchObject({ ok: false, code: 'not set up' });
    expect(emulator.values('Settings!B3')).toEqual([['kr']]);
  });
});
