import type { Arguments } from './arguments.js';
import { isBlank } from './cells.js';
import type { Column } from './column.js';
import { message } from './messages.js';
import { spilled } from './spill.js';

type AnyColumn = Column<unknown>;

/** One row of columns side by side, in which a single cell counts for every row. */
export class SharedRow {
  private row = 0;

  turnTo(row: number): this {
    this.row = row;
    return this;
  }

  at<Value>(column: Column<Value>): Value {
    return column.at(this.placeIn(column));
  }

  where(column: AnyColumn): string {
    return column.where(this.placeIn(column));
  }

  private placeIn(column: AnyColumn): number {
    return column.length === 1 ? 0 : this.row;
  }
}

/**
 * One answer for each row of the columns, the output row beside the input row: a row without anything and a skipped
 * header answer with `blank`, and nothing follows the last filled row.
 *
 * @param wanted columns that need a value in every row that is in use.
 * @param free columns that may be blank.
 */
export function answerRows<Answer>(
  call: Arguments,
  wanted: readonly [AnyColumn, ...AnyColumn[]],
  free: readonly AnyColumn[],
  blank: Answer,
  answer: (row: SharedRow) => Answer,
): Answer[] {
  call.totals(...wanted, ...free);
  const all = [...wanted, ...free];
  const isLong = (column: AnyColumn): boolean => column.length > 1;
  const varying = all.some(isLong) ? all.filter(isLong) : all;
  const wantedInRow = wanted.filter((column) => varying.includes(column));
  const leftBlank = wanted.find((column) => column.length === 1 && isBlank(column.cell(0)));
  const height = Math.max(...varying.map(({ filledLength }) => filledLength));
  const answers = all.some(({ headerRows }) => headerRows === 1) ? [blank] : [];
  const shared = new SharedRow();
  for (let row = 0; row < height; row++) {
    if (varying.every((column) => isBlank(column.cell(row)))) {
      answers.push(blank);
      continue;
    }
    if (leftBlank) call.refuse(message.blankArgument(leftBlank.name));
    call.wanted(row, ...wantedInRow);
    answers.push(answer(shared.turnTo(row)));
  }
  call.check();
  return answers.length > 0 ? answers : [blank];
}

/** `answerRows` with one cell a row: one answer fills the formula's cell, several spill downwards. */
export function answerColumn<Answer extends string | number>(
  call: Arguments,
  wanted: readonly [AnyColumn, ...AnyColumn[]],
  free: readonly AnyColumn[],
  answer: (row: SharedRow) => Answer | '',
) {
  return spilled(answerRows<[Answer | '']>(call, wanted, free, [''], (row) => [answer(row)]));
}
