import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
import { contentOf } from '../storage/cell.js';
import type { Workbook } from '../storage/workbook.js';
import type { Zone } from '../time/zone.js';
import { showsDate } from '../services/values.js';

interface Makers {
  readonly Array: ArrayConstructor;
  readonly Date: DateConstructor;
}

/** Turns what Univer hands a function into what Sheets would pass (platform 1.3), made in the script's realm. */
export function argumentOf(variant: FunctionVariantType, workbook: Workbook, zone: Zone, make: Makers): unknown {
  if (variant.isReferenceObject()) return referenceOf(variant as BaseReferenceObject, workbook, zone, make);
  const value = variant as BaseValueObject;
  if (!value.isArray()) return scalarOf(value, zone, make);
  const array = value as unknown as { getArrayValue(): (BaseValueObject | null)[][] }; // isArray() does not narrow
  const rows = array.getArrayValue();
  const first = rows[0]?.[0];
  if (rows.length === 1 && rows[0]?.length === 1) return first ? scalarOf(first, zone, make) : '';
  return copyGrid(rows.length, rows[0]?.length ?? 0, make, (row, column) => {
    const item = rows[row]?.[column];
    return item ? scalarOf(item, zone, make) : '';
  });
}

/** The cells as they are in this pass: results that were just computed go before those stored. */
function referenceOf(reference: BaseReferenceObject, workbook: Workbook, zone: Zone, make: Makers): unknown {
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
  const patterns = new Map<string, boolean>();
  const value = (row: number, column: number): unknown => {
    const cell = reference.getCellData(startRow + row, startColumn + column) ?? null;
    const content = contentOf(cell);
    if (content === null) return '';
    if (typeof content !== 'number') return content;
    // A cell computed in this pass comes without its style; the stored cell beneath has it.
    const style =
      cell?.s ?? reference.getCurrentActiveSheetData().cellData.getValue(startRow + row, startColumn + column)?.s;
    if (!style) return content;
    const key = typeof style === 'string' ? style : (style.n?.pattern ?? '');
    let date = patterns.get(key);
    if (date === undefined) {
      date = showsDate(workbook.styleOf({ s: style })?.n?.pattern ?? '');
      patterns.set(key, date);
    }
    return date ? new make.Date(zone.instantOfSerial(content)) : content;
  };
  if (startRow === endRow && startColumn === endColumn) return value(0, 0);
  return copyGrid(endRow - startRow + 1, endColumn - startColumn + 1, make, value);
}

function copyGrid(
  rows: number,
  columns: number,
  make: Makers,
  value: (row: number, column: number) => unknown,
): unknown[][] {
  const grid = new make.Array<unknown[]>(rows);
  for (let row = 0; row < rows; row++) {
    const line = new make.Array<unknown>(columns);
    for (let column = 0; column < columns; column++) line[column] = value(row, column);
    grid[row] = line;
  }
  return grid;
}

function scalarOf(value: BaseValueObject, zone: Zone, make: Makers): unknown {
  // A skipped argument arrives as a null, and Sheets' own rule for it is unverified (platform 1.3).
  if (value.isNull()) return '';
  if (value.isError()) return (value as unknown as { getErrorType(): string }).getErrorType(); // isError() does not narrow
  const plain = value.getValue();
  if (value.isNumber() && showsDate(value.getPattern())) return new make.Date(zone.instantOfSerial(Number(plain)));
  return plain;
}
