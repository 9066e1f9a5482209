import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ready, values, WorkbenchBrowser } from './browser.js';

let workbench: WorkbenchBrowser;
let folder: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbench-'));
  await writeFile(join(folder, 'plans & prices.csv'), 'Plan,Price\nBasic,19\n');
  workbench = await WorkbenchBrowser.start({ folder });
});

afterAll(async () => {
  await workbench.close();
});

afterEach(async () => {
  await page.context().close();
});

const choose = (name: string) => page.getByRole('menuitem', { name }).click();
const open = (name: string) => page.getByRole('button', { name, exact: true }).click();
const status = () => page.locator('.status-line [role=status]').first();
const tabNames = () => page.evaluate(() => window.workbench.emulator.save().sheets.map((sheet) => sheet.name));

const switchWatchOn = () =>
  page.evaluate(() =>
    window.workbench.emulator.callFromClient('callFromSidebar', [
      JSON.stringify({ call: 'switchWatch', args: { on: true } }),
    ]),
  );

async function importFiles(files: { name: string; content: string | Uint8Array }[]): Promise<void> {
  const buffers = files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) }));
  await page.getByLabel('Files to import').setInputFiles(buffers);
  await expect.poll(() => status().textContent(), { timeout: 60_000 }).toMatch(/Imported/);
}

/** Clicks between columns I and K, right of what the dashboard holds. */
async function clickBlankCell(): Promise<void> {
  const grid = await page.locator('#grid').boundingBox();
  if (!grid) throw new Error('the page shows no grid');
  await page.mouse.click(grid.x + grid.width - 200, grid.y + 200);
}

describe('the workbench', () => {
  it('opens the sample with its formulas calculated, asks no other server for anything, and reports no error', async () => {
    page = await workbench.open();
    await page.getByRole('heading', { level: 1 }).getByText('Northlight customer success').waitFor();
    const shown = (await values(page, 'Dashboard!A1:H40')).flat();
    expect(shown.filter((value) => typeof value === 'string' && /^#(?:ERROR|NAME|REF|N\/A)/.test(value))).toEqual([]);
    expect(shown.filter((value) => typeof value === 'number').length).toBeGreaterThan(10);
    expect(workbench.foreignRequests).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });

  it('shows the value of a formula that a person types, and offers our functions with their help meanwhile', async () => {
    page = await workbench.open();
    await page.getByRole('button', { name: 'Import' }).waitFor();
    await clickBlankCell();
    await page.keyboard.type('=NR', { delay: 20 });
    await page.getByText('Net revenue retention').first().waitFor();
    await page.keyboard.type('R(200,150)', { delay: 100 });
    // Enter would accept what the list still offers.
    await page.getByText('Net revenue retention').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await values(page, 'Dashboard!I1:L10')).flat()).toContain(0.75);
  });

  it('tells why a cell function failed when its cell is selected', async () => {
    page = await workbench.open();
    await page.evaluate(() => {
      window.workbench.emulator.type('Dashboard!A1', '=NRR("all of it")');
    });
    expect(await values(page, 'Dashboard!A1')).toEqual([['#ERROR!']]);
    await expect.poll(() => page.locator('.cell-error').textContent()).toMatch(/NRR/);
  });
});

describe('importing', () => {
  it('makes a tab of each csv, typed, with text that looks like a formula left as text', async () => {
    page = await workbench.open();
    await importFiles([
      { name: 'signups.csv', content: 'Account,Day,Zip,Trial,Note\nA-1,2024-03-05,02134,True,=1+1\n' },
      { name: 'seats.csv', content: 'Account;Seats\nA-1;12\n' },
    ]);
    expect((await tabNames()).slice(-2)).toEqual(['signups', 'seats']);
    expect(await values(page, 'signups!A2:E2')).toEqual([['A-1', '2024-03-05T05:00:00.000Z', '02134', true, '=1+1']]);
    expect(await values(page, 'seats!A1:B2')).toEqual([
      ['Account', 'Seats'],
      ['A-1', 12],
    ]);
  });

  it('keeps the formulas of an xlsx at work, across its sheets', async () => {
    page = await workbench.open();
    const content = await writeXlsx({
      sheets: [
        { name: 'Opening', rows: [[100], [300]] },
        { name: 'Ratio', rows: [[null]], cells: new Map([['0,0', { formula: 'NRR(Opening!A1:A2,Opening!A1:A2)' }]]) },
      ],
    });
    await importFiles([{ name: 'book.xlsx', content }]);
    expect(await values(page, 'Ratio!A1')).toEqual([[1]]);
  });

  it('offers the files of the folder that it was started with', async () => {
    page = await workbench.open();
    await open('Import');
    await choose('plans & prices.csv');
    await expect.poll(() => status().textContent(), { timeout: 60_000 }).toBe('Imported 1 tab');
    expect(await values(page, "'plans & prices'!A2:B2")).toEqual([['Basic', 19]]);
  });

  it('takes files that are dropped on the page', async () => {
    page = await workbench.open();
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['a,b\n1,2\n'], 'dropped.csv'));
      return transfer;
    });
    await page.dispatchEvent('#grid', 'drop', { dataTransfer: dropped });
    await expect.poll(() => status().textContent(), { timeout: 60_000 }).toBe('Imported 1 tab');
    expect(await tabNames()).toContain('dropped');
  });

  it('names a file that it cannot read and goes on with the others', async () => {
    page = await workbench.open();
    await importFiles([
      { name: 'broken.xlsx', content: 'not a zip' },
      { name: 'good.csv', content: 'a\n1\n' },
    ]);
    expect(await status().textContent()).toMatch(/"broken\.xlsx" is not a readable xlsx file.*Imported 1 tab/);
  });

  it('places 25,000 rows', async () => {
    page = await workbench.open();
    const rows = Array.from(
      { length: 25_000 },
      (_, row) => `U-${row},S-${row % 500},2023-07-27,feature_${row % 40},${row % 9},5004,0,False`,
    );
    await importFiles([
      { name: 'usage.csv', content: ['id,sub,day,feature,count,secs,errors,beta', ...rows].join('\n') },
    ]);
    expect(await values(page, 'usage!A25001:E25001')).toEqual([
      ['U-24999', 'S-499', '2023-07-27T04:00:00.000Z', 'feature_39', 6],
    ]);
  });
});

