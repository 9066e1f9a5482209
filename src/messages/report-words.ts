import type { OpenExposure } from '../watch/reports/exposure.js';
import { cellText } from './cell-text.js';
import { formatCount, formatMoney } from './format.js';
import type { Note } from './mail-content.js';

/** An amount at risk: `$120,000`, `$120,000, unknown for 1 account`, `unknown`; no account at all is nothing at risk. */
export function amountAtRisk({ accounts, exposure, unknownCount }: OpenExposure, currency: string): string {
  if (accounts > 0 && exposure === null) return 'unknown';
  return [formatMoney(exposure ?? 0, currency), ...unknownWords(unknownCount)].join(', ');
}

/** For how many accounts an amount is not known, if for any. */
export function unknownWords(unknownCount: number): readonly string[] {
  return unknownCount === 0 ? [] : [`unknown for ${formatCount(unknownCount, 'account')}`];
}

/**
 * The remarks that end a report: how to stop it, and how it is found in Notices.
 *
 * @param noticeId blank for a message that is not in Notices.
 */
export function closingNotes(howToStop: string, noticeId: string): readonly Note[] {
  return [
    { lead: 'How to stop it', words: `${howToStop} A reply to this mail changes nothing in the sheet.` },
    ...(noticeId === '' ? [] : [{ lead: 'Notice', words: `${cellText(noticeId)}.` }]),
  ];
}
