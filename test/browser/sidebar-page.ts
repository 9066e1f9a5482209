import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { builtFiles } from '../bundle/bundle.js';

const ADDRESS = 'http://sidebar.test/';
/** Sheets gives a sidebar this width whatever it asks for. */
const WIDTH = 300;
const TALLEST_PICTURE = 940;
const IMAGES = join(import.meta.dirname, '../../docs/images');

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

/** A frame as narrow as Sheets', and which test's sidebar is in it. */
interface Frame {
  readonly page: Page;
  shown: SidebarPage | null;
}

/** A browser has one, since a new page takes longer than most tests. */
const frames = new WeakMap<Browser, Frame>();
const opened: { readonly frame: Frame; readonly emulator: Emulator }[] = [];

async function makeFrame(browser: Browser): Promise<Frame> {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 640 } });
  const frame: Frame = { page: await context.newPage(), shown: null };
  const { page } = frame;
  page.on('pageerror', ({ message }) => frame.shown?.errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') frame.shown?.errors.push(message.text());
  });
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ body: builtFiles().sidebar, contentType: 'text/html' })
      : route.abort(),
  );
  await page.exposeFunction('callServer', (name: string, args: unknown[]) => frame.shown?.call(name, args));
  await page.addInitScript(installRunner);
  return frame;
}

/** Leaves what a test opened: its workbook, and what the page keeps in the browser. */
export async function closePages(): Promise<void> {
  for (const { frame, emulator } of opened.splice(0)) {
    if (frame.page.url() === ADDRESS) await frame.page.evaluate(clearStorage);
    frame.shown = null;
    await frame.page.goto('about:blank');
    emulator.dispose();
  }
}

/** Runs in the browser. */
function clearStorage(): void {
  localStorage.clear();
  sessionStorage.clear();
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
  /** How many calls were answered, also by a failure. */
  answered = 0;
  private running = 0;
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly emulator: Emulator,
  ) {}

  static async open(browser: Browser, emulator: Emulator): Promise<SidebarPage> {
    const frame = frames.get(browser) ?? (await makeFrame(browser));
    frames.set(browser, frame);
    const sidebar = new SidebarPage(frame.page, emulator);
    frame.shown = sidebar;
    opened.push({ frame, emulator });
    return sidebar;
  }

  /** Answers the page as the server does. */
  async call(name: string, args: unknown[]): Promise<{ value?: unknown; message?: string }> {
    this.calls.push((JSON.parse(String(args[0])) as { call: string }).call);
    this.running++;
    try {
      await new Promise((resolve) => setTimeout(resolve, this.delay));
      if (this.failure !== null) return { message: this.failure };
      const value = await this.emulator.callFromClient(name, args);
      return this.lostReply === null ? { value } : { message: this.lostReply };
    } finally {
      this.answered++;
      this.running--;
    }
  }

  /** Waits until every call is answered, those included that an answer brings about. */
  async settled(): Promise<void> {
    do {
      await expect.poll(() => this.running).toBe(0);
      // Effects run after the next frame.
      await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    } while (this.running > 0);
  }

  /** Opens the sidebar, or opens it again, and waits for the first answer. */
  async show(): Promise<void> {
    await this.page.goto(ADDRESS);
    await this.page.waitForFunction(() => document.querySelector('h1')?.textContent !== 'Bellwether');
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').textContent()) ?? '';
  }

  /** Goes to a view as its tab does, through More where it is one of the rest. */
  async goTo(view: string): Promise<void> {
    const views = this.page.getByRole('navigation');
    const tab = views.getByRole('button', { name: view, exact: true });
    if ((await tab.count()) === 0) await views.getByRole('button', { name: 'More' }).click();
    await tab.click();
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Takes a picture for the docs, with SCREENSHOTS=1: the top of the view, or one part of it. */
  async picture(name: string, part?: Locator): Promise<void> {
    if (process.env['SCREENSHOTS'] !== '1') return;
    const path = join(IMAGES, `${name}.png`);
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    if (part) await part.screenshot({ path });
    else
      await this.page.screenshot({
        path,
        fullPage: true,
        clip: { x: 0, y: 0, width: WIDTH, height: Math.min(height, TALLEST_PICTURE) },
      });
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
