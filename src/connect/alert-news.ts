import type { MailContent, Section } from '../messages/mail-content.js';

/** One alert as a channel tells of it; the texts are clean, but not escaped for any channel yet. */
interface NewsItem {
  readonly title: string;
  readonly words: string;
  readonly link: string;
}

/** What a channel is told of one run's messages. */
export interface AlertNews {
  /** The highest priority first, each alert once, however many people were told of it. */
  readonly items: readonly NewsItem[];
  readonly bookName: string;
  readonly bookLink: string;
}

function itemOf({ title, headline, facts = [], link }: Section): NewsItem[] {
  return link === undefined ? [] : [{ title, link, words: [headline ?? '', ...facts].join('; ') }];
}

/**
 * What messages about alerts say, for a channel that many read: what is wrong, what it puts at risk, and where its row is.
 * Null when they tell of no alert.
 */
export function alertNews(contents: readonly MailContent[]): AlertNews | null {
  const items = new Map<string, NewsItem>();
  for (const { sections } of contents) {
    for (const { rows = [], ...section } of sections) {
      const lines = rows.map(({ name, words, link }) => ({ title: name, words, link }));
      for (const item of [...itemOf(section), ...lines]) {
        const key = `${item.title}\n${item.link}`;
        if (!items.has(key)) items.set(key, item);
      }
    }
  }
  const [first] = contents;
  if (!first || items.size === 0) return null;
  return { items: [...items.values()], bookName: first.book.name, bookLink: first.book.link };
}
