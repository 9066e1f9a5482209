import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ready, WorkbenchBrowser } from './browser.js';
import { probeAddOn } from './editor-add-on.js';
import { SMALL_BOOK } from './small-book.js';

let workbench: WorkbenchBrowser;
let page: Page;

beforeAll(async () => {
  workbench = await WorkbenchBrowser.start({ addOn: await probeAddOn() });
  page = await workbench.open({}, SMALL_BOOK);
});

afterAll(async () => {
  await workbench.close();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function choose(item: string): Promise<void> {
  await press('Extensions');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe('the sidebar', () => {
  afterEach(async () => {
    if ((await page.locator('iframe[title=Probe]').count()) > 0) await press('Close Probe');
  });

  const lines = () => page.frameLocator('iframe[title=Probe]').locator('#out').textContent();
  const pressInside = (id: string) => page.frameLocator('iframe[title=Probe]').locator(id).click();

  it('is 300 px wide inside, takes the keyboard, and speaks with the server as google.script.run does', async () => {
    await choose('Open');
    await pressInside('#go');
    await expect.poll(lines).toContain('returned undefined, same runner false, width 300');
    await expect.poll(lines).toContain('success {"got":{"a":[1,"x"]},"sum":[1,2]} first true');
    await expect.poll(lines).toMatch(/failure .*No: because second true/);
    // Google refuses Dates; the call neither succeeds nor passes in silence.
    await expect.poll(lines).toMatch(/failure (?!.*because).* undefined true/);
    await expect.poll(lines).toContain('success {"got":"again","sum":[1,2]} undefined true');
  });

  it('has the focus when it opens, and F6 goes on from it', async () => {
    await choose('Open');
    await page.frameLocator('iframe[title=Probe]').locator('#go').waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('title') ?? document.activeElement?.tagName);
    await expect.poll(focused).toBe('Probe');
    await page.keyboard.press('F6');
    await expect.poll(focused).not.toBe('Probe');
  });

  it('closes by its own call and by its title bar', async () => {
    await choose('Open');
    await pressInside('#close');
    await page.locator('iframe[title=Probe]').waitFor({ state: 'detached' });
    await choose('Open');
    await press('Close Probe');
    await page.locator('iframe[title=Probe]').waitFor({ state: 'detached' });
  });
});

it('shows alerts and toasts of a menu item', async () => {
  await choose('Ask');
  await page.getByRole('dialog').getByText('Twelve checks pass').waitFor();
  await press('OK');
  await page.locator('.toast', { hasText: 'Checked' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

// One page, on which the hours of one test have passed for the next.
describe('the clock and the outbox', () => {
  const statusLine = () => page.locator('.status-line').textContent();
  const runs = () => page.locator('.run', { hasText: 'tick' }).count();

  beforeAll(async () => {
    await choose('Schedule');
    await page.getByRole('button', { name: /22 Nov 2026, 18:00/ }).click();
    await page.getByText('every hour').waitFor();
  });

  it('show a mail as its reader sees it, without running its script, and follow its link into the grid', async () => {
    await press('+ 1 hour');
    await page.getByRole('button', { name: 'Outbox 1 unread' }).click();
    await page.locator('.mail.unread', { hasText: 'Hourly' }).click();
    const mail = page.frameLocator('iframe[title=Mail]');
    await mail.getByRole('heading', { name: 'Rich words' }).waitFor();
    await press('Plain text');
    await page.getByText('Plain words').waitFor();
    await press('As received');
    await mail.getByRole('link').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const boxes = page.locator('#grid input');
    await expect
      .poll(() => boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value)))
      .toContain('C7');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.getByRole('button', { name: 'Outbox', exact: true }).count()).toBe(1);
  });

  it('run the trigger once in every hour that passes, and list the runs', async () => {
    await page.getByRole('button', { name: /22 Nov 2026, 19:00/ }).click();
    await press('+ 1 day');
    await expect.poll(statusLine).toContain('24 trigger runs, 0 failed');
    await page.getByRole('button', { name: /23 Nov 2026, 19:00/ }).waitFor();
    expect(await runs()).toBe(1 + 24);
    await page.locator('.run summary').first().click();
    await page.getByText('1 × MailApp.sendEmail').first().waitFor();
  });

  it('go to an earlier moment of the spreadsheet’s zone, which lets no trigger run, and keep it', async () => {
    const moment = page.getByLabel('Another moment');
    expect(await moment.inputValue()).toBe('2026-11-23T19:00');
    // Summer time: New York is an hour nearer to UTC than in November.
    await moment.fill('2026-08-17T07:30');
    await press('Set the clock');
    await page.getByRole('button', { name: 'Mon 17 Aug 2026, 07:30' }).waitFor();
    expect(await page.evaluate(() => window.workbench.emulator.now)).toBe(Date.UTC(2026, 7, 17, 11, 30));
    expect(await runs()).toBe(1 + 24);
    await page.locator('.saved', { hasText: 'Saved' }).waitFor();
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: 'Mon 17 Aug 2026, 07:30' }).click();
    await press('+ 1 hour');
    await expect.poll(statusLine).toContain('1 trigger run, 0 failed');
  });

  it('are still there after the reload, read mails as read', async () => {
    await page.getByRole('button', { name: 'Outbox 25 unread' }).click();
    await page.locator('.mail.unread', { hasText: 'maya@probe.example' }).first().waitFor();
    expect(await page.locator('.mail').count()).toBe(1 + 24 + 1);
  });

  it('stop between two hours when asked to', async () => {
    await page.getByRole('button', { name: 'Mon 17 Aug 2026, 08:30' }).click();
    await press('+ 1 week');
    await press('Stop');
    await expect.poll(statusLine).toMatch(/^\d+ trigger runs?, 0 failed/);
    // The first of them before the week.
    expect(await page.evaluate(() => window.workbench.emulator.executions.length)).toBeLessThan(1 + 168);
    await expect.poll(() => page.getByRole('button', { name: '+ 1 hour' }).isEnabled()).toBe(true);
  });
});
