import { accountKey } from '../domain/account-key.js';
import type { ScaleInput } from '../domain/health/score.js';
import type { Series } from '../domain/series.js';
import type { Arguments } from './arguments.js';
import { isBlank, type Cell, type Rows } from './cells.js';
import { Names } from './columns.js';
import { filledRows, isHeaderRow, NumberRows } from './matrix.js';
import { cellComplaint, message } from './messages.js';

/** The inputs of health in a range's rows, in the scale's order: the same object serves every row. */
class InputRows implements Series {
  readonly length: number;

  constructor(
    private readonly cells: NumberRows,
    readonly rows: Rows,
    /** Where each input of the scale stands, from 0. */
    private readonly columns: readonly number[],
  ) {
    this.length = columns.length;
  }

  turnTo(row: number): this {
    this.cells.turnTo(row);
    return this;
  }

  isBlank(row: number): boolean {
    return this.rows[row]?.every(isBlank) ?? true;
  }

  at(input: number): number {
    return this.cells.at(this.columns[input] ?? -1);
  }
}

/** Reads a range that begins with a header row of input names; a first column that is no input names the accounts. */
export function readInputs(call: Arguments, name: string, range: Cell, scale: readonly ScaleInput[]): InputRows {
  const rows = filledRows(range);
  return inputRows(call, name, rows, 1, columnsOf(call, name, rows[0] ?? [], scale));
}

/** Reads one account: a header row of input names and its values, or its values alone in the scale's order. */
export function readAccount(call: Arguments, name: string, range: Cell, scale: readonly ScaleInput[]): Series {
  const rows = filledRows(range);
  // Under a header, an account without any data is a blank row, and that would be cut off.
  const isNamed = rows.length === 2 || (Array.isArray(range) && range.length === 2 && isHeaderRow(rows[0] ?? []));
  if (isNamed) return readInputs(call, name, range, scale).turnTo(1);
  const width = rows[0]?.length ?? 0;
  if (rows.length !== 1 || width !== scale.length) {
    call.refuse(message.notOneAccount(name, rows.length, width, scale.length));
  }
  return inputRows(call, name, rows, 0, [...scale.keys()]).turnTo(0);
}

function inputRows(call: Arguments, name: string, rows: Rows, firstRow: number, columns: readonly number[]): InputRows {
  const cells = new NumberRows(name, rows, firstRow, columns);
  call.matrix(cells);
  return new InputRows(cells, rows, columns);
}

/** Where each input of the scale stands under a header row. */
function columnsOf(call: Arguments, argument: string, header: readonly Cell[], scale: readonly ScaleInput[]): number[] {
  const names = new Names(argument, [header]);
  call.table(names);
  const inputs = new Set(scale.map(({ input }) => accountKey(input)));
  const columnOf = new Map<string, number>();
  for (let column = 0; column < header.length; column++) {
    const name = names.at(column);
    const key = accountKey(name);
    const twin = columnOf.get(key);
    if (twin !== undefined) call.stray(names.where(column), cellComplaint.repeats(name, names.where(twin)));
    if (inputs.has(key)) columnOf.set(key, column);
    else if (column > 0 && name !== '') call.stray(names.where(column), cellComplaint.noSuchInput(name));
  }
  call.check();
  return scale.map(
    ({ input }) => columnOf.get(accountKey(input)) ?? call.refuse(message.inputWithoutSignal(input, argument)),
  );
}
