import { firstDayOf, isoMonth, monthOf, type Month } from '../domain/calendar/day.js';
import { COHORT_MEASURES, cohortRetention, MOST_COHORT_RATIOS } from '../domain/revenue/cohorts.js';
import type { Ledger } from '../domain/revenue/ledger.js';
import { monthlyMovements } from '../domain/revenue/movements.js';
import {
  ledgerOfSubscriptions,
  monthsOfSubscriptions,
  MOST_SUBSCRIPTION_MONTHS,
} from '../domain/revenue/subscription-ledger.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { Choices, Days } from './columns.js';
import { dateMaker } from './dates.js';
import { readLedger } from './ledger-table.js';
import { message } from './messages.js';
import { readSubscriptions } from './subscriptions.js';

/** `MRRLEDGER(accounts, starts, ends, mrr, [from], [to])`. */
export function mrrledger(
  zone: () => string,
  accounts: Cell,
  starts: Cell,
  ends: Cell,
  mrr: Cell,
  from: Cell,
  to: Cell,
): (string | Date | number)[][] {
  const call = new Arguments('MRRLEDGER');
  call.needs({ accounts, starts, ends, mrr });
  const asked = { first: monthAsked(call, zone, 'from', from), last: monthAsked(call, zone, 'to', to) };
  const subscriptions = readSubscriptions(call, zone, accounts, starts, ends, mrr);
  const { first, last } = monthsToShow(call, asked, monthsOfSubscriptions(subscriptions));
  const ledger = call.answer(ledgerOfSubscriptions(subscriptions, first, last), (reason) =>
    reason.kind === 'below-zero'
      ? message.accountMonthBelowZero(reason.account, reason.mrr, isoMonth(reason.month))
      : message.tooManyMonths(reason.months, MOST_SUBSCRIPTION_MONTHS, isoMonth(first), isoMonth(last)),
  );
  const dateOf = dateMaker(zone);
  const firstDays = Array.from({ length: last - first + 1 }, (_, index) => firstDayOf(first + index));
  const table: (string | Date | number)[][] = [];
  for (let row = 0; row < ledger.rows.length; row++) {
    const account = ledger.accounts[ledger.rows.accountAt(row)] ?? '';
    const firstDay = firstDays[ledger.rows.monthAt(row) - first] ?? NaN;
    const paid = ledger.rows.mrrAt(row);
    if (paid > 0) table.push([account, dateOf(firstDay), paid]);
  }
  return table.length > 0 ? table : call.refuse(message.noRevenueBetween(isoMonth(first), isoMonth(last)));
}

/** `MRRMOVEMENTS(accounts, dates, mrr, [from], [to])`. */
export function mrrmovements(
  zone: () => string,
  accounts: Cell,
  dates: Cell,
  mrr: Cell,
  from: Cell,
  to: Cell,
): (Date | number | string)[][] {
  const call = new Arguments('MRRMOVEMENTS');
  call.needs({ accounts, dates, mrr });
  const asked = { first: monthAsked(call, zone, 'from', from), last: monthAsked(call, zone, 'to', to) };
  const { ledger } = readLedger(call, zone, { accounts, dates, mrr });
  if (asked.last !== null) refuseAfter(call, ledger, asked.last);
  const { first, last } = monthsToShow(call, asked, { first: ledger.firstMonth, last: ledger.lastMonth });
  const dateOf = dateMaker(zone);
  return monthlyMovements(ledger, first, last).map((one) => [
    dateOf(firstDayOf(one.month)),
    one.opening,
    one.new,
    one.expansion,
    one.contraction,
    one.churned,
    one.reactivated,
    one.closing,
    one.netRetention ?? '',
    one.grossRetention ?? '',
    one.logoRetention ?? '',
  ]);
}

/** `COHORTRETENTION(accounts, dates, mrr, [measure])`. */
export function cohortretention(
  zone: () => string,
  accounts: Cell,
  dates: Cell,
  mrr: Cell,
  measure: Cell,
): (Date | number | string)[][] {
  const call = new Arguments('COHORTRETENTION');
  call.needs({ accounts, dates, mrr });
  const measured = call.single(new Choices('measure', measure, COHORT_MEASURES));
  const { ledger } = readLedger(call, zone, { accounts, dates, mrr });
  const cohorts = call.answer(cohortRetention(ledger, measured), (reason) =>
    reason.kind === 'no-revenue' ? message.noPayingAccount() : message.tooManyRatios(reason.ratios, MOST_COHORT_RATIOS),
  );
  const months = cohorts[0]?.ratios.length ?? 0;
  const dateOf = dateMaker(zone);
  return cohorts.map(({ month, accounts: count, ratios }) => [
    dateOf(firstDayOf(month)),
    count,
    ...ratios,
    ...Array.from({ length: months - ratios.length }, () => ''),
  ]);
}

/** A month that the formula names by any of its days; null when it leaves that open. */
export function monthAsked(call: Arguments, zone: () => string, name: string, cell: Cell): Month | null {
  const day = call.single(new Days(name, cell, zone));
  return day === null ? null : monthOf(day);
}

/** Refuses a month that nobody has entered yet: it would look like one in which everybody left. */
export function refuseAfter(call: Arguments, { lastMonth }: Ledger, month: Month): void {
  if (month > lastMonth) call.refuse(message.monthNotEntered(isoMonth(month), isoMonth(lastMonth)));
}

/** The months asked for, each end of what there is where it was left open. */
function monthsToShow(
  call: Arguments,
  asked: { first: Month | null; last: Month | null },
  present: { first: Month; last: Month },
): { first: Month; last: Month } {
  const first = asked.first ?? present.first;
  const last = asked.last ?? present.last;
  if (first > last) call.refuse(message.monthsCrossed(isoMonth(first), isoMonth(last)));
  return { first, last };
}
