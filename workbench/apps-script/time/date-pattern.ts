import { Zone } from './zone.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Formats as Java's SimpleDateFormat does, in English; an unknown zone silently becomes GMT, as in Java. */
export function formatDate(instant: number, zoneName: string, pattern: string): string {
  let zone: Zone;
  try {
    zone = new Zone(zoneName);
  } catch {
    zone = new Zone('UTC');
  }
  const offset = zone.offsetAt(instant);
  const wall = new Date(instant + offset);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal === '' ? "'" : literal.replaceAll("''", "'");
    return field(token, wall, offset, zone.name);
  });
}

function field(token: string, wall: Date, offset: number, zone: string): string {
  const width = token.length;
  const number = (value: number) => String(value).padStart(width, '0');
  const hour = wall.getUTCHours();
  switch (token[0]) {
    case 'y':
      return width === 2 ? String(wall.getUTCFullYear()).slice(-2) : number(wall.getUTCFullYear());
    case 'Y':
      return number(weekYear(wall));
    case 'M':
      if (width >= 4) return MONTHS[wall.getUTCMonth()] ?? '';
      return width === 3 ? (MONTHS[wall.getUTCMonth()] ?? '').slice(0, 3) : number(wall.getUTCMonth() + 1);
    case 'd':
      return number(wall.getUTCDate());
    case 'D':
      return number(Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1);
    case 'E':
      return width >= 4 ? (DAYS[wall.getUTCDay()] ?? '') : (DAYS[wall.getUTCDay()] ?? '').slice(0, 3);
    case 'u':
      return number(wall.getUTCDay() || 7);
    case 'H':
      return number(hour);
    case 'k':
      return number(hour || 24);
    case 'h':
      return number(hour % 12 || 12);
    case 'K':
      return number(hour % 12);
    case 'm':
      return number(wall.getUTCMinutes());
    case 's':
      return number(wall.getUTCSeconds());
    case 'S':
      return number(wall.getUTCMilliseconds());
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'z':
      return zone === 'UTC' || zone === 'Etc/UTC' ? 'UTC' : `GMT${offsetText(offset, ':')}`;
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      if (offset === 0) return 'Z';
      return width === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, width === 2 ? '' : ':');
    default:
      throw new Error(`Utilities.formatDate pattern letter ${token} is not emulated`);
  }
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pair(Math.floor(minutes / 60))}${separator}${pair(minutes % 60)}`;
}

/** The year that the week (Sunday first, week 1 holds 1 January) belongs to: the classic `YYYY` bug. */
function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * 86_400_000);
  return saturday.getUTCFullYear();
}
