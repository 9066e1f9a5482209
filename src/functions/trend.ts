import type { Series } from '../domain/series.js';
import { bendKind } from '../domain/trend/bend-kind.js';
import { bendSize, bentWeeks, isBending, type Better } from '../domain/trend/bend.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Choices, Numbers, Wholes } from './columns.js';
import { filledRows, isHeaderRow, WeekRows } from './matrix.js';
import { message } from './messages.js';
import { spilled } from './spill.js';

const DIRECTIONS = ['up', 'down'] as const;
const NO_DATA = 'no data';

/** One answer for each series of `values`, in the same row; a header row answers with a blank. */
function overSeries<Answer>(
  call: Arguments,
  values: Cell,
  better: Cell,
  metric: (series: Series, better: Better) => Answer | null,
) {
  call.needs({ values });
  const rows = filledRows(values);
  const height = Array.isArray(values) ? values.length : 1;
  const direction = new Choices('better', better, DIRECTIONS);
  const everyRow = direction.length === 1 ? call.single(direction) : null;
  if (everyRow === null) {
    call.column(direction);
    if (direction.length !== height) call.refuse(message.heights('values', height, 'better', direction.length));
  }
  const firstRow = rows.length > 1 && isHeaderRow(rows[0] ?? []) ? 1 : 0;
  if (firstRow === 1 && everyRow === null) direction.skipHeader();
  const series = new WeekRows('values', rows, firstRow);
  call.matrix(series);
  const answers: [Answer | string][] = firstRow === 1 ? [['']] : [];
  for (let row = firstRow; row < rows.length; row++) {
    answers.push([metric(series.turnTo(row), everyRow ?? direction.at(row - firstRow)) ?? NO_DATA]);
  }
  call.check();
  return spilled(answers);
}

/** `BENDING(values, [better], [weeks], [min_change])`. */
export function bending(values: Cell, better: Cell, weeks: Cell, minChange: Cell) {
  const call = new Arguments('BENDING');
  const run = call.single(new Wholes('weeks', weeks)) ?? 2;
  const flat = call.single(new Numbers('min_change', minChange, 0)) ?? 0;
  return overSeries(call, values, better, (series, way) => isBending(series, way, run, flat));
}

/** `BENTWEEKS(values, [better])`. */
export function bentweeks(values: Cell, better: Cell) {
  return overSeries(new Arguments('BENTWEEKS'), values, better, (series, way) => bentWeeks(series, way));
}

const FROM_ZERO = 'from 0';

/** `BENDSIZE(values, [better])`. */
export function bendsize(values: Cell, better: Cell) {
  return overSeries(new Arguments('BENDSIZE'), values, better, (series, way) => {
    const size = bendSize(series, way);
    if (size.ok) return size.value;
    return size.reason === 'from-zero' ? FROM_ZERO : null;
  });
}

/** `BENDKIND(values, [better])`: natural limits lie on both sides, so the better way is only looked over. */
export function bendkind(values: Cell, better: Cell) {
  return overSeries(new Arguments('BENDKIND'), values, better, (series) =>
    Number.isNaN(series.at(series.length - 1)) ? null : bendKind(series),
  );
}
