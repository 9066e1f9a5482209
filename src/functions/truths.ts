import { isBlank, type Cell } from './cells.js';
import { Column } from './column.js';
import { cellComplaint } from './messages.js';

/** TRUE or FALSE, or 1 or 0 in their place; null where the cell is blank. */
export class Truths extends Column<boolean | null> {
  at(row: number): boolean | null {
    const cell = this.cell(row);
    if (isBlank(cell)) return null;
    if (this.complaint(cell) !== null) this.hasMisfit = true;
    return cell === true || cell === 1;
  }

  protected complaint(cell: Cell): string | null {
    if (isBlank(cell) || typeof cell === 'boolean' || cell === 0 || cell === 1) return null;
    return cellComplaint.notTrueOrFalse(cell);
  }
}
