import type { BookCell, BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, ratioCell, tabColors } from './cells.js';
import { firstDayOf, months } from './days.js';
import { keyResults } from './goals.js';

const PAIR = "'MRR 12m'!B2:B,'MRR 12m'!C2:C";
const BENDING = "'Usage by week'!B2:B";

function share(formula: string): BookCell {
  return { formula, format: '0.0%' };
}

function money(formula: string): BookCell {
  return { formula, format: '$#,##0' };
}

function bandRow(band: string, row: number): BookCell[] {
  const cell = String(row);
  return [band, { formula: `=COUNTIF(Health!J2:J,F${cell})` }, { formula: `=G${cell}/SUM(G$5:G$8)`, format: '0%' }];
}

/** The cells that key results take their value from, in the unit of the key result. */
export const feeds = { NRR: 'Dashboard!G17', GRR: 'Dashboard!G18' } as const;

/** What the team looks at first: every figure is a formula over the other tabs. */
export function dashboardTab(): BookSheet {
  const opening = months.at(-13) ?? 0;
  const closing = months.at(-1) ?? 0;
  const rows: BookCell[][] = [
    ['Northlight: customer success at a glance'],
    ['Change From and To, and every retention figure follows'],
    [],
    ['Retention', 'Value', 'Target', 'What it says', null, 'Health', 'Accounts', 'Share'],
    [
      'From (month)',
      dateCell(firstDayOf(opening)),
      null,
      'MRR per account in this month',
      null,
      ...bandRow('green', 5),
    ],
    ['To (month)', dateCell(firstDayOf(closing)), null, 'and in this one', null, ...bandRow('yellow', 6)],
    ['NRR', share(`=NRR(${PAIR})`), ratioCell(1.1), 'What the accounts of From pay now', null, ...bandRow('red', 7)],
    ['GRR', share(`=GRR(${PAIR})`), ratioCell(0.92), 'The same without expansion', null, ...bandRow('unknown', 8)],
    ['Logo retention', share(`=LOGORETENTION(${PAIR})`), null, 'Accounts still with us'],
    ['Logo churn', share(`=LOGOCHURN(${PAIR})`), null, 'Accounts lost', null, 'Usage this week', 'Accounts'],
    [
      'Expansion',
      share(`=EXPANSIONRATE(${PAIR})`),
      ratioCell(0.18),
      'Growth of accounts that stayed',
      null,
      'Bends',
      { formula: `=COUNTIF(${BENDING},TRUE)` },
    ],
    [
      'Contraction',
      share(`=CONTRACTIONRATE(${PAIR})`),
      null,
      'Shrinkage of accounts that stayed',
      null,
      'Bends for three weeks or more',
      { formula: `=COUNTIF('Usage by week'!C2:C,">=3")` },
    ],
    [
      'Opening MRR',
      money(`=SUM('MRR 12m'!B2:B)`),
      null,
      null,
      null,
      'Does not bend',
      { formula: `=COUNTIF(${BENDING},FALSE)` },
    ],
    [
      'Closing MRR, same accounts',
      money(`=SUMIF('MRR 12m'!B2:B,">0",'MRR 12m'!C2:C)`),
      null,
      null,
      null,
      'No data, or gone',
      { formula: `=COUNTIF(${BENDING},"no data")` },
    ],
    ['Closing MRR, all accounts', money(`=SUM('MRR 12m'!C2:C)`)],
    [null, null, null, null, null, 'Feeds of key results', 'Percent'],
    ['Key result', 'Progress', null, 'Owner', null, 'NRR', { formula: '=ROUND(100*B7,1)' }],
    ...keyResults.map((_, index): BookCell[] => {
      const row = String(index + 2);
      const cell = (column: string) => `'Key results'!${column}${row}`;
      return [
        { formula: `=${cell('C')}` },
        { formula: `=(${cell('I')}-${cell('G')})/(${cell('H')}-${cell('G')})`, format: '0%' },
        null,
        { formula: `=${cell('L')}` },
        ...(index === 0 ? [null, 'GRR', { formula: '=ROUND(100*B8,1)' }] : []),
      ];
    }),
  ];
  return {
    name: 'Dashboard',
    rows,
    headings: [
      { range: 'A1', size: 14 },
      ...['A4', 'D4', 'F4', 'F10', 'F16', 'A17', 'C17:D17'].map((range) => ({ range })),
      ...['B4:C4', 'G4:H4', 'G10', 'G16', 'B17'].map((range) => ({ range, align: 'right' as const })),
    ],
    columnWidths: [320, 100, 70, 230, 30, 200, 80, 70],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}

/**
 * Opening and closing MRR per account for the two months that the Dashboard names. A formula a row, since Sheets does not
 * run SUMIFS over a column of accounts.
 */
export function mrrTab(accounts: readonly Account[]): BookSheet {
  const mrr = (row: number, month: string): BookCell =>
    money(`=SUMIFS(Revenue!$C$2:$C,Revenue!$A$2:$A,A${String(row)},Revenue!$B$2:$B,Dashboard!${month})`);
  return {
    name: 'MRR 12m',
    rows: [
      ['Account', 'Opening MRR', 'Closing MRR'],
      ...accounts.map(({ name }, index) => [name, mrr(index + 2, '$B$5'), mrr(index + 2, '$B$6')]),
    ],
    frozenRows: 1,
    columnWidths: [190, 110, 110],
    tabColor: tabColors.overview,
  };
}
