import { now } from '../google/clock.js';
import { sendMail } from '../google/mail.js';
import { performChanges } from '../google/perform-changes.js';
import type { WrittenRow } from '../records/change.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import { EXECUTIVE_LEVEL, OWNER_LEVEL } from '../watch/recipients.js';
import { refused, updateOf, type Batch } from './batch.js';
import { postToChannels } from './channels.js';
import { keepBatch } from './kept-batch.js';

/** Google ends a run after 6 minutes; what is left over goes out with the next tick. */
const SENDING_TIME_MS = 4.5 * 60_000;

/** What became of a message: taken by the mail service, or refused with a reason. */
type Outcome = { readonly sent: number } | { readonly refused: unknown };

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
