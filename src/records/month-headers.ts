import { monthOf, parseIsoDay, type Month } from '../domain/calendar/day.js';
import { isDate, type ReadingContext } from './cell.js';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOfYear(year: number, month: number): Month | null {
  return month >= 1 && month <= 12 ? year * 12 + month - 1 : null;
}

/** The month that the header of a column names: a date, `2026-05`, `05/2026`, `May 2026`, `May-26`; null for any other header. */
export function headerMonth(header: unknown, { dayOf }: ReadingContext): Month | null {
  if (isDate(header)) {
    const epochMs = header.getTime();
    return Number.isNaN(epochMs) ? null : monthOf(dayOf(epochMs));
  }
  if (typeof header !== 'string') return null;
  const text = header.trim();
  const day = parseIsoDay(text);
  if (day !== null) return monthOf(day);
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  if (yearFirst) return monthOfYear(Number(yearFirst[1]), Number(yearFirst[2]));
  const yearLast = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (yearLast) return monthOfYear(Number(yearLast[2]), Number(yearLast[1]));
  const named = /^([a-z]{3,9})[-/.,' ]{0,3}(\d{2}|\d{4})$/i.exec(text);
  if (!named) return null;
  const [, name = '', year = ''] = named;
  return monthOfYear(Number(year.length === 2 ? `20${year}` : year), NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
