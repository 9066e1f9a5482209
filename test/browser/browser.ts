import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Emulator } from '../../workbench/apps-script/api.js';
import type { Book } from '../../workbench/book.js';
import { startWorkbench } from '../../workbench/serve.js';
import { launch } from './launch.js';

/** Where the sample stands too: Sunday 22 November 2026, 18:00 in New York. */
const SUNDAY = Date.UTC(2026, 10, 22, 23);
const USER = 'maya.chen@northlight.example';

/** The project's top folder. */
export const root = join(import.meta.dirname, '../..');

/** What the page offers to tests; runs inside the browser. */
declare global {
  interface Window {
    readonly workbench: { readonly emulator: Emulator; readonly ready: Promise<void> };
  }
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

  /** A page of a new visitor, or of one whose browser has kept a book; the workbook is open and calculated. */
  async open(options: BrowserContextOptions = {}, kept: Book | null = null): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 860 }, ...options });
    const page = await context.newPage();
    if (kept) {
      await page.goto(`${this.server.url}icon.svg`);
      await page.evaluate(keep, { book: kept, now: SUNDAY, user: USER, openedMails: [] });
    }
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

/** Puts what an earlier visit left where the page looks for it; runs inside the browser. */
function keep(state: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bellwether-workbench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('state').put(state, 'current');
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => {
      reject(opening.error ?? new Error('the browser refused its storage'));
    };
  });
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
