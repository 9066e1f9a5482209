import { isoDay, type Day } from '../domain/calendar/day.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import { NUDGE_LEVEL, type Decision } from './alerts.js';

/**
 * Groups what is to be told into messages that are due: one a recipient, however many alerts it tells of. Ids count up per
 * week and recipient, so that none is ever used twice.
 */
export function planNotices(
  decisions: readonly Decision[],
  notices: readonly NoticeRecord[],
  week: Day,
  now: number,
): readonly NoticeRecord[] {
  const ids = new Set(notices.map(({ id }) => id));
  const keysByRecipient = new Map<string, string[]>();
  for (const { tells, key, bent } of decisions) {
    const recipient = bent?.csm?.toLowerCase();
    if (!tells || key === undefined || recipient === undefined) continue;
    keysByRecipient.set(recipient, [...(keysByRecipient.get(recipient) ?? []), key]);
  }
  return [...keysByRecipient].map(([recipient, keys]) => {
    let count = 1;
    const idOf = (): string => `${isoDay(week)} ${recipient} ${String(count)}`;
    while (ids.has(idOf())) count++;
    return {
      row: 0,
      id: idOf(),
      alerts: keys.join('\n'),
      recipient,
      level: NUDGE_LEVEL,
      due: now,
      bodyHash: null,
      state: 'due',
      leaseUntil: null,
      sent: null,
      attempts: 0,
      error: null,
    };
  });
}

const HOUR_MS = 3_600_000;

/** When a message that was refused is tried again: after 1, 2, 4, 8, 16 hours and then once a day. */
function nextTryAt({ due, attempts }: NoticeRecord): number {
  const tries = attempts ?? 0;
  return due + (2 ** Math.min(tries, 5) - 1 + 24 * Math.max(0, tries - 5)) * HOUR_MS;
}

/** What a run that sends may do with a notice now. */
export type SendingState = 'to send' | 'to wait' | 'left behind' | 'done';

/**
 * A notice that another run has marked as being sent is that run's until its lease is over; then that run was cut off.
 *
 * @param leaseUntil until when the batch that is being sent belongs to the run that sends it.
 */
export function sendingState(notice: NoticeRecord, now: number, leaseUntil: number): SendingState {
  if (notice.state === 'due') return nextTryAt(notice) <= now ? 'to send' : 'to wait';
  if (notice.state !== 'sending') return 'done';
  return leaseUntil > now ? 'to wait' : 'left behind';
}
