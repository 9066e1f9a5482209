import type { NoticeRecord } from '../records/tabs/notices.js';
import { readLines } from '../watch/alert-key.js';
import { isFirstPart } from '../watch/notice-parts.js';
import { countWords } from '../watch/triggers/words.js';

/** More of them are counted only. */
const MOST_SHOWN = 10;

/**
 * Messages that are written and have not gone out, a line each, those that failed first.
 *
 * @param moment writes a moment.
 */
export function unsentLines(notices: readonly NoticeRecord[], moment: (at: number) => string): readonly string[] {
  const unsent = notices
    .filter((notice) => isFirstPart(notice) && (notice.state === 'due' || notice.state === 'sending'))
    .sort((one, other) => Number(other.error !== null) - Number(one.error !== null) || one.due - other.due);
  const lines = unsent.slice(0, MOST_SHOWN).map(({ recipient, alerts, level, due, attempts, error }) => {
    const about = level === 0 ? 'the digest' : countWords(readLines(alerts).length, 'alert');
    const tries = attempts === null || attempts === 0 ? '' : `, tried ${countWords(attempts, 'time')}`;
    return `To ${recipient}, ${about}, due ${moment(due)}${tries}: ${error ?? 'the next hourly run sends it'}`;
  });
  const more = unsent.length - lines.length;
  return more > 0 ? [...lines, `${countWords(more, 'more message')}; see the Notices tab`] : lines;
}
