import type { BookSheet } from '../book.js';
import { table, tabColors } from './cells.js';
import { emailOf } from './people.js';

export interface KeyResult {
  readonly id: string;
  readonly objective: string;
  readonly text: string;
  readonly kind: 'leading' | 'lagging';
  readonly indicator: string;
  readonly unit: '%' | 'days' | '$' | 'points' | 'users';
  readonly baseline: number;
  readonly target: number;
  readonly owner: string;
  readonly account?: string;
  /** What feeds it: a place in the book that the Key results tab turns into a cell reference. */
  readonly feed?: 'NRR' | 'GRR' | 'usage';
}

interface Objective {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly parent?: string;
}

const objectives: readonly Objective[] = [
  { id: 'O1', text: 'Renewals are a formality because risk is known early', owner: 'Priya Raman' },
  { id: 'O2', text: 'Customers grow with us as their natural next step', owner: 'Daniel Okafor' },
  { id: 'O3', text: 'New customers see value before they ask for it', owner: 'Sofia Lindqvist', parent: 'O1' },
];

type Entry = readonly [
  objective: string,
  text: string,
  kind: KeyResult['kind'],
  indicator: string,
  unit: KeyResult['unit'],
  baseline: number,
  target: number,
  owner: string,
  more?: Pick<KeyResult, 'account' | 'feed'>,
];

const entries: readonly Entry[] = [
  ['O1', 'Gross revenue retention over 12 months', 'lagging', 'GRR', '%', 88.5, 92, 'Priya Raman', { feed: 'GRR' }],
  ['O1', 'Renewals over $20K engaged 90 days ahead', 'leading', 'Renewal engagement', '%', 41, 85, 'Daniel Okafor'],
  [
    'O1',
    'Days from a drop in health to the first contact',
    'leading',
    'Response to risk',
    'days',
    14,
    3,
    'Jonas Weber',
  ],
  [
    'O1',
    'Weekly active users at Brightwater Health',
    'leading',
    'Usage',
    'users',
    250,
    330,
    'Maya Chen',
    { account: 'Brightwater Health', feed: 'usage' },
  ],
  ['O2', 'Net revenue retention over 12 months', 'lagging', 'NRR', '%', 104, 110, 'Priya Raman', { feed: 'NRR' }],
  ['O2', 'Accounts that use three or more features', 'leading', 'Feature adoption', '%', 28, 58, 'Aisha Bello'],
  ['O2', 'Pipeline that customer success sourced', 'leading', 'CS pipeline', '$', 0, 220_000, 'Lucía Moreno'],
  ['O3', 'New accounts with full adoption at day 90', 'leading', '90-day adoption', '%', 41, 72, 'Sofia Lindqvist'],
  ['O3', 'Median days to first value', 'leading', 'TTFV', 'days', 18, 6, 'Kenji Tanaka'],
  ['O3', 'NPS after onboarding', 'lagging', 'Onboarding NPS', 'points', 38, 55, 'Rachel Adeyemi'],
];

export const keyResults: readonly KeyResult[] = entries.map(
  ([objective, text, kind, indicator, unit, baseline, target, owner, more], index) => ({
    id: `KR${String(index + 1)}`,
    objective,
    text,
    kind,
    indicator,
    unit,
    baseline,
    target,
    owner: emailOf(owner),
    ...more,
  }),
);

export function objectivesTab(): BookSheet {
  return table(
    'Objectives',
    tabColors.goals,
    [
      ['Id', 50],
      ['Quarter', 80],
      ['Objective', 360],
      ['Owner', 230],
      ['Parent', 70],
      ['State', 80],
    ],
    objectives.map(({ id, text, owner, parent }) => [id, '2026-Q4', text, emailOf(owner), parent ?? null, 'Active']),
  );
}