describe('exporting', () => {
  it('writes values, formulas with their results, dates and frozen rows', async () => {
    page = await workbench.open();
    const [[nrr]] = (await values(page, 'Dashboard!B7')) as [[number]];
    const download = page.waitForEvent('download');
    await open('Export xlsx');
    const file = await download;
    expect(file.suggestedFilename()).toBe('Northlight customer success.xlsx');
    const { sheets } = await readXlsx(await readFile(await file.path()), { readStyles: true });
    expect(sheets.map((sheet) => sheet.name)).toEqual(await tabNames());
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

  it('writes a file that, imported again, calculates the same figures from its own tabs', async () => {
    page = await workbench.open();
    const download = page.waitForEvent('download');
    await open('Export xlsx');
    const content = await readFile(await (await download).path());
    const tabs = await tabNames();
    await importFiles([{ name: 'again.xlsx', content }]);
    expect(await tabNames()).toEqual([...tabs, ...tabs.map((name) => `${name} (2)`)]);
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

describe('what the browser keeps', () => {
  it('comes back after a reload: cells, clock and user', async () => {
    page = await workbench.open();
    await page.evaluate(() => {
      window.workbench.emulator.type('Dashboard!A1', 'Kept');
    });
    await page.getByLabel('You are').selectOption('jonas.weber@northlight.example');
    await page.getByRole('button', { name: /22 Nov/ }).click();
    await open('+ 1 hour');
    await page.getByRole('button', { name: /Nov 2026, 19:00/ }).waitFor();
    await expect.poll(() => page.locator('.saved').textContent()).toBe('Saved in this browser');
    await page.reload();
    await ready(page);
    expect(await values(page, 'Dashboard!A1')).toEqual([['Kept']]);
    await page.getByRole('button', { name: /Nov 2026, 19:00/ }).waitFor();
    expect(await page.getByLabel('You are').inputValue()).toBe('jonas.weber@northlight.example');
  });

  it('has the watch with its triggers, properties and mails: what was sent is not sent again', async () => {
    page = await workbench.open();
    await switchWatchOn();
    await page.getByRole('button', { name: /22 Nov/ }).click();
    await open('+ 1 day');
    await expect.poll(() => status().textContent(), { timeout: 60_000 }).toBe('24 trigger runs, 0 failed');
    await expect.poll(() => page.locator('.saved').textContent()).toBe('Saved in this browser');
    const before = await page.evaluate(() => window.workbench.emulator.saveState());
    expect(before.outbox.length).toBeGreaterThan(0);
    await page.reload();
    await ready(page);
    expect(await page.evaluate(() => window.workbench.emulator.saveState())).toEqual(before);
    await page.getByRole('button', { name: /23 Nov 2026, 18:00/ }).click();
    await page.getByText('every hour, next Mon 23 Nov 2026').waitFor();
    await open('+ 1 hour');
    await expect.poll(() => status().textContent(), { timeout: 60_000 }).toBe('1 trigger run, 0 failed');
    expect(await page.evaluate(() => window.workbench.emulator.outbox)).toEqual(before.outbox);
  });

  it('is given up by a reset, which asks first', async () => {
    page = await workbench.open();
    await switchWatchOn();
    await importFiles([{ name: 'mine.csv', content: 'a\n1\n' }]);
    await open('Reset');
    await open('Keep my work');
    expect(await tabNames()).toContain('mine');
    await open('Reset');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to the sample' }).click();
    await reloaded;
    await ready(page);
    expect(await tabNames()).not.toContain('mine');
    expect(await page.evaluate(() => window.workbench.emulator.triggers)).toEqual([]);
  });

  it('can be given up for an empty workbook, to import one’s own data into', async () => {
    page = await workbench.open();
    await open('Reset');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('dialog').getByRole('button', { name: 'Start empty' }).click();
    await reloaded;
    await ready(page);
    expect(await tabNames()).toEqual(['Sheet1']);
    await importFiles([{ name: 'accounts.csv', content: 'account_id\nA-1\n' }]);
    expect(await tabNames()).toEqual(['Sheet1', 'accounts']);
  });
});
