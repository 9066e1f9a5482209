import type { BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, monthFormat, table, tabColors } from './cells.js';
import { day, today } from './days.js';
import { random } from './random.js';

const SIGNED = 'Accounts!I2:I,Accounts!J2:J';
const recent = (column: string) => `FILTER(Accounts!${column}2:${column}200,Accounts!I2:I200>=I6)`;
const FIRST_COHORT_ROW = 8;
const LAST_COHORT_ROW = 60;

/** How fast new customers reach value, and what customers answer when asked. */
export function onboardingTab(): BookSheet {
  const formula = (text: string, format: string) => ({ formula: text, format });
  return {
    name: 'Onboarding',
    rows: [
      ['Days from signing to first value', null, null, null, null, null, 'What customers say'],
      [
        ...['Median', 'Ninth of ten', 'Mean', 'Reached', 'Median, those still waiting counted', null],
        ...['NPS after onboarding', 'CSAT of tickets', 'As of'],
      ],
      [
        formula(`=TTFV(${SIGNED})`, '0.0'),
        formula(`=TTFV(${SIGNED},"p90")`, '0.0'),
        formula(`=TTFV(${SIGNED},"mean")`, '0.0'),
        formula(`=TTFV(${SIGNED},"reached")`, '0%'),
        formula(`=TTFV(${SIGNED},"median",I3)`, '0.0'),
        null,
        formula('=NPS(Surveys!C2:C)', '0'),
        formula('=CSAT(Tickets!D2:D)', '0%'),
        dateCell(today),
      ],
      [],
      [null, null, null, null, null, null, null, null, 'Signed since'],
      ['By month of signing', null, null, null, null, null, null, null, dateCell(day('2024-11-01'))],
      ['Month', 'Accounts', 'Reached', 'Median', 'Ninth of ten'],
      [formula(`=TTFVCOHORTS(${recent('I')},${recent('J')},I3)`, monthFormat)],
    ],
    headings: [
      { range: 'A1', size: 14 },
      { range: 'G1', size: 14 },
      { range: 'A2:E2', align: 'right' },
      { range: 'G2:I2', align: 'right' },
      { range: 'I5', align: 'right' },
      { range: 'A6', size: 14 },
      { range: 'A7:E7', align: 'right' },
    ],
    blankFormats: [
      { range: `A${String(FIRST_COHORT_ROW + 1)}:A${String(LAST_COHORT_ROW)}`, format: monthFormat },
      { range: `C${String(FIRST_COHORT_ROW)}:C${String(LAST_COHORT_ROW)}`, format: '0%' },
      { range: `D${String(FIRST_COHORT_ROW)}:E${String(LAST_COHORT_ROW)}`, format: '0.0' },
    ],
    columnWidths: [100, 100, 100, 100, 230, 30, 160, 120, 100],
    hiddenGridlines: true,
    tabColor: tabColors.overview,
  };
}

/** Answers to "How likely are you to recommend us?", asked when onboarding ends. */
export function surveysTab(accounts: readonly Account[]): BookSheet {
  const asked = accounts.filter(({ firstValue }) => firstValue !== null && firstValue >= day('2025-08-01'));
  const rows = asked.flatMap(({ name, firstValue }) => {
    const chance = random(`survey ${name}`);
    const answered = (firstValue ?? 0) + chance.int(3, 12);
    const score = Math.min(10, Math.max(0, Math.round(8.4 + 1.8 * chance.noise())));
    return chance.chance(0.8) && answered <= today ? [[name, dateCell(answered), score]] : [];
  });
  return table(
    'Surveys',
    tabColors.customers,
    [
      ['Account', 190],
      ['Answered', 90],
      ['Score', 70],
    ],
    rows,
  );
}
