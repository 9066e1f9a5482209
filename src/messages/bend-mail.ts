import { bendContent } from './bend-content.js';
import { bendHtml } from './bend-html.js';
import { checkBendMailInput, type BendMailInput } from './bend-mail-input.js';
import { bendText } from './bend-text.js';
import type { Message } from './message.js';

/** More than this many accounts in full is a report, not a mail. */
const MOST_TOLD = 25;

/** A consumer account sends bodies of at most 200 KB. The HTML is ASCII, so that a character is a byte. */
const MOST_BYTES = 190_000;

/**
 * The mail that tells a CSM every account in which an indicator bends: what bent, by how much, since when, what it puts
 * at risk, what clears it and what to do.
 * At most 25 accounts are told in full, fewer when the mail would be too long to be sent; the rest gets one line each.
 *
 * @throws on a programmer's mistake alone: no account, or a link that is no web address.
 */
export function renderBendMail(input: BendMailInput): Message {
  checkBendMailInput(input);
  let told = Math.min(MOST_TOLD, input.accounts.length);
  for (;;) {
    const content = bendContent(input, told);
    const html = bendHtml(content);
    if (html.length <= MOST_BYTES || told === 1) return { subject: content.subject, text: bendText(content), html };
    told = Math.max(1, Math.min(told - 1, Math.floor((told * MOST_BYTES) / html.length)));
  }
}
