import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formulaCatalogue } from '../../scripts/formula-catalogue.mjs';
import { READY } from '../sidebar-api/books.js';
import { builtAddOn } from '../sidebar-api/built-add-on.js';
import { launch } from './launch.js';
import { closePages, SidebarPage } from './sidebar-page.js';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterEach(closePages);
afterAll(() => browser.close());

const INSERT = 'Insert at the active cell: ';

async function openFormulas(): Promise<SidebarPage> {
  const sidebar = await SidebarPage.open(browser, builtAddOn({ Dashboard: [['NRR']], ...READY }));
  await sidebar.show();
  await sidebar.goTo('Formulas');
  await sidebar.page.getByRole('heading', { name: 'Which number do you need?' }).waitFor();
  return sidebar;
}

const listed = ({ page }: SidebarPage) => page.locator('.entry strong').allTextContents();
const focused = ({ page }: SidebarPage) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

describe('the formula picker', () => {
  test('lists every formula under its group', async () => {
    const sidebar = await openFormulas();
    const all = formulaCatalogue();
    expect(await listed(sidebar)).toEqual(all.map(({ name }) => name));
    expect(await sidebar.page.locator('h2').allTextContents()).toEqual([...new Set(all.map(({ group }) => group))]);
    await sidebar.page.getByText(`${String(all.length)} formulas`, { exact: true }).waitFor();
    await sidebar.expectSound();
  });

  test('is searched by name, description and group as one types', async () => {
    const sidebar = await openFormulas();
    const { page } = sidebar;
    const search = page.getByLabel('Search the formulas');
    await search.fill('logo left out');
    expect(await listed(sidebar)).toEqual([]);
    await page.getByText('No formula fits').waitFor();
    await sidebar.expectSound();
    await search.fill('GRR');
    expect((await listed(sidebar))[0]).toBe('GRR');
    await search.fill('net revenue left out');
    expect(await listed(sidebar)).toEqual(['NRR']);
    await page.getByText('1 formula', { exact: true }).waitFor();
    await search.fill('trend bends');
    expect(await listed(sidebar)).toContain('BENDING');
  });

  test('is used without a mouse, from the search to the cell', async () => {
    const sidebar = await openFormulas();
    const { page, emulator } = sidebar;
    emulator.select('Dashboard!E2');
    await sidebar.tabTo('Search the formulas');
    await page.keyboard.type('expansion rate');
    await sidebar.press('ArrowDown');
    expect(await focused(sidebar)).toMatch(/^EXPANSIONRATE/);
    await sidebar.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await sidebar.press('ArrowDown', 'Enter');
    await page.getByText('=EXPANSIONRATE(starting_mrr, ending_mrr)', { exact: true }).waitFor();
    await sidebar.expectSound();
    await sidebar.tabTo(INSERT);
    await sidebar.press('Enter');
    await page.getByText('=EXPANSIONRATE(B2:B, C2:C) is in Dashboard!E2; set its ranges').waitFor();
    expect(await focused(sidebar)).toBe(`${INSERT}EXPANSIONRATE`);
    await sidebar.expectSound();
    expect(emulator.save().sheets[0]?.rows[1]?.[4]).toMatchObject({ formula: '=EXPANSIONRATE(B2:B, C2:C)' });
  });

  test('shows each formula with its arguments and an example, as narrow as a sidebar is', async () => {
    const sidebar = await openFormulas();
    const { page } = sidebar;
    for (const name of ['NRR', 'MRRMOVEMENTS', 'HEALTHSCORE']) {
      await page.locator('.entry', { has: page.getByText(name, { exact: true }) }).click();
    }
    await page.getByText('=NRR(starting_mrr, ending_mrr_or_expansion, [contraction], [churn])').waitFor();
    await page.getByText('(optional, second form) MRR of the accounts that left').waitFor();
    await page.getByRole('cell', { name: '0.75', exact: true }).first().waitFor();
    await sidebar.expectSound();
  });

  test('writes nothing over a filled cell, says why, and inserts after another is selected', async () => {
    const sidebar = await openFormulas();
    const { page, emulator } = sidebar;
    emulator.select('Dashboard!A1');
    await page.getByLabel('Search the formulas').fill('net revenue left out');
    await page.locator('.entry').click();
    await sidebar.button(`${INSERT}NRR`).click();
    await page.getByText('Dashboard!A1 is not empty, and nothing is overwritten').waitFor();
    await sidebar.expectSound();
    expect(emulator.values('Dashboard!A1')).toEqual([['NRR']]);
    emulator.select('Dashboard!D1');
    await sidebar.button(`${INSERT}NRR`).click();
    await page.getByText('=NRR(B2:B, C2:C) is in Dashboard!D1; set its ranges').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('can be opened again when the connection fails', async () => {
    const sidebar = await SidebarPage.open(browser, builtAddOn(READY));
    await sidebar.show();
    sidebar.failure = 'NetworkError: Connection failure due to HTTP 0';
    await sidebar.goTo('Formulas');
    await sidebar.page.getByText('No answer from Google').waitFor();
    await sidebar.expectSound();
    sidebar.failure = null;
    await sidebar.button('Try again').click();
    await sidebar.page.getByRole('heading', { name: 'Which number do you need?' }).waitFor();
  });
});
