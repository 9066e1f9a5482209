import { netPromoterScore } from '../domain/sentiment/net-promoter-score.js';
import { SATISFIED_FROM, satisfiedShare } from '../domain/sentiment/satisfaction.js';
import type { Series } from '../domain/series.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Numbers } from './columns.js';
import { message } from './messages.js';

/** `NPS(scores)`. */
export function nps(scores: Cell): number {
  const call = new Arguments('NPS');
  call.needs({ scores });
  const answers = readAnswers(call, new Numbers('scores', scores, 0, 10));
  return call.answer(netPromoterScore(answers), message.noAnswers);
}

/** `CSAT(scores, [threshold])`. */
export function csat(scores: Cell, threshold: Cell): number {
  const call = new Arguments('CSAT');
  call.needs({ scores });
  const satisfiedFrom = call.single(new Numbers('threshold', threshold, 0)) ?? SATISFIED_FROM;
  const answers = readAnswers(call, new Numbers('scores', scores, 0));
  return call.answer(satisfiedShare(answers, satisfiedFrom), message.noAnswers);
}

function readAnswers(call: Arguments, scores: Numbers): Series {
  call.table(scores);
  return { length: scores.length, at: (row) => scores.at(row) ?? NaN };
}
