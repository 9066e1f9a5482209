import { isoDay } from '../domain/calendar/day.js';
import { isEmailAddress } from '../records/cell.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { BentAccount } from './bends.js';
import { liveAlerts, MOMENTUM_DECAY, subjectsOf, type SignalScan } from './momentum-decay.js';

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
  | 'account gone'
  | 'condition cleared'
  | 'data corrected';

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
  return `${trigger} | ${subject.replace(/[\r\n]+/g, ' ')} | ${isoDay(since)}`;
}

function tellingReason(alert: AlertRecord | undefined, bent: BentAccount, isTold: boolean): Reason {
  if (alert?.state === 'acknowledged') return 'acknowledged';
  if (alert?.state === 'snoozed') return 'snoozed';
  if (isTold) return 'already told';
  return bent.csm !== null && isEmailAddress(bent.csm) ? 'first notice' : 'no address';
}

/** The memory of who was told of what. A dropped notice told nobody. */
function memoryOf(notices: readonly NoticeRecord[]): (key: string, owner: string, alert?: AlertRecord) => boolean {
  const mentioned = new Set<string>();
  const told = new Set<string>();
  for (const { alerts, recipient, state } of notices) {
    for (const key of alerts.split('\n')) {
      mentioned.add(key);
      if (state !== 'dropped') told.add(`${key}\n${recipient}`);
    }
  }
  return (key, owner, alert) => {
    if (told.has(`${key}\n${owner}`)) return true;
    // Notices are written before alerts: an alert that was told and has no notice lost it to a person's clean-up.
    return alert?.reason === 'first notice' && alert.owner === owner && !mentioned.has(key);
  };
}

/**
 * Decides about every account what a scan changes: an alert opens when a bend begins, stays the same alert while any
 * indicator keeps bending, and resolves once a whole week is free of bends. A week without data decides nothing. Each
 * owner is told once, and as soon as there is an address. Deciding again from the outcome changes nothing.
 *
 * @param isAgain whether this week was scanned before, so that what is new comes from late or corrected data.
 */
export function decideAlerts(
  scan: SignalScan,
  alerts: readonly AlertRecord[],
  notices: readonly NoticeRecord[],
  isAgain: boolean,
): readonly Decision[] {
  const known = new Map(alerts.map((alert) => [alert.key, alert]));
  const live = liveAlerts(alerts);
  const isTold = memoryOf(notices);

  const decisions = [...scan.verdicts].map(([account, verdict]): Decision => {
    const alert = live.get(account);
    if (typeof verdict === 'string') {
      if (!alert || verdict === 'no data') return { account, action: 'nothing', tells: false, reason: verdict };
      const cleared = isAgain ? 'data corrected' : 'condition cleared';
      return {
        account,
        action: 'resolve',
        tells: false,
        reason: verdict === 'churned' ? 'churned' : cleared,
        key: alert.key,
      };
    }
    const bent = verdict;
    const key = alert?.key ?? alertKey(MOMENTUM_DECAY, account, bent.since);
    // A resolved alert of this very episode was closed by a person, or by data since corrected back: it stays closed.
    const resolved = alert ? undefined : known.get(key);
    if (resolved) return { account, action: 'nothing', tells: false, reason: 'already told', key };
    const reason = tellingReason(alert, bent, isTold(key, bent.csm ?? '', alert));
    return { account, action: alert ? 'keep' : 'open', tells: reason === 'first notice', reason, key, bent };
  });
  const gone = [...live.values()].filter(({ account }) => !scan.verdicts.has(account ?? ''));
  return [
    ...decisions,
    ...gone.map(({ account, key }): Decision => {
      return { account: account ?? '', action: 'resolve', tells: false, reason: 'account gone', key };
    }),
  ];
}

/** What decisions make of the alerts: those that opened, and those that changed. */
export interface AlertOutcome {
  readonly opened: readonly AlertRecord[];
  readonly changed: readonly AlertRecord[];
}

/** What a decision to keep an alert changes of it; null when it is so already. */
function kept(alert: AlertRecord, { bent, tells, reason }: Decision, whatHappened: string): AlertRecord | null {
  if (!bent) return null;
  const subjects = new Set([...subjectsOf(alert), ...bent.bends.map(({ indicator }) => indicator)]);
  const next: AlertRecord = {
    ...alert,
    subject: [...subjects].join(', '),
    whatHappened,
    exposure: bent.exposure,
    owner: bent.csm,
    reason: tells ? reason : alert.reason,
  };
  return KEPT_FIELDS.some((field) => next[field] !== alert[field]) ? next : null;
}

/** The fields that a scan may change of an alert that goes on; the others are the person's, or for ever. */
export const KEPT_FIELDS = ['subject', 'whatHappened', 'exposure', 'owner', 'reason'] as const;

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
  for (const decision of decisions) {
    const { action, key, bent, reason, account } = decision;
    const alert = byKey.get(key ?? '');
    if (action === 'resolve' && alert) changed.push({ ...alert, state: 'resolved', reason, resolved: now });
    if (key === undefined || !bent) continue;
    if (action === 'keep' && alert) {
      const next = kept(alert, decision, describe(bent));
      if (next) changed.push(next);
    }
    if (action !== 'open') continue;
    opened.push({
      row: 0,
      key,
      trigger: MOMENTUM_DECAY,
      account,
      subject: bent.bends.map(({ indicator }) => indicator).join(', '),
      since: bent.since,
      whatHappened: describe(bent),
      exposure: bent.exposure,
      owner: bent.csm,
      level: NUDGE_LEVEL,
      nextStepAt: null,
      state: 'open',
      by: null,
      stateSince: null,
      snoozedUntil: null,
      clearSince: null,
      reason,
      opened: now,
      resolved: null,
    });
  }
  return { opened, changed };
}
