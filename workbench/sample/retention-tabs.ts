import type { BookSheet } from '../book.js';
import { ratioFormat, moneyFormat, monthFormat, tabColors } from './cells.js';
import { months } from './days.js';

const LEDGER = 'Revenue!A2:A,Revenue!B2:B,Revenue!C2:C';
/** The rows of the movements of each month, from 1. */
const FIRST_MONTH_ROW = 13;
const LAST_MONTH_ROW = FIRST_MONTH_ROW + months.length - 1;

/** Where the gross retention of the last month stands. */
export const lastMonthGross = `Retention!J${String(LAST_MONTH_ROW)}`;

/** The same twelve months under each convention, and what moved in every month. */
export function retentionTab(): BookSheet {
  const rows = `${String(FIRST_MONTH_ROW)}:`;
  const column = (from: string, to = from) => `${from}${rows}${to}${String(LAST_MONTH_ROW)}`;
  return {
    name: 'Retention',
    rows: [
      ['NRR by convention, between the two months of the Dashboard'],
      ['Convention', 'NRR', 'Difference', 'Accounts that make the difference'],
      [{ formula: `=NRRPOLICIES(${LEDGER},Dashboard!B5,Dashboard!B6)` }],
      ...Array.from({ length: 7 }, () => []),
      ['MRR movements by month'],
      [
        ...['Month', 'Opening', 'New', 'Expansion', 'Contraction', 'Churned', 'Reactivated', 'Closing'],
        ...['NRR', 'GRR', 'Logo retention'],
      ],
      [{ formula: `=MRRMOVEMENTS(${LEDGER})`, format: monthFormat }],
    ],
    headings: [
      { range: 'A1', size: 14 },
      { range: 'A2' },
      { range: 'B2:C2', align: 'right' },
      { range: 'D2' },
      { range: 'A11', size: 14 },
      { range: 'A12:K12', align: 'right' },
    ],
    blankFormats: [
      { range: 'B3:C9', format: ratioFormat },
      { range: column('A').replace(String(FIRST_MONTH_ROW), String(FIRST_MONTH_ROW + 1)), format: monthFormat },
      { range: column('B', 'H'), format: moneyFormat },
      { range: column('I', 'K'), format: ratioFormat },
    ],
    columnWidths: [310, 90, 90, 90, 90, 90, 90, 90, 80, 80, 110],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}

/** How many of each month's new accounts still pay, month after month. */
export function cohortsTab(): BookSheet {
  const last = String(months.length + 1);
  return {
    name: 'Cohorts',
    rows: [
      ['First month', 'Accounts', ...months.map((_, month) => month)],
      [{ formula: `=COHORTRETENTION(${LEDGER})`, format: monthFormat }],
    ],
    frozenRows: 1,
    blankFormats: [
      { range: `A3:A${last}`, format: monthFormat },
      { range: `C2:Z${last}`, format: '0%' },
    ],
    columnWidths: [100, 80, ...months.map(() => 54)],
    tabColor: tabColors.overview,
  };
}

/** The ledger that the billing system's subscriptions give, and what each account pays on one day. */
export function ledgerTab(): BookSheet {
  const subscriptions = 'Subscriptions!A2:A,Subscriptions!B2:B,Subscriptions!C2:C,Subscriptions!D2:D';
  return {
    name: 'Ledger',
    rows: [
      ['Account', 'Month', 'MRR', null, 'On the day', 'MRR', null, 'Day'],
      [
        { formula: `=MRRLEDGER(${subscriptions})` },
        null,
        null,
        null,
        { formula: `=MRRSNAPSHOT(${subscriptions},H2)` },
        null,
        null,
        { formula: '=Dashboard!B6', format: 'yyyy-mm-dd' },
      ],
    ],
    frozenRows: 1,
    blankFormats: [
      { range: 'B2:B3000', format: monthFormat },
      { range: 'C2:C3000', format: moneyFormat },
      { range: 'F2:F200', format: moneyFormat },
    ],
    columnWidths: [190, 90, 90, 30, 190, 90, 30, 90],
    rowCount: 3000,
    tabColor: tabColors.overview,
  };
}
