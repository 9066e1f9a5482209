import type { AlertRecord } from '../records/tabs/alerts.js';
import type { WatchClock } from './clock.js';
import type { Recorded } from './record-decisions.js';

export const DAY_MS = 86_400_000;

/** How long an answer stops the ladder, how long a snooze lasts unless it says otherwise, and at most. */
const ACKNOWLEDGED_MS = 7 * DAY_MS;
export const SNOOZE_DAYS = 7;
export const MOST_SNOOZE_DAYS = 14;

/** How long a condition has to be gone before its alert is. */
const CLEARING_MS = 7 * DAY_MS;

/** Whether an alert is over. One with a day of resolving is, whatever its state says. */
export function isResolved({ state, resolved }: AlertRecord): boolean {
  return state === 'resolved' || resolved !== null;
}

/** The states that hold the ladder back, and under which names it is remembered. */
const HELD: readonly string[] = ['acknowledged', 'snoozed'];

/**
 * An alert with the time stamps that a person who sets its state in the sheet leaves out: since when it is held, and until
 * when at most. A stamp of an earlier answer is not that of a later one. Stamping twice changes nothing.
 *
 * @param last what was last recorded about it.
 */
export function stamped(alert: AlertRecord, { now, today, dayOf }: WatchClock, last: Recorded): AlertRecord {
  const { state, snoozedUntil } = alert;
  const isOther = HELD.includes(last.reason) && last.reason !== state;
  const stateSince = isOther && alert.stateSince !== null && alert.stateSince <= last.when ? null : alert.stateSince;
  if (state === 'acknowledged') {
    return stateSince !== null && snoozedUntil === null ? alert : { ...alert, stateSince: now, snoozedUntil: null };
  }
  if (state === 'snoozed') {
    const since = snoozedUntil === null ? now : (stateSince ?? now);
    const latest = dayOf(since) + MOST_SNOOZE_DAYS;
    return { ...alert, stateSince: since, snoozedUntil: Math.min(snoozedUntil ?? today + SNOOZE_DAYS, latest) };
  }
  return { ...alert, stateSince: null, snoozedUntil: null };
}

/** Whether what a person said of an alert still holds the ladder back; call it with a stamped alert. */
export function isHeld({ state, stateSince, snoozedUntil }: AlertRecord, { now, today }: WatchClock): boolean {
  if (state === 'acknowledged') return stateSince !== null && now - stateSince < ACKNOWLEDGED_MS;
  return state === 'snoozed' && snoozedUntil !== null && today < snoozedUntil;
}

/** Whether a condition that does not hold has been gone for long enough to end its alert. */
export function hasCleared({ state, clearSince }: AlertRecord, isHeldNow: boolean, { now }: WatchClock): boolean {
  return (state === 'snoozed' && !isHeldNow) || (clearSince !== null && now - clearSince >= CLEARING_MS);
}
