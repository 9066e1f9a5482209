import { Histories, type AccountWeek } from '../domain/backtest/account-weeks.js';
import type { Churn } from '../domain/backtest/churn-window.js';
import { signalBacktest } from '../domain/backtest/signal-backtest.js';
import { surprisedChurn } from '../domain/backtest/surprised-churn.js';
import type { Better } from '../domain/trend/bend.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell, type Rows } from './cells.js';
import { Choices, Days, Names, Numbers } from './columns.js';
import { message } from './messages.js';

const DIRECTIONS = ['up', 'down'] as const;
const BANDS = ['unknown', 'red', 'yellow', 'green'] as const;
const UNKNOWN = 'unknown';

/** `SIGNALBACKTEST(weeks, accounts, signal, churn_accounts, churn_dates, [better])`. */
export function signalbacktest(
  zone: () => string,
  weeks: Cell,
  accounts: Cell,
  signal: Cell,
  churnAccounts: Cell,
  churnDates: Cell,
  better: Cell,
): (string | number)[][] {
  const call = new Arguments('SIGNALBACKTEST');
  call.needs({ weeks, accounts, signal, churn_accounts: churnAccounts, churn_dates: churnDates });
  const way = call.single(new Choices('better', better, DIRECTIONS));
  const signals = [new Numbers('signal', signal)] as const;
  const histories = readHistories(call, new Days('weeks', weeks, zone), new Names('accounts', accounts), signals, null);
  const churns = readChurns(call, zone, churnAccounts, churnDates);
  const { churnsWithData, caught, warningWeeks, visible90DaysAhead, falseAlarms, stayedAndBent, auc, verdict } =
    signalBacktest(histories, churns, way);
  return [
    ['churns with data', churnsWithData, '', ''],
    ['caught', caught, '', ''],
    [
      'median weeks of warning (90 % interval)',
      warningWeeks?.median ?? UNKNOWN,
      warningWeeks?.interval?.low ?? '',
      warningWeeks?.interval?.high ?? '',
    ],
    ['visible 90+ days ahead', visible90DaysAhead ?? UNKNOWN, '', ''],
    ['false alarms per 100 account-quarters', falseAlarms ?? UNKNOWN, '', ''],
    ['bent too, of the accounts that stayed', stayedAndBent ?? UNKNOWN, '', ''],
    ['AUC (95 % interval)', auc?.value ?? UNKNOWN, auc?.low ?? '', auc?.high ?? ''],
    ['verdict', verdict, '', ''],
  ];
}

/** `SURPRISEDCHURN(weeks, accounts, signals, churn_accounts, churn_dates, [better], [bands])`. */
export function surprisedchurn(
  zone: () => string,
  weeks: Cell,
  accounts: Cell,
  signals: Cell,
  churnAccounts: Cell,
  churnDates: Cell,
  better: Cell,
  bands: Cell,
): number {
  const call = new Arguments('SURPRISEDCHURN');
  call.needs({ weeks, accounts, signals, churn_accounts: churnAccounts, churn_dates: churnDates });
  const columns = columnsOf(signals);
  const betters = readBetters(call, better, columns.length);
  const bandColumn = isBlank(bands) ? null : new Choices('bands', bands, BANDS);
  const histories = readHistories(
    call,
    new Days('weeks', weeks, zone),
    new Names('accounts', accounts),
    columns,
    bandColumn,
  );
  const churns = readChurns(call, zone, churnAccounts, churnDates);
  return call.answer(surprisedChurn(histories, churns, betters), () => message.noRows('churn_accounts'));
}

/** A range of signals side by side as columns of their own. */
function columnsOf(signals: Cell): Numbers[] {
  const rows: Rows = Array.isArray(signals) ? (signals as Rows) : [[signals]];
  const width = rows[0]?.length ?? 0;
  if (width < 2) return [new Numbers('signals', signals)];
  return Array.from(
    { length: width },
    (_, index) =>
      new Numbers(
        `signals column ${String(index + 1)}`,
        rows.map((cells) => [cells[index]]),
      ),
  );
}

/** One direction for all signals, or one for each. */
function readBetters(call: Arguments, better: Cell, width: number): Better[] {
  const directions = new Choices('better', better, DIRECTIONS);
  call.column(directions);
  if (directions.length !== 1 && directions.length !== width) {
    call.refuse(message.directionCount(width, directions.length));
  }
  return Array.from({ length: width }, (_, signal) => directions.at(directions.length === 1 ? 0 : signal));
}

/** Reads account-weeks, one a row; where bands are given, a red week is 1 behind the signals' values. */
function readHistories(
  call: Arguments,
  weeks: Days,
  accounts: Names,
  signals: readonly Numbers[],
  bands: Choices<(typeof BANDS)[number]> | null,
): Histories {
  call.table(weeks, accounts, ...signals, ...(bands ? [bands] : []));
  const rows: AccountWeek[] = [];
  for (let row = 0; row < weeks.length; row++) {
    const day = weeks.at(row);
    const account = accounts.at(row);
    const values = signals.map((signal) => signal.at(row));
    if (bands) values.push(bands.at(row) === 'red' ? 1 : null);
    const isEmpty = isBlank(weeks.cell(row)) && isBlank(accounts.cell(row));
    if (isEmpty && signals.every((signal) => isBlank(signal.cell(row)))) continue;
    call.wanted(row, weeks, accounts);
    if (day !== null) rows.push({ account, day, values });
  }
  call.check();
  if (rows.length === 0) call.refuse(message.noRows('weeks'));
  return new Histories(rows);
}

/** Reads churns, one a row; a blank row is skipped. */
function readChurns(call: Arguments, zone: () => string, churnAccounts: Cell, churnDates: Cell): Churn[] {
  const accounts = new Names('churn_accounts', churnAccounts);
  const dates = new Days('churn_dates', churnDates, zone);
  call.table(accounts, dates);
  const churns: Churn[] = [];
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts.at(row);
    const on = dates.at(row);
    if (isBlank(accounts.cell(row)) && isBlank(dates.cell(row))) continue;
    call.wanted(row, accounts, dates);
    if (on !== null) churns.push({ account, on });
  }
  call.check();
  if (churns.length === 0) call.refuse(message.noRows('churn_accounts'));
  return churns;
}
