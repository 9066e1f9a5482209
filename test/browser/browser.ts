import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { startWorkbench } from '../../workbench/serve.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run';

/** The project's top folder. */
export const root = join(import.meta.dirname, '../..');

/** What the page offers to tests; runs inside the browser. */
declare global {
  interface Window {
    readonly workbench: { readonly emulator: Emulator; readonly ready: Promise<void> };
  }
}

async function launch(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES, chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  );
  if (executablePath === undefined) throw new Error('Browser tests: no Chromium found; set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: FLAGS.split(' ') });
}

/** One Chromium and one served workbench for a file of tests. */
export class WorkbenchBrowser {
  /** Addresses that pages asked for outside their own server, and what they reported as errors. */
  readonly foreignRequests: string[] = [];
  readonly pageErrors: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly server: { readonly url: string; close(): Promise<void> },
  ) {}

  static async start(options: { readonly folder?: string; readonly addOn?: string } = {}): Promise<WorkbenchBrowser> {
    const server = await startWorkbench({ root, port: 0, ...options });
    return new WorkbenchBrowser(await launch(), server);
  }

  /** A page of a new visitor, whose workbook is open and calculated. */
  async open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 860 }, ...options });
    const page = await context.newPage();
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(this.server.url) && /^(https?|wss?):/.test(address)) this.foreignRequests.push(address);
    });
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.pageErrors.push(message.text());
    });
    await page.goto(this.server.url);
    await ready(page);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** Waits until the workbook is open and every formula has its value. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'workbench' in window);
  await page.evaluate(async () => {
    await window.workbench.ready;
    await window.workbench.emulator.calculated();
  });
}

/** What a range shows, once calculated; dates as ISO text. */
export function values(page: Page, a1: string): Promise<unknown[][]> {
  return page.evaluate(async (range) => {
    await window.workbench.emulator.calculated();
    return window.workbench.emulator
      .values(range)
      .map((row) => row.map((value) => (value instanceof Date ? value.toISOString() : value)));
  }, a1);
}
