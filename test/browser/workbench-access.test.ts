import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WorkbenchBrowser } from './browser.js';
import { probeAddOn } from './editor-add-on.js';
import { SMALL_BOOK } from './small-book.js';

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
  const { passes, violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: [['#grid > *'], ['iframe']] }, { resultTypes: ['violations'] })`,
  );
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function expectAccessible(state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(), `${state}, ${colorScheme}`).toEqual([]);
  }
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();

it('no state of the page has an accessibility finding, light or dark', async () => {
  page = await workbench.open({}, SMALL_BOOK);
  await page.evaluate(await readFile(axePath, 'utf8'));
  await expectAccessible('at the start');
  await press('Extensions');
  await expectAccessible('with a menu open');
  await choose('Schedule');
  await press('Extensions');
  await choose('Open');
  await press(/22 Nov/);
  await press('+ 1 hour');
  await expect.poll(() => page.locator('.status-line').textContent()).toContain('1 trigger run');
  await expectAccessible('with sidebar, clock and runs');
  await press(/Outbox/);
  await page.locator('.mail').click();
  await expectAccessible('with a mail open');
  await press('Close mail');
  await press('Reset');
  await expectAccessible('while a reset is confirmed');
});
