import type { ICellData } from '@univerjs/core';
import { ServiceException } from '../runtime/exceptions.js';
import { columnLetters, overlaps } from '../storage/address.js';
import type { Block } from '../storage/address.js';
import { cellOf } from '../storage/cell.js';
import type { Sheet } from '../storage/sheet.js';
import type { ServiceContext } from './context.js';
import { ruleBehind, ruleService } from './data-validation.js';
import { requireShape } from './range.js';
import { textOf } from './signature.js';

type Write = (cells: (row: number, column: number) => ICellData | null, looks?: boolean) => object;
/** A style by Univer's short names, with its enumerations' numbers. */
type Look = Readonly<Record<string, unknown>>;
type Grid = <T>(read: (row: number, column: number) => T) => T[][];

const GENERAL = '0.###############';
const HORIZONTAL: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };
const VERTICAL: Readonly<Record<string, number>> = { top: 1, middle: 2, bottom: 3 };
const WRAP = 3;
const CLIP = 2;

/** The part of Range that is not content: formats, notes, validation. */
export function rangeFormat(context: ServiceContext, sheet: Sheet, block: Block, write: Write, grid: Grid) {
  const { platform } = context;
  const styled = (style: (row: number, column: number) => Look, looks = true) =>
    write((row, column) => ({ s: style(row, column) }), looks);
  const each = (values: unknown, style: (value: unknown) => Look, looks = true) => {
    const rows = requireShape(values, block);
    return styled((row, column) => style(rows[row]?.[column]), looks);
  };
  const pattern = (value: unknown): Look => {
    if (typeof value !== 'string') throw new ServiceException('Range.setNumberFormat needs a pattern, such as 0.0%');
    return { n: value.toLowerCase() === 'general' ? null : { pattern: value } };
  };
  const patternOf = (row: number, column: number) => sheet.pattern(sheet.cell(row, column)) || GENERAL;
  const styleOf = () => context.workbook.styleOf(sheet.cell(block.row, block.column));
  const noteKey = (row: number, column: number) => `${sheet.id}!${columnLetters(column)}${String(row + 1)}`;
  const noteOf = (row: number, column: number) => platform.notes.get(noteKey(row, column)) ?? '';
  const note = (text: unknown, row: number, column: number) => {
    if (text === null || text === undefined || text === '') platform.notes.delete(noteKey(row, column));
    else platform.notes.set(noteKey(row, column), typeof text === 'number' ? text.toFixed(1) : textOf(text));
  };
  const validate = (rule: unknown, target: Block) => {
    platform.validations = platform.validations.filter(
      (entry) => rule !== null || entry.sheetId !== sheet.id || !overlaps(entry.block, target),
    );
    if (rule !== null) platform.validations.push({ sheetId: sheet.id, block: target, rule: ruleBehind(rule) });
  };
  const unformat = () => write(() => ({ s: null }));
  const keep = () => write(() => null);

  return {
    setNumberFormat: (value: unknown) => styled(() => pattern(value), false),
    setNumberFormats: (values: unknown) => each(values, pattern, false),
    getNumberFormat: () => patternOf(block.row, block.column),
    getNumberFormats: () => grid(patternOf),
    setFontWeight: (weight: unknown) => styled(() => ({ bl: weight === 'bold' ? 1 : 0 })),
    setFontWeights: (weights: unknown) => each(weights, (weight) => ({ bl: weight === 'bold' ? 1 : 0 })),
    getFontWeight: () => (styleOf()?.bl ? 'bold' : 'normal'),
    setFontStyle: (style: unknown) => styled(() => ({ it: style === 'italic' ? 1 : 0 })),
    setFontSize: (size: number) => styled(() => ({ fs: size })),
    setFontColor: (colour: string | null) => styled(() => ({ cl: colour === null ? null : { rgb: colour } })),
    setFontColors: (colours: unknown) => each(colours, (c) => ({ cl: typeof c === 'string' ? { rgb: c } : null })),
    setBackground: (colour: string | null) => styled(() => ({ bg: colour === null ? null : { rgb: colour } })),
    setBackgrounds: (colours: unknown) => each(colours, (c) => ({ bg: typeof c === 'string' ? { rgb: c } : null })),
    getBackground: () => styleOf()?.bg?.rgb ?? '#ffffff',
    setHorizontalAlignment: (side: string) => styled(() => ({ ht: HORIZONTAL[side] ?? null })),
    setVerticalAlignment: (side: string) => styled(() => ({ vt: VERTICAL[side] ?? null })),
    setWrap: (wraps: boolean) => styled(() => ({ tb: wraps ? WRAP : CLIP })),

    getNote: () => noteOf(block.row, block.column),
    getNotes: () => grid(noteOf),
    setNote: (text: unknown) => {
      grid((row, column) => {
        note(text, row, column);
      });
      return keep();
    },
    setNotes: (texts: unknown) => {
      const rows = requireShape(texts, block);
      grid((row, column) => {
        note(rows[row - block.row]?.[column - block.column], row, column);
      });
      return keep();
    },
    clearNote: () => {
      grid((row, column) => {
        note(null, row, column);
      });
      return keep();
    },

    setDataValidation: (rule: unknown) => {
      validate(rule, block);
      return keep();
    },
    setDataValidations: (rules: unknown) => {
      requireShape(rules, block).forEach((row, r) => {
        row.forEach((rule, c) => {
          validate(rule, { row: block.row + r, column: block.column + c, rows: 1, columns: 1 });
        });
      });
      return keep();
    },
    getDataValidation: () => {
      const cell = { row: block.row, column: block.column, rows: 1, columns: 1 };
      const found = platform.validations
        .filter((entry) => entry.sheetId === sheet.id && overlaps(entry.block, cell))
        .at(-1);
      return found ? ruleService(context, found.rule) : null;
    },
    clearDataValidations: () => {
      validate(null, block);
      return keep();
    },
    clearFormat: unformat,
    clear: (options?: {
      contentsOnly?: boolean;
      formatOnly?: boolean;
      validationsOnly?: boolean;
      commentsOnly?: boolean;
    }) => {
      const only =
        options && (options.contentsOnly ?? options.formatOnly ?? options.validationsOnly ?? options.commentsOnly);
      if (options?.validationsOnly) validate(null, block);
      if (!only || (options.contentsOnly && options.formatOnly)) return write(() => ({ ...cellOf(null), s: null }));
      if (options.contentsOnly) return write(() => cellOf(null));
      return options.formatOnly ? unformat() : keep();
    },
  };
}
