import type { BookCell, BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, moneyCell, ratioCell, table, tabColors } from './cells.js';
import { monthOf, months, today, yearsLater } from './days.js';
import { random } from './random.js';
import { bending, slowRenewals } from './stories.js';

const DAYS_BACK = 180;
const DAYS_AHEAD = 120;

/** A forecast as it stood that many days before the renewal, rounded as people do; none while that day is ahead. */
function forecasts(account: Account, renewal: number, due: number, actual: number): BookCell[] {
  const chance = random(`forecast ${account.name}`);
  return [90, 60, 30].map((daysBefore) => {
    if (renewal - daysBefore > today) return null;
    const error = (daysBefore / 90) * 0.09 * chance.noise();
    // A loss is seen late: three months ahead the forecast still believes in the account.
    const expected = actual === 0 && daysBefore > 30 ? due * (daysBefore / 100) : actual || due * 0.2;
    return moneyCell(Math.round((expected * (1 + error)) / 100) * 100);
  });
}

/** Yearly revenue at the rate of a month; after the last month billed, at the rate of that one. */
function arrIn({ billing }: Account, month: number): number {
  const lastMonth = months.at(-1) ?? month;
  return 12 * (billing.mrr[months.indexOf(Math.min(month, lastMonth))] ?? 0);
}

function closedRow(account: Account, renewal: number): BookCell[] {
  const due = arrIn(account, monthOf(renewal) - 1);
  const actual = account.churn ? 0 : arrIn(account, monthOf(renewal));
  const opened = renewal - random(`renewal ${account.name}`).int(46, 74);
  return [
    account.name,
    dateCell(renewal),
    moneyCell(due),
    dateCell(opened),
    actual === 0 ? 'Lost' : 'Renewed',
    ratioCell(actual === 0 ? 0 : 1),
    ...forecasts(account, renewal, due, actual),
    moneyCell(actual),
  ];
}

function openRow(account: Account): BookCell[] {
  const { name, renewal, billing } = account;
  const chance = random(`renewal ${name}`);
  const opened = renewal - (slowRenewals[name] ?? chance.int(46, 74));
  const daysOpen = today - opened;
  const stage = daysOpen < 0 ? 'Not opened' : daysOpen < 20 ? 'Discovery' : daysOpen < 40 ? 'Proposal' : 'Negotiation';
  const likelihood = name in bending ? 0.55 : name in slowRenewals ? 0.65 : chance.int(16, 19) / 20;
  return [
    name,
    dateCell(renewal),
    moneyCell(billing.arr),
    dateCell(daysOpen < 0 ? null : opened),
    stage,
    ratioCell(likelihood),
    ...forecasts(account, renewal, billing.arr, billing.arr * likelihood),
    null,
  ];
}

/** Renewals of the last half year, with their outcome, and those of the next four months; by day. */
export function renewalsTab(accounts: readonly Account[]): BookSheet {
  const rows = accounts.flatMap((account): { renewal: number; row: BookCell[] }[] => {
    if (account.churn) {
      const { on } = account.churn;
      return today - on <= DAYS_BACK ? [{ renewal: on, row: closedRow(account, on) }] : [];
    }
    const previous = yearsLater(account.renewal, -1);
    const isPast = previous > account.signed && today - previous <= DAYS_BACK;
    const isAhead = account.renewal - today <= DAYS_AHEAD;
    return [
      ...(isPast ? [{ renewal: previous, row: closedRow(account, previous) }] : []),
      ...(isAhead ? [{ renewal: account.renewal, row: openRow(account) }] : []),
    ];
  });
  return table(
    'Renewals',
    tabColors.customers,
    [
      ['Account', 190],
      ['Renewal', 90],
      ['ARR due', 90],
      ['Opened', 90],
      ['Stage', 100],
      ['Likelihood', 85],
      ['Forecast 90', 95],
      ['Forecast 60', 95],
      ['Forecast 30', 95],
      ['Actual', 90],
    ],
    rows.sort((one, other) => one.renewal - other.renewal).map(({ row }) => row),
  );
}
