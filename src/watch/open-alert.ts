import type { AlertRecord } from '../records/tabs/alerts.js';
import type { WatchClock } from './clock.js';
import type { Decision } from './decision.js';
import type { Finding, TriggerName } from './finding.js';
import { nextStep, type LadderContext } from './ladder.js';
import { priorityOf } from './priority.js';
import type { LastRecorded } from './record-decisions.js';
import { isShown } from './reason.js';
import type { Told } from './told.js';

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
export function described(finding: Finding, alert: AlertRecord | null, { clock, describe }: DecideContext) {
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
