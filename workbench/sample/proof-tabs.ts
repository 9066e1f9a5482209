import type { BookSheet } from '../book.js';
import { dateCell, table, tabColors } from './cells.js';
import { day, today, weeks } from './days.js';
import { emailOf } from './people.js';
import { bending } from './stories.js';

/** Whether usage gave warning of the churns there were, and how many came as a surprise. */
export function backtestTab(): BookSheet {
  const churns = 'Churns!A2:A,Churns!B2:B';
  // The signals reach back to May: of a churn before July too little is known.
  const recent = (column: string) => `FILTER(Churns!${column}2:${column}200,Churns!B2:B200>=D13)`;
  return {
    name: 'Backtest',
    rows: [
      ['Did usage warn of churn?', 'Value', 'From', 'To'],
      [{ formula: `=SIGNALBACKTEST(Signals!A2:A,Signals!B2:B,Signals!C2:C,${churns})` }],
      ...Array.from({ length: 9 }, () => []),
      ['Unannounced churns', 'Share', null, 'Since'],
      [
        'Churns that no bend of usage or engagement announced',
        {
          formula: `=SURPRISEDCHURN(Signals!A2:A,Signals!B2:B,Signals!C2:D,${recent('A')},${recent('B')})`,
          format: '0%',
        },
        null,
        dateCell(day('2026-07-01')),
      ],
    ],
    headings: [
      { range: 'A1' },
      { range: 'B1:D1', align: 'right' },
      { range: 'A12' },
      { range: 'B12:D12', align: 'right' },
    ],
    blankFormats: [
      { range: 'B2:B3', format: '0' },
      { range: 'B4:D4', format: '0.0' },
      { range: 'B5:D5', format: '0%' },
      { range: 'B6', format: '0.00' },
      { range: 'B7', format: '0%' },
      { range: 'B8:D8', format: '0.00' },
    ],
    columnWidths: [320, 230, 80, 80],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}

/** Weekly ticket counts made from the help desk's rows, and the scores of the accounts that bend. */
export function ticketsByWeekTab(): BookSheet {
  const lastWeek = weeks.at(-1) ?? 0;
  const watched = Object.keys(bending);
  return {
    name: 'Tickets by week',
    rows: [
      ['Week', 'Account', 'Tickets', null, 'Week', 'Account that bends', 'Mean CSAT'],
      ...watched.map((account, row) => [
        row === 0 ? { formula: '=WEEKLY(Tickets!A2:A,Tickets!B2:B)' } : null,
        null,
        null,
        null,
        dateCell(lastWeek),
        account,
        row === 0
          ? {
              formula: `=WEEKLYFOR(E2:E${String(watched.length + 1)},F2:F${String(watched.length + 1)},Tickets!A2:A,Tickets!B2:B,Tickets!D2:D,"mean")`,
              format: '0.0',
            }
          : null,
      ]),
    ],
    frozenRows: 1,
    blankFormats: [
      { range: 'A2:A1000', format: 'yyyy-mm-dd' },
      { range: 'G3:G6', format: '0.0' },
    ],
    columnWidths: [100, 190, 80, 30, 100, 190, 100],
    tabColor: tabColors.overview,
  };
}

/** What the team said it would get, against what came: renewals, last quarter's key results, and who serves whom. */
export function forecastsTab(): BookSheet {
  const closed = (column: string) => `FILTER(Renewals!${column}2:${column}200,Renewals!J2:J200<>"")`;
  const accuracy = (column: string) => ({
    formula: `=FORECASTACCURACY(${closed(column)},${closed('J')})`,
    format: '0.0%',
  });
  const active = (column: string) => `FILTER(Accounts!${column}2:${column}200,Accounts!L2:L200="Active")`;
  return {
    name: 'Forecasts',
    rows: [
      ['Renewal forecasts', 'Accuracy'],
      ['90 days ahead', accuracy('G')],
      ['60 days ahead', accuracy('H')],
      ['30 days ahead', accuracy('I')],
      [],
      ['Confidence last quarter', 'Brier score'],
      [
        'Lower is better; 0.25 is a coin',
        { formula: "=BRIER('Last quarter'!C2:C,'Last quarter'!D2:D)", format: '0.000' },
      ],
      [],
      ['Accounts by tier', 'CSMs', 'Accounts', 'Accounts a CSM', 'ARR a CSM'],
      [{ formula: `=CSMRATIO(${active('D')},${active('B')},${active('H')})` }],
    ],
    headings: ['A1', 'A6', 'A9']
      .map((range) => ({ range }))
      .concat(['B1', 'B6', 'B9:E9'].map((range) => ({ range, align: 'right' as const }))),
    blankFormats: [
      { range: 'D10:D13', format: '0.0' },
      { range: 'E10:E13', format: '$#,##0' },
    ],
    columnWidths: [240, 100, 100, 120, 120],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}

/** How sure the owners of last quarter's key results were in its middle, and whether they got there. */
export function lastQuarterTab(): BookSheet {
  const settled: readonly (readonly [keyResult: string, owner: string, confidence: number, cameTrue: boolean])[] = [
    ['GRR of 91 %', 'Priya Raman', 7, true],
    ['Renewals engaged 90 days ahead at 60 %', 'Daniel Okafor', 6, false],
    ['At-risk accounts reviewed weekly', 'Daniel Okafor', 8, true],
    ['Response to a drop in health within 10 days', 'Jonas Weber', 5, true],
    ['Sponsors met in all enterprise accounts', 'Maya Chen', 8, true],
    ['NRR of 106 %', 'Priya Raman', 8, false],
    ['Three features in use at 30 % of accounts', 'Aisha Bello', 7, true],
    ['Pipeline of $100K', 'Lucía Moreno', 4, false],
    ['90-day adoption at 50 %', 'Sofia Lindqvist', 6, false],
    ['First value within 20 days', 'Kenji Tanaka', 9, true],
    ['NPS after onboarding of 40', 'Rachel Adeyemi', 7, true],
    ['Repeat tickets below 20 %', 'Sam Whitfield', 3, false],
  ];
  return table(
    'Last quarter',
    tabColors.goals,
    [
      ['Key result', 320],
      ['Owner', 230],
      ['Confidence', 90],
      ['Came true', 90],
    ],
    settled.map(([keyResult, owner, confidence, cameTrue]) => [keyResult, emailOf(owner), confidence, cameTrue]),
  );
}

/** The check-ins as they were known on a day: the quarter read again without hindsight. */
export function knownThenTab(): BookSheet {
  return {
    name: 'Known then',
    rows: [
      ['Check-ins as known on', dateCell(Math.min(today, day('2026-10-31')))],
      [],
      [{ formula: "=ASOF('Check-ins'!A1:I,'Check-ins'!A1:A,B1)" }],
    ],
    headings: [{ range: 'A1', size: 14 }, { range: 'A3:I3' }],
    blankFormats: [
      { range: 'A4:A200', format: 'yyyy-mm-dd hh:mm' },
      { range: 'B4:B200', format: 'yyyy-mm-dd' },
    ],
    columnWidths: [240, 100, 90, 80, 90, 250, 300, 220, 120],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}
