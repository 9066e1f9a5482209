import { ServiceException } from '../runtime/exceptions.js';
import { contains, overlaps } from '../storage/address.js';
import type { Block } from '../storage/address.js';
import type { ICellData } from '@univerjs/core';
import { a1Of } from '../storage/address.js';
import { contentOf } from '../storage/cell.js';
import type { Sheet } from '../storage/sheet.js';
import type { ServiceContext } from './context.js';

/** The text is unverified: platform.md names none for a protected range. */
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Whether no protection keeps this user from editing the block. */
export function isEditable(context: ServiceContext, sheet: Sheet, block: Block): boolean {
  const { user } = context.execution.setup;
  if (user === context.platform.owner) return true;
  return context.platform.protections.every((protection) => {
    if (protection.removed || protection.warningOnly || protection.sheetId !== sheet.id) return true;
    if (!protection.editors || protection.editors.has(user)) return true;
    if (protection.block && !overlaps(protection.block, block)) return true;
    return protection.unprotected.some((open) => covers(open, block));
  });
}

/** @throws ServiceException when a protection keeps this user from editing the block. */
export function requireEditable(context: ServiceContext, sheet: Sheet, block: Block): void {
  if (!isEditable(context, sheet, block)) throw new ServiceException(PROTECTED);
}

function covers(outer: Block, inner: Block): boolean {
  return (
    contains(outer, inner.row, inner.column) &&
    contains(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1)
  );
}

/** @throws ServiceException when a rule that rejects invalid data covers the cell (text unverified, platform 3.6). */
export function requireValid(
  context: ServiceContext,
  sheet: Sheet,
  row: number,
  column: number,
  cell: ICellData,
): void {
  const found = context.platform.validations
    .filter((entry) => entry.sheetId === sheet.id && contains(entry.block, row, column))
    .at(-1);
  const content = contentOf(cell);
  if (!found || found.rule.allowInvalid || content === null || cell.f || found.rule.accepts(content)) return;
  const place = a1Of({ row, column, rows: 1, columns: 1 });
  throw new ServiceException(
    `The data you entered in cell ${place} violates the data validation rules set on this cell.`,
  );
}
