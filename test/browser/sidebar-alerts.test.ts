import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtAddOn, ME, type Sheets } from '../sidebar-api/built-add-on.js';
import { ALERT_BOOK, manyAlerts, WATCHED } from './alert-book.js';
import { launch } from './launch.js';
import { closePages, SidebarPage } from './sidebar-page.js';
import { TEAM_BOOK } from './team-book.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(closePages);
afterAll(() => browser.close());

async function openView(view: string, sheets: Sheets = ALERT_BOOK): Promise<SidebarPage> {
  const sidebar = await SidebarPage.open(browser, builtAddOn(sheets));
  await sidebar.show();
  await sidebar.goTo(view);
  return sidebar;
}

const focused = ({ page }: SidebarPage) =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('name'));
const heading = ({ page }: SidebarPage, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('Alerts', () => {
  test('takes a keyboard alone and one call each to open and to snooze, and goes on at the answer', async () => {
    const sidebar = await SidebarPage.open(browser, builtAddOn(ALERT_BOOK, { state: WATCHED }));
    const { page, calls, emulator } = sidebar;
    await sidebar.show();
    await sidebar.tabTo('Alerts');
    await sidebar.press('Enter');
    await heading(sidebar, '2 alerts need you').waitFor();
    await page.getByText('Last look: Wed 6 May 09:00, 4 accounts, 0 without data').waitFor();
    await sidebar.picture('sidebar-alerts');
    await sidebar.expectSound();
    await sidebar.tabTo('Northwind');
    await sidebar.press('Enter');
    await page.getByText('Tickets +80 % over 3 weeks, 5 → 9').waitFor();
    await page.getByText('ARR at risk $48,000; priority 96,000').waitFor();
    await sidebar.expectSound();
    await sidebar.tabTo('Snooze: Northwind');
    await sidebar.press('Enter');
    expect(await focused(sidebar)).toBe('reason');
    await sidebar.picture('sidebar-alert', page.locator('li', { hasText: 'Where it stands' }).first());
    await sidebar.expectSound();
    // Why it can wait has to be said.
    await sidebar.press('Enter');
    await page.getByText('Say in a few words why it can wait; nothing was changed').waitFor();
    await page.keyboard.type('The sponsor is on leave');
    await sidebar.press('Enter');
    await heading(sidebar, '1 alert needs you').waitFor();
    expect(await focused(sidebar)).toBe('1 alert needs you');
    expect(await page.getByRole('status').first().textContent()).toBe('Northwind is snoozed');
    await page.getByRole('heading', { name: 'Acknowledged or snoozed: 2' }).waitFor();
    await sidebar.expectSound();
    expect(emulator.values('Alerts!L3:P3')[0]?.filter((_, at) => at !== 2 && at !== 3)).toEqual([
      ...['snoozed', ME, 'The sponsor is on leave'],
    ]);
    expect(calls).toEqual(['home', 'alerts', 'actOnAlert', 'actOnAlert']);
  });

  test('says which messages have not gone out, and shows others’ alerts without anything to press', async () => {
    const { page } = await openView('Alerts');
    await page.getByText('To bo@example.com, 1 alert, due Mon 4 May 09:00, tried 3 times: The mail service').waitFor();
    await page.getByRole('button', { name: 'Acme' }).click();
    await page.getByText('priority').first().waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /: Acme$/ }).count()).toBe(0);
  });

  test('keeps what somebody else decided meanwhile, shows both, and looks again', async () => {
    const sidebar = await openView('Alerts');
    const { page, emulator } = sidebar;
    await page.getByRole('button', { name: 'Northwind' }).click();
    await sidebar.button('Resolve: Northwind').click();
    await page.getByLabel('Why it is over').fill('Renewed early');
    emulator.type('Alerts!L3', 'acknowledged');
    await sidebar.button('Resolve: Northwind').click();
    await page.getByText('It was open when you looked and is acknowledged now').waitFor();
    await sidebar.expectSound();
    expect(emulator.values('Alerts!L3')).toEqual([['acknowledged']]);
    await sidebar.button('Look again').click();
    await heading(sidebar, '1 alert needs you').waitFor();
    await page.getByRole('button', { name: 'Northwind' }).click();
    await sidebar.button('Open again: Northwind').click();
    await heading(sidebar, '2 alerts need you').waitFor();
  });

  test('says so when the server is slow or fails, and does nothing twice when only the answer is lost', async () => {
    const sidebar = await SidebarPage.open(browser, builtAddOn(ALERT_BOOK));
    const { page, emulator } = sidebar;
    await sidebar.show();
    sidebar.delay = 3_000;
    sidebar.failure = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.goTo('Alerts');
    await page.getByText('Reading Alerts…').waitFor();
    await sidebar.expectSound();
    await page.getByText('No answer from Google').waitFor();
    await sidebar.expectSound();
    sidebar.delay = 0;
    sidebar.failure = null;
    await sidebar.button('Try again').click();
    await page.getByRole('button', { name: 'Northwind' }).click();
    await sidebar.button('Acknowledge: Northwind').click();
    sidebar.lostReply = 'NetworkError: Connection failure due to HTTP 0';
    await page.getByLabel('What you do about it').press('Enter');
    await page.getByText('No answer from Google').waitFor();
    const row = emulator.values('Alerts!A3:R3');
    sidebar.lostReply = null;
    await page.getByLabel('What you do about it').press('Enter');
    await heading(sidebar, '1 alert needs you').waitFor();
    expect(emulator.values('Alerts!A3:R3')).toEqual(row);
  });

  test('stays usable with 60 alerts, long names and names from right to left', async () => {
    const sidebar = await openView('Alerts', manyAlerts(60));
    const { page } = sidebar;
    await heading(sidebar, '30 alerts need you').waitFor();
    const arabic = page.locator('bdi', { hasText: 'شركة' }).first();
    expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    for (const at of [0, 2]) await page.getByRole('button', { name: new RegExp(` ${String(at)} Momentum`) }).click();
    await page.getByRole('button', { name: /^Snooze: Vertrag/ }).click();
    await sidebar.expectSound();
  });

  test('says how things stand when none is open', async () => {
    const sidebar = await openView('Alerts', { ...TEAM_BOOK, Alerts: [] });
    await heading(sidebar, 'No alert is open').waitFor();
    await sidebar.page.getByText('No account was looked at yet').waitFor();
    await sidebar.expectSound();
  });

  test('has the alert on top whose row a mail opened', async () => {
    const emulator = builtAddOn(ALERT_BOOK);
    emulator.select('Alerts!B4');
    const sidebar = await SidebarPage.open(browser, emulator);
    const { page } = sidebar;
    await sidebar.show();
    await page.getByText('The alert you are at').waitFor();
    await sidebar.expectSound();
    await sidebar.button('Show alerts').click();
    await page.getByRole('heading', { name: 'Where you are in the sheet: 1' }).waitFor();
    expect(await page.locator('.rows strong').first().textContent()).toBe('Acme');
  });
});

