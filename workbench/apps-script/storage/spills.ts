import type { IRange } from '@univerjs/core';

/** Univer's record of what spills where: unit, tab, row and column of the formula. */
export type SpillRanges = Readonly<Record<string, Nested<Nested<Nested<IRange>>> | null | undefined>>;
type Nested<T> = Readonly<Record<string, T | null | undefined>>;

export interface DirtyRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: IRange;
}

/**
 * Remembers how far formulas spilled, to tell which cells a shorter result left: Univer blanks those, but computes
 * the formulas that read them with the old values.
 */
export class Spills {
  private before = new Map<string, DirtyRange>();

  /** The cells left since the last call. */
  vacated(ranges: SpillRanges): DirtyRange[] {
    const now = new Map<string, DirtyRange>();
    for (const [unitId, sheets] of Object.entries(ranges))
      for (const [sheetId, rows] of Object.entries(sheets ?? {}))
        for (const [row, columns] of Object.entries(rows ?? {}))
          for (const [column, range] of Object.entries(columns ?? {}))
            if (range) now.set([unitId, sheetId, row, column].join(' '), { unitId, sheetId, range: { ...range } });
    const left = [...this.before].flatMap(([key, old]) => beyond(old, now.get(key)?.range));
    this.before = now;
    return left;
  }
}

function beyond(old: DirtyRange, now: IRange | undefined): DirtyRange[] {
  const { startRow, startColumn, endRow, endColumn } = old.range;
  const lastRow = now?.endRow ?? startRow;
  const lastColumn = now?.endColumn ?? startColumn;
  const parts = [
    { ...old.range, startRow: lastRow + 1 },
    { ...old.range, startColumn: lastColumn + 1 },
  ];
  const empty = [lastRow >= endRow, lastColumn >= endColumn];
  return parts.filter((_part, index) => !empty[index]).map((range) => ({ ...old, range }));
}
