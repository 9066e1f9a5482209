import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WorkbenchBrowser } from './browser.js';
import { probeAddOn } from './editor-add-on.js';

const axePath = createRequire(import.meta.url).resolve('axe-core');

let workbench: WorkbenchBrowser;
let page: Page;

beforeAll(async () => {
  workbench = await WorkbenchBrowser.start({ addOn: await probeAddOn() });
});

afterAll(async () => {
  await workbench.close();
});

interface AxeResults {
  readonly passes: readonly unknown[];
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Findings outside the grid, whose toolbar, tabs and canvas are Univer's, and outside the add-on's own frame. */
async function findings(): Promise<string[]> {
  const { passes, violations } = await page.evaluate<AxeResults>(`axe.run({ exclude: [['#grid > *'], ['iframe']] })`);
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();

it.each(['light', 'dark'] as const)(
  'in the %s scheme no state of the page has an accessibility finding',
  async (colorScheme) => {
    page = await workbench.open({ colorScheme });
    await page.evaluate(await readFile(axePath, 'utf8'));
    expect(await findings(), 'at the start').toEqual([]);
    await press('Extensions');
    expect(await findings(), 'with a menu open').toEqual([]);
    await choose('Schedule');
    await press('Extensions');
    await choose('Open');
    await press(/22 Nov/);
    await press('+ 1 hour');
    await expect.poll(() => page.locator('.status-line').textContent()).toContain('1 trigger run');
    expect(await findings(), 'with sidebar, clock and runs').toEqual([]);
    await press(/Outbox/);
    await page.locator('.mail').click();
    expect(await findings(), 'with a mail open').toEqual([]);
    await press('Close mail');
    await press('Reset');
    expect(await findings(), 'while a reset is confirmed').toEqual([]);
    await page.context().close();
  },
);
