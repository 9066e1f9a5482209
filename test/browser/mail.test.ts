import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderAlertMail } from '../../src/messages/alert-mail.js';
import type { Message } from '../../src/messages/message.js';
import { renderDigestMail } from '../../src/messages/digest-mail.js';
import { renderInterventionMail } from '../../src/messages/intervention-mail.js';
import { renderPatternMail } from '../../src/messages/pattern-mail.js';
import { renderTroubleMail } from '../../src/messages/trouble-mail.js';
import { mailsOf } from '../messages/every-mail.js';
import {
  alertInput,
  bentAlert,
  digestInput,
  HOSTILE,
  interventionInput,
  nps,
  patternInput,
  plainAlert,
  TODAY,
  troubleInput,
} from '../messages/sample-mail.js';
import { launch } from './launch.js';

const HOSTILE_CELL = `${HOSTILE.rightToLeft} ${HOSTILE.tag} ${HOSTILE.endless}`;
const UNRESOLVED = { openedOn: TODAY - 4, firstToldOn: TODAY - 4 };

const NPS_CLEARS = 'Clears after one full week in which NPS does not go the wrong way';

/** The mails of docs/mails.md, each with the name of its picture. */
const KINDS = {
  'alert-1': renderAlertMail(alertInput()),
  'alert-2': renderAlertMail(
    alertInput({
      recipientName: 'Priya',
      alerts: [
        plainAlert({ ...UNRESOLVED, level: 2 }),
        plainAlert({ ...UNRESOLVED, level: 2, subject: 'C-14', account: 'Fabrikam', exposure: 900_000 }),
        bentAlert({ account: 'Adatum', exposure: null, renewal: null, priority: null, clears: NPS_CLEARS }, [nps]),
      ],
    }),
  ),
  'alert-3': renderAlertMail(
    alertInput({ recipientName: 'Ada', alerts: [bentAlert({ ...UNRESOLVED, level: 3, standing: 'manager' })] }),
  ),
  pattern: renderPatternMail(patternInput()),
  intervention: renderInterventionMail(interventionInput()),
  digest: renderDigestMail(digestInput()),
  trouble: renderTroubleMail(troubleInput()),
};

const MAILS = Object.entries({
  ...KINDS,
  'more alerts than are told in full': renderAlertMail(
    alertInput({ alerts: Array.from({ length: 30 }, (_, index) => bentAlert({ account: `Account ${index}` }, [nps])) }),
  ),
});

/** With SCREENSHOTS=1 the pictures of docs/mails.md are taken anew. */
const takesPictures = process.env['SCREENSHOTS'] === '1';
const images = join(import.meta.dirname, '../../docs/images');

interface View {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

const VIEWS: readonly View[] = [
  { width: 600, colorScheme: 'light' },
  { width: 600, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
];

const lookOf = ({ width, colorScheme }: View): string => {
  return `${width === 320 ? '-narrow' : ''}${colorScheme === 'dark' ? '-dark' : ''}`;
};
/** The pictures that docs/mails.md shows: each kind once, one on a phone and one in the dark. */
const isShown = (picture: string): boolean =>
  !/-(narrow|dark)/.test(picture) || /^alert-(2-narrow|3-dark)$/.test(picture);

let browser: Browser;
let page: Page;
const requests: string[] = [];

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  if (takesPictures) await mkdir(images, { recursive: true });
});

afterAll(async () => {
  await browser.close();
});

interface AxeWindow {
  axe: {
    run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}

async function show(html: string, { width, colorScheme }: View): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.setContent(html, { waitUntil: 'load' });
}

/** What axe finds; landmarks belong to the mail client's page, in which a mail is shown. */
function violations(): Promise<string[]> {
  return page.evaluate(async () => {
    const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
    const options = { rules, resultTypes: ['violations'] };
    // Put into the window at the beginning; a new content leaves it there.
    const found = await (window as Window & Partial<AxeWindow>).axe?.run(document, options);
    return (
      found?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`) ?? [
        'axe did not run',
      ]
    );
  });
}

/** Every kind with cells that try to break it, where there is least room. */
const HOSTILE_MAILS = Object.entries(mailsOf(HOSTILE_CELL));

async function expectLegible({ html, subject }: Message, view: View): Promise<void> {
  await show(html, view);
  expect(requests).toEqual([]);
  expect(await page.title()).toBe(subject.replace(/\s+/g, ' '));
  expect(await page.locator('script, img, iframe, object, [onmouseover], [onerror]').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(view.width);
  expect(await violations()).toEqual([]);
  const heights = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  const ground = await page.locator('.ground').evaluate((cell) => getComputedStyle(cell).backgroundColor);
  expect(ground).toBe(view.colorScheme === 'dark' ? 'rgb(31, 31, 31)' : 'rgb(255, 255, 255)');
}

test.each(HOSTILE_MAILS)('%s is legible, inert and accessible whatever its cells hold', async (_, mail) => {
  await expectLegible(mail, { width: 320, colorScheme: 'dark' });
});

describe.each(MAILS)('%s', (name, mail) => {
  test.each(VIEWS)('is legible, inert and accessible at $width px, $colorScheme', async (view) => {
    await expectLegible(mail, view);
    if (takesPictures && name in KINDS && isShown(`${name}${lookOf(view)}`)) {
      await page.screenshot({ path: join(images, `mail-${name}${lookOf(view)}.png`), fullPage: true });
    }
  });
});

test('a client that drops the style sheet still shows a legible mail', async () => {
  const { html } = renderAlertMail(alertInput());
  await show(html.replace(/<style>[^<]*<\/style>/, ''), { width: 320, colorScheme: 'dark' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations()).toEqual([]);
});
