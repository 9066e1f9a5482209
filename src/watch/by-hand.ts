import type { Day } from '../domain/calendar/day.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import { isResolved, MOST_SNOOZE_DAYS } from './lifecycle.js';
import { BY_HAND, isEnding } from './reason.js';

/** Who does something to an alert, and when. */
export interface ByHand {
  readonly by: string;
  readonly now: number;
}

/** The fields of an alert that a person changes; the sidebar writes these and no other. */
export const HAND_FIELDS = [...(['state', 'by', 'stateSince', 'snoozedUntil', 'reason', 'resolved'] as const)];

/** The alert as it ought to be, or why it cannot be so. */
export type HandOutcome =
  { readonly ok: true; readonly value: AlertRecord } | { readonly ok: false; readonly reason: string };

function changed(alert: AlertRecord, fields: Partial<AlertRecord>): HandOutcome {
  if (isResolved(alert)) return { ok: false, reason: 'This alert is resolved already; nothing was changed' };
  return { ok: true, value: { ...alert, ...fields } };
}

/**
 * Somebody is on it: the ladder stops for a week.
 *
 * @param note what they do about it, for the others; it may be blank.
 */
export function acknowledge(alert: AlertRecord, { by, now }: ByHand, note = ''): HandOutcome {
  const reason = note.trim() || 'acknowledged';
  return changed(alert, { state: 'acknowledged', by, stateSince: now, snoozedUntil: null, reason });
}

/** It waits no longer: the ladder goes on from where it was. */
export function reopen(alert: AlertRecord, { by }: ByHand): HandOutcome {
  return changed(alert, { state: 'open', by, stateSince: null, snoozedUntil: null, reason: 'open again' });
}

/**
 * Not now: the ladder stops until a day, at most two weeks off. On that day the alert opens again if its condition holds, and
 * is resolved if not.
 *
 * @param reason why it can wait, in the person's own words.
 */
export function snooze(alert: AlertRecord, until: Day, reason: string, today: Day, { by, now }: ByHand): HandOutcome {
  if (until <= today) return { ok: false, reason: 'Choose a day after today; nothing was changed' };
  if (until > today + MOST_SNOOZE_DAYS) {
    return { ok: false, reason: `Choose a day within ${String(MOST_SNOOZE_DAYS)} days; nothing was changed` };
  }
  const words = reason.trim();
  if (words === '') return { ok: false, reason: 'Say in a few words why it can wait; nothing was changed' };
  return changed(alert, { state: 'snoozed', by, stateSince: now, snoozedUntil: until, reason: words });
}

/** It is over, whatever the numbers say: this episode stays closed. */
export function resolve(alert: AlertRecord, reason: string, { by, now }: ByHand): HandOutcome {
  const said = reason.trim();
  // The watch's own words would not tell that a person closed it.
  const words = isEnding(said) ? `${BY_HAND}: ${said}` : said;
  return changed(alert, {
    state: 'resolved',
    by,
    stateSince: null,
    snoozedUntil: null,
    reason: words === '' ? BY_HAND : words,
    resolved: now,
  });
}
