import { format, isDateFormat } from 'numfmt';
import type { ICellData } from '@univerjs/core';
import { contentOf } from '../storage/cell.js';
import type { Sheet } from '../storage/sheet.js';
import type { Zone } from '../time/zone.js';
import { languageTag } from './entry.js';

const dateFormats = new Map<string, boolean>();

/** Whether a number format shows dates or times; remembered, as tabs have few formats. */
export function showsDate(pattern: string): boolean {
  if (pattern === '') return false;
  let known = dateFormats.get(pattern);
  if (known === undefined) dateFormats.set(pattern, (known = isDateFormat(pattern)));
  return known;
}

/** A cell as `getValues` gives it: a number under a date format is a Date in the spreadsheet's zone (platform 3.3). */
export function valueOf(sheet: Sheet, cell: ICellData | null, zone: Zone, MakeDate: DateConstructor): unknown {
  const content = contentOf(cell);
  if (content === null) return '';
  if (typeof content === 'number' && cell?.s && showsDate(sheet.pattern(cell))) {
    return new MakeDate(zone.instantOfSerial(content));
  }
  return content;
}

export function displayOf(sheet: Sheet, cell: ICellData | null, locale: string): string {
  const content = contentOf(cell);
  if (content === null) return '';
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  const pattern = sheet.pattern(cell) || 'General';
  return typeof content === 'number' ? format(pattern, content, { locale: languageTag(locale) }) : content;
}
