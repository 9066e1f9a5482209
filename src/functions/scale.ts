import { accountKey } from '../domain/account-key.js';
import type { ScaleInput } from '../domain/health/score.js';
import type { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Names, Numbers } from './columns.js';
import { filledRows } from './matrix.js';
import { cellComplaint, message } from './messages.js';

/** Reads the table that says how inputs count: input, weight, worst, best, with or without a header row. */
export function readScale(call: Arguments, table: Cell): ScaleInput[] {
  const rows = filledRows(table);
  const width = rows[0]?.length ?? 0;
  if (width !== 4) call.refuse(message.scaleWidth(width));
  const names = new Names(
    'scale input',
    rows.map(([input]) => [input]),
  );
  const [weights, worsts, bests] = (['weight', 'worst', 'best'] as const).map(
    (name, index) =>
      new Numbers(
        `scale ${name}`,
        rows.map((cells) => [cells[index + 1]]),
        name === 'weight' ? 0 : -Infinity,
      ),
  ) as [Numbers, Numbers, Numbers];
  call.table(names, weights, worsts, bests);

  const scale: ScaleInput[] = [];
  const rowOf = new Map<string, number>();
  for (let row = 0; row < names.length; row++) {
    const input = names.at(row);
    const [weight, worst, best] = [weights.at(row), worsts.at(row), bests.at(row)];
    if (rows[row + names.headerRows]?.every(isBlank)) continue;
    call.wanted(row, names, weights, worsts, bests);
    const twin = rowOf.get(accountKey(input));
    if (twin !== undefined) call.stray(names.where(row), cellComplaint.repeats(input, names.where(twin)));
    rowOf.set(accountKey(input), row);
    if (weight === null || worst === null || best === null) continue;
    if (worst === best) call.stray(worsts.where(row), cellComplaint.noSpan(input, worst));
    scale.push({ input, weight, worst, best });
  }
  call.check();
  return scale;
}
