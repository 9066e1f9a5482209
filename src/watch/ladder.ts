import type { AlertRecord } from '../records/tabs/alerts.js';
import type { Finding } from './finding.js';
import type { People } from './people.js';
import type { Reason } from './reason.js';
import { addressOf, EXECUTIVE_LEVEL, OWNER_LEVEL, owedLevels } from './recipients.js';
import type { Told } from './told.js';
import type { AtWork } from './working-hours.js';

const HOUR_MS = 3_600_000;

/** One person who is told of an alert by this tick. */
export interface Telling {
  readonly recipient: string;
  readonly level: number;
}

/** What the ladder needs to know beside the alert. */
export interface LadderContext {
  readonly now: number;
  readonly stepMs: number;
  readonly people: People;
  readonly atWork: AtWork;
}

/** Where an alert stands on the ladder, and who is told of it now. */
export interface Step {
  /** The step whose messages are written after this tick; 0 before the first. */
  readonly level: number;
  readonly tellings: readonly Telling[];
  /** When it climbs if nobody acts; null while that is not known. */
  readonly nextStepAt: number | null;
  readonly reason: Reason;
}

/**
 * The step that an open alert takes now, of which there is at most one: it climbs when the set hours have passed since
 * the newest message of its step went out, and somebody whom the next step tells is at work. Whoever was not at work then,
 * or came to own it later, is told as soon as they are.
 *
 * @param alert null for one that opens now.
 * @param told what notices say of it; undefined when none does.
 */
export function nextStep(
  finding: Finding,
  alert: AlertRecord | null,
  told: Told | undefined,
  { now, stepMs, people, atWork }: LadderContext,
): Step {
  const taken = Math.max(alert?.level ?? 0, told?.level ?? 0);
  // Notices are written before alerts: an alert with a step and no notice lost it to a person's clean-up.
  const isCleanedUp = told === undefined && taken > 0;
  const levelTold = (recipient: string): number => {
    if (!isCleanedUp) return told?.byRecipient.get(recipient) ?? 0;
    return recipient === addressOf(finding.owner) && recipient !== alert?.owner ? 0 : taken;
  };
  const tell = (level: number): readonly Telling[] => {
    return [...owedLevels(finding, level, people)]
      .filter(([recipient, owed]) => levelTold(recipient) < owed)
      .map(([recipient, owed]) => ({ recipient, level: owed }));
  };
  const climbsAt = climbMoment(taken, told, isCleanedUp ? alert : null, stepMs);
  const isDue = taken === 0 || (climbsAt !== null && climbsAt <= now);
  const next = isDue ? tell(taken + 1).filter(({ level }) => level === taken + 1) : [];
  // Whoever still has an earlier step on its way would get two of them at once.
  const mayHear = ({ recipient }: Telling): boolean => !told?.waitingFor.has(recipient);
  const climbing = next.filter(mayHear);
  const open = [...tell(taken).filter(mayHear), ...climbing];
  const tellings = oncePerRecipient(open.filter(({ recipient }) => atWork(recipient)));
  const level = tellings.some((telling) => telling.level > taken) ? taken + 1 : taken;
  const reason = ((): Reason => {
    if (tellings.length > 0) return level > OWNER_LEVEL ? 'next step' : 'first notice';
    // Somebody who was off while others were told of the step is told later; the step itself waits for nobody.
    if (climbing.length > 0 || (isDue && open.length > 0)) return 'outside working hours';
    if (isDue && next.length === 0) return 'no address';
    if (taken >= EXECUTIVE_LEVEL) return 'top of the ladder';
    return climbsAt === null || next.length > 0 ? 'last message not sent' : 'next step not due';
  })();
  const isToldNow = tellings.some((telling) => telling.level === level);
  const waiting = isToldNow ? now : told?.waiting.get(level);
  const sentOrWaiting = level > taken || climbsAt === null ? (waiting ?? NaN) + stepMs : climbsAt;
  return { level, tellings, nextStepAt: shownMoment(level, sentOrWaiting), reason };
}

/**
 * The next step as the Alerts tab shows it: at the full hour, since that is when a tick comes and so that a message that takes a
 * moment to send changes nothing; as if a message that waits went out when it was due.
 */
function shownMoment(level: number, at: number): number | null {
  if (level === 0 || level >= EXECUTIVE_LEVEL || Number.isNaN(at)) return null;
  return Math.ceil(at / HOUR_MS) * HOUR_MS;
}

/**
 * When an alert climbs from a step: the set hours after the newest message of it went out; null where it cannot.
 *
 * @param cleanedUp the alert, when its notices are gone: then what it shows itself is all that is known.
 */
function climbMoment(
  taken: number,
  told: Told | undefined,
  cleanedUp: AlertRecord | null,
  stepMs: number,
): number | null {
  if (taken === 0 || taken >= EXECUTIVE_LEVEL) return null;
  const sentAt = told?.sent.get(taken);
  return sentAt === undefined ? (cleanedUp?.nextStepAt ?? null) : sentAt + stepMs;
}

function oncePerRecipient(tellings: readonly Telling[]): readonly Telling[] {
  const highest = new Map<string, Telling>();
  for (const telling of tellings) {
    const other = highest.get(telling.recipient);
    if (!other || other.level < telling.level) highest.set(telling.recipient, telling);
  }
  return [...highest.values()];
}
