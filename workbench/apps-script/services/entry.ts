import type { ICellData } from '@univerjs/core';
import { dateFromSerial, dateToSerial, getFormatFromId, isDateFormat, parseValue } from 'numfmt';
import { ServiceException } from '../runtime/exceptions.js';
import { isDate } from '../runtime/realm.js';
import { cellOf, formulaCell } from '../storage/cell.js';
import type { Zone } from '../time/zone.js';

const LONGEST_CELL = 50_000;
const PLAIN_TEXT = '@';
/** numfmt's formats of a day without a year. */
const YEARLESS = 16;

export interface EntryRules {
  readonly zone: Zone;
  /** As Sheets writes it: `de_DE`. */
  readonly locale: string;
  readonly now: number;
}

/** Univer takes an underscore locale's dash form. */
export function languageTag(locale: string): string {
  return locale.replace('_', '-');
}

/**
 * The cell that a written value makes: strings are parsed as if typed, Dates become the spreadsheet's wall clock.
 *
 * @param pattern the cell's present number format; a format that the value brings applies only where it is general.
 * @throws ServiceException over 50,000 characters, and for values that no cell can hold.
 */
export function enteredCell(value: unknown, pattern: string, rules: EntryRules): ICellData {
  if (value === null || value === undefined || value === '') return cellOf(null);
  if (typeof value === 'boolean') return cellOf(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new ServiceException(`A cell cannot hold ${String(value)}; write a number or text`);
    return cellOf(value);
  }
  if (isDate(value)) return dateCell(value, pattern, rules);
  if (typeof value === 'string') return typedCell(value, pattern, rules);
  throw new ServiceException(`A cell cannot hold an ${typeof value}; write a number, text, boolean or Date`);
}

function formatted(cell: ICellData, pattern: string, own: string | undefined): ICellData {
  return pattern === '' && own ? { ...cell, s: { n: { pattern: own } } } : cell;
}

function dateCell(value: Date, pattern: string, rules: EntryRules): ICellData {
  const instant = value.getTime();
  if (Number.isNaN(instant)) throw new ServiceException('A cell cannot hold an invalid Date; check it before writing');
  const serial = rules.zone.serialOfInstant(instant);
  const format = Number.isInteger(serial) ? dayFormat(rules.locale) : `${dayFormat(rules.locale)} h:mm:ss`;
  return formatted(cellOf(serial), pattern, format);
}

/** The date format that a Date written to a general cell gets. */
export function dayFormat(locale: string): string {
  if (locale === 'en_US') return 'm/d/yyyy';
  if (/^(?:de|pl|ru|fi|no|nb|cs|da)_/.test(locale)) return 'dd.mm.yyyy';
  return /^(?:sv|lt|ja|zh|ko|hu)_/.test(locale) ? 'yyyy-mm-dd' : 'dd/mm/yyyy';
}

function typedCell(text: string, pattern: string, rules: EntryRules): ICellData {
  if (text.length > LONGEST_CELL) {
    throw new ServiceException('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  if (text.startsWith("'")) return cellOf(text.slice(1));
  if (/^=./s.test(text)) return formulaCell(text);
  if (pattern === PLAIN_TEXT) return cellOf(text);
  const parsed = parseValue(text.trim(), { locale: languageTag(rules.locale) });
  if (!parsed) return /^[+-]./s.test(text) ? formulaCell(`=${text}`) : cellOf(text);
  if (typeof parsed.value === 'boolean') return cellOf(parsed.value);
  const format = parsed.formatId === undefined ? undefined : getFormatFromId(parsed.formatId);
  const shown =
    typeof format === 'string' && isDateFormat(format) && !/h/i.test(format) ? dayFormat(rules.locale) : format;
  const value = parsed.formatId === YEARLESS ? thisYear(parsed.value, rules) : parsed.value;
  return formatted(cellOf(value), pattern, shown ?? undefined);
}

/** numfmt completes a day without a year from the machine's clock; the year is the virtual clock's. */
function thisYear(serial: number, rules: EntryRules): number {
  const parts = dateFromSerial(serial);
  const year = new Date(rules.zone.wallOfInstant(rules.now)).getUTCFullYear();
  return dateToSerial([year, parts[1], parts[2]]) ?? serial;
}
