import { longDay } from '../domain/calendar/day.js';
import { inSentence } from './bend-words.js';
import type { LinkedAccount } from './bend-mail-input.js';
import { cellText, shorten } from './cell-text.js';
import { formatShortList } from './format.js';

/** Clients show about 60 characters and cut what is far longer at a place of their own. */
const SUBJECT_LENGTH = 120;

/**
 * The subject of a bend mail. It holds nothing that changes while the alerts stay the same (no value, no date of
 * sending), so that clients thread the mails of one alert.
 *
 * @param accounts by exposure.
 */
export function bendSubject(accounts: readonly LinkedAccount[]): string {
  const [first] = accounts;
  if (!first) return '';
  if (accounts.length > 1) {
    const names = accounts.map(({ account }) => cellText(account, 32));
    return shorten(`[Bellwether] ${accounts.length} accounts bend: ${formatShortList(names, 2)}`, SUBJECT_LENGTH);
  }
  const indicators = [...first.bends]
    .sort((one, other) => one.since - other.since || (one.indicator < other.indicator ? -1 : 1))
    .map(({ indicator }) => inSentence(cellText(indicator, 16)));
  const verb = indicators.length === 1 ? 'bends' : 'bend';
  // The weekday is left out: subjects are scanned, not read.
  const since = longDay(first.since).split(' ').slice(1).join(' ');
  const name = cellText(first.account, 40);
  return shorten(`[Bellwether] ${name}: ${formatShortList(indicators, 2)} ${verb} since ${since}`, SUBJECT_LENGTH);
}
