import { wallClock } from '../domain/calendar/zone.js';
import { now } from '../google/clock.js';
import { fingerprint } from '../google/digest.js';
import { remainingMailQuota, sendMail } from '../google/mail.js';
import { performChanges } from '../google/perform-changes.js';
import { readProperty, writeProperty } from '../google/properties.js';
import { bookAddress, rowLinks } from '../google/tables.js';
import { renderBendMail } from '../messages/bend-mail.js';
import type { Message } from '../messages/message.js';
import type { WrittenRow } from '../records/change.js';
import { mappingOf } from '../records/mapping.js';
import { noticesTab, type NoticeRecord } from '../records/tabs/notices.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { Records } from '../records/workbook.js';
import type { BentAccount } from '../watch/bends.js';
import { scanSignals } from '../watch/momentum-decay.js';
import { sendingState } from '../watch/notices.js';
import { weekToScan } from '../watch/schedule.js';
import { messageOf } from './message-of.js';

const LEASE_MS = 15 * 60_000;
/** Google ends a run after 6 minutes; what is left over goes out with the next tick. */
const SENDING_TIME_MS = 4.5 * 60_000;

/** The document property that keeps the outcome of every send at once: a cell's write may be lost with the run. */
const OUTCOMES_PROPERTY = 'sending';

/** One message of a batch, rendered and ready. */
interface Prepared {
  readonly notice: NoticeRecord;
  readonly message: Message;
  readonly exposure: number;
}

/** What became of a message: taken by the mail service, or refused with a reason. */
type Outcome = { readonly sent: number } | { readonly error: string };

/** Messages that this run has marked as its own; in the order of their ids, which no sorting of the tab changes. */
export type Batch = readonly Prepared[];

function updateNotices(rows: ReadonlyMap<string, WrittenRow>): void {
  performChanges([{ kind: 'update', schema: noticesTab, tab: noticesTab.tab, keyField: 'id', rows }]);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The ids among notices left behind by a run that was cut off which that run had sent, by the outcomes it kept. */
function sentBefore(leftBehind: readonly NoticeRecord[]): ReadonlySet<string> {
  const { size, outcomes } = JSON.parse(readProperty(OUTCOMES_PROPERTY) ?? '{"size":0,"outcomes":""}') as {
    size: number;
    outcomes: string;
  };
  // Rows that a person added or deleted meanwhile would shift the outcomes: better twice than never.
  if (size !== leftBehind.length) return new Set();
  const ids = [...leftBehind].sort(byId).map(({ id }) => id);
  return new Set(ids.filter((_, i) => outcomes[i] === 's'));
}

/** The accounts that a notice still has to tell of: their alerts are open, and they still bend in the week it was about. */
function stillToTell(notice: NoticeRecord, records: Records, zone: string): readonly BentAccount[] {
  const week = weekToScan(wallClock(zone)(notice.due), records.settings.values);
  const { verdicts } = scanSignals(records, week);
  const open = new Map(
    records.alerts.filter(({ state }) => state === 'open').map(({ key, account }) => [key, account]),
  );
  return notice.alerts.split('\n').flatMap((key) => {
    const verdict = verdicts.get(open.get(key) ?? '');
    return typeof verdict === 'object' ? [verdict] : [];
  });
}

/**
 * Picks the messages that this run sends, renders them, and marks them as being sent with a lease; call it under the
 * document lock. When the mail quota is short, the largest exposure goes first and the rest stays due.
 */
export function claimBatch(records: Records, zone: string, at: number): Batch {
  const states = records.notices.map((notice) => ({ notice, state: sendingState(notice, at) }));
  if (states.some(({ state }) => state === 'another run sends it')) return [];
  const inState = (wanted: string): NoticeRecord[] => {
    return states.filter(({ state }) => state === wanted).map(({ notice }) => notice);
  };
  const leftBehind = inState('left behind');
  const sent = leftBehind.length > 0 ? sentBefore(leftBehind) : new Set<string>();
  const waiting = [...inState('to send'), ...leftBehind.filter(({ id }) => !sent.has(id))];

  const updates = new Map<string, WrittenRow>();
  for (const id of sent) updates.set(id, { state: 'sent', leaseUntil: null, sent: { moment: at } });
  const rendered = waiting.flatMap((notice): Prepared[] => {
    const bent = stillToTell(notice, records, zone);
    if (bent.length === 0) {
      updates.set(notice.id, {
        state: 'dropped',
        leaseUntil: null,
        error: 'nothing left to tell: its alerts are closed',
      });
      return [];
    }
    const exposure = bent.reduce((sum, account) => sum + (account.exposure ?? 0), 0);
    return [{ notice, exposure, message: render(notice, bent, records, zone) }];
  });
  rendered.sort((a, b) => b.exposure - a.exposure);
  const batch = rendered
    .slice(0, rendered.length > 0 ? remainingMailQuota() : 0)
    .sort((a, b) => byId(a.notice, b.notice));
  const leaseUntil = { moment: at + LEASE_MS };
  for (const { notice, message } of batch) {
    updates.set(notice.id, { state: 'sending', leaseUntil, bodyHash: fingerprint(message.text) });
  }
  updateNotices(updates);
  writeProperty(OUTCOMES_PROPERTY, JSON.stringify({ size: batch.length, outcomes: '' }));
  return batch;
}

function render(notice: NoticeRecord, bent: readonly BentAccount[], records: Records, zone: string): Message {
  const { settings, team } = records;
  const linkTo = rowLinks(mappingOf(signalsTab, settings.mapping).tab);
  const dayAt = wallClock(zone);
  return renderBendMail({
    recipientName: team.find(({ email }) => email === notice.recipient)?.name ?? null,
    accounts: bent.map((account) => ({ ...account, link: linkTo(account.signalRow) })),
    week: weekToScan(dayAt(notice.due), settings.values),
    today: dayAt(now()).day,
    level: 1,
    ...bookAddress(),
    currency: settings.values.currency,
    noticeId: notice.id,
    bendWeeks: settings.values.bendWeeks,
  });
}

/** Sends a batch one by one and keeps every outcome as it comes; a refused message never stops the others. */
export function sendBatch(batch: Batch, startedAt: number): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  let kept = '';
  for (const { notice, message } of batch) {
    if (now() - startedAt > SENDING_TIME_MS) break;
    try {
      sendMail(notice.recipient, message);
      outcomes.set(notice.id, { sent: now() });
      kept += 's';
    } catch (error) {
      outcomes.set(notice.id, { error: messageOf(error) });
      kept += 'f';
    }
    writeProperty(OUTCOMES_PROPERTY, JSON.stringify({ size: batch.length, outcomes: kept }));
  }
  return outcomes;
}

/** Writes what became of a batch; what was not reached is due again. Call it under the document lock. */
export function recordOutcomes(batch: Batch, outcomes: ReadonlyMap<string, Outcome>): void {
  const updates = batch.map(({ notice }): [string, WrittenRow] => {
    const outcome = outcomes.get(notice.id);
    const attempts = (notice.attempts ?? 0) + 1;
    if (!outcome) return [notice.id, { state: 'due', leaseUntil: null }];
    if ('error' in outcome) return [notice.id, { state: 'due', leaseUntil: null, attempts, error: outcome.error }];
    return [notice.id, { state: 'sent', leaseUntil: null, attempts, error: null, sent: { moment: outcome.sent } }];
  });
  updateNotices(new Map(updates));
}
