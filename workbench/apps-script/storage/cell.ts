import type { ICellData, Nullable } from '@univerjs/core';

/** What a cell holds once calculated; an error is its text, such as `#N/A`. */
export type Content = null | number | string | boolean;

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_TEXT = 4;

/** Univer's names for errors that Sheets calls otherwise. */
const ERROR_NAMES: Readonly<Record<string, string>> = { '#SPILL!': '#REF!', '#CALC!': '#ERROR!', '#CYCLE!': '#REF!' };

export function contentOf(cell: Nullable<ICellData>): Content {
  const value = cell?.v;
  if (value === undefined || value === null) return null;
  if (cell?.t === BOOLEAN) return value === true || value === 1 || value === '1' || value === 'TRUE';
  if (cell?.t === NUMBER) return Number(value);
  return typeof value === 'string' ? (ERROR_NAMES[value] ?? value) : value;
}

/** The write that replaces a cell's content and leaves its format alone. */
export function cellOf(content: Content): ICellData {
  const blank = { f: null, si: null, p: null, custom: null };
  if (content === null) return { ...blank, v: null };
  if (typeof content === 'boolean') return { ...blank, v: content ? 1 : 0, t: BOOLEAN };
  if (typeof content === 'number') return { ...blank, v: content, t: NUMBER };
  // Forced text where an ordinary string would turn into the number or boolean that it looks like.
  return { ...blank, v: content, t: /^\s*[-+.\d]|^(true|false)$/i.test(content) ? FORCED_TEXT : TEXT };
}

export function formulaCell(formula: string): ICellData {
  return { f: formula, si: null, p: null, v: null, custom: null };
}
