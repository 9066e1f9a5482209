import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, values, WorkbenchBrowser } from './browser.js';
import { importFiles, press, status, switchWatchOn, tabNames } from './workbench-page.js';

let workbench: WorkbenchBrowser;
let page: Page;

// One page: the sample takes a while to calculate, so what each test leaves is there for the next.
beforeAll(async () => {
  workbench = await WorkbenchBrowser.start();
  page = await workbench.open();
});

afterAll(async () => {
  await workbench.close();
});

describe('the sample in the workbench', () => {
  it('opens with its formulas calculated, asks no other server for anything, and reports no error', async () => {
    await page.getByRole('heading', { level: 1 }).getByText('Northlight customer success').waitFor();
    const shown = (await values(page, 'Dashboard!A1:H40')).flat();
    expect(shown.filter((value) => typeof value === 'string' && /^#(?:ERROR|NAME|REF|N\/A)/.test(value))).toEqual([]);
    expect(shown.filter((value) => typeof value === 'number').length).toBeGreaterThan(10);
    expect(workbench.foreignRequests).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });

  it('passes the self-test from the menu, and is as it was', async () => {
    const before = await tabNames(page);
    await press(page, 'Extensions');
    await page.getByRole('menuitem', { name: 'Self-test' }).click();
    const shown = page.frameLocator('iframe[title="Bellwether self-test"]');
    await shown.getByText(/^\d+ pass, 0 fail, 0 not checked\. What/).waitFor();
    expect(await shown.locator('tr').count()).toBeGreaterThan(30);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await tabNames(page)).toEqual(before);
  });

  it('is exported with values, formulas with their results, dates and frozen rows', async () => {
    const [[nrr]] = (await values(page, 'Dashboard!B7')) as [[number]];
    const download = page.waitForEvent('download');
    await press(page, 'Export xlsx');
    const file = await download;
    expect(file.suggestedFilename()).toBe('Northlight customer success.xlsx');
    const { sheets } = await readXlsx(await readFile(await file.path()), { readStyles: true });
    expect(sheets.map((sheet) => sheet.name)).toEqual(await tabNames(page));
    const dashboard = sheets.find((sheet) => sheet.name === 'Dashboard');
    expect(dashboard?.cells?.get('6,1')).toMatchObject({
      formula: expect.stringMatching(/^NRR\(/) as string,
      formulaResult: nrr,
    });
    const accounts = sheets.find((sheet) => sheet.name === 'Accounts');
    expect(accounts?.freezePane?.rows).toBe(1);
    expect(accounts?.rows[1]?.some((value) => value instanceof Date)).toBe(true);
    const spilled = [...(sheets.find((sheet) => sheet.name === 'Health')?.cells?.values() ?? [])].find(
      (cell) => cell.formulaRef,
    );
    expect(spilled?.formulaRef).toMatch(/^[A-Z]+\d+:[A-Z]+\d+$/);
  });

  it('comes back after a reload with the watch, its triggers, properties and mails: what was sent is not sent again', async () => {
    await switchWatchOn(page);
    await page.getByRole('button', { name: /22 Nov/ }).click();
    await press(page, '+ 1 day');
    await expect.poll(() => status(page).textContent()).toBe('24 trigger runs, 0 failed');
    await expect.poll(() => page.locator('.saved').textContent()).toBe('Saved in this browser');
    const before = await page.evaluate(() => window.workbench.emulator.saveState());
    expect(before.outbox.length).toBeGreaterThan(0);
    await page.reload();
    await ready(page);
    // Opening the spreadsheet reads the heartbeats, which counts.
    const { propertyUses } = await page.evaluate(() => window.workbench.emulator.saveState());
    expect(await page.evaluate(() => window.workbench.emulator.saveState())).toEqual({ ...before, propertyUses });
    await page.getByRole('button', { name: /23 Nov 2026, 18:00/ }).click();
    await page.getByText('every hour, next Mon 23 Nov 2026').waitFor();
    await press(page, '+ 1 hour');
    await expect.poll(() => status(page).textContent()).toBe('1 trigger run, 0 failed');
    expect(await page.evaluate(() => window.workbench.emulator.outbox)).toEqual(before.outbox);
  });

  it('is exported to a file that, imported again, calculates the same figures from its own tabs', async () => {
    const download = page.waitForEvent('download');
    await press(page, 'Export xlsx');
    const content = await readFile(await (await download).path());
    const tabs = await tabNames(page);
    await importFiles(page, [{ name: 'again.xlsx', content }]);
    expect(await tabNames(page)).toEqual([...tabs, ...tabs.map((name) => `${name} (2)`)]);
    for (const [tab, range] of Object.entries({ Dashboard: 'B5:H40', Health: 'A1:O40' })) {
      expect(await values(page, `'${tab} (2)'!${range}`)).toEqual(await values(page, `${tab}!${range}`));
    }
    const formulas = await page.evaluate(() =>
      window.workbench.emulator
        .save()
        .sheets.find(({ name }) => name === 'Dashboard (2)')
        ?.rows.flat(),
    );
    expect(formulas).toContainEqual(
      expect.objectContaining({ formula: "=NRR('MRR 12m (2)'!B2:B,'MRR 12m (2)'!C2:C)" }),
    );
  });
});
