import type { Day } from '../domain/calendar/day.js';

/** What every message is made from beside its matter; no message reads a tab or a clock. */
export interface MailInput {
  /** The recipient's name in the Team tab; null when they are not in it. */
  readonly recipientName: string | null;
  readonly today: Day;
  readonly bookName: string;
  readonly bookUrl: string;
  /** Stands before amounts, for example `$`. */
  readonly currency: string;
  readonly noticeId: string;
}

/** Throws on a link that is no web address, which no caller may make. */
export function checkLink(place: string, link: string): void {
  if (/^https?:\/\/[^\s"'<>\\]+$/.test(link)) return;
  throw new TypeError(`${place} must be an http or https address, got ${JSON.stringify(link.slice(0, 80))}`);
}
