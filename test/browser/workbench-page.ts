import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Presses a button of the page. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Where the page says what was done. */
export const status = (page: Page) => page.locator('.status-line [role=status]').first();

/** The names of the workbook's tabs, in their order. */
export const tabNames = (page: Page) =>
  page.evaluate(() => window.workbench.emulator.save().sheets.map((sheet) => sheet.name));

/** Switches the weekly watch on, as the sidebar does. */
export const switchWatchOn = (page: Page) =>
  page.evaluate(() =>
    window.workbench.emulator.callFromClient('callFromSidebar', [
      JSON.stringify({ call: 'switchWatch', args: { on: true } }),
    ]),
  );

/** Waits until tabs are there that were not, and the page has said that the import is done. */
export async function imported(page: Page, doImport: () => Promise<void>): Promise<void> {
  const before = (await tabNames(page)).length;
  await doImport();
  await expect.poll(async () => (await tabNames(page)).length).toBeGreaterThan(before);
  await expect.poll(() => status(page).textContent()).toMatch(/Imported/);
}

/** Imports files as a person does who picks them in the dialog. */
export async function importFiles(page: Page, files: readonly File[]): Promise<void> {
  const buffers = files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) }));
  await imported(page, () => page.getByLabel('Files to import').setInputFiles(buffers));
}
