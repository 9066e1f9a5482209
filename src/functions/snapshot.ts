import { isoDay } from '../domain/calendar/day.js';
import { mrrSnapshot } from '../domain/revenue/snapshot.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Days } from './columns.js';
import { message } from './messages.js';
import { readSubscriptions } from './subscriptions.js';

/** `MRRSNAPSHOT(accounts, starts, ends, mrr, day)`. */
export function mrrsnapshot(zone: () => string, accounts: Cell, starts: Cell, ends: Cell, mrr: Cell, day: Cell) {
  const call = new Arguments('MRRSNAPSHOT');
  call.needs({ accounts, starts, ends, mrr, day });
  const onDay = call.single(new Days('day', day, zone));
  const subscriptions = readSubscriptions(call, zone, accounts, starts, ends, mrr);
  if (onDay === null) return call.refuse(message.blankArgument('day'));
  const rows = call.answer(mrrSnapshot(subscriptions, onDay), (below) =>
    message.accountBelowZero(below.account, below.mrr, isoDay(onDay)),
  );
  return rows.map((row) => [row.account, row.mrr]);
}
