import { DEFAULT_BAND_LIMITS, healthBand } from '../domain/health/band.js';
import { healthChange } from '../domain/health/change.js';
import { healthCompleteness, healthScore, type ScaleInput } from '../domain/health/score.js';
import type { Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Numbers, Scores } from './columns.js';
import { readAccount, readInputs } from './health-inputs.js';
import { message } from './messages.js';
import { readScale } from './scale.js';
import { spilled } from './spill.js';

const UNKNOWN = 'unknown';

/** A cell function that answers each account row of a table of signals. */
function overAccounts(
  name: string,
  metric: (values: Series, scale: readonly ScaleInput[]) => Result<number, 'too-little-data' | 'no-weight'>,
) {
  return (signals: Cell, scaleTable: Cell) => {
    const call = new Arguments(name);
    call.needs({ signals, scale: scaleTable });
    if (!Array.isArray(signals) || signals.length < 2) call.refuse(message.noAccountRows());
    const scale = readScale(call, scaleTable);
    const inputs = readInputs(call, 'signals', signals, scale);
    const answers: [number | string][] = [];
    for (let row = 1; row < inputs.rows.length; row++) {
      const answer = metric(inputs.turnTo(row), scale);
      if (!answer.ok && answer.reason === 'no-weight') call.refuse(message.noWeight());
      if (inputs.isBlank(row)) answers.push(['']);
      else answers.push([answer.ok ? answer.value : UNKNOWN]);
    }
    call.check();
    return answers.length > 0 ? spilled(answers) : UNKNOWN;
  };
}

/** `HEALTHSCORE(signals, scale)`. */
export const healthscore = overAccounts('HEALTHSCORE', healthScore);
/** `HEALTHCOMPLETENESS(signals, scale)`. */
export const healthcompleteness = overAccounts('HEALTHCOMPLETENESS', healthCompleteness);

/** `HEALTHWHY(before, now, scale)`. */
export function healthwhy(before: Cell, now: Cell, scaleTable: Cell): (string | number)[][] {
  const call = new Arguments('HEALTHWHY');
  call.needs({ before, now, scale: scaleTable });
  const scale = readScale(call, scaleTable);
  const then = readAccount(call, 'before', before, scale);
  const today = readAccount(call, 'now', now, scale);
  const change = healthChange(then, today, scale);
  call.check();
  if (change.ok) return change.value.map(({ input, points }) => [input, points]);
  return change.reason === 'no-weight' ? call.refuse(message.noWeight()) : [[UNKNOWN, '']];
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
