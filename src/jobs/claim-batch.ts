import { fingerprint } from '../google/digest.js';
import { remainingMailQuota } from '../google/mail.js';
import { performChanges } from '../google/perform-changes.js';
import { writtenRow, type Change, type WrittenRow } from '../records/change.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import { readLines } from '../watch/alert-key.js';
import { isFirstPart, partsOf, relined, textOf } from '../watch/notice-parts.js';
import { sendingState } from '../watch/notices.js';
import { tellingReader } from '../watch/still-to-tell.js';
import { NOTICES, refused, updateOf, type Batch, type Prepared } from './batch.js';
import { keepBatch, keptBatch, marksOf, MOST_MESSAGES, NOTHING_KEPT, sentBefore } from './kept-batch.js';
import { noticeRenderer } from './render-notice.js';
import type { Scanned } from './scan.js';

const LEASE_MS = 15 * 60_000;

/** Why a message waits when the mail service takes no more. */
const QUOTA_EXHAUSTED = 'the mail quota of the day is used up';

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
  const read = tellingReader(judged, outcome);
  const render = noticeRenderer(scanned);
  const parts = partsOf([...notices, ...planned]);
  const update = (own: readonly NoticeRecord[], row: WrittenRow): void => {
    for (const { id } of own) updates.set(id, row);
  };
  const release = (own: readonly NoticeRecord[], error: string | null): void => {
    const isChanged = own[0]?.state === 'sending' || (error !== null && own[0]?.error !== error);
    if (isChanged) update(own, { state: 'due', leaseUntil: null, ...(error === null ? {} : { error }) });
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
