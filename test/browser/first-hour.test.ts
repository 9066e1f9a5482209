import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, values, WorkbenchBrowser } from './browser.js';

/** With SCREENSHOTS=1 the walk also takes the pictures of docs/first-hour.md anew. */
const takesPictures = process.env['SCREENSHOTS'] === '1';
const images = join(root, 'docs/images');

let browser: WorkbenchBrowser;
let page: Page;

beforeAll(async () => {
  browser = await WorkbenchBrowser.start();
  page = await browser.open({ viewport: { width: 1280, height: 800 } });
  if (takesPictures) await mkdir(images, { recursive: true });
});
afterAll(async () => {
  await browser.close();
});

const sidebar = () => page.frameLocator('iframe[title="Bellwether"]');
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function picture(name: string): Promise<void> {
  if (takesPictures) await page.screenshot({ path: join(images, `${name}.png`) });
}

describe('the first hour of docs/first-hour.md, on the sample book', () => {
  it('begins with a dashboard of formulas', async () => {
    const [[nrr] = []] = await values(page, 'Dashboard!B7');
    expect(nrr).toBeGreaterThan(1);
    await picture('dashboard');
  });

  it('goes on to a formula of one’s own', async () => {
    await page.evaluate(() => {
      window.workbench.emulator.type('Dashboard!J5', "=GRR('MRR 12m'!B2:B, 'MRR 12m'!C2:C)");
    });
    expect(await values(page, 'Dashboard!J5')).toEqual(await values(page, 'Dashboard!B8'));
  });

  it('opens the sidebar, which knows the tabs, and switches the watch on', async () => {
    await button('Extensions').click();
    await page.getByRole('menuitem', { name: 'Open Bellwether' }).click();
    await sidebar().getByText('Nothing is watched yet').waitFor();
    await picture('sidebar-today');
    await sidebar().getByRole('button', { name: 'Switch the watch on' }).click();
    await sidebar().getByText('The watch is on').waitFor();
  });

  it('proposes a set-up', async () => {
    await sidebar().getByRole('button', { name: 'More' }).click();
    await sidebar().getByRole('button', { name: 'Set-up' }).click();
    await sidebar().getByText('Signals').first().waitFor();
    await picture('sidebar-set-up');
  });

  it('mails each person in their working hours what needs them, once each', async () => {
    await button(/^Sun 22 Nov 2026/).click();
    await button('+ 1 day').click();
    // Every hour of the day has its run.
    await button(/^Mon 23 Nov 2026, 18/).waitFor();
    await page.getByText('24 trigger runs, 0 failed').waitFor();
    await button(/^Outbox/).click();
    const subjects = await page.locator('.mail-subject').allInnerTexts();
    expect(subjects.length).toBeGreaterThanOrEqual(4);
    expect(subjects.every((subject) => subject.startsWith('[Bellwether] '))).toBe(true);
    await button(/^Mon 23 Nov 2026/).click();
    await button('+ 1 hour').click();
    await button(/^Mon 23 Nov 2026, 19/).waitFor();
    await button(/^Outbox/).click();
    expect(await page.locator('.mail-subject').count()).toBe(subjects.length);
    expect(await values(page, 'Alerts!A2:A3')).not.toContainEqual(['']);
  });

  it('shows a mail as its reader sees it', async () => {
    await page.locator('.mail', { hasText: 'Brightwater Health' }).first().click();
    const mail = page.getByRole('dialog').frameLocator('iframe');
    await mail.getByText('Brightwater Health').filter({ visible: true }).first().waitFor();
    await picture('mail');
    await page.keyboard.press('Escape');
    await button(/^Outbox/).click();
  });

  it('checks a key result in with the keyboard', async () => {
    await sidebar().getByRole('button', { name: 'Check in' }).first().click();
    const value = sidebar().getByLabel(/^Value/);
    await value.waitFor();
    const before = (await values(page, "'Check-ins'!C2:C200")).filter(([id]) => id !== '').length;
    await value.fill('212');
    await value.press('Enter');
    await page.keyboard.type('6');
    await picture('check-in');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Enter');
    await sidebar()
      .getByText(/checked in|saved/i)
      .first()
      .waitFor();
    const after = await values(page, "'Check-ins'!C2:H200");
    expect(after.filter(([id]) => id !== '')).toHaveLength(before + 1);
    expect(after.filter(([id]) => id !== '').at(-1)).toMatchObject([
      expect.any(String),
      212,
      6,
      '',
      '',
      'maya.chen@northlight.example',
    ]);
  });

  it('begins a formula in the cell that was clicked last', async () => {
    await sidebar().getByRole('button', { name: 'More' }).click();
    await sidebar().getByRole('button', { name: 'Formulas' }).click();
    await sidebar().getByLabel('Search the formulas').fill('net revenue left out');
    await sidebar().locator('.entry').click();
    await sidebar().getByRole('button', { name: 'Insert at the active cell' }).click();
    await sidebar().getByText('Dashboard!A1 is not empty').waitFor();
    // The narrow column between the Dashboard's tables.
    await page.mouse.click(930, 660);
    await sidebar().getByRole('button', { name: 'Insert at the active cell' }).click();
    const done = await sidebar().getByText('=NRR(B2:B, C2:C) is in Dashboard!F').textContent();
    const place = /Dashboard!F\d+/.exec(done ?? '')?.[0] ?? '';
    expect((await values(page, place))[0]?.[0]).not.toBe('');
  });

  it('asks nothing of any other machine', () => {
    expect(browser.foreignRequests).toEqual([]);
    expect(browser.pageErrors).toEqual([]);
  });
});
