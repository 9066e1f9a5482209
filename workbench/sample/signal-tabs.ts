import type { BookCell, BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, table, tabColors } from './cells.js';
import { weeks } from './days.js';
import type { Reading } from './signals.js';

export type Readings = ReadonlyMap<Account, readonly (Reading | null)[]>;

/** One row for each week and account that sent anything. */
export function signalsTab(readings: Readings): BookSheet {
  const rows = weeks.flatMap((week, index) =>
    [...readings].flatMap(([{ name }, ofAccount]) => {
      const reading = ofAccount[index];
      if (!reading) return [];
      const { usage, engagement, volume, sentiment, nps } = reading;
      return [[dateCell(week), name, usage, engagement, volume, sentiment, nps]];
    }),
  );
  return table(
    'Signals',
    tabColors.customers,
    [
      ['Week', 90],
      ['Account', 190],
      ['Usage', 80],
      ['Executive engagement', 160],
      ['Support volume', 120],
      ['Support sentiment', 130],
      ['NPS', 60],
    ],
    rows,
  );
}

/** The accounts that sent signals in any week. */
export function accountsWithSignals(readings: Readings): readonly Account[] {
  return [...readings]
    .filter(([, ofAccount]) => ofAccount.some((reading) => reading !== null))
    .map(([account]) => account);
}

/** Usage as a matrix, accounts down and weeks across, with the formulas that judge it. */
export function usageByWeekTab(readings: Readings): BookSheet {
  const accounts = accountsWithSignals(readings);
  const values = `F2:AE${String(accounts.length + 1)}`;
  const judged = (name: string, format?: string): BookCell => ({
    formula: `=${name}(${values})`,
    ...(format === undefined ? {} : { format }),
  });
  const rows = accounts.map((account, row): BookCell[] => [
    account.name,
    ...(row === 0
      ? [judged('BENDING'), judged('BENTWEEKS'), judged('BENDSIZE', '0%'), judged('BENDKIND')]
      : [null, null, null, null]),
    ...(readings.get(account) ?? []).map((reading) => reading?.usage ?? null),
  ]);
  return {
    name: 'Usage by week',
    rows: [['Account', 'Bending', 'Bent weeks', 'Size', 'Kind', ...weeks.map(dateCell)], ...rows],
    frozenRows: 1,
    blankFormats: [{ range: `D3:D${String(accounts.length + 1)}`, format: '0%' }],
    columnWidths: [190, 80, 90, 70, 120, ...weeks.map(() => 84)],
    tabColor: tabColors.overview,
    columnCount: 5 + weeks.length,
  };
}
