import type { AlertRecord } from '../records/tabs/alerts.js';
import type { Action, Decision } from './decision.js';
import type { Finding, NoFinding, TriggerName } from './finding.js';
import { nextStep } from './ladder.js';
import { hasCleared, isHeld, isResolved, stamped } from './lifecycle.js';
import { described, isWeekly, type DecideContext } from './open-alert.js';
import { BY_HAND, isShown, isTelling, type Reason } from './reason.js';
import type { Told } from './told.js';

/** What is judged now: a finding, why there is none, or why nobody can tell. */
export type Verdict = Finding | NoFinding | 'tab unreadable' | 'trigger off' | 'gone';

/** Whether an alert was opened by the values of the very week that is judged again, which say something else now. */
function isCorrected({ opened, reason }: AlertRecord, { isAgain, clock }: DecideContext): boolean {
  return isAgain && clock.dayOf(opened) >= clock.week + 7 && reason !== 'late data';
}

/** The fields of an alert that say what is wrong and who was told. */
const TOLD_FIELDS = [
  ...(['subject', 'whatHappened', 'exposure', 'owner', 'level', 'nextStepAt'] as const),
  ...(['reason', 'function', 'priority'] as const),
];

/** The fields that say where it stands; a person may change them at any moment, so a tick leaves them where it can. */
export const STATE_FIELDS = ['state', 'stateSince', 'snoozedUntil', 'clearSince', 'resolved'] as const;

/** Whether one row of an alert differs from another in any of some fields. */
export function differ(one: AlertRecord, other: AlertRecord, fields: readonly (keyof AlertRecord)[]): boolean {
  return fields.some((field) => one[field] !== other[field]);
}

/** Why its last message went out, as an alert shows it until the next one; a run that was cut off may not have written it. */
function reasonWhileWaiting(level: number, shown: string | null): string | null {
  if (level === 0 || shown === 'open again' || (level === 1 && isTelling(shown ?? ''))) return shown;
  return level === 1 ? 'first notice' : 'next step';
}

/** Decides about an alert that is not over. */
export function decideAlert(
  trigger: TriggerName,
  alert: AlertRecord,
  subject: string,
  verdict: Verdict,
  told: Told | undefined,
  context: DecideContext,
): Decision {
  const { clock, recorded } = context;
  const decided = (action: Action, reason: Reason, next: AlertRecord, rest: Partial<Decision> = {}): Decision => {
    const isChanged = differ(next, alert, TOLD_FIELDS) || differ(next, alert, STATE_FIELDS);
    const about = { trigger, subject, account: alert.account, key: alert.key, before: alert };
    return { ...about, action, reason, tellings: [], ...(isChanged ? { after: next } : {}), ...rest };
  };
  const resolve = (reason: Reason): Decision => {
    return decided('resolve', reason, { ...alert, state: 'resolved', reason, resolved: clock.now });
  };

  if (isResolved(alert)) {
    const reason = alert.resolved === null ? BY_HAND : alert.reason;
    return decided('resolve', BY_HAND, { ...alert, state: 'resolved', reason, resolved: alert.resolved ?? clock.now });
  }
  if (verdict === 'settled' || verdict === 'churned') return resolve(verdict);

  const now = stamped(alert, clock, recorded(trigger, subject));
  const isHeldNow = isHeld(now, clock);
  const isStamped = now.stateSince !== alert.stateSince && now.state !== 'open';
  const stampOf: Action = now.state === 'snoozed' ? 'stamp snooze' : 'stamp acknowledgement';
  const stamp = isStamped ? stampOf : 'nothing';
  if (verdict === 'holds not' || verdict === 'gone') {
    if (isWeekly(trigger) && verdict === 'holds not') {
      return resolve(isCorrected(alert, context) ? 'data corrected' : 'condition cleared');
    }
    const gone = alert.account === subject ? 'account gone' : 'subject gone';
    if (hasCleared(now, isHeldNow, clock)) return resolve(verdict === 'gone' ? gone : 'condition cleared');
    if (now.clearSince !== null) return decided(stamp, 'clearing', now);
    return decided('clear', 'clearing', { ...now, clearSince: clock.now });
  }
  if (typeof verdict === 'string') return decided(stamp, verdict, now);

  const finding = verdict;
  const held = { ...now, ...described(finding, alert, context), clearSince: null };
  if (isHeldNow) {
    return decided(isStamped ? stampOf : 'keep', now.state === 'snoozed' ? 'snoozed' : 'acknowledged', held, {
      finding,
    });
  }
  const isReopened = now.state !== 'open';
  const step = nextStep(finding, alert, told, { ...context, now: clock.now });
  const waiting = isReopened ? 'open again' : reasonWhileWaiting(step.level, alert.reason);
  const shown = isShown(step.reason) ? step.reason : waiting;
  const next = {
    ...held,
    state: 'open',
    stateSince: null,
    snoozedUntil: null,
    level: step.level === 0 ? alert.level : step.level,
    nextStepAt: step.nextStepAt,
    reason: shown,
  };
  const action = isReopened ? 'reopen' : step.level > (alert.level ?? 0) ? 'climb' : 'keep';
  return decided(action, step.reason, next, { finding, tellings: step.tellings });
}
