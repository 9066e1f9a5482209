import { accountContent, lineContent, type AccountContent, type LineContent } from './bend-account.js';
import { byExposure, type BendMailInput, type LinkedAccount } from './bend-mail-input.js';
import { bendSubject } from './bend-subject.js';
import { exposureWords, inSentence } from './bend-words.js';
import { cellText, shorten } from './cell-text.js';
import { formatCount, formatDay, formatShortList } from './format.js';

/** What the text and the HTML form of a bend mail both say; every text of a cell is one clean, bounded line. */
export interface BendContent {
  readonly subject: string;
  /** What an inbox shows beside the subject. */
  readonly preview: string;
  readonly ask: string;
  readonly answer: string;
  readonly accounts: readonly AccountContent[];
  readonly rest: RestContent | null;
  readonly steps: readonly string[];
  readonly notes: readonly Note[];
  readonly book: { readonly name: string; readonly link: string };
}

/** A remark at the foot. */
interface Note {
  readonly lead: string;
  readonly words: string;
}

/** The accounts that are not told in full. */
export interface RestContent {
  readonly why: string;
  readonly lines: readonly LineContent[];
  /** The accounts beyond the most lines; null when each has its line. */
  readonly unlisted: string | null;
}

const PREVIEW_LENGTH = 140;
const MOST_LINES = 200;

const HOURS_TO_ANSWER: Readonly<Record<BendMailInput['level'], number>> = { 1: 48 };

function askWords(
  { recipientName, level, today }: BendMailInput,
  accounts: readonly AccountContent[],
  count: number,
): string {
  const hours = HOURS_TO_ANSWER[level];
  const subject = count === 1 ? (accounts[0]?.name ?? '') : `each of these ${formatCount(count, 'account')}`;
  const ask = `lease set a status for ${subject} within ${hours} hours, by ${formatDay(today + hours / 24, today)}`;
  return recipientName === null ? `P${ask}` : `${cellText(recipientName)}, p${ask}`;
}

function totalWords(accounts: readonly LinkedAccount[], currency: string): string {
  const known = accounts.flatMap(({ exposure }) => (exposure === null ? [] : [exposure]));
  if (known.length === 0) return exposureWords(null, currency);
  const total = known.reduce((sum, exposure) => sum + exposure, 0);
  const unknown = accounts.length - known.length;
  const remark = unknown === 0 ? 'in all' : `in all, unknown for ${formatCount(unknown, 'account')}`;
  return `${exposureWords(total, currency)} ${remark}`;
}

function answerWords(
  { week, today, currency }: BendMailInput,
  accounts: readonly LinkedAccount[],
  told: readonly AccountContent[],
): string {
  const scanned = `in the week of ${formatDay(week, today)}`;
  if (accounts.length > 1)
    return `${accounts.length} of your accounts bend ${scanned}. ${totalWords(accounts, currency)}.`;
  const indicators = (told[0]?.bends ?? []).map(({ indicator }) => inSentence(indicator));
  const words = `${formatShortList(indicators, 4)} ${indicators.length === 1 ? 'bends' : 'bend'} ${scanned}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function previewWords(
  { currency }: BendMailInput,
  accounts: readonly LinkedAccount[],
  told: readonly AccountContent[],
): string {
  const [first] = told;
  if (!first) return '';
  const bends = first.bends.map(({ indicator, change }) => `${indicator} ${change}`);
  const words = `${formatShortList(bends, 2)}; ${first.facts.slice(0, 2).join(', ')}`;
  return shorten(
    accounts.length > 1 ? `${totalWords(accounts, currency)}. ${first.name}: ${words}` : words,
    PREVIEW_LENGTH,
  );
}

function restContent(rest: readonly LinkedAccount[], told: number, input: BendMailInput): RestContent | null {
  if (rest.length === 0) return null;
  const unlisted = rest.length - MOST_LINES;
  return {
    why: `The first ${told} are told in full, the other ${rest.length} in one line each`,
    lines: rest.slice(0, MOST_LINES).map((account) => lineContent(account, input)),
    unlisted: unlisted > 0 ? `And ${formatCount(unlisted, 'account')} more, in the Alerts tab` : null,
  };
}

function stepsWords(count: number): string[] {
  return [
    count === 1 ? 'Open the row and look at what changed' : 'Open the rows and look at what changed',
    'In the Alerts tab, set State to acknowledged when you take it on, or to snoozed with a Reason when it can wait',
    "For the week's check-in, choose Extensions > Bellwether > Open Bellwether",
  ];
}

function notesOf({ bendWeeks, noticeId, level }: BendMailInput, bookName: string): Note[] {
  return [
    {
      lead: 'Why you got this',
      words: `The CSM column of the Accounts tab in ${bookName} names you.`,
    },
    {
      lead: 'How to stop it',
      words:
        'Change the CSM column, or have whoever switched the weekly watch on switch it off in the sidebar, which stops their mails to the whole team. A reply to this mail changes nothing in the sheet.',
    },
    {
      lead: 'What bends',
      words: `An indicator that moves the wrong way ${formatCount(bendWeeks, 'week')} running. A week without data neither opens nor clears an alert.`,
    },
    {
      lead: 'How unusual it is',
      words:
        'Outside natural limits: further than its earlier weeks vary. Within normal variation: the run is real, its size is usual. Short history: too few weeks to tell.',
    },
    { lead: 'Notice', words: `${cellText(noticeId)}, level ${level}.` },
  ];
}

/**
 * Puts a bend mail into words.
 *
 * @param most accounts told in full, 1 or more; the rest gets one line each.
 */
export function bendContent(raw: BendMailInput, most: number): BendContent {
  const input = { ...raw, currency: cellText(raw.currency, 5) };
  const bookName = cellText(raw.bookName);
  const sorted = byExposure(raw.accounts);
  const accounts = sorted.slice(0, most).map((account) => accountContent(account, input));
  return {
    subject: bendSubject(sorted),
    preview: previewWords(input, sorted, accounts),
    ask: askWords(input, accounts, sorted.length),
    answer: answerWords(input, sorted, accounts),
    accounts,
    rest: restContent(sorted.slice(most), accounts.length, input),
    steps: stepsWords(sorted.length),
    notes: notesOf(input, bookName),
    book: { name: bookName, link: raw.bookUrl },
  };
}
