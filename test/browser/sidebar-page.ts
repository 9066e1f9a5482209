import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { builtFiles } from '../bundle/bundle.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run';
const ADDRESS = 'http://sidebar.test/';
/** Sheets gives a sidebar this width whatever it asks for. */
const WIDTH = 300;

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface WithAxe {
  readonly axe: {
    run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}

declare global {
  interface Window {
    readonly callServer: (name: string, args: unknown[]) => Promise<{ value?: unknown; message?: string }>;
  }
}

/** Chromium, for one file of tests. */
export function launch(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES, chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  );
  if (executablePath === undefined) throw new Error('Browser tests: no Chromium found; set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: FLAGS.split(' ') });
}

/** Puts google.script.run in the page; its calls go out through `callServer`. Runs in the browser. */
function installRunner(): void {
  type Handler = ((value: never) => void) | null;
  const runner = (success: Handler, failure: Handler): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failure);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(success, handler);
          return (...args: unknown[]) => {
            void window.callServer(String(name), args).then(({ value, message }) => {
              if (message === undefined) success?.(value as never);
              else failure?.(new Error(message) as never);
            });
          };
        },
      },
    );
  Object.assign(window, { google: { script: { run: runner(null, null) } } });
}

const openPages: SidebarPage[] = [];

/** Closes what a test opened, workbooks included. */
export async function closePages(): Promise<void> {
  for (const { page, emulator } of openPages.splice(0)) {
    await page.context().close();
    emulator.dispose();
  }
}

/** The built sidebar in a frame as narrow as Sheets', asking the built server in the emulator. */
export class SidebarPage {
  /** How long each call takes on its way, in milliseconds. */
  delay = 0;
  /** What the connection fails with before a call reaches the server; null when it works. */
  failure: string | null = null;
  /** What the connection fails with after the server has done its work; null when it works. */
  lostReply: string | null = null;
  readonly calls: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly emulator: Emulator,
  ) {}

  static async open(browser: Browser, emulator: Emulator, options: BrowserContextOptions = {}): Promise<SidebarPage> {
    const context = await browser.newContext({ viewport: { width: WIDTH, height: 640 }, ...options });
    const sidebar = new SidebarPage(await context.newPage(), emulator);
    openPages.push(sidebar);
    await sidebar.prepare();
    return sidebar;
  }

  private async prepare(): Promise<void> {
    const { page } = this;
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    await page.route('**/*', (route) =>
      route.request().url() === ADDRESS
        ? route.fulfill({ body: builtFiles().sidebar, contentType: 'text/html' })
        : route.abort(),
    );
    await page.exposeFunction('callServer', (name: string, args: unknown[]) => this.call(name, args));
    await page.addInitScript(installRunner);
  }

  private async call(name: string, args: unknown[]): Promise<{ value?: unknown; message?: string }> {
    this.calls.push((JSON.parse(String(args[0])) as { call: string }).call);
    await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (this.failure !== null) return { message: this.failure };
    const value = await this.emulator.callFromClient(name, args);
    return this.lostReply === null ? { value } : { message: this.lostReply };
  }

  /** Opens the sidebar, or opens it again, and waits for the first answer. */
  async show(): Promise<void> {
    await this.page.goto(ADDRESS);
    await this.page.waitForFunction(() => document.querySelector('h1')?.textContent !== 'Bellwether');
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').textContent()) ?? '';
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Presses keys one after the other, as a person without a mouse does. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses Tab until the control with this name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      const focused = await this.page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
      });
      if (focused.startsWith(name)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${name}`);
  }

  /** Checks what every state must have: no axe finding, no horizontal scroll at 100 % and 200 %, targets of 32 px, no error. */
  async expectSound(): Promise<void> {
    const { page } = this;
    if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
    const findings = await page.evaluate(async () => {
      const { axe } = window as unknown as WithAxe; // Put there by the script above.
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(findings).toEqual([]);
    expect(await this.overflow()).toBe(0);
    await page.evaluate(() => (document.documentElement.style.zoom = '2'));
    expect(await this.overflow()).toBe(0);
    await page.evaluate(() => (document.documentElement.style.zoom = ''));
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary')].flatMap((control) => {
        const { height, width } = control.getBoundingClientRect();
        return height > 0 && (height < 32 || width < 32) ? [control.outerHTML] : [];
      }),
    );
    expect(small).toEqual([]);
    expect(this.errors).toEqual([]);
  }

  private overflow(): Promise<number> {
    return this.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  }
}
