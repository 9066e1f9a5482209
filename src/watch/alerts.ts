import { isoDay } from '../domain/calendar/day.js';
import { isEmailAddress } from '../records/cell.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { BentAccount } from './bends.js';
import { MOMENTUM_DECAY, type SignalScan } from './momentum-decay.js';

/** Why a message about an account goes out, or why none does; there is no other reason. */
type Reason =
  | 'first notice'
  | 'already told'
  | 'acknowledged'
  | 'snoozed'
  | 'no address'
  | 'does not bend'
  | 'no data'
  | 'churned'
  | 'condition cleared';

/** What a scan decides about one account. */
export interface Decision {
  readonly account: string;
  readonly action: 'open' | 'keep' | 'resolve' | 'nothing';
  /** Whether the owner is told by this scan. */
  readonly tells: boolean;
  readonly reason: Reason;
  /** The alert it is about; absent where there is none. */
  readonly key?: string;
  readonly bent?: BentAccount;
}

/** The ladder's first step: the owner is told at once. */
export const NUDGE_LEVEL = 1;

/**
 * An alert's key: trigger, subject and the first day of the episode; the same key is the same alert, for ever. It is one
 * line, because notices list the keys of their alerts one a line.
 */
function alertKey(trigger: string, subject: string, since: number): string {
  return `${trigger} | ${subject.replace(/\s+/g, ' ')} | ${isoDay(since)}`;
}

function tellingReason(alert: AlertRecord | undefined, bent: BentAccount, isTold: boolean): Reason {
  if (alert?.state === 'acknowledged') return 'acknowledged';
  if (alert?.state === 'snoozed') return 'snoozed';
  if (isTold) return 'already told';
  return bent.csm !== null && isEmailAddress(bent.csm) ? 'first notice' : 'no address';
}

/**
 * Decides about every account what a scan changes: an alert opens when a bend begins, stays the same alert while any
 * indicator keeps bending, and resolves once a whole week is free of bends. A week without data decides nothing. The
 * owner is told once, and as soon as there is an address. Deciding again from the outcome changes nothing.
 */
export function decideAlerts(
  scan: SignalScan,
  alerts: readonly AlertRecord[],
  notices: readonly NoticeRecord[],
): readonly Decision[] {
  const known = new Map(alerts.map((alert) => [alert.key, alert]));
  const live = new Map(
    alerts
      .filter(({ trigger, state }) => trigger === MOMENTUM_DECAY && state !== 'resolved')
      .map((alert) => [alert.account ?? '', alert]),
  );
  const told = new Set(notices.flatMap((notice) => notice.alerts.split('\n')));

  return [...scan.verdicts].map(([account, verdict]): Decision => {
    const alert = live.get(account);
    if (typeof verdict === 'string') {
      if (!alert || verdict === 'no data') return { account, action: 'nothing', tells: false, reason: verdict };
      const reason = verdict === 'churned' ? 'churned' : 'condition cleared';
      return { account, action: 'resolve', tells: false, reason, key: alert.key };
    }
    const bent = verdict;
    const key = alert?.key ?? alertKey(MOMENTUM_DECAY, account, bent.since);
    // A resolved alert of this very episode was closed by a person, or by data since corrected back: it stays closed.
    const resolved = alert ? undefined : known.get(key);
    if (resolved) return { account, action: 'nothing', tells: false, reason: 'already told', key };
    const reason = tellingReason(alert, bent, told.has(key));
    return { account, action: alert ? 'keep' : 'open', tells: reason === 'first notice', reason, key, bent };
  });
}

/** What decisions make of the alerts: those that opened, and those that changed. */
export interface AlertOutcome {
  readonly opened: readonly AlertRecord[];
  readonly changed: readonly AlertRecord[];
}

/**
 * Carries decisions out on the records of the alerts.
 *
 * @param describe puts the bends of an account into the words that the Alerts tab keeps.
 */
export function applyDecisions(
  decisions: readonly Decision[],
  alerts: readonly AlertRecord[],
  now: number,
  describe: (bent: BentAccount) => string,
): AlertOutcome {
  const byKey = new Map(alerts.map((alert) => [alert.key, alert]));
  const opened: AlertRecord[] = [];
  const changed: AlertRecord[] = [];
  for (const { action, key, bent, reason, account } of decisions) {
    const alert = byKey.get(key ?? '');
    const facts = bent && { whatHappened: describe(bent), exposure: bent.exposure, owner: bent.csm };
    if (action === 'resolve' && alert) changed.push({ ...alert, state: 'resolved', reason, resolved: now });
    if (action === 'keep' && alert && facts) changed.push({ ...alert, ...facts });
    if (action === 'open' && key !== undefined && bent && facts) {
      opened.push({
        ...facts,
        row: 0,
        key,
        trigger: MOMENTUM_DECAY,
        account,
        subject: bent.bends.map(({ indicator }) => indicator).join(', '),
        since: bent.since,
        level: NUDGE_LEVEL,
        nextStepAt: null,
        state: 'open',
        by: null,
        reason,
        opened: now,
        resolved: null,
      });
    }
  }
  return { opened, changed };
}
