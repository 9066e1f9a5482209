import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';
import { renderBendMail } from '../../src/messages/bend-mail.js';
import { BOOK_URL, bentAccount, HOSTILE, mailInput, nps, tickets, usage } from './sample-mail.js';

const LINK = `${BOOK_URL}#gid=1234567890&range=A7`;

const manyAccounts = (count: number, given = {}) =>
  Array.from({ length: count }, (_, index) =>
    bentAccount({ account: `Account ${String(index).padStart(4, '0')}`, exposure: 1_000_000 - index, ...given }),
  );

/** How often each element occurs, comments and unknown ones included. */
function elements(html: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [tag] of html.matchAll(/<[a-z!][a-z0-9-]*/gi)) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

/** What a reader of the HTML sees, tags dropped and entities read. */
function readableText(html: string): string {
  return html
    .replace(/<style>[^<]*<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('the mail about one account', () => {
  const { text, html } = renderBendMail(mailInput());

  it('says in plain text what to do, what bends, what it puts at risk, what clears it and how to stop', () => {
    expect(text).toBe(`Dana, please set a status for Northwind within 48 hours, by Wed 20 May.

Usage and support volume bend in the week of Mon 11 May.

Northwind
ARR at risk $48,000, renews in 62 days (Sun 19 Jul), CSM dana@example.com
- Usage: -22 % over 3 weeks, 410 -> 320, since Mon 27 Apr (outside natural limits)
  Last 12 weeks: 430, 425, 440, no data, 415, 420, 412, 405, 410, 390, 350, 320
- Support volume: +125 % over 2 weeks, 4 -> 9, since Mon 4 May (within normal variation)
  Last 12 weeks: 5, 4, 6, 3, 5, 4, 4, no data, 5, 4, 7, 9
Clears after one full week in which usage does not fall and support volume does not rise.
Row: ${LINK}

What to do
1. Open the row and look at what changed.
2. In the Alerts tab, set State to acknowledged when you take it on, or to snoozed with a Reason when it can wait.
3. For the week's check-in, choose Extensions > Bellwether > Open Bellwether.

Why you got this. The CSM column of the Accounts tab in Customer success names you.
How to stop it. Change the CSM column, or have whoever switched the weekly watch on switch it off in the sidebar, which stops their mails to the whole team. A reply to this mail changes nothing in the sheet.
What bends. An indicator that moves the wrong way 2 weeks running. A week without data neither opens nor clears an alert.
How unusual it is. Outside natural limits: further than its earlier weeks vary. Within normal variation: the run is real, its size is usual. Short history: too few weeks to tell.
Notice. 2026-05-11 dana@example.com 1, level 1.
Customer success: ${BOOK_URL}
`);
  });

  it('says the same in HTML', () => {
    const readable = readableText(html);
    const lines = text.split('\n').filter((line) => !/^( {2}Last|Row:)/.test(line));
    const parts = lines.flatMap((line) => line.split(/ -> |: |, | \(|\)|\. /));
    const said = parts.map((part) => part.replace(/^[-\d. ]+ |\.$/g, '').trim());
    const words = said.filter((part) => /[a-z]/i.test(part) && !part.startsWith('http'));
    expect(words.filter((part) => !readable.includes(part))).toEqual([]);
    expect(words.length).toBeGreaterThan(30);
  });

  it('draws a picture of each indicator and says it in words to those who do not see it', () => {
    const labels = [...html.matchAll(/role="img" aria-label="([^"]*)"/g)].map((match) => match[1]);
    expect(labels).toEqual([
      'Usage. Last 12 weeks: 430, 425, 440, no data, 415, 420, 412, 405, 410, 390, 350, 320. Bends since Mon 27 Apr',
      'Support volume. Last 12 weeks: 5, 4, 6, 3, 5, 4, 4, no data, 5, 4, 7, 9. Bends since Mon 4 May',
    ]);
    expect(html.match(/class="bent"/g)).toHaveLength(5);
    expect(html.match(/class="bar"/g)).toHaveLength(17);
    expect(html.match(/&#9660;/g)).toHaveLength(3);
    expect(html.match(/&#9650;/g)).toHaveLength(2);
  });

  it('links to the row once, by the button, and to the spreadsheet', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(links).toEqual([LINK.replace('&', '&amp;'), BOOK_URL]);
  });

  it('is ASCII, and asks for nothing from outside', () => {
    expect(html).toMatch(/^[\n\x20-\x7e]+$/);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|embed)|@import|url\(/i);
  });

  it('greets nobody when the name is not known', () => {
    const { text } = renderBendMail(mailInput({ recipientName: null }));
    expect(text).toMatch(/^Please set a status for Northwind within 48 hours/);
  });

  it('names every indicator of an account that has very many', () => {
    const bends = Array.from({ length: 15 }, (_, index) => ({ ...usage, indicator: `Indicator ${index}` }));
    const { text } = renderBendMail(mailInput({ accounts: [bentAccount({ bends })] }));
    expect(text).toContain('- Indicator 11: -22 %');
    expect(text).toContain('- Also bending: Indicator 12, Indicator 13 and Indicator 14\n');
  });
});

describe('the mail about several accounts', () => {
  it('tells the largest exposure first and unknown last, and adds up what is known', () => {
    const accounts = [
      bentAccount({ account: 'Unknown Ltd', exposure: null, renewal: null, csm: null, bends: [nps] }),
      bentAccount({ account: 'Small Ltd', exposure: 0 }),
      bentAccount({ account: 'Large Ltd', exposure: 120_000, bends: [tickets] }),
    ];
    const { text, html } = renderBendMail(mailInput({ accounts }));
    const order = (form: string) => [...form.matchAll(/(?:^|<h2[^>]*><bdi>)(\w+ Ltd)/gm)].map((match) => match[1]);
    expect(order(text)).toEqual(['Large Ltd', 'Small Ltd', 'Unknown Ltd']);
    expect(order(html)).toEqual(['Large Ltd', 'Small Ltd', 'Unknown Ltd']);
    expect(text).toContain(
      '3 of your accounts bend in the week of Mon 11 May. ARR at risk $120,000 in all, unknown for 1 account.',
    );
    expect(text).toContain('Unknown Ltd\nARR at risk unknown, renewal day not known, no CSM named\n');
    expect(text).toContain('ARR at risk $0');
  });

  it('says that no exposure is known instead of adding up nothing', () => {
    const accounts = manyAccounts(2, { exposure: null });
    expect(renderBendMail(mailInput({ accounts })).text).toContain('May. ARR at risk unknown.');
  });

  it('tells 25 accounts in full and the others in one line each, and says so', () => {
    const { text, html } = renderBendMail(mailInput({ accounts: manyAccounts(40) }));
    expect(text).toContain('The first 25 are told in full, the other 15 in one line each:');
    expect(html.match(/<h2[^>]*><bdi>Account/g)).toHaveLength(25);
    expect(text).toContain(
      `- Account 0039: usage and support volume; ARR at risk $999,961; renews in 62 days. ${LINK}\n`,
    );
    expect(html.match(/>Account 0039</g)).toHaveLength(1);
  });

  test.each([
    ['200 accounts', 200, {}],
    ['200 accounts with 12 bends each', 200, { bends: Array.from({ length: 12 }, () => usage) }],
    ['2,000 accounts', 2000, {}],
    ['200 accounts with endless names outside ASCII', 200, { account: '測'.repeat(50_000), csm: '試'.repeat(50_000) }],
  ])('stays below 200 KB with %s, and names or counts each', (_, count, given) => {
    const { html, text } = renderBendMail(mailInput({ accounts: manyAccounts(count, given) }));
    expect(html.length).toBeLessThan(200_000);
    const full = html.match(/<h2[^>]*><bdi>/g)?.length ?? 0;
    const uncounted = /And ([\d,]+) accounts more/.exec(text)?.[1]?.replace(',', '') ?? '0';
    expect(full + (text.match(/^- .*; ARR at risk/gm)?.length ?? 0) + Number(uncounted)).toBe(count);
  });
});

describe('what a cell holds', () => {
  const calm = elements(renderBendMail(mailInput()).html);

  test.each(Object.entries(HOSTILE))('stays text in every form of the mail: %s', (_, cell) => {
    const { subject, text, html } = renderBendMail(
      mailInput({
        recipientName: cell,
        bookName: cell,
        noticeId: cell,
        currency: cell,
        accounts: [bentAccount({ account: cell, csm: cell, bends: [{ ...usage, indicator: cell }, tickets] })],
      }),
    );
    expect(elements(html)).toEqual(calm);
    expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\son\w+=/i);
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(text.split('\n')).toHaveLength(renderBendMail(mailInput()).text.split('\n').length);
    expect(text + subject).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
    expect(text.length).toBeLessThan(4_000);
  });

  it('is shown as it was typed', () => {
    const { html, text } = renderBendMail(mailInput({ accounts: [bentAccount({ account: HOSTILE.entity })] }));
    expect(html).toContain('<bdi>&amp;lt;b&amp;gt;&amp;#60;script&amp;#62;</bdi>');
    expect(text).toContain(`\n${HOSTILE.entity}\n`);
  });
});

describe('a mistake of the caller', () => {
  it('is told when there is no account', () => {
    expect(() => renderBendMail(mailInput({ accounts: [] }))).toThrow(
      'renderBendMail: accounts must hold at least one account, got none',
    );
  });

  test.each(['javascript:alert(1)', 'https://x.test/"onclick="', 'https://x.test/ y', 'ftp://x.test', ''])(
    'is told when a link is %j',
    (link) => {
      expect(() => renderBendMail(mailInput({ accounts: [bentAccount({ link })] }))).toThrow(
        `renderBendMail: accounts[0].link must be an http or https address, got ${JSON.stringify(link)}`,
      );
      expect(() => renderBendMail(mailInput({ bookUrl: link }))).toThrow('renderBendMail: bookUrl must be');
    },
  );
});

it('renders with nothing but the language, as in Apps Script', async () => {
  const bundle = await build({
    entryPoints: ['src/messages/bend-mail.ts'],
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'mail',
    target: 'es2019',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const given = JSON.stringify(mailInput());
  const html: unknown = vm.runInNewContext(`${code}; mail.renderBendMail(${given}).html`, {});
  expect(html).toBe(renderBendMail(mailInput()).html);
});
