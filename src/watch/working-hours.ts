import { weekdayOf } from '../domain/calendar/day.js';
import { wallClock, type WallClock } from '../domain/calendar/zone.js';
import { isZone } from '../records/settings.js';
import { WEEKDAYS, type SettingValues } from '../records/setting-schemas.js';
import type { TeamRecord } from '../records/tabs/team.js';

const EVERY_DAY = new Set([1, 2, 3, 4, 5, 6, 7]);

/** The weekday that a word begins with: 1 = Monday; 0 when it names none. */
function weekdayNamed(word: string): number {
  return WEEKDAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === word.trim().slice(0, 3).toLowerCase()) + 1;
}

/**
 * The weekdays, 1 = Monday to 7 = Sunday, that a text such as `Mon-Fri` or `Sun-Thu, Sat` names; null when it cannot be
 * read.
 */
export function parseWorkingDays(text: string): ReadonlySet<number> | null {
  const days = new Set<number>();
  for (const part of text.split(/[,;/&]|\band\b/i)) {
    const [first = '', last = first, ...rest] = part.split(/\s*(?:[-–—]|\bto\b)\s*/i);
    const [from, to] = [weekdayNamed(first), weekdayNamed(last)];
    if (from === 0 || to === 0 || rest.length > 0) return null;
    for (let i = 0; i <= (to - from + 7) % 7; i++) days.add(((from - 1 + i) % 7) + 1);
  }
  return days;
}

/** Whether a person is at work at the moment of the question. */
export type AtWork = (email: string) => boolean;

/**
 * Who is at work now: by the days and the zone that Team gives a person, else by those of the settings; the hours are the
 * same for all, each in their own zone.
 *
 * @param teamZone the zone of whoever has none of their own.
 */
export function atWork(team: readonly TeamRecord[], settings: SettingValues, teamZone: string, now: number): AtWork {
  const { workStart, workEnd, workDays } = settings;
  const teamDays = parseWorkingDays(workDays) ?? parseWorkingDays('Mon-Fri') ?? EVERY_DAY;
  const people = new Map(team.map((person) => [person.email, person]));
  const clocks = new Map<string, WallClock>();
  const clockIn = (zone: string): WallClock => {
    const clock = clocks.get(zone) ?? wallClock(isZone(zone) ? zone : teamZone)(now);
    clocks.set(zone, clock);
    return clock;
  };
  return (email) => {
    const person = people.get(email);
    const { day, hour } = clockIn(person?.timeZone ?? teamZone);
    const days = parseWorkingDays(person?.workingDays ?? '') ?? teamDays;
    // Whoever set an end before the start works through the night.
    const isHour = workStart < workEnd ? hour >= workStart && hour < workEnd : hour >= workStart || hour < workEnd;
    return isHour && days.has(weekdayOf(day));
  };
}
