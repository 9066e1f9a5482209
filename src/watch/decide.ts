import type { AlertRecord } from '../records/tabs/alerts.js';
import { alertKey, conditionKey, conditionOf } from './alert-key.js';
import { decideAlert, type Verdict } from './decide-alert.js';
import type { Decision } from './decision.js';
import { TRIGGERS, type Finding, type Judgements, type TriggerName } from './finding.js';
import { isResolved } from './lifecycle.js';
import { isWeekly, openAlert, type DecideContext } from './open-alert.js';
import { isEnding } from './reason.js';
import { memoryOf, type Memory } from './told.js';
import type { NoticeRecord } from '../records/tabs/notices.js';

/** What each trigger says of its subjects, or why nobody can tell. */
export type Judged = ReadonlyMap<TriggerName, Judgements | 'tab unreadable' | 'trigger off'>;

/**
 * How long before an alert was closed by hand a condition must have begun to have been seen by whoever closed it: a bend that
 * began less than two weeks before was not yet one.
 */
const seenDays = (trigger: TriggerName): number => (isWeekly(trigger) ? 14 : 0);

/** Alerts by what a decision looks them up by. */
interface Known {
  /** The alert of each condition that is not over, and those that only a person's typing says are. */
  readonly live: ReadonlyMap<string, AlertRecord>;
  readonly keys: ReadonlySet<string>;
  /** The episodes that a person closed, and when each condition was last closed so. */
  readonly closedEpisodes: ReadonlySet<string>;
  readonly closed: ReadonlyMap<string, number>;
}

const subjectOf = (condition: string, trigger: string): string => condition.slice(trigger.length + ' | '.length);

/** Whether the row of an alert that is over says so in all its columns. */
const isSettled = ({ state, resolved }: AlertRecord): boolean => state === 'resolved' && resolved !== null;

function knownOf(alerts: readonly AlertRecord[], now: number): Known {
  const live = new Map<string, AlertRecord>();
  const closed = new Map<string, number>();
  const closedEpisodes = new Set<string>();
  for (const alert of alerts) {
    const condition = conditionOf(alert.key);
    if (!isSettled(alert)) live.set(condition, alert);
    if (isResolved(alert) && !isEnding(alert.reason ?? '')) {
      closed.set(condition, Math.max(closed.get(condition) ?? 0, alert.resolved ?? now));
      closedEpisodes.add(alert.key).add(alertKey(alert.trigger, subjectOf(condition, alert.trigger), alert.since));
    }
  }
  return { live, closed, closedEpisodes, keys: new Set(alerts.map(({ key }) => key)) };
}

/** Whether a person closed the alert of this very condition, which goes on. */
function isClosed({ trigger, subject, since }: Finding, known: Known, { clock }: DecideContext): boolean {
  if (known.closedEpisodes.has(alertKey(trigger, subject, since))) return true;
  const closedAt = known.closed.get(conditionKey(trigger, subject));
  return closedAt !== undefined && since <= clock.dayOf(closedAt) - seenDays(trigger);
}

/**
 * The key of a new alert; null where none may open. What the watch itself ended and goes on after all (a slip in a cell that was
 * mended, a date that was typed in the wrong row) begins again today, at most once a day.
 */
function newKey(finding: Finding, known: Known, context: DecideContext): string | null {
  if (isClosed(finding, known, context)) return null;
  const { trigger, subject, since } = finding;
  const keys = [since, context.clock.today].map((day) => alertKey(trigger, subject, day));
  return keys.find((key) => !known.keys.has(key)) ?? null;
}

function decideSubject(
  trigger: TriggerName,
  subject: string,
  verdict: Verdict,
  known: Known,
  memory: Memory,
  context: DecideContext,
): readonly Decision[] {
  const alert = known.live.get(conditionKey(trigger, subject));
  const decision = alert && decideAlert(trigger, alert, subject, verdict, memory.get(alert.key), context);
  if (decision && !isResolved(alert)) return [decision];
  if (typeof verdict === 'string') return [decision ?? withoutAlert(trigger, subject, verdict, context)];
  // What was closed may hold again, as an episode of its own.
  const key = newKey(verdict, known, context);
  const { account } = verdict;
  const next: Decision =
    key === null
      ? { trigger, subject, account, action: 'nothing', reason: 'closed before', tellings: [] }
      : openAlert(verdict, key, memory.get(key), context);
  return decision ? [decision, next] : [next];
}

function withoutAlert(
  trigger: TriggerName,
  subject: string,
  verdict: Exclude<Verdict, Finding>,
  { accountOf }: DecideContext,
): Decision {
  const reason = verdict === 'gone' ? 'subject gone' : verdict;
  return { trigger, subject, account: accountOf(subject), action: 'nothing', reason, tellings: [] };
}

/**
 * Decides about every subject of every trigger what this tick changes: an alert opens when its condition begins, stays the
 * same while it holds, climbs while nobody answers, waits while somebody has, and ends once the condition is over. What
 * cannot be judged decides nothing. Deciding again from the outcome, at the same moment, changes nothing.
 */
export function decide(
  judged: Judged,
  alerts: readonly AlertRecord[],
  notices: readonly NoticeRecord[],
  context: DecideContext,
): readonly Decision[] {
  const known = knownOf(alerts, context.clock.now);
  const memory = memoryOf(notices);
  const liveBy = new Map<string, [string, AlertRecord][]>(TRIGGERS.map((trigger) => [trigger, []]));
  for (const [condition, alert] of known.live) liveBy.get(alert.trigger)?.push([condition, alert]);
  return TRIGGERS.flatMap((trigger): Decision[] => {
    const verdicts = judged.get(trigger) ?? 'trigger off';
    const decideAs = (subject: string, verdict: Verdict): readonly Decision[] => {
      return decideSubject(trigger, subject, verdict, known, memory, context);
    };
    const isJudged = typeof verdicts !== 'string';
    const decisions = isJudged ? [...verdicts].flatMap(([subject, verdict]) => decideAs(subject, verdict)) : [];
    const seen = new Set(isJudged ? [...verdicts.keys()].map((subject) => conditionKey(trigger, subject)) : []);
    const others = liveBy.get(trigger)?.filter(([condition]) => !seen.has(condition)) ?? [];
    // A row that cannot be read just now may be the one that is missed.
    const missed = context.hasBadRows(trigger) ? 'no data' : 'gone';
    const rest = others.flatMap(([condition]) => {
      return decideAs(subjectOf(condition, trigger), isJudged ? missed : verdicts);
    });
    return [...decisions, ...rest];
  });
}
