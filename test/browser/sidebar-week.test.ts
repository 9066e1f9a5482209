import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtAddOn, ME, type Sheets } from '../sidebar-api/built-add-on.js';
import { launch } from './launch.js';
import { closePages, SidebarPage } from './sidebar-page.js';
import { manyKeyResults, TEAM_BOOK } from './team-book.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(closePages);
afterAll(() => browser.close());

async function openCheckIn(sheets: Sheets): Promise<SidebarPage> {
  const sidebar = await SidebarPage.open(browser, builtAddOn(sheets));
  await sidebar.show();
  await sidebar.goTo('Check in');
  return sidebar;
}

/** The check-in of the team's book; the numbers in the tests below are those of `TEAM_BOOK`. */
describe('the check-in of somebody with five key results', () => {
  test('takes a keyboard alone, one call to open and one to save, and ends in the team’s week', async () => {
    const sidebar = await openCheckIn(TEAM_BOOK);
    const { page, emulator } = sidebar;
    await page.getByText('Key result 1 of 5').waitFor();
    await sidebar.picture('sidebar-check-in');
    await sidebar.expectSound();
    expect(await page.getByText('Filled in from last time').count()).toBe(1);
    await page.keyboard.type('58');
    await sidebar.press('Enter', 'Enter', 'Enter', 'Enter');
    await page.getByText('Key result 2 of 5').waitFor();
    await sidebar.press('Enter', 'Enter', 'Enter', 'Enter');
    // The third takes its value from a cell, and says so.
    await page.getByText('Filled in from Scorecard!B4').waitFor();
    expect(await page.getByLabel('Value ($)').inputValue()).toBe('251000');
    await sidebar.press('Enter');
    await page.keyboard.type('5');
    await sidebar.press('Enter');
    await page.keyboard.type('Two sponsors left');
    await sidebar.press('Enter', 'Enter');
    await page.getByText('Key result 4 of 5').waitFor();
    await sidebar.press('Enter', 'Enter', 'Enter', 'Enter');
    await page.getByText('Key result 5 of 5').waitFor();
    await sidebar.press('Enter', 'Enter', 'Enter', 'Enter');
    await page.getByRole('heading', { name: 'Saved: 5 check-ins' }).waitFor();
    await page.getByText('The team’s week: 6 of 6 check-ins').waitFor();
    await page.getByText('5 of 5, lowest confidence 5').waitFor();
    await page.getByText('Blocker: Sales signs late').waitFor();
    await sidebar.expectSound();
    const rows = emulator.values('Check-ins!C2:F80').filter(([id]) => id !== '');
    expect(rows.slice(-5)).toEqual([
      ['KR-1', 58, 7, ''],
      ['KR-2', 22, 7, ''],
      ['KR-3', 251_000, 5, 'Two sponsors left'],
      ['KR-4', 13, 7, ''],
      ['KR-5', 35, 7, ''],
    ]);
    // Opening, coming here, saving, and what the two views after it ask for.
    expect([...sidebar.calls].sort()).toEqual(['home', 'home', 'home', 'saveCheckIn', 'teamWeek']);
  });

  test('changes the state of an initiative in the same save', async () => {
    const sidebar = await openCheckIn(TEAM_BOOK);
    const { page, emulator } = sidebar;
    await sidebar.tabTo('Renewal call script');
    await page.getByLabel('Renewal call script').selectOption('Paused');
    for (let skipped = 0; skipped < 4; skipped++) await sidebar.button('Skip this one').click();
    await sidebar.button('Skip this one').click();
    await page.getByRole('heading', { name: 'Saved: 0 check-ins' }).waitFor();
    expect(emulator.values('Initiatives!A2:E2')).toEqual([
      ['I-1', 'KR-1', 'Renewal call script for the large accounts', ME, 'paused'],
    ]);
  });

  test('says so when somebody else changed the initiative meanwhile, and leaves theirs', async () => {
    const sidebar = await openCheckIn(TEAM_BOOK);
    const { page, emulator } = sidebar;
    await page.getByLabel('Renewal call script').selectOption('Paused');
    for (let skipped = 0; skipped < 4; skipped++) await sidebar.button('Skip this one').click();
    emulator.type('Initiatives!E2', 'done');
    await sidebar.button('Skip this one').click();
    await page.getByText(/you chose paused, somebody else done, which stays/i).waitFor();
    await sidebar.expectSound();
    expect(emulator.values('Initiatives!E2')).toEqual([['done']]);
  });

  test('has the accounts to see on top, and each is reviewed in one line and one row', async () => {
    const sidebar = await openCheckIn(TEAM_BOOK);
    const { page, emulator } = sidebar;
    await page.getByText('2 accounts to see this week').waitFor();
    expect(await page.getByText('no first value 47 days after signing').count()).toBe(1);
    await sidebar.button('Reviewed: Northwind').focus();
    await sidebar.press('Enter');
    await page.keyboard.type('Sponsor is back');
    await sidebar.expectSound();
    // The server does its work and the answer is lost: the second try adds nothing.
    sidebar.lostReply = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.press('Enter');
    await page.getByText('No answer from Google').waitFor();
    sidebar.lostReply = null;
    await sidebar.press('Enter', 'Enter');
    await page.getByText('1 account to see this week').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1 account to see this week');
    expect(emulator.values('Reviews!C2:E3')).toEqual([
      ['Northwind', ME, 'Sponsor is back'],
      ['', '', ''],
    ]);
    // What was typed for key results is untouched by it.
    await page.getByText('Key result 1 of 5').waitFor();
  });

  test('stays usable with sixty key results with long names', async () => {
    const sidebar = await openCheckIn(manyKeyResults(55));
    await sidebar.page.getByText('Key result 1 of 60').waitFor();
    for (let skipped = 0; skipped < 5; skipped++) await sidebar.button('Skip this one').click();
    await sidebar.page.getByText('Key result 6 of 60').waitFor();
    await sidebar.expectSound();
  });
});

