import { lastDayOf, monthOf, type Month } from '../../domain/calendar/day.js';
import type { Ledger } from '../../domain/revenue/ledger.js';
import { sumOf } from '../../domain/statistics/sum.js';
import { mappingOf } from '../../records/mapping.js';
import { revenueTab } from '../../records/tabs/revenue.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, Judgements, NoFinding } from '../finding.js';
import { peopleOf } from '../people.js';
import { Verdicts } from './judgements.js';
import { HISTORY, kpiReader, KPIS, monthColumns, yearTo, type Kpi, type MonthColumns } from './kpi-months.js';
import { movementsBehind } from './kpi-movements.js';
import { drifts, isBelow, wordsOf } from './kpi-words.js';
import { amountWords, countWords, percentWords } from './words.js';

/** Amounts miss whole units by less than this in binary. */
const ROUNDING = 1e-6;

function judge(
  kpi: Kpi,
  month: Month,
  columns: MonthColumns,
  ledger: Ledger,
  records: Records,
  owner: string | null,
): Finding | NoFinding {
  const { settings, revenue, accounts } = records;
  const floor = settings.values[kpi.floor];
  const read = kpiReader(kpi, columns);
  const last = read(month);
  const year = yearTo(month, columns);
  if (last.value === null || !year) return 'no data';
  if (!drifts(last, floor)) return 'holds not';
  let first = month;
  while (first > month - HISTORY && drifts(read(first - 1), floor)) first--;

  const currency = revenue.currency === '' ? settings.values.currency : revenue.currency;
  const { headline, facts } = wordsOf(kpi, last, floor);
  const movements = movementsBehind(kpi, ledger.accounts, year, accounts, currency);
  const gap = (floor - last.value) * sumOf(year.opening) * 12;
  return {
    trigger: 'KPI drift',
    subject: kpi.subject,
    account: null,
    since: lastDayOf(first),
    headline,
    facts: [
      ...facts,
      ...(isBelow(last.value, floor)
        ? [`${amountWords(Math.ceil(gap - ROUNDING), currency)} of ARR more would reach the floor`]
        : []),
      ...movements.facts,
      ...(revenue.leftOutCount === 0
        ? []
        : [`Left out for paying in another currency: ${countWords(revenue.leftOutCount, 'account')}`]),
      ...(year.leftOutCount === 0
        ? []
        : [`Left out for having no row yet in one of the two months: ${countWords(year.leftOutCount, 'customer')}`]),
    ],
    clears: `Clears when ${kpi.subject} is ${percentWords(floor)} or more at the end of a month, and heads for no less`,
    exposure: null,
    renewal: null,
    owner,
    function: 'Customer Success',
    ...(movements.owners.length === 0 ? {} : { peers: movements.owners }),
    count: 1,
    place: { tab: mappingOf(revenueTab, settings.mapping).tab, row: 1 },
  };
}

/**
 * Trigger 4: judges NRR, GRR and expansion of the twelve months up to the last complete month, and where they lead by the end
 * of the quarter. It goes to the VP of customer success; the owners of the accounts behind it are named. Customers without a
 * row in a month are left out, and where that is much the month is not judged: it would look like one in which they left.
 */
export function kpiDrift(records: Records, { today }: WatchClock): Judgements {
  const verdicts = new Verdicts();
  const { settings, revenue, accounts, team } = records;
  if (settings.values.kpiDrift === 'off') return verdicts.all;
  const { ledger, readable, badRowShare } = revenue;
  const month = monthOf(today) - 1;
  const columns = ledger && monthColumns(ledger, month, accounts, today);
  const isUsable = readable && badRowShare <= settings.values.badRowShare && ledger && columns;
  const owner = peopleOf(team).vpCustomerSuccess;
  for (const kpi of KPIS) {
    verdicts.add(kpi.subject, isUsable ? judge(kpi, month, columns, ledger, records, owner) : 'no data');
  }
  return verdicts.all;
}
