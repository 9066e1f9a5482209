import type { BookCell, BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { ratioCell, tabColors } from './cells.js';
import { today } from './days.js';
import type { Readings } from './signal-tabs.js';
import type { Reading } from './signals.js';
import type { Indicator } from './stories.js';

interface Input {
  readonly name: string;
  readonly weight: number;
  readonly worst: number;
  readonly best: number;
  readonly isRatio?: true;
  readonly value: (account: Account, readings: readonly (Reading | null)[]) => number | null;
}

function mean(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function recent(readings: readonly (Reading | null)[], indicator: Indicator, from: number, to?: number) {
  return mean(readings.slice(from, to).map((reading) => reading?.[indicator]));
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;
}

/** The last four weeks of usage against the eight before; unknown while the last week is missing. */
function usageTrend(readings: readonly (Reading | null)[]): number | null {
  const now = recent(readings, 'usage', -4);
  const before = recent(readings, 'usage', -12, -4);
  return readings.at(-1) && now !== null && before ? rounded(now / before - 1, 3) : null;
}

const inputs: readonly Input[] = [
  {
    name: 'Seats used',
    weight: 15,
    worst: 0.5,
    best: 0.9,
    isRatio: true,
    value: ({ seatsUsed, billing }) => rounded(seatsUsed / billing.seats, 3),
  },
  {
    name: 'Usage trend',
    weight: 25,
    worst: -0.12,
    best: 0.02,
    isRatio: true,
    value: (_, readings) => usageTrend(readings),
  },
  {
    name: 'Executive contacts',
    weight: 15,
    worst: 0,
    best: 3,
    value: (_, readings) => readings.at(-1)?.engagement ?? null,
  },
  {
    name: 'Days since QBR',
    weight: 10,
    worst: 150,
    best: 45,
    value: ({ lastReview }) => lastReview && today - lastReview,
  },
  {
    name: 'Tickets per 100 seats',
    weight: 15,
    worst: 12,
    best: 1,
    value: ({ billing }, readings) =>
      readings.at(-1) ? rounded(((recent(readings, 'volume', -4) ?? 0) / billing.seats) * 100, 1) : null,
  },
  { name: 'NPS', weight: 10, worst: 0, best: 50, value: (_, readings) => rounded(recent(readings, 'nps', -8), 0) },
  { name: 'Overdue invoices', weight: 10, worst: 2, best: 0, value: ({ overdueInvoices }) => overdueInvoices },
];

/** What each customer's health is made of, the scale that weighs it, and the formulas that judge it. */
export function healthTab(readings: Readings): BookSheet {
  const customers = [...readings].filter(([account]) => !account.churn);
  const last = String(customers.length + 1);
  const scale = `M2:P${String(inputs.length + 1)}`;
  const rows = customers.map(([account, ofAccount], row): BookCell[] => {
    const input = inputs[row];
    const cells = inputs.map(({ value, isRatio }) => {
      const found = value(account, ofAccount);
      return isRatio ? ratioCell(found) : found;
    });
    return [
      account.name,
      ...cells,
      row === 0 ? { formula: `=HEALTHSCORE(B1:H${last},${scale})`, format: '0.0' } : null,
      row === 0 ? { formula: `=HEALTHBAND(I2:I${last})` } : null,
      row === 0 ? { formula: `=HEALTHCOMPLETENESS(B1:H${last},${scale})`, format: '0%' } : null,
      null,
      ...(input ? [input.name, input.weight, input.worst, input.best] : []),
    ];
  });
  return {
    name: 'Health',
    rows: [
      [
        'Account',
        ...inputs.map(({ name }) => name),
        'Score',
        'Band',
        'Complete',
        null,
        'Input',
        'Weight',
        'Worst',
        'Best',
      ],
      ...rows,
    ],
    frozenRows: 1,
    blankFormats: [
      { range: `I3:I${last}`, format: '0.0' },
      { range: `K3:K${last}`, format: '0%' },
    ],
    columnWidths: [190, 90, 95, 130, 110, 150, 60, 125, 70, 80, 80, 30, 150, 70, 70, 70],
    tabColor: tabColors.overview,
  };
}

/** The account whose health is looked into. */
const ASKED = 'Brightwater Health';
const WEEKS_BACK = 8;

/** Why the health of one account moved: its inputs then and now, and the points that each gave or took. */
export function healthChangeTab(readings: Readings): BookSheet {
  const [account, ofAccount] = [...readings].find(([{ name }]) => name === ASKED) ?? [];
  const valuesAt = (weeksBack: number): BookCell[] =>
    inputs.map(({ value, isRatio }) => {
      const known = ofAccount?.slice(0, ofAccount.length - weeksBack) ?? [];
      const found = account ? value(account, known) : null;
      return isRatio ? ratioCell(found, '0.0%') : found;
    });
  return {
    name: 'Health change',
    rows: [
      [`Why the health of ${ASKED} moved`],
      ['Inputs', ...inputs.map(({ name }) => name)],
      [`${String(WEEKS_BACK)} weeks ago`, ...valuesAt(WEEKS_BACK)],
      ['Now', ...valuesAt(0)],
      [],
      ['Input', 'Points'],
      [{ formula: `=HEALTHWHY(B3:H3,B4:H4,Health!M2:P${String(inputs.length + 1)})` }],
    ],
    headings: [
      { range: 'A1', size: 14 },
      { range: 'A2' },
      { range: 'B2:H2', align: 'right' },
      { range: 'A6' },
      { range: 'B6', align: 'right' },
    ],
    blankFormats: [{ range: 'B7:B13', format: '+0.0;-0.0;0.0' }],
    columnWidths: [190, 90, 95, 130, 110, 150, 60, 125],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}
