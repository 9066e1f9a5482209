import { accountKey } from '../domain/account-key.js';
import { DEFAULT_BAND_LIMITS, healthBand } from '../domain/health/band.js';
import { healthScore, type ScaleInput } from '../domain/health/score.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Names, Numbers, Scores } from './columns.js';
import { filledRows, NumberRows } from './matrix.js';
import { cellComplaint, message } from './messages.js';
import { readScale } from './scale.js';
import { spilled } from './spill.js';

/** `HEALTHSCORE(signals, scale)`. */
export function healthscore(signals: Cell, scaleTable: Cell) {
  const call = new Arguments('HEALTHSCORE');
  call.needs({ signals, scale: scaleTable });
  if (!Array.isArray(signals) || signals.length < 2) call.refuse(message.noAccountRows());
  const scale = readScale(call, scaleTable);
  const rows = filledRows(signals);
  const columns = columnsOf(call, rows[0] ?? [], scale);
  const cells = new NumberRows('signals', rows, 1, columns);
  call.matrix(cells);
  const values = { length: columns.length, at: (input: number) => cells.at(columns[input] ?? -1) };
  const scores: [number | string][] = [];
  for (let row = 1; row < rows.length; row++) {
    cells.turnTo(row);
    const score = healthScore(values, scale);
    if (score.ok) scores.push([score.value]);
    else if (score.reason === 'no-weight') call.refuse(message.noWeight());
    else scores.push([rows[row]?.every(isBlank) ? '' : UNKNOWN]);
  }
  call.check();
  return scores.length > 0 ? spilled(scores) : UNKNOWN;
}

const UNKNOWN = 'unknown';

/** Where each input of the scale stands in the signals; a first column that is no input names the accounts. */
function columnsOf(call: Arguments, header: readonly Cell[], scale: readonly ScaleInput[]): number[] {
  const names = new Names('signals', [header]);
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
  return scale.map(({ input }) => columnOf.get(accountKey(input)) ?? call.refuse(message.inputWithoutSignal(input)));
}

/** `HEALTHBAND(score, [red_below], [green_from])`. */
export function healthband(score: Cell, redBelow: Cell, greenFrom: Cell) {
  const call = new Arguments('HEALTHBAND');
  call.needs({ score });
  const scores = new Scores('score', score);
  call.table(scores);
  const limits = {
    redBelow: call.single(new Numbers('red_below', redBelow, 0, 100)) ?? DEFAULT_BAND_LIMITS.redBelow,
    greenFrom: call.single(new Numbers('green_from', greenFrom, 0, 100)) ?? DEFAULT_BAND_LIMITS.greenFrom,
  };
  const bands: [string][] = scores.headerRows === 1 ? [['']] : [];
  const height = scores.filledLength;
  for (let row = 0; row < height; row++) {
    const value = scores.at(row);
    bands.push([value === null ? '' : healthBand(value === UNKNOWN ? null : value, limits)]);
  }
  call.check();
  if (limits.redBelow > limits.greenFrom) call.refuse(message.limitsCrossed(limits.redBelow, limits.greenFrom));
  return bands.length > 0 ? spilled(bands) : UNKNOWN;
}
