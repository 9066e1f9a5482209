import type { Subscription } from '../domain/revenue/snapshot.js';
import type { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Days, Names, Numbers } from './columns.js';
import { cellComplaint, message } from './messages.js';

/** Reads the columns of subscriptions, at least one, each in a row of its own; wholly blank rows are skipped. */
export function readSubscriptions(
  call: Arguments,
  zone: () => string,
  accountCells: Cell,
  startCells: Cell,
  endCells: Cell,
  mrrCells: Cell,
): Subscription[] {
  const accounts = new Names('accounts', accountCells);
  const starts = new Days('starts', startCells, zone);
  const ends = new Days('ends', endCells, zone);
  const mrr = new Numbers('mrr', mrrCells);
  call.table(accounts, starts, ends, mrr);
  const subscriptions: Subscription[] = [];
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts.at(row);
    const start = starts.at(row);
    const end = ends.at(row);
    const amount = mrr.at(row);
    if ([accounts, starts, ends, mrr].every((column) => isBlank(column.cell(row)))) continue;
    call.wanted(row, accounts, starts);
    if (start === null) continue;
    if (end !== null && end < start) call.stray(ends.where(row), cellComplaint.endBeforeStart());
    subscriptions.push({ account, start, end, mrr: amount ?? 0 });
  }
  call.check();
  if (subscriptions.length === 0) call.refuse(message.noRows('accounts'));
  return subscriptions;
}
