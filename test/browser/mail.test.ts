import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderBendMail } from '../../src/messages/bend-mail.js';
import { bentAccount, HOSTILE, mailInput, nps, tickets, usage } from '../messages/sample-mail.js';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const hostileAccounts = Object.values(HOSTILE).map((cell) =>
  bentAccount({ account: cell, csm: cell, bends: [{ ...usage, indicator: cell }, tickets] }),
);

const MAILS = {
  'one account': mailInput(),
  'accounts with gaps and negative values': mailInput({
    recipientName: null,
    accounts: [
      bentAccount(),
      bentAccount({ account: 'Contoso', exposure: null, renewal: null, csm: null, bends: [nps] }),
    ],
  }),
  'hostile cells': mailInput({ recipientName: HOSTILE.tag, bookName: HOSTILE.endOfStyle, accounts: hostileAccounts }),
  'more accounts than are told in full': mailInput({
    accounts: Array.from({ length: 30 }, (_, index) => bentAccount({ account: `Account ${index}`, bends: [nps] })),
  }),
};

const VIEWS = [
  { width: 600, colorScheme: 'light' },
  { width: 600, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const;

let browser: Browser;
let axe: string;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: QUIET });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

afterAll(async () => {
  await browser.close();
});

interface AxeWindow {
  axe: {
    run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}

/** What axe finds; landmarks belong to the mail client's page, in which a mail is shown. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const options = { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } };
    // The script above has put axe into the window.
    const found = await (window as Window & Partial<AxeWindow>).axe?.run(document, options);
    return (
      found?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`) ?? [
        'axe did not run',
      ]
    );
  });
}

describe.each(Object.entries(MAILS))('a mail about %s', (_, input) => {
  const { html, subject } = renderBendMail(input);

  test.each(VIEWS)('is legible, inert and accessible at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(html, { waitUntil: 'load' });

    expect(requests).toEqual([]);
    expect(await page.title()).toBe(subject.replace(/\s+/g, ' '));
    expect(await page.locator('script, img, iframe, object, [onmouseover], [onerror]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(page)).toEqual([]);

    const heights = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const ground = await page.locator('.ground').evaluate((cell) => getComputedStyle(cell).backgroundColor);
    expect(ground).toBe(colorScheme === 'dark' ? 'rgb(31, 31, 31)' : 'rgb(255, 255, 255)');
    await page.close();
  });
});

test('a client that drops the style sheet still shows a legible mail', async () => {
  const { html } = renderBendMail(mailInput());
  const page = await browser.newPage({ viewport: { width: 320, height: 800 }, colorScheme: 'dark' });
  await page.setContent(html.replace(/<style>[^<]*<\/style>/, ''));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations(page)).toEqual([]);
  await page.close();
});
