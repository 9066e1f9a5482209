import { forecastAccuracy } from '../domain/forecast/accuracy.js';
import { brierScore } from '../domain/forecast/brier.js';
import { seriesOf } from '../domain/series.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Amounts, Numbers } from './columns.js';
import { cellComplaint, message } from './messages.js';
import { Truths } from './truths.js';

/** `FORECASTACCURACY(forecast, actual)`. */
export function forecastaccuracy(forecast: Cell, actual: Cell): number {
  const call = new Arguments('FORECASTACCURACY');
  call.needs({ forecast, actual });
  const forecasts = new Amounts('forecast', forecast);
  const actuals = new Amounts('actual', actual);
  call.table(forecasts, actuals);
  for (let row = 0; row < actuals.length; row++) {
    if (isBlank(actuals.cell(row))) {
      if (!isBlank(forecasts.cell(row))) call.stray(actuals.where(row), cellComplaint.notSettled());
    } else call.wanted(row, forecasts);
  }
  return call.answer(forecastAccuracy(forecasts, actuals), message.noActual);
}

/** `BRIER(confidence, outcome)`: rows without an outcome are not settled yet and do not count. */
export function brier(confidence: Cell, outcome: Cell): number {
  const call = new Arguments('BRIER');
  call.needs({ confidence, outcome });
  const confidences = new Numbers('confidence', confidence, 0, 10);
  const outcomes = new Truths('outcome', outcome);
  call.table(confidences, outcomes);
  const settled: { stated: number[]; came: number[] } = { stated: [], came: [] };
  let outOfTen: number | null = null;
  let outOfOne: number | null = null;
  for (let row = 0; row < confidences.length; row++) {
    const stated = confidences.at(row);
    const came = outcomes.at(row);
    if (stated !== null && stated > 1) outOfTen ??= row;
    if (stated !== null && stated > 0 && stated < 1) outOfOne ??= row;
    if (came === null) continue;
    call.wanted(row, confidences);
    settled.stated.push(stated ?? 0);
    settled.came.push(came ? 1 : 0);
  }
  if (outOfTen !== null && outOfOne !== null) {
    const stated = confidences.at(outOfOne) ?? NaN;
    call.stray(confidences.where(outOfOne), cellComplaint.mixedScale(stated, confidences.where(outOfTen)));
  }
  const scale = outOfTen === null ? 1 : 10;
  const shares = { length: settled.stated.length, at: (row: number) => (settled.stated[row] ?? NaN) / scale };
  return call.answer(brierScore(shares, seriesOf(settled.came)), message.noOutcome);
}
