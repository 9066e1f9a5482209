import type { BookCell, BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, moneyFormat, ratioCell, ratioFormat, tabColors } from './cells.js';
import { firstDayOf, months, today } from './days.js';
import { keyResults } from './goals.js';
import { lastMonthGross } from './retention-tabs.js';

const PAIR = "'MRR 12m'!B2:B,'MRR 12m'!C2:C";
const BENDING = "'Usage by week'!B2:B";

function share(formula: string): BookCell {
  return { formula, format: ratioFormat };
}

function money(formula: string): BookCell {
  return { formula, format: moneyFormat };
}

function bandRow(band: string, row: number): BookCell[] {
  const cell = String(row);
  return [band, { formula: `=COUNTIF(Health!J2:J,G${cell})` }, { formula: `=H${cell}/SUM(H$5:H$8)`, format: '0%' }];
}

/** A ratio with its target, where published numbers put it, and how far the next band is. */
function benchmarked(label: string, metric: string, formula: string, target: number, row: number): BookCell[] {
  return [label, share(formula), ratioCell(target), { formula: `=BENCHMARK("${metric}",B${String(row)})` }, null];
}

const FIRST_KEY_RESULT_ROW = 24;
const LAST_KEY_RESULT_ROW = FIRST_KEY_RESULT_ROW + keyResults.length - 1;

/** The cells that key results take their value from, in the unit of the key result. */
export const feeds = { NRR: 'Dashboard!H17', GRR: 'Dashboard!H18' } as const;

/** What the team looks at first: every figure is a formula over the other tabs. */
export function dashboardTab(): BookSheet {
  const opening = months.at(-13) ?? 0;
  const closing = months.at(-1) ?? 0;
  const ofKeyResults = (...columns: string[]) =>
    columns.map((column) => `'Key results'!${column}2:${column}${String(keyResults.length + 1)}`).join(',');
  const rows: BookCell[][] = [
    ['Northlight: customer success at a glance'],
    [{ formula: '=RETENTIONDIAGNOSIS(B7,B8)' }],
    ['Change From and To, and every retention figure follows'],
    ['Retention', 'Value', 'Target', 'Against others', 'To the next band', null, 'Health', 'Accounts', 'Share'],
    ['From (month)', dateCell(firstDayOf(opening)), null, null, null, null, ...bandRow('green', 5)],
    ['To (month)', dateCell(firstDayOf(closing)), null, null, null, null, ...bandRow('yellow', 6)],
    [...benchmarked('NRR', 'NRR', `=NRR(${PAIR})`, 1.1, 7), null, ...bandRow('red', 7)],
    [...benchmarked('GRR', 'GRR', `=GRR(${PAIR})`, 0.92, 8), null, ...bandRow('unknown', 8)],
    ['Logo retention', share(`=LOGORETENTION(${PAIR})`)],
    ['Logo churn', share(`=LOGOCHURN(${PAIR})`), null, null, null, null, 'Usage this week', 'Accounts'],
    [
      ...benchmarked('Expansion', 'expansion', `=EXPANSIONRATE(${PAIR})`, 0.18, 11),
      null,
      'Bends',
      { formula: `=COUNTIF(${BENDING},TRUE)` },
    ],
    [
      'Contraction',
      share(`=CONTRACTIONRATE(${PAIR})`),
      null,
      null,
      null,
      null,
      'Bends for three weeks or more',
      { formula: `=COUNTIF('Usage by week'!C2:C,">=3")` },
    ],
    [
      'Revenue churn',
      share(`=REVENUECHURN(${PAIR})`),
      null,
      null,
      null,
      null,
      'Does not bend',
      { formula: `=COUNTIF(${BENDING},FALSE)` },
    ],
    [
      'Revenue churn of the last month, over a year',
      share(`=ANNUALIZE(1-${lastMonthGross},1)`),
      null,
      null,
      null,
      null,
      'No data, or gone',
      { formula: `=COUNTIF(${BENDING},"no data")` },
    ],
    ['Quick ratio', { formula: `=QUICKRATIO(${PAIR})`, format: '0.0' }],
    ['Opening MRR', money(`=SUM('MRR 12m'!B2:B)`), null, null, null, null, 'Feeds of key results', 'Percent'],
    [
      'Closing MRR, same accounts',
      money(`=SUMIF('MRR 12m'!B2:B,">0",'MRR 12m'!C2:C)`),
      null,
      null,
      null,
      null,
      'NRR',
      { formula: '=ROUND(100*B7,1)' },
    ],
    [
      'Closing MRR, all accounts',
      money(`=SUM('MRR 12m'!C2:C)`),
      null,
      null,
      null,
      null,
      'GRR',
      { formula: '=ROUND(100*B8,1)' },
    ],
    [],
    ['Quarter', 'Today', 'Elapsed', 'Score'],
    [
      'Q4 2026',
      dateCell(today),
      share(`=KRPACE('Key results'!J2,'Key results'!K2,B21)`),
      {
        formula: `=OKRSCORE(B${String(FIRST_KEY_RESULT_ROW)}:B${String(LAST_KEY_RESULT_ROW)})`,
        format: '0.00',
      },
    ],
    [],
    ['Key result', 'Progress', 'Status', 'Owner'],
    ...keyResults.map((_, index): BookCell[] => {
      const row = String(index + 2);
      return [
        { formula: `='Key results'!C${row}` },
        index === 0 ? share(`=KRPROGRESS(${ofKeyResults('G', 'H', 'I')})`) : null,
        index === 0 ? { formula: `=KRSTATUS(${ofKeyResults('G', 'H', 'I', 'J', 'K')},B21)` } : null,
        { formula: `='Key results'!L${row}` },
      ];
    }),
  ];
  return {
    name: 'Dashboard',
    rows,
    headings: [
      { range: 'A1', size: 14 },
      ...['A4', 'D4', 'G4', 'G10', 'G16', 'A20', 'A23', 'C23:D23'].map((range) => ({ range })),
      ...['B4:C4', 'E4', 'H4:I4', 'H10', 'H16', 'B20:D20', 'B23'].map((range) => ({ range, align: 'right' as const })),
    ],
    blankFormats: [
      { range: 'E7:E11', format: ratioFormat },
      { range: `B${String(FIRST_KEY_RESULT_ROW + 1)}:B${String(LAST_KEY_RESULT_ROW)}`, format: ratioFormat },
    ],
    columnWidths: [320, 100, 80, 230, 140, 30, 200, 80, 70],
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
