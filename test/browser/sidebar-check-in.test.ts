import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { HARD_NAMES, READY } from '../sidebar-api/books.js';
import { builtAddOn, ME } from '../sidebar-api/built-add-on.js';
import { launch } from './launch.js';
import { closePages, SidebarPage } from './sidebar-page.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(closePages);
afterAll(() => browser.close());

/** What was saved, from the key result to the person: the history of the book left out. */
const saved = (emulator: Emulator): unknown[][] =>
  emulator
    .values('Check-ins!A1:H30')
    .slice(2)
    .flatMap((row) => (row[2] === '' ? [] : [row.slice(2)]));

async function openCheckIn(emulator = builtAddOn(READY)): Promise<SidebarPage> {
  const sidebar = await SidebarPage.open(browser, emulator);
  await sidebar.show();
  await sidebar.goTo('Check in');
  return sidebar;
}

describe('the check-in', () => {
  test('takes a week by keyboard alone, prefilled, in one save', async () => {
    const sidebar = await openCheckIn();
    const { page, emulator } = sidebar;
    await page.getByText('Key result 1 of 2').waitFor();
    expect(await page.getByLabel('Value (%)').inputValue()).toBe('52');
    expect(await page.getByLabel('Confidence').inputValue()).toBe('6');
    await sidebar.expectSound();

    // The value is selected: typing replaces it.
    await page.keyboard.type('58,5');
    await sidebar.press('Enter');
    await page.keyboard.type('7');
    await sidebar.press('Enter', 'Enter');
    await page.keyboard.type('Talked to legal');
    await sidebar.press('Enter');
    await page.getByText('Key result 2 of 2 · not saved yet').waitFor();
    await sidebar.expectSound();
    await page.keyboard.type('9');
    await sidebar.press('Enter');
    await page.keyboard.type('10');
    await sidebar.press('Enter');
    await page.keyboard.type('=HYPERLINK("x")');
    await sidebar.press('Enter', 'Enter');
    await page.getByRole('heading', { name: 'Saved: 2 check-ins' }).waitFor();
    await sidebar.expectSound();

    expect(saved(emulator)).toEqual([
      ['KR-1', 58.5, 7, '', 'Talked to legal', ME],
      ['KR-2', 9, 10, '=HYPERLINK("x")', '', ME],
    ]);
    expect(sidebar.calls.filter((call) => call === 'saveCheckIn')).toHaveLength(1);

    await sidebar.tabTo('Back to today');
    await sidebar.press('Enter');
    await page.getByText('All 2 key results checked in').waitFor();
    await sidebar.goTo('Check in');
    await page.getByRole('heading', { name: 'Checked in for the week of Mon 4 May' }).waitFor();
    await sidebar.expectSound();
  });

  test('stops at what cannot be used, says what to type, and goes on after it is mended', async () => {
    const sidebar = await openCheckIn();
    const { page } = sidebar;
    await page.getByLabel('Value (%)').fill('1,234');
    await page.getByLabel('Confidence').fill('11');
    await sidebar.button('Next key result').click();
    await page.getByText('Type 1234 or 1.234').waitFor();
    await page.getByText('Type a whole number from 0 to 10').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('value');
    expect(await page.getByLabel('Confidence').getAttribute('aria-invalid')).toBe('true');
    await sidebar.expectSound();
    await page.getByLabel('Value (%)').fill('1234');
    await page.getByLabel('Confidence').fill('5');
    await sidebar.button('Next key result').click();
    await page.getByText('Key result 2 of 2').waitFor();
    await page.getByLabel('Value').fill('');
    await sidebar.button('Save 2 check-ins').click();
    await page.getByText('Give a value, a confidence or a note, or skip this one').waitFor();
    await sidebar.button('Skip this one and save').click();
    await page.getByRole('heading', { name: 'Saved: 1 check-in' }).waitFor();
    expect(saved(sidebar.emulator)).toEqual([['KR-1', 1234, 5, '', '', ME]]);
  });

  test('shows a slow save and makes one row of a double click', async () => {
    const sidebar = await openCheckIn();
    const { page, emulator } = sidebar;
    await sidebar.button('Skip this one').click();
    await page.getByLabel('Value').fill('9');
    sidebar.delay = 3000;
    await sidebar.button('Save 1 check-in').dblclick();
    await sidebar.button('Saving…').waitFor({ timeout: 1500 });
    expect(await sidebar.button('Saving…').getAttribute('aria-disabled')).toBe('true');
    await sidebar.expectSound();
    sidebar.delay = 0;
    await page.getByRole('heading', { name: 'Saved: 1 check-in' }).waitFor();
    expect(saved(emulator)).toHaveLength(1);
  });

  test('keeps what was typed when the connection fails, even over a reload, and saves it once', async () => {
    const sidebar = await openCheckIn();
    const { page, emulator } = sidebar;
    await page.getByLabel('Value (%)').fill('60');
    await sidebar.button('Next key result').click();
    await page.getByLabel('Value').fill('8');
    sidebar.failure = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.button('Save 2 check-ins').click();
    await page.getByText('Your entries are kept here until they are saved').waitFor();
    await sidebar.expectSound();
    expect(saved(emulator)).toEqual([]);

    sidebar.failure = null;
    // This time the server does its work and the answer is lost.
    sidebar.lostReply = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.button('Save 2 check-ins').click();
    await page.getByText('No answer from Google').waitFor();
    await expect.poll(() => saved(emulator).length).toBe(2);

    sidebar.lostReply = null;
    await sidebar.show();
    await sidebar.goTo('Check in');
    await page.getByText('Key result 1 of 2 · not saved yet').waitFor();
    expect(await page.getByLabel('Value (%)').inputValue()).toBe('60');
    await sidebar.button('Next key result').click();
    expect(await page.getByLabel('Value').inputValue()).toBe('8');
    await sidebar.button('Save 2 check-ins').click();
    await page.getByText('nothing was added twice').waitFor();
    expect(saved(emulator)).toHaveLength(2);
    await sidebar.expectSound();
  });

  test('can be tried again when the spreadsheet is busy', async () => {
    const sidebar = await openCheckIn();
    const { page, emulator } = sidebar;
    await sidebar.button('Skip this one').click();
    await page.getByLabel('Value').fill('9');
    const release = emulator.holdLock('document');
    await sidebar.button('Save 1 check-in').click();
    await page.getByText('The spreadsheet is busy').waitFor();
    release();
    await sidebar.button('Save 1 check-in').click();
    await page.getByRole('heading', { name: 'Saved: 1 check-in' }).waitFor();
    expect(saved(emulator)).toHaveLength(1);
  });

  test('goes on with the others when a key result has got another owner meanwhile', async () => {
    const sidebar = await openCheckIn();
    const { page, emulator } = sidebar;
    await page.getByLabel('Value (%)').fill('60');
    await sidebar.button('Next key result').click();
    await page.getByLabel('Value').fill('8');
    emulator.type("'Key results'!G2", 'bo@example.com');
    await sidebar.button('Save 2 check-ins').click();
    await page.getByText('KR-1 belongs to bo@example.com').waitFor();
    await sidebar.expectSound();
    await sidebar.button('Look again').click();
    await page.getByText('Key result 1 of 1 · not saved yet').waitFor();
    expect(await page.getByLabel('Value').inputValue()).toBe('8');
    await sidebar.button('Save 1 check-in').click();
    await page.getByRole('heading', { name: 'Saved: 1 check-in' }).waitFor();
    expect(saved(emulator)).toEqual([['KR-2', 8, '', '', '', ME]]);
  });

  test('without a key result says how one becomes mine', async () => {
    const sidebar = await openCheckIn(builtAddOn(READY, { user: 'cy@example.com' }));
    const { page, emulator } = sidebar;
    await page.getByText('None of the 4 in the tab Key results is yours').waitFor();
    await sidebar.expectSound();
    emulator.type("'Key results'!G2", 'cy@example.com');
    await sidebar.button('Look again').click();
    await page.getByText('Key result 1 of 1').waitFor();
  });
});

test('long names, right-to-left names and names that look like markup are shown as what they are', async () => {
  const sidebar = await SidebarPage.open(browser, builtAddOn(HARD_NAMES));
  const { page } = sidebar;
  await sidebar.show();
  await sidebar.expectSound();
  await sidebar.goTo('Check in');
  await page.getByText('Key result 1 of 3').waitFor();
  await sidebar.expectSound();
  await sidebar.button('Next key result').click();
  const arabic = page.locator('legend bdi');
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await sidebar.expectSound();
  await sidebar.button('Skip this one').click();
  expect(await page.locator('legend').textContent()).toBe('<img src=x onerror="document.title=1">');
  expect(await page.locator('img').count()).toBe(0);
  await sidebar.expectSound();
  await sidebar.goTo('Set-up');
  await sidebar.button('Change Accounts').click();
  await page.getByRole('heading', { name: 'Which tab has one row per account?' }).waitFor();
  await sidebar.expectSound();
});
