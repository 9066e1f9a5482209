import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, values, WorkbenchBrowser } from './browser.js';
import { SMALL_BOOK } from './small-book.js';
import { imported, importFiles, press, status, switchWatchOn, tabNames } from './workbench-page.js';

let workbench: WorkbenchBrowser;
let page: Page;

// One page of a person who has a book already; what each test leaves is there for the next.
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workbench-'));
  await writeFile(join(folder, 'plans & prices.csv'), 'Plan,Price\nBasic,19\n');
  workbench = await WorkbenchBrowser.start({ folder });
  page = await workbench.open({}, SMALL_BOOK);
});

afterAll(async () => {
  await workbench.close();
});

/** Clicks right of and below what the dashboard holds. */
async function clickBlankCell(): Promise<void> {
  const grid = await page.locator('#grid').boundingBox();
  if (!grid) throw new Error('the page shows no grid');
  await page.mouse.click(grid.x + grid.width - 200, grid.y + 200);
}

describe('a cell', () => {
  it('tells why a cell function failed when its cell is selected', async () => {
    await page.evaluate(() => {
      window.workbench.emulator.type('Dashboard!A1', '=NRR("all of it")');
    });
    expect(await values(page, 'Dashboard!A1')).toEqual([['#ERROR!']]);
    await expect.poll(() => page.locator('.cell-error').textContent()).toMatch(/NRR/);
  });

  it('shows the value of a formula that a person types, and offers our functions with their help meanwhile', async () => {
    await page.getByRole('button', { name: 'Import' }).waitFor();
    await clickBlankCell();
    await page.keyboard.type('=NR', { delay: 20 });
    await page.getByText('Net revenue retention').first().waitFor();
    await page.keyboard.type('R(200,150)', { delay: 100 });
    // Enter would accept what the list still offers.
    await page.getByText('Net revenue retention').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await values(page, 'Dashboard!A1:Z60')).flat()).toContain(0.75);
  });
});

describe('importing', () => {
  it('makes a tab of each csv, typed, with text that looks like a formula left as text', async () => {
    await importFiles(page, [
      { name: 'signups.csv', content: 'Account,Day,Zip,Trial,Note\nA-1,2024-03-05,02134,True,=1+1\n' },
      { name: 'seats.csv', content: 'Account;Seats\nA-1;12\n' },
    ]);
    expect((await tabNames(page)).slice(-2)).toEqual(['signups', 'seats']);
    expect(await values(page, 'signups!A2:E2')).toEqual([['A-1', '2024-03-05T05:00:00.000Z', '02134', true, '=1+1']]);
    expect(await values(page, 'seats!A1:B2')).toEqual([
      ['Account', 'Seats'],
      ['A-1', 12],
    ]);
  });

  it('keeps the formulas of an xlsx at work, across its sheets', async () => {
    const content = await writeXlsx({
      sheets: [
        { name: 'Opening', rows: [[100], [300]] },
        { name: 'Ratio', rows: [[null]], cells: new Map([['0,0', { formula: 'NRR(Opening!A1:A2,Opening!A1:A2)' }]]) },
      ],
    });
    await importFiles(page, [{ name: 'book.xlsx', content }]);
    expect(await values(page, 'Ratio!A1')).toEqual([[1]]);
  });

  it('offers the files of the folder that it was started with', async () => {
    await imported(page, async () => {
      await press(page, 'Import');
      await page.getByRole('menuitem', { name: 'plans & prices.csv' }).click();
    });
    expect(await status(page).textContent()).toBe('Imported 1 tab');
    expect(await values(page, "'plans & prices'!A2:B2")).toEqual([['Basic', 19]]);
  });

  it('takes files that are dropped on the page', async () => {
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['a,b\n1,2\n'], 'dropped.csv'));
      return transfer;
    });
    await imported(page, () => page.dispatchEvent('#grid', 'drop', { dataTransfer: dropped }));
    expect(await status(page).textContent()).toBe('Imported 1 tab');
    expect(await tabNames(page)).toContain('dropped');
  });

  it('names a file that it cannot read and goes on with the others', async () => {
    await importFiles(page, [
      { name: 'broken.xlsx', content: 'not a zip' },
      { name: 'good.csv', content: 'a\n1\n' },
    ]);
    expect(await status(page).textContent()).toMatch(/"broken\.xlsx" is not a readable xlsx file.*Imported 1 tab/);
  });

  it('places 25,000 rows', async () => {
    const rows = Array.from(
      { length: 25_000 },
      (_, row) => `U-${row},S-${row % 500},2023-07-27,feature_${row % 40},${row % 9},5004,0,False`,
    );
    await importFiles(page, [
      { name: 'usage.csv', content: ['id,sub,day,feature,count,secs,errors,beta', ...rows].join('\n') },
    ]);
    expect(await values(page, 'usage!A25001:E25001')).toEqual([
      ['U-24999', 'S-499', '2023-07-27T04:00:00.000Z', 'feature_39', 6],
    ]);
  });
});

describe('what the browser keeps', () => {
  it('comes back after a reload: cells, clock and user', async () => {
    await page.evaluate(() => {
      window.workbench.emulator.type('Dashboard!A1', 'Kept');
    });
    await page.getByLabel('You are').selectOption('jonas.weber@northlight.example');
    await page.getByRole('button', { name: /22 Nov/ }).click();
    await press(page, '+ 1 hour');
    await page.getByRole('button', { name: /Nov 2026, 19:00/ }).waitFor();
    await expect.poll(() => page.locator('.saved').textContent()).toBe('Saved in this browser');
    await page.reload();
    await ready(page);
    expect(await values(page, 'Dashboard!A1')).toEqual([['Kept']]);
    await page.getByRole('button', { name: /Nov 2026, 19:00/ }).waitFor();
    expect(await page.getByLabel('You are').inputValue()).toBe('jonas.weber@northlight.example');
  });

  it('is given up by a reset, which asks first', async () => {
    await switchWatchOn(page);
    expect(await page.evaluate(() => window.workbench.emulator.triggers)).toHaveLength(1);
    await importFiles(page, [{ name: 'mine.csv', content: 'a\n1\n' }]);
    await press(page, 'Reset');
    await press(page, 'Keep my work');
    expect(await tabNames(page)).toContain('mine');
    await press(page, 'Reset');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to the sample' }).click();
    await reloaded;
    await ready(page);
    expect(await tabNames(page)).not.toContain('mine');
    expect(await page.evaluate(() => window.workbench.emulator.triggers)).toEqual([]);
  });

  it('can be given up for an empty workbook, to import one’s own data into', async () => {
    await press(page, 'Reset');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('dialog').getByRole('button', { name: 'Start empty' }).click();
    await reloaded;
    await ready(page);
    expect(await tabNames(page)).toEqual(['Sheet1']);
    await importFiles(page, [{ name: 'accounts.csv', content: 'account_id\nA-1\n' }]);
    expect(await tabNames(page)).toEqual(['Sheet1', 'accounts']);
  });
});

it('no error was reported in all of this', () => {
  expect(workbench.pageErrors).toEqual([]);
});