describe('Why (no) e-mail?', () => {
  test('is asked with an account and a week, and the heading is the answer', async () => {
    const sidebar = await openView('Why (no) e-mail?');
    const { page, calls } = sidebar;
    await heading(sidebar, 'Why was there a mail, or none?').waitFor();
    await sidebar.expectSound();
    await sidebar.tabTo('Account');
    await page.keyboard.type('northwind');
    await sidebar.press('Enter');
    await heading(sidebar, 'Northwind: 1 message for the week of Mon 27 Apr').waitFor();
    await page.getByText(`Momentum decay: a message went out to ${ME}`).waitFor();
    await sidebar.picture('sidebar-why');
    await sidebar.expectSound();
    await page.getByLabel('Account').fill('Initech');
    await page.getByLabel('Week').selectOption('Mon 27 Apr');
    await sidebar.button('Ask').click();
    await heading(sidebar, 'Initech: no message for the week of Mon 27 Apr').waitFor();
    await page.getByText('no message, somebody had snoozed it').waitFor();
    expect(calls).toEqual(['home', 'why', 'why', 'why']);
  });
});

describe('The dry run', () => {
  test('is offered before the watch is switched on: a picture with its numbers in words, and sentences', async () => {
    const sidebar = await SidebarPage.open(browser, builtAddOn(ALERT_BOOK));
    const { page } = sidebar;
    await sidebar.show();
    await sidebar.tabTo('See a dry run first');
    await sidebar.press('Enter');
    await heading(sidebar, /^\d+ mails would have gone out in 12 weeks$/).waitFor();
    const name = (await page.getByRole('img').getAttribute('aria-label')) ?? '';
    expect(name).toMatch(/^Mails a week: (\w{3} \d+ \w{3} \d+(, |$)){12}$/);
    await page.getByText('1 of 1 lost account had an alert before, 9 weeks ahead').waitFor();
    await sidebar.picture('sidebar-dry-run');
    await sidebar.expectSound();
    await page.getByLabel('Weeks to replay').selectOption('26 weeks');
    await sidebar.button('Replay').click();
    await heading(sidebar, /in 26 weeks$/).waitFor();
    await sidebar.expectSound();
  });
});

describe('Handoffs', () => {
  test('are filled in and signed by keyboard, each line of the promises where it belongs', async () => {
    const sidebar = await openView('Handoffs');
    const { page, emulator } = sidebar;
    await heading(sidebar, '1 handoff is not complete').waitFor();
    await page.getByText('bo@example.com: 1 of 1 handoff complete in 7 days').waitFor();
    await sidebar.tabTo('Fabrikam');
    await sidebar.press('Enter');
    await page.getByText('To be complete by Fri 8 May; missing').waitFor();
    await sidebar.picture('sidebar-handoffs');
    await sidebar.expectSound();
    await sidebar.tabTo('Fill in or sign: Fabrikam');
    await sidebar.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('commitmentsMade');
    // In a field of several lines Enter begins a new one.
    await sidebar.press('End', 'Enter');
    await page.keyboard.type('Training in Oslo');
    await sidebar.tabTo('Risk flags');
    await page.keyboard.type('New sponsor');
    await page.getByLabel('Commitments made, one a line').selectOption('Add each to Commitments');
    await page.getByLabel('Quality').selectOption('thin');
    await page.getByLabel('Sign as the CSM').selectOption('I sign');
    await sidebar.picture('sidebar-handoff-form', page.locator('.wide'));
    await sidebar.expectSound();
    await sidebar.button('Fill in or sign: Fabrikam').click();
    await page.getByText('The handoff of Fabrikam is saved and signed').waitFor();
    await sidebar.expectSound();
    expect(emulator.values('Commitments!B2:C3')).toEqual([
      ['Fabrikam', 'SSO by July'],
      ['Fabrikam', 'Training in Oslo'],
    ]);
    expect(emulator.values('Handoffs!I2:L2')[0]?.filter((_, at) => at !== 2)).toEqual(['New sponsor', '', 'thin']);
  });
});
