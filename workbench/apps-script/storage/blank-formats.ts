import type { ICellData, Nullable } from '@univerjs/core';
import type { BlankFormat, BookSheet } from '../../book.js';
import { a1Of, parseA1, type Block } from './address.js';
import { contentOf } from './cell.js';
import type { Sheet } from './sheet.js';

/** Every cell of a stored tab's formats for what will be spilled, with its place. */
export function* formattedBlanks(
  { blankFormats = [] }: BookSheet,
  grid: { readonly rowCount: number; readonly columnCount: number },
): Generator<readonly [row: number, column: number, format: string]> {
  for (const { range, format } of blankFormats) {
    const block = parseA1(range, grid);
    if (!block) throw new Error(`Stored book: format of "${range}", which is no range; write it like B4:B30`);
    for (let row = block.row; row < block.row + block.rows; row++) {
      for (let column = block.column; column < block.column + block.columns; column++) yield [row, column, format];
    }
  }
}

/** The formats of a tab's blank cells: neighbours in a column of one format make one. */
export function blankFormatsOf(sheet: Sheet): BlankFormat[] {
  const found: { block: Block; format: string }[] = [];
  const lastIn = new Map<number, { block: Block; format: string }>();
  sheet.facade
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell: Nullable<ICellData>) => {
      const format = sheet.pattern(cell);
      if (!format || cell?.f || contentOf(cell ?? null) !== null) return;
      const last = lastIn.get(column);
      if (last?.format === format && last.block.row + last.block.rows === row) {
        last.block = { ...last.block, rows: last.block.rows + 1 };
        return;
      }
      const next = { block: { row, column, rows: 1, columns: 1 }, format };
      found.push(next);
      lastIn.set(column, next);
    });
  return found.map(({ block, format }) => ({ range: a1Of(block), format }));
}
