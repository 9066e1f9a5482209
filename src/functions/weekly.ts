import { WEEKLY_WAYS, WeeklyEvents, type AccountEvent, type WeeklyWay } from '../domain/trend/weekly.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Choices, Days, Labels, Names, Numbers } from './columns.js';
import { dateMaker } from './dates.js';
import { message } from './messages.js';
import { spilled } from './spill.js';

/** More rows than a person reads or a sheet takes; a mistyped year makes that many. */
const MOST_SIGNALS = 1_000_000;

/** `WEEKLY(accounts, dates, [values], [how])`. */
export function weekly(zone: () => string, accounts: Cell, dates: Cell, values: Cell, how: Cell) {
  const call = new Arguments('WEEKLY');
  call.needs({ accounts, dates });
  const way = call.single(new Choices('how', how, WEEKLY_WAYS));
  const eventColumns = { accounts: new Names('accounts', accounts), dates: new Days('dates', dates, zone) };
  const events = readEvents(call, eventColumns, values, way);
  if (events.length === 0) call.refuse(message.noRows('accounts'));
  const weeklyEvents = new WeeklyEvents(events, way);
  const { signalCount } = weeklyEvents;
  if (signalCount > MOST_SIGNALS) call.refuse(message.tooManyWeeks(signalCount, MOST_SIGNALS));
  const dateOf = dateMaker(zone);
  return weeklyEvents.signals().map(({ week, account, value }) => [dateOf(week), account, value ?? '']);
}

/** `WEEKLYFOR(weeks, accounts, event_accounts, event_dates, [values], [how])`. */
export function weeklyfor(
  zone: () => string,
  weeks: Cell,
  accounts: Cell,
  eventAccounts: Cell,
  eventDates: Cell,
  values: Cell,
  how: Cell,
) {
  const call = new Arguments('WEEKLYFOR');
  call.needs({ weeks, accounts, event_accounts: eventAccounts, event_dates: eventDates });
  const way = call.single(new Choices('how', how, WEEKLY_WAYS));
  const rows = { weeks: new Days('weeks', weeks, zone), accounts: new Names('accounts', accounts) };
  call.table(rows.weeks, rows.accounts);
  const eventColumns = {
    accounts: new Names('event_accounts', eventAccounts),
    dates: new Days('event_dates', eventDates, zone),
  };
  const events = new WeeklyEvents(readEvents(call, eventColumns, values, way), way);
  const answers: [number | string][] = rows.weeks.headerRows === 1 ? [['']] : [];
  const height = Math.min(rows.weeks.filledLength, rows.accounts.filledLength);
  for (let row = 0; row < height; row++) {
    const day = rows.weeks.at(row);
    const account = rows.accounts.at(row);
    answers.push([day === null || account === '' ? '' : (events.valueIn(day, account) ?? '')]);
  }
  call.check();
  return answers.length > 0 ? spilled(answers) : '';
}

/** Reads events, one a row; a row without account, date and value is skipped. */
function readEvents(
  call: Arguments,
  { accounts, dates }: { accounts: Names; dates: Days },
  values: Cell,
  way: WeeklyWay,
): AccountEvent[] {
  const carried = valuesFor(call, values, way);
  if (carried) call.table(accounts, dates, carried);
  else call.table(accounts, dates);
  const events: AccountEvent[] = [];
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts.at(row);
    const day = dates.at(row);
    const value = carried?.at(row) ?? null;
    if (isBlank(accounts.cell(row)) && isBlank(dates.cell(row)) && isBlank(carried?.cell(row))) continue;
    call.wanted(row, accounts, dates);
    if (day !== null) events.push({ account, day, instant: dates.instantAt(row), value });
  }
  call.check();
  return events;
}

/** The column of values as the way of adding up reads it; counting does not look at values. */
function valuesFor(call: Arguments, values: Cell, way: WeeklyWay): Labels | Numbers | null {
  if (way === 'count') return null;
  if (isBlank(values)) call.refuse(message.valuesWanted(way));
  return way === 'distinct' ? new Labels('values', values) : new Numbers('values', values);
}
