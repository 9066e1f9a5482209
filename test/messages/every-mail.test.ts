import { describe, expect, it, test } from 'vitest';
import type { Message } from '../../src/messages/message.js';
import { mailsOf } from './every-mail.js';
import { readableText } from './readable-text.js';
import { HOSTILE } from './sample-mail.js';

const CALM = 'Northwind';

/** How often each element occurs, comments and unknown ones included. */
function elements(html: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [tag] of html.matchAll(/<[a-z!][a-z0-9-]*/gi)) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

const KINDS = Object.keys(mailsOf(CALM));
function mailOf(kind: string, cell: string): Message {
  const mail = mailsOf(cell)[kind];
  if (!mail) throw new Error(`there is no mail ${kind}`);
  return mail;
}

describe.each(KINDS)('%s', (kind) => {
  const calm = mailOf(kind, CALM);

  it('says the same in HTML as in plain text', () => {
    const readable = readableText(calm.html);
    const lines = calm.text.split('\n').filter((line) => !/^( {2}Last|Row:)/.test(line));
    const parts = lines.flatMap((line) => line.split(/ -> |: |, | \(|\)|\. |; /));
    const said = parts.map((part) => part.replace(/^(\d+\. |- )|\.$/g, '').trim());
    const words = said.filter((part) => /[a-z]/i.test(part) && !part.startsWith('http'));
    expect(words.filter((part) => !readable.includes(part))).toEqual([]);
    expect(words.length).toBeGreaterThan(10);
  });

  it('says what to do in its first line, why it came and how to stop it', () => {
    expect(calm.text.split('\n')[0]).toMatch(/please|nothing asks/);
    expect(calm.text).toContain('\nWhy you got this. ');
    expect(calm.text).toContain('\nHow to stop it. ');
    expect(calm.text + calm.subject).not.toMatch(/!|undefined|NaN|null|\(blank\)/);
  });

  it('is ASCII, and asks for nothing from outside', () => {
    expect(calm.html).toMatch(/^[\n\x20-\x7e]+$/);
    expect(calm.html).not.toMatch(/<(img|link|script|iframe|object|embed)|@import|url\(/i);
  });

  test.each(Object.entries(HOSTILE))('keeps a cell a text in every form: %s', (_, cell) => {
    const { subject, text, html } = mailOf(kind, cell);
    expect(elements(html)).toEqual(elements(calm.html));
    expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\son\w+=/i);
    expect(subject).toMatch(/^\[Bellwether\] [^\p{Cc}\u2028\u2029]+$/u);
    expect(Array.from(subject).length).toBeLessThanOrEqual(120);
    expect(text.split('\n')).toHaveLength(calm.text.split('\n').length);
    expect(text + subject).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
    expect(text.length).toBeLessThan(10_000);
  });

  it('shows a cell as it was typed', () => {
    const { html, text } = mailOf(kind, HOSTILE.entity);
    expect(html).toContain('&amp;lt;b&amp;gt;&amp;#60;script&amp;#62;');
    expect(text).toContain(HOSTILE.entity);
  });
});
