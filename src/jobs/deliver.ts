import { now } from '../google/clock.js';
import { fingerprint } from '../google/digest.js';
import { remainingMailQuota, sendMail } from '../google/mail.js';
import { performChanges } from '../google/perform-changes.js';
import type { Message } from '../messages/message.js';
import { writtenRow, type Change, type WrittenRow } from '../records/change.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import { EXECUTIVE_LEVEL, OWNER_LEVEL } from '../watch/recipients.js';
import { sendingState } from '../watch/notices.js';
import { tellingReader } from '../watch/still-to-tell.js';
import { postToChannels, type ChannelAddresses } from './channels.js';
import { fingerprintOf, keepBatch, keptBatch, NOTHING_KEPT, sentBefore, type KeptBatch } from './kept-batch.js';
import { messageOf } from './message-of.js';
import { noticeRenderer } from './render-notice.js';
import type { Scanned } from './scan.js';

const LEASE_MS = 15 * 60_000;
/** Google ends a run after 6 minutes; what is left over goes out with the next tick. */
const SENDING_TIME_MS = 4.5 * 60_000;

/** One message of a batch, rendered and ready. */
interface Prepared {
  readonly notice: NoticeRecord;
  readonly message: Message;
  readonly priority: number;
}

/** What became of a message: taken by the mail service, or refused with a reason. */
type Outcome = { readonly sent: number } | { readonly refused: unknown };

/** What this run sends, and what has to be written before it may. */
export interface Batch {
  /** In the order of their ids, which no sorting of the tab changes. */
  readonly messages: readonly Prepared[];
  readonly kept: KeptBatch;
  /** Where the alerts are posted to as well. */
  readonly channels: ChannelAddresses;
  /** Of Notices: the new ones as they are written first, and what becomes of earlier ones. */
  readonly change: Change;
}

const NOTICES = { schema: noticesTab, tab: noticesTab.tab };

function updateOf(rows: ReadonlyMap<string, WrittenRow>): Change {
  return { kind: 'update', ...NOTICES, keyField: 'id', rows };
}

/** What a notice remembers of a try that failed. */
function refused({ attempts }: NoticeRecord, error: unknown): { attempts: number; error: string } {
  return { attempts: (attempts ?? 0) + 1, error: messageOf(error) };
}

/** What a run that was cut off left: its lease, the messages that it still had to send; null while another run sends. */
function leftBehind(notices: readonly NoticeRecord[], at: number): { readonly unsent: readonly NoticeRecord[] } | null {
  if (!notices.some(({ state }) => state === 'sending')) return { unsent: [] };
  const earlier = keptBatch();
  const left = notices.filter((notice) => sendingState(notice, at, earlier.leaseUntil) === 'left behind');
  if (left.length === 0) return null;
  const sent = new Set(sentBefore(left, earlier));
  // Before the property is written anew: until then it is the only memory of what that run sent.
  performChanges([
    updateOf(new Map([...sent].map((id) => [id, { state: 'sent', leaseUntil: null, sent: { moment: at } }]))),
  ]);
  return { unsent: left.filter(({ id }) => !sent.has(id)) };
}

/**
 * Picks the messages that this run sends, renders them, and says what has to be written first: each as being sent, with a
 * lease. When the mail quota is short, the highest priority goes first and the rest stays due. Call it under the document
 * lock, before anything is written.
 */
export function claimBatch(scanned: Scanned, notices: readonly NoticeRecord[]): Batch {
  const { clock, judged, outcome } = scanned;
  const { planned, after, atWork } = outcome;
  const updates = new Map<string, WrittenRow>();
  const behind = leftBehind(notices, clock.now);
  const waiting = behind
    ? [...notices, ...planned].filter((notice) => sendingState(notice, clock.now, 0) === 'to send')
    : [];
  const read = tellingReader(judged, after.alerts);
  const render = noticeRenderer(scanned);
  const release = ({ id, state }: NoticeRecord): void => {
    if (state === 'sending') updates.set(id, { state: 'due', leaseUntil: null });
  };
  const rendered = [...waiting, ...(behind?.unsent ?? [])].flatMap((notice): Prepared[] => {
    const telling = read(notice);
    if (telling.kind === 'nothing') {
      updates.set(notice.id, {
        state: 'dropped',
        leaseUntil: null,
        error: 'nothing left to tell: its alerts are closed',
      });
      return [];
    }
    if (telling.kind === 'unknown' || !atWork(notice.recipient)) {
      release(notice);
      return [];
    }
    const kept = telling.kind === 'alerts' ? { ...notice, alerts: telling.alerts } : notice;
    try {
      return [{ notice: kept, ...render(kept, telling) }];
    } catch (error) {
      updates.set(notice.id, { state: 'due', leaseUntil: null, ...refused(notice, error) });
      return [];
    }
  });
  rendered.sort((one, other) => other.priority - one.priority);
  const quota = rendered.length > 0 ? remainingMailQuota() : 0;
  rendered.slice(quota).forEach(({ notice }) => {
    release(notice);
  });
  const messages = rendered.slice(0, quota).sort((one, other) => (one.notice.id < other.notice.id ? -1 : 1));
  const leaseUntil = clock.now + LEASE_MS;
  const kept = { ids: fingerprintOf(messages.map(({ notice }) => notice)), leaseUntil, outcomes: '' };
  if (messages.length > 0) keepBatch(kept);
  for (const { notice, message } of messages) {
    const claimed = { state: 'sending', leaseUntil: { moment: leaseUntil }, bodyHash: fingerprint(message.text) };
    updates.set(notice.id, { alerts: notice.alerts, ...claimed });
  }
  const change = noticeChange(planned, updates);
  return { messages, kept: messages.length > 0 ? kept : NOTHING_KEPT, channels: after.settings.values, change };
}

/** New notices are written once, as they are after the claim; earlier ones are updated. */
function noticeChange(planned: readonly NoticeRecord[], updates: Map<string, WrittenRow>): Change {
  const added = planned.map((notice): WrittenRow => {
    const row = { ...writtenRow(noticesTab, notice), ...updates.get(notice.id) };
    updates.delete(notice.id);
    return row;
  });
  return { kind: 'update', ...NOTICES, keyField: 'id', rows: updates, added };
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
      outcomes.set(notice.id, { refused: error });
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
    const due = { state: 'due', leaseUntil: null, sent: null };
    if (!outcome) return [notice.id, { ...due, attempts: notice.attempts, error: notice.error }];
    if ('refused' in outcome) return [notice.id, { ...due, ...refused(notice, outcome.refused) }];
    const { attempts } = refused(notice, '');
    return [notice.id, { state: 'sent', leaseUntil: null, sent: { moment: outcome.sent }, attempts, error: null }];
  });
  performChanges([updateOf(new Map(updates))]);
}

/** Posts the alerts that were mailed to the channels too; call it last, because the mails come first. */
export function postSent({ messages, channels }: Batch, outcomes: ReadonlyMap<string, Outcome>): readonly string[] {
  const sent = messages.filter(({ notice }) => {
    const isAboutAlerts = notice.level >= OWNER_LEVEL && notice.level <= EXECUTIVE_LEVEL;
    return isAboutAlerts && 'sent' in (outcomes.get(notice.id) ?? {});
  });
  return postToChannels(
    sent.map(({ message }) => message.content),
    channels,
  );
}
