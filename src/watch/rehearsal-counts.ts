import { weekStart, type Day } from '../domain/calendar/day.js';
import { quantileOf, sortedNumbers } from '../domain/statistics/quantile.js';
import { weekdayNumber } from '../records/settings.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from './clock.js';
import { TRIGGERS, type TriggerName } from './finding.js';
import { isFirstPart } from './notice-parts.js';
import type { Rehearsed } from './rehearsal.js';

/** A rehearsal in numbers. */
export interface RehearsalCounts {
  readonly weeks: readonly { readonly week: Day; readonly mails: number; readonly alerts: number }[];
  /** By address, the most mails first, with the most in one week. */
  readonly people: readonly { readonly email: string; readonly mails: number; readonly most: number }[];
  readonly triggers: readonly { readonly trigger: TriggerName; readonly alerts: number }[];
  /** Accounts lost since the first moment, and for those that had an alert before, the whole weeks from the first one on. */
  readonly churns: number;
  readonly leads: readonly number[];
  /** Alerts about accounts that are customers still, whose condition ended by itself. */
  readonly falseAlarms: number;
}

function countBy<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts what a rehearsal did; a mail counts for the week in which it goes out. */
export function countRehearsal(
  { weeks, alerts, notices: all }: Rehearsed,
  { accounts, settings }: Records,
  { today, dayOf }: WatchClock,
): RehearsalCounts {
  const first = weekdayNumber(settings.values.weekStartsOn);
  const weekOf = (at: number): Day => weekStart(dayOf(at), first);
  const notices = all.filter(isFirstPart);
  const mailsByWeek = countBy(notices.map(({ due }) => weekOf(due)));
  const alertsByWeek = countBy(alerts.map(({ opened }) => weekOf(opened)));
  const byPerson = new Map<string, Day[]>();
  for (const { recipient, due } of notices) {
    byPerson.set(recipient, [...(byPerson.get(recipient) ?? []), weekOf(due)]);
  }
  const people = [...byPerson].map(([email, own]) => {
    return { email, mails: own.length, most: Math.max(...countBy(own).values()) };
  });
  const alertsByTrigger = countBy(alerts.map(({ trigger }) => trigger));

  const firstAlert = new Map<string | null, Day>();
  for (const { account, opened } of alerts) {
    const day = dayOf(opened);
    firstAlert.set(account, Math.min(day, firstAlert.get(account) ?? day));
  }
  const begin = weeks[0] ?? today;
  const lost = accounts.accounts.flatMap(({ account, churnedOn }) => {
    return churnedOn !== null && churnedOn >= begin && churnedOn <= today ? [{ account, churnedOn }] : [];
  });
  const leads = lost.flatMap(({ account, churnedOn }) => {
    const day = firstAlert.get(account);
    return day !== undefined && day < churnedOn ? [Math.floor((churnedOn - day) / 7)] : [];
  });
  const lostNames = new Set<string | null>(lost.map(({ account }) => account));
  const ended = alerts.filter(({ state, reason }) => state === 'resolved' && reason === 'condition cleared');
  return {
    weeks: weeks.map((week) => ({
      week,
      mails: mailsByWeek.get(week) ?? 0,
      alerts: alertsByWeek.get(week) ?? 0,
    })),
    people: people.sort((one, other) => other.mails - one.mails || (one.email < other.email ? -1 : 1)),
    triggers: TRIGGERS.map((trigger) => ({ trigger, alerts: alertsByTrigger.get(trigger) ?? 0 })),
    churns: lost.length,
    leads,
    falseAlarms: ended.filter(({ account }) => account !== null && !lostNames.has(account)).length,
  };
}

/** The middle of the weeks between a first alert and a loss; null where there is none. */
export function medianLead(leads: readonly number[]): number | null {
  return leads.length === 0 ? null : quantileOf(sortedNumbers(leads), 0.5);
}
