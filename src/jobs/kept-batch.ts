import { readProperty, writeProperty } from '../google/properties.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import { messageId } from '../watch/notice-parts.js';

/**
 * The document property that keeps the batch that is being sent: a cell's write may be lost with the run, and a lease in a
 * cell is a wall clock, which a daylight-saving change moves.
 */
const BATCH_PROPERTY = 'sending';

/** A batch as the property keeps it. */
export interface KeptBatch {
  /** A mark of each of its messages, in the order in which they are sent. */
  readonly marks: string;
  readonly leaseUntil: number;
  /** One letter for each message that was tried, in the same order: s for sent, f for refused. */
  readonly outcomes: string;
}

export const NOTHING_KEPT: KeptBatch = { marks: '', leaseUntil: 0, outcomes: '' };

const MARK_LENGTH = 5;
const MARKS = 36 ** MARK_LENGTH;

/** A property holds 9 KB; no run has the time to send as many. */
export const MOST_MESSAGES = 1_400;

/** A short mark of a message's id: its FNV-1a hash, in letters and digits. */
function markOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) % MARKS).toString(36).padStart(MARK_LENGTH, '0');
}

/** The marks of messages, by which what became of each is found whatever rows a person adds or deletes meanwhile. */
export function marksOf(notices: readonly NoticeRecord[]): string {
  return notices.map((notice) => markOf(messageId(notice))).join('');
}

/** The batch that is being sent, or was left behind by a run that was cut off. */
export function keptBatch(): KeptBatch {
  const kept = readProperty(BATCH_PROPERTY);
  // Nobody else writes this property.
  return kept === null ? NOTHING_KEPT : (JSON.parse(kept) as KeptBatch);
}

/** The ids among notices left behind by a run that was cut off which that run had sent, by the outcomes it kept. */
export function sentBefore(leftBehind: readonly NoticeRecord[], { marks, outcomes }: KeptBatch): readonly string[] {
  const sent = new Map<string, boolean>();
  for (let i = 0; i * MARK_LENGTH < marks.length; i++) {
    const mark = marks.slice(i * MARK_LENGTH, (i + 1) * MARK_LENGTH);
    // Where two messages have one mark and only one of them went out: better twice than never.
    sent.set(mark, outcomes[i] === 's' && (sent.get(mark) ?? true));
  }
  return leftBehind.filter((notice) => sent.get(markOf(messageId(notice)))).map(({ id }) => id);
}

/** Keeps a batch, durable at once. */
export function keepBatch(batch: KeptBatch): void {
  writeProperty(BATCH_PROPERTY, JSON.stringify(batch));
}
