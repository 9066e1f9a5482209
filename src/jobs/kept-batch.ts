import { fingerprint } from '../google/digest.js';
import { readProperty, writeProperty } from '../google/properties.js';
import type { NoticeRecord } from '../records/tabs/notices.js';

/**
 * The document property that keeps the batch that is being sent: a cell's write may be lost with the run, and a lease in a
 * cell is a wall clock, which a daylight-saving change moves.
 */
const BATCH_PROPERTY = 'sending';

/** A batch as the property keeps it. */
export interface KeptBatch {
  /** Fingerprint of its notices' ids. */
  readonly ids: string;
  readonly leaseUntil: number;
  /** One letter for each notice that was tried, in the order of the ids: s for sent, f for refused. */
  readonly outcomes: string;
}

export const NOTHING_KEPT: KeptBatch = { ids: '', leaseUntil: 0, outcomes: '' };
const idsOf = (notices: readonly NoticeRecord[]): readonly string[] => notices.map(({ id }) => id).sort();

/** What tells one batch from another, in whatever order its rows stand. */
export function fingerprintOf(notices: readonly NoticeRecord[]): string {
  return fingerprint(idsOf(notices).join('\n'));
}

/** The batch that is being sent, or was left behind by a run that was cut off. */
export function keptBatch(): KeptBatch {
  const kept = readProperty(BATCH_PROPERTY);
  // Nobody else writes this property.
  return kept === null ? NOTHING_KEPT : (JSON.parse(kept) as KeptBatch);
}

/** The ids among notices left behind by a run that was cut off which that run had sent, by the outcomes it kept. */
export function sentBefore(leftBehind: readonly NoticeRecord[], batch: KeptBatch): readonly string[] {
  // Rows that a person added or deleted meanwhile would shift the outcomes: better twice than never.
  if (batch.ids !== fingerprintOf(leftBehind)) return [];
  return idsOf(leftBehind).filter((_, i) => batch.outcomes[i] === 's');
}

/** Keeps a batch, durable at once. */
export function keepBatch(batch: KeptBatch): void {
  writeProperty(BATCH_PROPERTY, JSON.stringify(batch));
}
