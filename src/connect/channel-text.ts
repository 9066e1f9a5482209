import type { AlertNews } from './alert-news.js';

/** How a channel writes. */
export interface ChannelForm {
  /** Makes a text from a cell stay a text: no link, no mention, no bold. */
  readonly escape: (text: string) => string;
  /** Characters that it takes in one message, and may cut beyond. */
  readonly mostCharacters: number;
}

/** Keeps what frames bold, italic, struck or code from doing so: a mark counts only at the edge of a word. */
export function unmarked(text: string): string {
  return text.replace(/[*_~`]/g, '\u2060$&\u2060');
}

/**
 * The text of one message: a line for each alert, as many as fit, and how many are left.
 *
 * Both channels write bold as `*text*` and a link as `<address|text>`.
 */
export function channelText({ items, bookName, bookLink }: AlertNews, { escape, mostCharacters }: ChannelForm): string {
  const head = `*Bellwether*: ${String(items.length)} ${items.length === 1 ? 'alert' : 'alerts'} in ${escape(bookName)}`;
  const footOf = (left: number): string => {
    return left === 0 ? '' : `\nAnd ${String(left)} more: <${bookLink}|open the spreadsheet>`;
  };
  let text = head;
  for (const [index, { title, words, link }] of items.entries()) {
    const line = `\n• *${escape(title)}*: ${escape(words)} <${link}|open the row>`;
    const left = items.length - index;
    if (text.length + line.length + footOf(left).length > mostCharacters) return text + footOf(left);
    text += line;
  }
  return text;
}
