import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { BookSheet, Heading } from '../../book.js';
import { a1Of, parseA1 } from './address.js';
import type { Block } from './address.js';
import type { Sheet } from './sheet.js';

const RIGHT = 3;

/** The ground of headings, as RGB digits. */
export const HEADING_GROUND = 'f8fafd';

/** Every cell of a stored tab's headings with its place, blank ones too; frozen rows reach the grid's edge. */
export function* headingCells(
  { headings = [], frozenRows = 0 }: BookSheet,
  grid: { readonly rowCount: number; readonly columnCount: number },
): Generator<readonly [row: number, column: number, heading: Heading]> {
  const frozen: Heading[] = frozenRows > 0 ? [{ range: `1:${String(frozenRows)}` }] : [];
  for (const heading of [...frozen, ...headings]) {
    const block = parseA1(heading.range, grid);
    if (!block) throw new Error(`Stored book: heading "${heading.range}" is no range; write it like A4:D4`);
    for (let row = block.row; row < block.row + block.rows; row++) {
      for (let column = block.column; column < block.column + block.columns; column++) yield [row, column, heading];
    }
  }
}

/** A style by Univer's short names, with its enumerations' numbers: they are not loaded for these alone. */
export function headingLook({ size, align }: Heading): IStyleData {
  const look: Record<string, unknown> = { bl: 1, bg: { rgb: `#${HEADING_GROUND}` } };
  if (size !== undefined) look['fs'] = size;
  if (align !== undefined) look['ht'] = RIGHT;
  return look;
}

/** The bold cells of a tab as headings: neighbours in a row of one look make one. */
export function headingsOf(sheet: Sheet): Heading[] {
  const found: { block: Block; look: Omit<Heading, 'range'> }[] = [];
  sheet.facade
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell: Nullable<ICellData>) => {
      const style = sheet.style(cell);
      if (!style?.bl) return;
      const look = {
        ...(style.fs === undefined ? {} : { size: style.fs }),
        ...(Number(style.ht) === RIGHT ? { align: 'right' as const } : {}),
      };
      const last = found.at(-1);
      const continues = last && last.block.row === row && last.block.column + last.block.columns === column;
      if (continues && last.look.size === look.size && last.look.align === look.align) {
        last.block = { ...last.block, columns: last.block.columns + 1 };
      } else found.push({ block: { row, column, rows: 1, columns: 1 }, look });
    });
  return found.map(({ block, look }) => ({ range: a1Of(block), ...look }));
}
