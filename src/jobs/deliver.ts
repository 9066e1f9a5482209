import { now } from '../google/clock.js';
import { fingerprint } from '../google/digest.js';
import { remainingMailQuota, sendMail } from '../google/mail.js';
import { performChanges } from '../google/perform-changes.js';
import type { Message } from '../messages/message.js';
import { writtenRow, type Change, type WrittenRow } from '../records/change.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import { readLines } from '../watch/alert-key.js';
import { EXECUTIVE_LEVEL, OWNER_LEVEL } from '../watch/recipients.js';
import { isFirstPart, messageId, sendingState } from '../watch/notices.js';
import { tellingReader } from '../watch/still-to-tell.js';
import { postToChannels, type ChannelAddresses } from './channels.js';
import {
  keepBatch,
  keptBatch,
  marksOf,
  MOST_MESSAGES,
  NOTHING_KEPT,
  sentBefore,
  type KeptBatch,
} from './kept-batch.js';
import { messageOf } from './message-of.js';
import { noticeRenderer } from './render-notice.js';
import type { Scanned } from './scan.js';

const LEASE_MS = 15 * 60_000;
/** Google ends a run after 6 minutes; what is left over goes out with the next tick. */
const SENDING_TIME_MS = 4.5 * 60_000;

/** Why a message waits when the mail service takes no more. */
const QUOTA_EXHAUSTED = 'the mail quota of the day is used up';

/** One message of a batch, rendered and ready. */
interface Prepared {
  readonly notice: NoticeRecord;
  /** The further notices of the same message. */
  readonly parts: readonly NoticeRecord[];
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
  /** The keys of what the mail quota of the day does not reach for. */
  readonly unsent: ReadonlySet<string>;
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

/** The further notices of each message, by its id. */
function partsOf(notices: readonly NoticeRecord[]): ReadonlyMap<string, readonly NoticeRecord[]> {
  const parts = new Map<string, NoticeRecord[]>();
  for (const notice of notices.filter((one) => !isFirstPart(one))) {
    parts.set(messageId(notice), [...(parts.get(messageId(notice)) ?? []), notice]);
  }
  return parts;
}

const textOf = (notices: readonly NoticeRecord[]): string => notices.map(({ alerts }) => alerts).join('\n');

/** The notices of one message with their lines as they are now, in the same order. */
function relined(notices: readonly NoticeRecord[], alerts: string): readonly NoticeRecord[] {
  const lines = alerts.split('\n');
  return notices.map((notice) => ({ ...notice, alerts: lines.splice(0, notice.alerts.split('\n').length).join('\n') }));
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
  const read = tellingReader(judged, outcome);
  const render = noticeRenderer(scanned);
  const parts = partsOf([...notices, ...planned]);
  const update = (notices: readonly NoticeRecord[], row: WrittenRow): void => {
    for (const { id } of notices) updates.set(id, row);
  };
  const release = (notices: readonly NoticeRecord[], error: string | null): void => {
    const isChanged = notices[0]?.state === 'sending' || (error !== null && notices[0]?.error !== error);
    if (isChanged) update(notices, { state: 'due', leaseUntil: null, ...(error === null ? {} : { error }) });
  };
  const rendered = [...waiting, ...(behind?.unsent ?? [])].filter(isFirstPart).flatMap((notice): Prepared[] => {
    const all = [notice, ...(parts.get(notice.id) ?? [])];
    const telling = read({ ...notice, alerts: textOf(all) });
    if (telling.kind === 'nothing') {
      const error = 'nothing left to tell: its alerts are closed, or it is told by another message';
      update(all, { state: 'dropped', leaseUntil: null, error });
      return [];
    }
    if (telling.kind === 'unknown' || !atWork(notice.recipient)) {
      release(all, null);
      return [];
    }
    const [kept = notice, ...others] = telling.kind === 'alerts' ? relined(all, telling.alerts) : all;
    try {
      return [{ notice: kept, parts: others, ...render(kept, telling) }];
    } catch (error) {
      update(all, { state: 'due', leaseUntil: null, ...refused(notice, error) });
      return [];
    }
  });
  rendered.sort((one, other) => other.priority - one.priority);
  const quota = rendered.length > 0 ? remainingMailQuota() : 0;
  const short = rendered.slice(quota).map(({ notice, parts: others }) => [notice, ...others]);
  for (const all of short) release(all, QUOTA_EXHAUSTED);
  const most = Math.min(quota, MOST_MESSAGES);
  for (const { notice, parts: others } of rendered.slice(most, quota)) release([notice, ...others], null);
  const messages = rendered.slice(0, most).sort((one, other) => (one.notice.id < other.notice.id ? -1 : 1));
  const leaseUntil = clock.now + LEASE_MS;
  const kept = { marks: marksOf(messages.map(({ notice }) => notice)), leaseUntil, outcomes: '' };
  if (messages.length > 0) keepBatch(kept);
  for (const { notice, parts: others, message } of messages) {
    const claimed = { state: 'sending', leaseUntil: { moment: leaseUntil }, bodyHash: fingerprint(message.text) };
    for (const { id, alerts } of [notice, ...others]) updates.set(id, { alerts, ...claimed });
  }
  const change = noticeChange(planned, updates);
  const unsent = new Set(short.flatMap((all) => readLines(textOf(all)).map(({ key }) => key)));
  return { messages, kept: messages.length > 0 ? kept : NOTHING_KEPT, channels: after.settings.values, change, unsent };
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

function outcomeRow(notice: NoticeRecord, outcome: Outcome | undefined): WrittenRow {
  const due = { state: 'due', leaseUntil: null, sent: null };
  if (!outcome) return { ...due, attempts: notice.attempts, error: notice.error };
  if ('refused' in outcome) return { ...due, ...refused(notice, outcome.refused) };
  const { attempts } = refused(notice, '');
  return { state: 'sent', leaseUntil: null, sent: { moment: outcome.sent }, attempts, error: null };
}

/** Writes what became of a batch; what was not reached is due again. Call it under the document lock. */
export function recordOutcomes({ messages }: Batch, outcomes: ReadonlyMap<string, Outcome>): void {
  const updates = messages.flatMap(({ notice, parts }): [string, WrittenRow][] => {
    const row = outcomeRow(notice, outcomes.get(notice.id));
    return [notice, ...parts].map(({ id }) => [id, row]);
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
