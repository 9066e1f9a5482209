import type { AlertRecord } from '../records/tabs/alerts.js';
import type { WatchClock } from './clock.js';
import type { Action, Decision } from './decision.js';
import type { Finding, NoFinding, TriggerName } from './finding.js';
import { nextStep, type LadderContext } from './ladder.js';
import { hasCleared, isHeld, isResolved, stamped } from './lifecycle.js';
import { priorityOf } from './priority.js';
import type { LastRecorded } from './record-decisions.js';
import { BY_HAND, isShown, isTelling, type Reason } from './reason.js';
import type { Told } from './told.js';

/** What is judged now: a finding, why there is none, or why nobody can tell. */
export type Verdict = Finding | NoFinding | 'tab unreadable' | 'trigger off' | 'gone';

/** What deciding about any alert needs to know. */
export interface DecideContext extends Omit<LadderContext, 'now'> {
  readonly clock: WatchClock;
  /** Whether this week was judged before, so that what is new in its values came late or was corrected. */
  readonly isAgain: boolean;
  /** Whether a tab that a trigger judges from has rows that cannot be used. */
  readonly hasBadRows: (trigger: TriggerName) => boolean;
  /** What was last recorded about a subject. */
  readonly recorded: LastRecorded;
  /** The account that a subject without a finding is about; null where its name does not say. */
  readonly accountOf: (subject: string) => string | null;
  /** Puts what is wrong into the words that the Alerts tab keeps. */
  readonly describe: (finding: Finding) => string;
}

/** Momentum decay looks at whole weeks: one of them without a bend is long enough to end it. */
export const isWeekly = (trigger: TriggerName): boolean => trigger === 'Momentum decay';

/** The indicators that an alert has been about since it opened, or what else it is about. */
function subjectColumn({ bent, subject }: Finding, alert: AlertRecord | null): string {
  if (!bent) return subject;
  const earlier = alert?.subject ?? '';
  // A name may hold a comma.
  const added = bent.bends
    .map(({ indicator }) => indicator)
    .filter((name) => !`, ${earlier}, `.includes(`, ${name}, `));
  return [...(earlier === '' ? [] : [earlier]), ...new Set(added)].join(', ');
}

/** What a finding makes of the columns that are not a person's. */
function described(finding: Finding, alert: AlertRecord | null, { clock, describe }: DecideContext) {
  return {
    subject: subjectColumn(finding, alert),
    whatHappened: describe(finding),
    exposure: finding.exposure,
    owner: finding.owner,
    function: finding.function === '' ? null : finding.function,
    priority: priorityOf(finding, clock.today),
  };
}

/** What was not judged the last time. */
const UNJUDGED: readonly string[] = ['no data', 'tab unreadable', 'trigger off'];

/** Whether a condition that is new comes of values that were not there, or were others, when their week was judged. */
function isOfLateData({ trigger, subject, isLate }: Finding, { isAgain, recorded }: DecideContext): boolean {
  if (isLate) return true;
  return isAgain && isWeekly(trigger) && !UNJUDGED.includes(recorded(trigger, subject).reason);
}

/** Whether an alert was opened by the values of the very week that is judged again, which say something else now. */
function isCorrected({ opened, reason }: AlertRecord, { isAgain, clock }: DecideContext): boolean {
  return isAgain && clock.dayOf(opened) >= clock.week + 7 && reason !== 'late data';
}

/** Decides about a condition that holds and has no alert yet. */
export function openAlert(finding: Finding, key: string, told: Told | undefined, context: DecideContext): Decision {
  const { trigger, subject, account, since } = finding;
  const { clock } = context;
  const step = nextStep(finding, null, told, { ...context, now: clock.now });
  // Its message was written by a run that was cut off before it wrote the alert.
  const isWritten = !isShown(step.reason) && step.level > 0;
  const why = isWritten ? 'first notice' : step.reason;
  const isLate = isOfLateData(finding, context) && why === 'first notice';
  const reason = isLate ? 'late data' : why;
  const after: AlertRecord = {
    row: 0,
    key,
    trigger,
    account,
    since,
    ...described(finding, null, context),
    level: step.level === 0 ? null : step.level,
    nextStepAt: step.nextStepAt,
    state: 'open',
    by: null,
    stateSince: null,
    snoozedUntil: null,
    clearSince: null,
    reason,
    opened: clock.now,
    resolved: null,
  };
  return { trigger, subject, account, action: 'open', reason, key, after, tellings: step.tellings, finding };
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
