import type { Day } from '../domain/calendar/day.js';
import type { ColumnSchema } from './schema.js';

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than reading a cell.
const { isFinite, isNaN } = Number;

/** What a cell of a tab may hold when it is read: a number, text, a truth value, a Date, or "" for blank. */
export type RawCell = unknown;

/** How a column's cells are read. */
export type ColumnType = 'text' | 'email' | 'number' | 'day' | 'moment' | 'choice';

/** The value that each column type reads as; null where the cell is blank or could not be used. */
export interface ValueOfType {
  text: string;
  /** As typed, even where it is not an address: an owner called "team" is a finding, not a blank. */
  email: string;
  number: number;
  day: Day;
  /** Milliseconds since 1970-01-01T00:00Z. */
  moment: number;
  choice: string;
}

/** Why a cell could not be used, as a sentence to put behind the cell's address. */
export interface Unusable {
  readonly problem: string;
}

/** What reading a tab needs to know besides its cells. */
export interface ReadingContext {
  /** Turns the instant of a date cell into its day in the spreadsheet's zone. */
  readonly dayOf: (epochMs: number) => Day;
}

const ADDRESS = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]{2,}$/;

/** Whether a text is one plain mail address that a message can be sent to. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** Whether a cell holds nothing a person can see. */
export function isBlank(cell: RawCell): boolean {
  return cell === '' || cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell's value as a problem report shows it: short, on one line. */
export function shown(cell: RawCell): string {
  const isMoment = isDate(cell) && !isNaN(cell.getTime());
  const text = (isMoment ? cell.toISOString() : String(cell)).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than reading a cell.
const anyObject = Object.prototype;

/** Whether a cell holds a date. Dates come from Sheets' own realm, where `instanceof` does not know them. */
export function isDate(cell: RawCell): cell is Date {
  return anyObject.toString.call(cell) === '[object Date]';
}

/** Whether a text is what Sheets shows for an error, or for a formula that has no value yet. */
export function isErrorText(text: string): boolean {
  // The first character first: this is asked of every text there is.
  const isError =
    text.startsWith('#') && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/.test(text);
  return isError || text === 'Loading...';
}

function readText(cell: RawCell, longest = Infinity): string | Unusable {
  if (typeof cell === 'string') {
    const text = cell.trim();
    if (text.length > longest) return { problem: `is longer than ${String(longest)} characters; shorten it` };
    return isErrorText(text) ? { problem: `is the error ${text}; mend its formula` } : text;
  }
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return { problem: 'is a date where a text belongs; format the column as plain text' };
}

function readEmail(cell: RawCell): string | Unusable {
  const text = readText(cell);
  return typeof text === 'string' && isEmailAddress(text) ? text.toLowerCase() : text;
}

function readNumber(cell: RawCell, least = -Infinity): number | Unusable {
  if (typeof cell === 'number') {
    if (cell < least) return { problem: `is below ${String(least)}; type ${String(least)} or more` };
    return isFinite(cell) ? cell : { problem: 'is not a finite number; mend its formula' };
  }
  if (typeof cell === 'boolean') return { problem: 'is TRUE or FALSE where a number belongs; type the number' };
  if (isDate(cell)) return { problem: 'is a date where a number belongs; type the number' };
  const text = String(cell).trim();
  return isErrorText(text)
    ? { problem: `is the error ${text}; mend its formula` }
    : { problem: 'is text where a number belongs; format the cell as a number and type it again' };
}

function readMoment(cell: RawCell): number | Unusable {
  if (isDate(cell)) {
    const epochMs = cell.getTime();
    return isNaN(epochMs) ? { problem: 'is not a date; type it again' } : epochMs;
  }
  if (typeof cell === 'number') return { problem: 'is a number where a date belongs; format the cell as a date' };
  if (typeof cell === 'boolean') return { problem: 'is TRUE or FALSE where a date belongs; type the date' };
  const text = String(cell).trim();
  return isErrorText(text)
    ? { problem: `is the error ${text}; mend its formula` }
    : { problem: 'is text where a date belongs; format the cell as a date and type it again' };
}

/** Reads one cell that is not blank as its column asks. */
export function readCell(
  { type, longest, least, choices = [] }: Pick<ColumnSchema, 'type' | 'longest' | 'least' | 'choices'>,
  cell: RawCell,
  context: ReadingContext,
): string | number | Unusable {
  switch (type) {
    case 'text':
      return readText(cell, longest);
    case 'email':
      return readEmail(cell);
    case 'number':
      return readNumber(cell, least);
    case 'moment':
      return readMoment(cell);
    case 'day': {
      const moment = readMoment(cell);
      return typeof moment === 'number' ? context.dayOf(moment) : moment;
    }
    case 'choice': {
      const text = readText(cell);
      if (typeof text !== 'string') return text;
      const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
      return found ?? { problem: `is none of ${choices.join(', ')}; choose one of them` };
    }
  }
}
