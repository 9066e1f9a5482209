import { isoDay } from '../domain/calendar/day.js';
import { mrrSnapshot, type Subscription } from '../domain/revenue/snapshot.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Days, Names, Numbers } from './columns.js';
import { cellComplaint, message } from './messages.js';

/** `MRRSNAPSHOT(accounts, starts, ends, mrr, day)`. */
export function mrrsnapshot(zone: () => string, accounts: Cell, starts: Cell, ends: Cell, mrr: Cell, day: Cell) {
  const call = new Arguments('MRRSNAPSHOT');
  call.needs({ accounts, starts, ends, mrr, day });
  const onDay = call.single(new Days('day', day, zone));
  const subscriptions = readSubscriptions(
    call,
    new Names('accounts', accounts),
    new Days('starts', starts, zone),
    new Days('ends', ends, zone),
    new Numbers('mrr', mrr),
  );
  if (onDay === null) return call.refuse(message.blankArgument('day'));
  if (subscriptions.length === 0) call.refuse(message.noRows('accounts'));
  const rows = call.answer(mrrSnapshot(subscriptions, onDay), (below) =>
    message.accountBelowZero(below.account, below.mrr, isoDay(onDay)),
  );
  return rows.map((row) => [row.account, row.mrr]);
}

/** Reads subscriptions, one a row; a row without account, dates and amount is skipped. */
function readSubscriptions(call: Arguments, accounts: Names, starts: Days, ends: Days, mrr: Numbers): Subscription[] {
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
  return subscriptions;
}
