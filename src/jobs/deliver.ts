import type { Day } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { now } from '../google/clock.js';
import { fingerprint } from '../google/digest.js';
import { remainingMailQuota, sendMail } from '../google/mail.js';
import { performChanges } from '../google/perform-changes.js';
import { bookAddress, rowLinks } from '../google/tables.js';
import { renderBendMail } from '../messages/bend-mail.js';
import type { Message } from '../messages/message.js';
import type { WrittenRow } from '../records/change.js';
import { mappingOf } from '../records/mapping.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { Records } from '../records/workbook.js';
import type { BentAccount } from '../watch/bends.js';
import { sendingState, type SendingState } from '../watch/notices.js';
import { weekToScan } from '../watch/schedule.js';
import { scansOf, stillToTell } from '../watch/still-to-tell.js';
import { fingerprintOf, keepBatch, keptBatch, NOTHING_KEPT, sentBefore, type KeptBatch } from './kept-batch.js';
import { messageOf } from './message-of.js';
import type { Scanned } from './scan.js';

const LEASE_MS = 15 * 60_000;
/** Google ends a run after 6 minutes; what is left over goes out with the next tick. */
const SENDING_TIME_MS = 4.5 * 60_000;

/** One message of a batch, rendered and ready. */
interface Prepared {
  readonly notice: NoticeRecord;
  readonly message: Message;
  readonly exposure: number;
}

/** What became of a message: taken by the mail service, or refused with a reason. */
type Outcome = { readonly sent: number } | { readonly error: string };

/** What this run has marked as its own to send. */
export interface Batch {
  /** In the order of their ids, which no sorting of the tab changes. */
  readonly messages: readonly Prepared[];
  readonly kept: KeptBatch;
}

const NOTHING: Batch = { messages: [], kept: NOTHING_KEPT };

function updateNotices(rows: ReadonlyMap<string, WrittenRow>): void {
  performChanges([{ kind: 'update', schema: noticesTab, tab: noticesTab.tab, keyField: 'id', rows }]);
}

/**
 * Picks the messages that this run sends, renders them, and marks them as being sent with a lease; call it under the
 * document lock. When the mail quota is short, the largest exposure goes first and the rest stays due.
 */
export function claimBatch({ records, scan }: Scanned, zone: string, at: number): Batch {
  const isSending = records.notices.some(({ state }) => state === 'sending');
  const earlier = isSending ? keptBatch() : null;
  const inState = (wanted: SendingState): readonly NoticeRecord[] => {
    return records.notices.filter((notice) => sendingState(notice, at, earlier?.leaseUntil ?? 0) === wanted);
  };
  const leftBehind = inState('left behind');
  if (isSending && leftBehind.length === 0) return NOTHING;
  const sent = new Set(earlier ? sentBefore(leftBehind, earlier) : []);
  // Before the property is written anew: until then it is the only memory of what that run sent.
  updateNotices(new Map([...sent].map((id) => [id, { state: 'sent', leaseUntil: null, sent: { moment: at } }])));

  const open = new Map(
    records.alerts.filter(({ state }) => state === 'open').map(({ key, account }) => [key, account ?? '']),
  );
  const scanOf = scansOf(records, scan);
  const clockAt = wallClock(zone);
  const updates = new Map<string, WrittenRow>();
  const rendered = [...inState('to send'), ...leftBehind.filter(({ id }) => !sent.has(id))].flatMap(
    (notice): Prepared[] => {
      const week = weekToScan(clockAt(notice.due), records.settings.values);
      const bent = stillToTell(notice, open, scanOf(week));
      if (bent === 'unknown') return [];
      if (bent === 'nothing') {
        const error = 'nothing left to tell: its alerts are closed';
        updates.set(notice.id, { state: 'dropped', leaseUntil: null, error });
        return [];
      }
      const exposure = bent.reduce((sum, account) => sum + (account.exposure ?? 0), 0);
      return [{ notice, exposure, message: render(notice, bent, week, records, clockAt(at).day) }];
    },
  );
  rendered.sort((a, b) => b.exposure - a.exposure);
  const messages = rendered.slice(0, rendered.length > 0 ? remainingMailQuota() : 0).sort((a, b) => {
    return a.notice.id < b.notice.id ? -1 : 1;
  });
  const leaseUntil = at + LEASE_MS;
  const kept = { ids: fingerprintOf(messages.map(({ notice }) => notice)), leaseUntil, outcomes: '' };
  if (messages.length > 0) keepBatch(kept);
  for (const { notice, message } of messages) {
    updates.set(notice.id, {
      state: 'sending',
      leaseUntil: { moment: leaseUntil },
      bodyHash: fingerprint(message.text),
    });
  }
  updateNotices(updates);
  return { messages, kept };
}

function render(
  notice: NoticeRecord,
  bent: readonly BentAccount[],
  week: Day,
  { settings, team }: Records,
  today: Day,
): Message {
  const linkTo = rowLinks(mappingOf(signalsTab, settings.mapping).tab);
  return renderBendMail({
    recipientName: team.find(({ email }) => email === notice.recipient)?.name ?? null,
    accounts: bent.map((account) => ({ ...account, link: linkTo(account.signalRow) })),
    week,
    today,
    level: 1,
    ...bookAddress(),
    currency: settings.values.currency,
    noticeId: notice.id,
    bendWeeks: settings.values.bendWeeks,
  });
}

/** Sends a batch one by one and keeps every outcome as it comes; a refused message never stops the others. */
export function sendBatch({ messages, kept }: Batch, startedAt: number): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  let letters = '';
  for (const { notice, message } of messages) {
    if (now() - startedAt > SENDING_TIME_MS) break;
    try {
      sendMail(notice.recipient, message);
      outcomes.set(notice.id, { sent: now() });
      letters += 's';
    } catch (error) {
      outcomes.set(notice.id, { error: messageOf(error) });
      letters += 'f';
    }
    keepBatch({ ...kept, outcomes: letters });
  }
  return outcomes;
}

/** Writes what became of a batch; what was not reached is due again. Call it under the document lock. */
export function recordOutcomes({ messages }: Batch, outcomes: ReadonlyMap<string, Outcome>): void {
  const updates = messages.map(({ notice }): [string, WrittenRow] => {
    const outcome = outcomes.get(notice.id);
    const attempts = (notice.attempts ?? 0) + 1;
    if (!outcome) return [notice.id, { state: 'due', leaseUntil: null }];
    if ('error' in outcome) return [notice.id, { state: 'due', leaseUntil: null, attempts, error: outcome.error }];
    return [notice.id, { state: 'sent', leaseUntil: null, attempts, error: null, sent: { moment: outcome.sent } }];
  });
  updateNotices(new Map(updates));
}
