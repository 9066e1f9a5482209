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

/** What a run that sends may do with a notice now. */
export type SendingState = 'to send' | 'another run sends it' | 'left behind' | 'done';

/** A notice that a run marked as being sent is left behind once the lease is over: that run was cut off. */
export function sendingState({ state, leaseUntil }: NoticeRecord, now: number): SendingState {
  if (state === 'due') return 'to send';
  if (state !== 'sending') return 'done';
  return leaseUntil !== null && leaseUntil > now ? 'another run sends it' : 'left behind';
}
