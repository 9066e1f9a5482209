import { serialOfDay, type BookCell } from '../book.js';

const NUMBER = /^[+-]?(?:0|[1-9]\d*)?(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/** More digits than this do not survive as a number: such text is an identifier. */
const EXACT_DIGITS = 15;

/**
 * What a field of a text file means: ISO dates and timestamps become dates, True and False booleans, plain decimal
 * numbers numbers. Everything else stays the text it is: leading zeros, long identifiers, and whatever begins with `=`.
 */
export function typedCell(field: string): BookCell {
  const text = field.trim();
  if (text === '') return null;
  const first = text.charCodeAt(0);
  // Most fields of a large file are words: look at one character before any pattern.
  const mayBeNumberOrDate = first <= 57 && (first >= 48 || first === 43 || first === 45 || first === 46);
  if (mayBeNumberOrDate) return dateCell(text) ?? numberCell(text) ?? field;
  if (text.length <= 5) {
    const word = text.toLowerCase();
    if (word === 'true') return true;
    if (word === 'false') return false;
  }
  return field;
}

function numberCell(text: string): number | null {
  if (!NUMBER.test(text) || !/\d/.test(text)) return null;
  const digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
  const value = Number(text);
  return digits.length <= EXACT_DIGITS && Number.isFinite(value) ? value : null;
}

function dateCell(text: string): BookCell {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) return null;
  const serial = serialOfDay(midnight.getTime() / 86_400_000);
  if (match[4] === undefined) return { serial, format: 'yyyy-mm-dd' };
  return { serial: serial + (hour * 3600 + minute * 60 + second) / 86_400, format: 'yyyy-mm-dd hh:mm:ss' };
}
