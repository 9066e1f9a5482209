import { isoDay } from '../domain/calendar/day.js';
import { sendMail } from '../google/mail.js';
import { currentUser } from '../google/session.js';
import { bookAddress, rowLinks } from '../google/tables.js';
import { renderTroubleMail } from '../messages/trouble-mail.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from '../watch/clock.js';
import type { Blocked } from '../watch/judge.js';

/** What tells one trouble from another: its words without the numbers, which change with every row. */
function troubleMark(blocked: readonly Blocked[]): string | null {
  return blocked.length === 0 ? null : blocked.map(({ reason }) => reason.replace(/\d+/g, '#')).join('\n');
}

/**
 * Tells whoever switched the watch on that it cannot judge, once for each reason. Notices may be what cannot be read, so this
 * message has none: a run that is cut off right after it says so twice.
 *
 * @param told the mark of what was told last; null when all was well then.
 * @returns the mark of what is told now.
 */
export function tellTrouble(
  blocked: readonly Blocked[],
  told: string | null,
  { team, settings }: Records,
  { today }: WatchClock,
): string | null {
  const mark = troubleMark(blocked);
  if (mark === null || mark === told) return mark;
  const owner = currentUser();
  if (owner === '') return told;
  const troubles = blocked.map(({ tab, reason, triggers }) => {
    return { kind: 'tab unreadable' as const, tab, reason, triggers, since: today, link: rowLinks(tab)(1) };
  });
  const recipientName = team.find(({ email }) => email === owner)?.name ?? null;
  const { currency } = settings.values;
  sendMail(
    owner,
    renderTroubleMail({
      recipientName,
      today,
      ...bookAddress(),
      currency,
      noticeId: `Trouble ${isoDay(today)}`,
      troubles,
    }),
  );
  return mark;
}
