import type { ICellData, Nullable } from '@univerjs/core';

/** What a cell holds once calculated; an error is its text, such as `#N/A`. */
export type Content = null | number | string | boolean;

/** What Sheets shows while a cell function is still at work. */
export const LOADING = 'Loading...';

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_TEXT = 4;

/** Univer's names for errors that Sheets calls otherwise. */
const ERROR_NAMES: Readonly<Record<string, string>> = { '#SPILL!': '#REF!', '#CALC!': '#ERROR!', '#CYCLE!': '#REF!' };

export function contentOf(cell: Nullable<ICellData>): Content {
  const value = cell?.v;
  if (value === undefined || value === null) return null;
  if (Number(cell?.t) === BOOLEAN) return value === true || value === 1 || value === '1' || value === 'TRUE';
  if (Number(cell?.t) === NUMBER) return Number(value);
  return typeof value === 'string' ? (ERROR_NAMES[value] ?? value) : value;
}

const BLANK = { f: null, si: null, p: null, custom: null };

/** Univer's enumeration of types has these numbers, and is not loaded for them alone. */
function typed(v: string | number, t: number): ICellData {
  const cell: Record<string, unknown> = { ...BLANK, v, t };
  return cell;
}

/** The write that replaces a cell's content and leaves its format alone. */
export function cellOf(content: Content): ICellData {
  if (content === null) return { ...BLANK, v: null };
  if (typeof content === 'boolean') return typed(content ? 1 : 0, BOOLEAN);
  if (typeof content === 'number') return typed(content, NUMBER);
  // Forced text where an ordinary string would turn into the number or boolean that it looks like.
  return typed(content, /^\s*[-+.\d]|^(true|false)$/i.test(content) ? FORCED_TEXT : TEXT);
}

export function formulaCell(formula: string): ICellData {
  return { f: formula, si: null, p: null, v: null, custom: null };
}
