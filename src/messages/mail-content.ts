import type { BendWords } from './bend-words.js';
import { cellText } from './cell-text.js';
import type { MailInput } from './mail-input.js';

/** What the text, the HTML and the channel form of a message all say; every text of a cell is one clean, bounded line. */
export interface MailContent {
  readonly subject: string;
  /** What an inbox shows beside the subject. */
  readonly preview: string;
  /** The first line says what to do, without a final period. */
  readonly ask: string;
  readonly answer: string;
  /** The one button; absent where there is nothing single to open. */
  readonly action?: { readonly words: string; readonly name: string; readonly link: string };
  readonly sections: readonly Section[];
  readonly steps: readonly string[];
  readonly notes: readonly Note[];
  readonly book: { readonly name: string; readonly link: string };
}

/** A part of a message under a heading of its own; sentences come without a final period. */
export interface Section {
  /** A name from a cell, or words of ours. */
  readonly title: string;
  /** What stands behind the title. */
  readonly headline?: string;
  /** Opens the row that it is about. */
  readonly link?: string;
  /** Whether the button already opens that row. */
  readonly isOpenedAbove?: boolean;
  /** Short facts for one line. */
  readonly facts?: readonly string[];
  readonly figures?: readonly Figure[];
  readonly bends?: readonly BendWords[];
  readonly lines?: readonly string[];
  readonly rows?: readonly LinkedLine[];
  readonly closing?: readonly string[];
}

/** A number to be read at a glance. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly remark: string;
}

/** Something told in one line, with the address of its row. */
export interface LinkedLine {
  readonly name: string;
  readonly link: string;
  readonly words: string;
}

/** A remark at the foot. */
export interface Note {
  readonly lead: string;
  readonly words: string;
}

/** An ask with the recipient's name before it: `Dana, please ...`, `Please ...`. */
export function askOf({ recipientName }: MailInput, ask: string): string {
  return recipientName === null ? capitalised(ask) : `${cellText(recipientName)}, ${ask}`;
}

/** The text with its first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The parts that every message has alike. */
export function commonContent({ bookName, bookUrl }: MailInput): Pick<MailContent, 'book'> {
  return { book: { name: cellText(bookName), link: bookUrl } };
}
