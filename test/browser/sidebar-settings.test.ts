import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS } from '../../src/records/setting-schemas.js';
import { builtAddOn } from '../sidebar-api/built-add-on.js';
import { launch } from './launch.js';
import { closePages, SidebarPage } from './sidebar-page.js';
import { TEAM_BOOK } from './team-book.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(closePages);
afterAll(() => browser.close());

async function openSettings(emulator = builtAddOn(TEAM_BOOK)): Promise<SidebarPage> {
  const sidebar = await SidebarPage.open(browser, emulator);
  await sidebar.show();
  await sidebar.goTo('Settings');
  return sidebar;
}

describe('the settings', () => {
  test('show every setting with its meaning and its standard', async () => {
    const { page } = await openSettings();
    await page.getByRole('heading', { name: 'Every setting is at its standard' }).waitFor();
    const rows = await page.locator('.rows > li').allInnerTexts();
    expect(rows).toHaveLength(Object.keys(SETTINGS).length);
    expect(rows[0]).toContain('The weekday of the weekly scan');
    expect(rows[0]).toContain('Monday, the standard');
  });

  test('are changed one at a time by keyboard alone, and the focus stays where the work is', async () => {
    const sidebar = await openSettings();
    const { page, emulator } = sidebar;
    await sidebar.tabTo('Change: Scan hour');
    await sidebar.press('Enter');
    await sidebar.expectSound();
    await sidebar.picture('sidebar-settings');
    await page.keyboard.type('9');
    await sidebar.press('Enter');
    await page.getByText('Scan hour is saved').waitFor();
    await page.getByRole('heading', { name: '1 setting of your own' }).waitFor();
    await page.getByText('9; standard: 8').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Change: Scan hour');
    expect(emulator.values('Settings!A2:B2')).toEqual([['Scan hour', '9']]);
    await sidebar.expectSound();
  });

  test('offer what may be chosen', async () => {
    const sidebar = await openSettings();
    await sidebar.button('Change: Scan day').click();
    await sidebar.page.getByLabel('Scan day', { exact: true }).selectOption('Tuesday');
    await sidebar.button('Save: Scan day').click();
    await sidebar.page.getByText('Tuesday; standard: Monday').waitFor();
    expect(sidebar.emulator.values('Settings!A2:B2')).toEqual([['Scan day', 'Tuesday']]);
  });

  test('refuse what cannot be used and say what can', async () => {
    const sidebar = await openSettings();
    const { page } = sidebar;
    await sidebar.button('Change: Scan hour').click();
    await page.getByLabel('Scan hour', { exact: true }).fill('25');
    await sidebar.button('Save: Scan hour').click();
    await page.getByText('That cannot be used').waitFor();
    await page.getByText(/Scan hour "25".*0 to 23/).waitFor();
    await sidebar.expectSound();
    expect(await page.getByLabel('Scan hour', { exact: true }).inputValue()).toBe('25');
  });

  test('are not saved over what somebody else set meanwhile, until it was looked at', async () => {
    const sidebar = await openSettings();
    const { page, emulator } = sidebar;
    await sidebar.button('Change: Scan hour').click();
    await page.getByLabel('Scan hour', { exact: true }).fill('9');
    emulator.type('Settings!A2', 'Scan hour');
    emulator.type('Settings!B2', '10');
    await sidebar.button('Save: Scan hour').click();
    await page.getByText('Somebody set Scan hour to "10" meanwhile, and you to "9"').waitFor();
    await sidebar.expectSound();
    await sidebar.button('Look again').click();
    await page.getByText('10; standard: 8').waitFor();
    await sidebar.button('Save: Scan hour').click();
    await page.getByText('9; standard: 8').waitFor();
  });

  test('show a slow answer, and a failed one that can be tried again', async () => {
    const sidebar = await openSettings();
    const { page } = sidebar;
    sidebar.delay = 3000;
    await sidebar.goTo('Settings');
    await page.getByText('Reading Settings…').waitFor({ timeout: 2000 });
    await sidebar.expectSound();
    await page.getByRole('heading', { name: 'Every setting is at its standard' }).waitFor();
    sidebar.delay = 0;
    sidebar.failure = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.goTo('Settings');
    await page.getByText('No answer from Google').waitFor();
    await sidebar.expectSound();
    sidebar.failure = null;
    await sidebar.button('Try again').click();
    await page.getByRole('heading', { name: 'Every setting is at its standard' }).waitFor();
  });
});