describe('Today', () => {
  test('shows the row first that the person is at, and the check-in begins with it', async () => {
    const emulator = builtAddOn(TEAM_BOOK);
    emulator.select("'Key results'!C4");
    const sidebar = await SidebarPage.open(browser, emulator);
    const { page } = sidebar;
    await sidebar.show();
    await page.getByText('The key result you are at').waitFor();
    await sidebar.expectSound();
    await sidebar.button('Check this one in').click();
    await page.locator('legend', { hasText: 'Expansion ARR signed' }).waitFor();
    emulator.select('Accounts!A3');
    await sidebar.goTo('Today');
    await expect.poll(() => page.locator('section h2').first().textContent()).toBe('2 accounts to see this week');
    expect(await page.locator('.rows strong').first().textContent()).toBe('Fabrikam');
    emulator.select('Objectives!B2');
    await sidebar.goTo('Today');
    await page.getByText('The objective you are at').waitFor();
    await sidebar.expectSound();
  });

  test('is reached, as every view is, by keyboard and with one call', async () => {
    const sidebar = await SidebarPage.open(browser, builtAddOn(TEAM_BOOK));
    const { page, calls } = sidebar;
    await sidebar.show();
    expect(calls).toEqual(['home']);
    await sidebar.tabTo('More');
    await sidebar.press('Enter');
    await sidebar.tabTo('Settings');
    await sidebar.press('Enter');
    expect(await page.getByRole('navigation').locator('[aria-current=page]').textContent()).toBe('Settings');
    for (const [view, call] of [
      ['Alerts', 'alerts'],
      ['Handoffs', 'handoffs'],
      ['Why (no) e-mail?', 'why'],
      ['Dry run', 'rehearse'],
      ['Settings', 'settings'],
      ['Review', 'review'],
      ['Objectives', 'objectives'],
      ['What to mind', 'guidance'],
      ['Formulas', 'formulas'],
      ['Set-up', 'proposeSetup'],
      ['Check in', 'home'],
      ['Today', 'home'],
    ] as const) {
      calls.length = 0;
      await sidebar.goTo(view);
      await sidebar.settled();
      expect(calls).toEqual([call]);
    }
  });
});
