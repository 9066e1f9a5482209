import { objectiveScore } from '../domain/okr/score.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Numbers } from './columns.js';
import { message } from './messages.js';

const UNKNOWN = 'unknown';

/** `OKRSCORE(progress, [weights])`. */
export function okrscore(progress: Cell, weights: Cell): number | string {
  const call = new Arguments('OKRSCORE');
  call.needs({ progress });
  const shares = new Numbers('progress', progress);
  const given = isBlank(weights) ? null : new Numbers('weights', weights, 0);
  if (given) call.table(shares, given);
  else call.table(shares);
  for (let row = 0; given && row < given.length; row++) {
    if (!isBlank(shares.cell(row))) call.wanted(row, given);
  }
  const { length } = shares;
  const score = objectiveScore(
    { length, at: (row) => shares.at(row) ?? NaN },
    { length, at: (row) => (given ? (given.at(row) ?? 0) : 1) },
  );
  call.check();
  if (!score.ok && score.reason === 'no-progress') return UNKNOWN;
  return call.answer(score, message.noWeights);
}
