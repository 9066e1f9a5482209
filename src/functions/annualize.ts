import { annualized, RATE_KINDS } from '../domain/revenue/annualize.js';
import { Arguments } from './arguments.js';
import { isNumber, type Cell } from './cells.js';
import { Choices, Numbers } from './columns.js';
import { Fractions } from './fractions.js';
import { cellComplaint } from './messages.js';
import { answerColumn } from './row-answers.js';

/** No retention is that high; a percentage that was typed as a number is higher. */
const HIGHEST_RETENTION = 10;

/** Numbers above 0; null where the cell is blank. */
class Durations extends Numbers {
  protected override complaint(cell: Cell, isTop?: boolean): string | null {
    return isNumber(cell) && cell <= 0 ? cellComplaint.notAboveZero(cell) : super.complaint(cell, isTop);
  }
}

/** Churn, 0 to 1: what is a little above is most likely a retention. */
class Churns extends Fractions {
  protected override complaint(cell: Cell, isTop?: boolean): string | null {
    const isRetention = isNumber(cell) && cell > 1 && cell <= 2;
    return isRetention ? cellComplaint.notChurn(cell) : super.complaint(cell, isTop);
  }
}

/** `ANNUALIZE(rate, months, [kind])`. */
export function annualize(rate: Cell, months: Cell, kind: Cell) {
  const call = new Arguments('ANNUALIZE');
  call.needs({ rate, months });
  const way = call.single(new Choices('kind', kind, RATE_KINDS));
  const rates = way === 'churn' ? new Churns('rate', rate, 1) : new Fractions('rate', rate, HIGHEST_RETENTION);
  const durations = new Durations('months', months);
  return answerColumn(call, [durations], [rates], (row) => {
    const share = row.at(rates);
    const period = row.at(durations);
    if (share === null || period === null) return '';
    const yearly = annualized(share, period, way);
    if (yearly.ok) return yearly.value;
    call.stray(row.where(rates), cellComplaint.yearBeyondNumbers());
    return '';
  });
}
