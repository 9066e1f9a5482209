import type { Message } from '../messages/message.js';
import type { Change, WrittenRow } from '../records/change.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import type { ChannelAddresses } from './channels.js';
import type { KeptBatch } from './kept-batch.js';
import { messageOf } from './message-of.js';

/** One message of a batch, rendered and ready. */
export interface Prepared {
  readonly notice: NoticeRecord;
  /** The further notices of the same message. */
  readonly parts: readonly NoticeRecord[];
  readonly message: Message;
  readonly priority: number;
}

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

/** The tab that the notices are kept in. */
export const NOTICES = { schema: noticesTab, tab: noticesTab.tab };

/** A change of notices, by their ids. */
export function updateOf(rows: ReadonlyMap<string, WrittenRow>): Change {
  return { kind: 'update', ...NOTICES, keyField: 'id', rows };
}

/** What a notice remembers of a try that failed. */
export function refused({ attempts }: NoticeRecord, error: unknown): { attempts: number; error: string } {
  return { attempts: (attempts ?? 0) + 1, error: messageOf(error) };
}
