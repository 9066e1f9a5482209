import { isoMonth } from '../domain/calendar/day.js';
import { retentionPolicies, type PolicyRetention } from '../domain/revenue/retention-policies.js';
import type { AccountMrr } from '../domain/revenue/snapshot.js';
import { Arguments } from './arguments.js';
import type { Cell } from './cells.js';
import { monthAsked, refuseAfter } from './ledger.js';
import { readLedger } from './ledger-table.js';
import { message } from './messages.js';

// Taken out once: where scripts are sandboxed, the look-up of a global costs more than comparing two numbers.
const { abs } = Math;

/** `NRRPOLICIES(accounts, dates, mrr, from, to, [cancelled])`. */
export function nrrpolicies(
  zone: () => string,
  accounts: Cell,
  dates: Cell,
  mrr: Cell,
  from: Cell,
  to: Cell,
  cancelled: Cell,
): (string | number)[][] {
  const call = new Arguments('NRRPOLICIES');
  call.needs({ accounts, dates, mrr, from, to });
  const first = monthAsked(call, zone, 'from', from);
  const last = monthAsked(call, zone, 'to', to);
  const { ledger, notices } = readLedger(call, zone, { accounts, dates, mrr, cancelled });
  if (first === null) return call.refuse(message.blankArgument('from'));
  if (last === null) return call.refuse(message.blankArgument('to'));
  if (first >= last) call.refuse(message.monthsNotApart(isoMonth(first), isoMonth(last)));
  refuseAfter(call, ledger, last);
  const policies = call.answer(retentionPolicies(ledger, first, last, notices), message.noOpeningRevenue);
  const endpoint = policies[0]?.netRetention ?? NaN;
  return policies.map((one) => rowOf(one, endpoint));
}

/** Convention, NRR, its difference to the endpoint cohort, the accounts that make it. */
function rowOf({ policy, netRetention, differences }: PolicyRetention, endpoint: number): (string | number)[] {
  if (netRetention === null) return [policy, 'unknown', '', 'add the column of cancellation dates'];
  const accounts = differences ? largest(differences) : 'a product of months, no sum of accounts';
  return [policy, netRetention, netRetention - endpoint, accounts];
}

const MOST_NAMED = 5;
/** Less than this does not show in an amount written to the cent. */
const HALF_A_CENT = 0.005;

/** The accounts of the largest amounts, in words: `Acme -50, Bolt +20`. */
function largest(differences: readonly AccountMrr[]): string {
  const moving = differences.filter(({ mrr }) => abs(mrr) >= HALF_A_CENT);
  moving.sort((one, other) => abs(other.mrr) - abs(one.mrr));
  const named = moving.slice(0, MOST_NAMED).map(({ account, mrr }) => `${account} ${signed(mrr)}`);
  const others = moving.length - named.length;
  return named.join(', ') + (others > 0 ? ` and ${String(others)} more` : '');
}

/** An amount with its sign, to the cent where it has cents. */
function signed(mrr: number): string {
  const amount = abs(mrr).toFixed(2).replace(/\.00$/, '');
  return `${mrr < 0 ? '-' : '+'}${amount}`;
}
