import { quickRatio, quickRatioOfMovements } from '../domain/revenue/quick-ratio.js';
import type { Result } from '../domain/result.js';
import { sumOf } from '../domain/statistics/sum.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Amounts } from './columns.js';
import { message } from './messages.js';

const NO_LOSSES = 'no losses';

/** `QUICKRATIO(starting_mrr, ending_mrr)` or `QUICKRATIO(new, expansion, contraction, churn)`. */
export function quickratio(startingOrNew: Cell, endingOrExpansion: Cell, contraction: Cell, churn: Cell) {
  const call = new Arguments('QUICKRATIO');
  if (contraction === undefined && churn === undefined) {
    call.needs({ starting_mrr: startingOrNew, ending_mrr: endingOrExpansion });
    const opening = new Amounts('starting_mrr', startingOrNew);
    const closing = new Amounts('ending_mrr', endingOrExpansion);
    call.table(opening, closing);
    return ratioOrWord(call, quickRatio(opening, closing));
  }
  if (contraction === undefined || churn === undefined) {
    call.refuse(message.argumentCount('(starting_mrr, ending_mrr) or (new, expansion, contraction, churn)'));
  }
  const fresh = new Amounts('new', startingOrNew);
  const expanded = new Amounts('expansion', endingOrExpansion);
  const contracted = new Amounts('contraction', contraction);
  const churned = new Amounts('churn', churn);
  call.totals(fresh, expanded, contracted, churned);
  const movements = {
    fresh: sumOf(fresh),
    expansion: sumOf(expanded),
    contraction: sumOf(contracted),
    churned: sumOf(churned),
  };
  return ratioOrWord(call, quickRatioOfMovements(movements));
}

function ratioOrWord(
  call: Arguments,
  ratio: Result<number, 'no-losses' | 'no-revenue' | 'no-movements'>,
): number | string {
  call.check();
  if (!ratio.ok && ratio.reason === 'no-losses') return NO_LOSSES;
  return call.answer(ratio, (reason) => (reason === 'no-revenue' ? message.noRevenueAtAll() : message.noMovements()));
}
