import { isNumber, type Cell } from './cells.js';
import { Numbers } from './columns.js';
import { cellComplaint } from './messages.js';

/** Ratios from 0 to a most, as fractions, 1.1 and not 110; null where the cell is blank. */
export class Fractions extends Numbers {
  constructor(
    name: string,
    argument: Cell,
    private readonly largest: number,
  ) {
    super(name, argument, 0);
  }

  protected override complaint(cell: Cell, isTop?: boolean): string | null {
    const isTooLarge = isNumber(cell) && cell > this.largest;
    return isTooLarge ? cellComplaint.notFraction(cell, this.largest) : super.complaint(cell, isTop);
  }
}
