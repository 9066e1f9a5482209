import {
  contractionRate,
  expansionRate,
  grossRetentionOfMovements,
  grossRevenueRetention,
  logoChurn,
  logoRetention,
  netRetentionOfMovements,
  netRevenueRetention,
  revenueChurn,
  type RetentionRatio,
} from '../domain/revenue/retention.js';
import type { Series } from '../domain/series.js';
import { sumOf } from '../domain/statistics/sum.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Amounts } from './columns.js';
import { message } from './messages.js';

/** A cell function over the MRR of the same accounts at the start and at the end of a period. */
function overAccounts(name: string, metric: (opening: Series, closing: Series) => RetentionRatio) {
  return (starting: Cell, ending: Cell): number => {
    const call = new Arguments(name);
    call.needs({ starting_mrr: starting, ending_mrr: ending });
    const opening = new Amounts('starting_mrr', starting);
    const closing = new Amounts('ending_mrr', ending);
    call.table(opening, closing);
    return call.answer(metric(opening, closing), message.noOpeningRevenue);
  };
}

const netOverAccounts = overAccounts('NRR', netRevenueRetention);
const grossOverAccounts = overAccounts('GRR', grossRevenueRetention);

/** `NRR(starting_mrr, ending_mrr)` or `NRR(starting, expansion, contraction, churn)`. */
export function nrr(starting: Cell, endingOrExpansion: Cell, contraction: Cell, churn: Cell): number {
  if (contraction === undefined && churn === undefined) return netOverAccounts(starting, endingOrExpansion);
  const call = new Arguments('NRR');
  if (contraction === undefined || churn === undefined) {
    call.refuse(message.argumentCount('(starting_mrr, ending_mrr) or (starting_mrr, expansion, contraction, churn)'));
  }
  const opening = new Amounts('starting_mrr', starting);
  const expanded = new Amounts('expansion', endingOrExpansion);
  const contracted = new Amounts('contraction', contraction);
  const churned = new Amounts('churn', churn);
  call.totals(opening, expanded, contracted, churned);
  const movements = {
    opening: sumOf(opening),
    expansion: sumOf(expanded),
    contraction: sumOf(contracted),
    churned: sumOf(churned),
  };
  return call.answer(netRetentionOfMovements(movements), message.noOpeningRevenue);
}

/** `GRR(starting_mrr, ending_mrr)` or `GRR(starting, contraction, churn)`. */
export function grr(starting: Cell, endingOrContraction: Cell, churn: Cell): number {
  if (churn === undefined) return grossOverAccounts(starting, endingOrContraction);
  const call = new Arguments('GRR');
  const opening = new Amounts('starting_mrr', starting);
  const contracted = new Amounts('contraction', endingOrContraction);
  const churned = new Amounts('churn', churn);
  call.totals(opening, contracted, churned);
  const movements = { opening: sumOf(opening), contraction: sumOf(contracted), churned: sumOf(churned) };
  return call.answer(grossRetentionOfMovements(movements), message.noOpeningRevenue);
}

export const logoretention = overAccounts('LOGORETENTION', logoRetention);
export const logochurn = overAccounts('LOGOCHURN', logoChurn);
export const expansionrate = overAccounts('EXPANSIONRATE', expansionRate);
export const contractionrate = overAccounts('CONTRACTIONRATE', contractionRate);
export const revenuechurn = overAccounts('REVENUECHURN', revenueChurn);
