import type { MailContent } from './mail-content.js';
import { mailHtml } from './mail-html.js';
import { mailText } from './mail-text.js';

/** A message ready to be sent, in both forms that mail clients choose from. */
export interface Message {
  /** One line, the same for the same alerts each time, so that clients thread it. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What both forms say, for channels that have a form of their own. */
  readonly content: MailContent;
}

/** A consumer account sends bodies of at most 200 KB. The HTML is ASCII, so that a character is a byte. */
const MOST_BYTES = 190_000;

/**
 * Renders what a message says, told in full as far as it stays short enough to be sent.
 *
 * @param most how many things are told in full at most, 1 or more.
 * @param contentFor the content with so many of them told in full.
 */
export function renderContent(most: number, contentFor: (told: number) => MailContent): Message {
  let told = Math.max(1, most);
  for (;;) {
    const content = contentFor(told);
    const html = mailHtml(content);
    if (html.length <= MOST_BYTES || told === 1) {
      return { subject: content.subject, text: mailText(content), html, content };
    }
    told = Math.max(1, Math.min(told - 1, Math.floor((told * MOST_BYTES) / html.length)));
  }
}
