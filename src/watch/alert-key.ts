import { isoDay, type Day } from '../domain/calendar/day.js';

/** One line: notices list the keys of their alerts one a line. */
const oneLine = (subject: string): string => subject.replace(/[\r\n\u2028\u2029]+/g, ' ');

/** What tells one condition from another: its trigger and its subject, as keys have them. */
export function conditionKey(trigger: string, subject: string): string {
  return `${trigger} | ${oneLine(subject)}`;
}

/** An alert's key: trigger, subject and the first day of the episode; the same key is the same alert, for ever. */
export function alertKey(trigger: string, subject: string, since: Day): string {
  return `${conditionKey(trigger, subject)} | ${isoDay(since)}`;
}

/** The condition that a key names; the key itself when it is none that Bellwether made. */
export function conditionOf(key: string): string {
  return key.replace(/ \| \d{4}-\d\d-\d\d$/, '');
}

/** One line of a notice: an alert at a step of the ladder, or a report by a key of its own. */
export interface ToldLine {
  readonly key: string;
  /** The step of the ladder; 1 where the line does not say. */
  readonly level: number;
  /** Whether it was taken out before the message went: the alert was not open any more. */
  readonly isDropped: boolean;
}

const DROPPED = ' dropped';

/** A line of a notice as Notices keeps it: `Momentum decay | Northwind | 2026-05-04 @2`. */
export function writeLine({ key, level, isDropped }: ToldLine): string {
  return `${key} @${String(level)}${isDropped ? DROPPED : ''}`;
}

/** The lines of a notice. */
export function readLines(alerts: string): readonly ToldLine[] {
  return alerts.split('\n').map((line) => {
    const isDropped = line.endsWith(DROPPED);
    const [, key = '', level = '1'] = /^(.*?)(?: @(\d))?(?: dropped)?$/s.exec(line) ?? [];
    return { key, level: Number(level), isDropped };
  });
}
