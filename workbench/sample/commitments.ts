import type { BookSheet } from '../book.js';
import type { Account } from './accounts.js';
import { dateCell, moneyCell, table, tabColors } from './cells.js';
import { day } from './days.js';
import { emailOf } from './people.js';

type Entry = readonly [
  account: string,
  commitment: string,
  team: string,
  owner: string,
  due: string,
  doneOn: string | null,
  source: string,
  keyResult?: string,
];

const entries: readonly Entry[] = [
  [
    'Copperline Hotels',
    'Second region in the European data centre',
    'Engineering',
    'Noah Lindgren',
    '2026-08-28',
    '2026-08-25',
    'Handoff',
  ],
  [
    'Meridian Hospital Group',
    'Named support engineer during go-live',
    'Support',
    'Arjun Mehta',
    '2026-09-04',
    '2026-09-04',
    'Handoff',
  ],
  [
    'Bellhaven Books',
    'Training for six store managers',
    'Customer Success',
    'Tom Fitzgerald',
    '2026-09-18',
    '2026-09-16',
    'QBR',
  ],
  [
    'Polestar Freight',
    'Driver-hours report with night shifts',
    'Product',
    'Elena Petrova',
    '2026-09-30',
    '2026-10-09',
    'Renewal call',
  ],
  [
    'Tern Wealth',
    'Security questionnaire answered',
    'Engineering',
    'Noah Lindgren',
    '2026-10-09',
    '2026-10-07',
    'Handoff',
  ],
  [
    'Eastmere College',
    'Price held for the spring term',
    'Sales',
    'Chloe Martin',
    '2026-10-16',
    '2026-10-15',
    'Renewal call',
  ],
  [
    'Brightwater Health',
    'Single sign-on with the hospital directory',
    'Product',
    'Elena Petrova',
    '2026-11-05',
    null,
    'Handoff',
    'KR4',
  ],
  ['Harrow & Vale', 'Shift swaps across stores', 'Product', 'Elena Petrova', '2026-11-12', null, 'QBR', 'KR6'],
  [
    'Tilda Toys',
    'Cause of the double-booked shifts, in writing',
    'Support',
    'Arjun Mehta',
    '2026-11-16',
    null,
    'Escalation',
  ],
  ['Beacon Payments', 'Audit log export', 'Product', 'Elena Petrova', '2026-11-17', null, 'Renewal call', 'KR6'],
  ['Corvane Motors', 'Sandbox with the plant data', 'Engineering', 'Noah Lindgren', '2026-11-21', null, 'Handoff'],
  ['Maison Aubrac', 'French labour rules reviewed', 'Product', 'Elena Petrova', '2026-12-04', null, 'QBR'],
  ['Tidewater Bank', 'Penetration test summary', 'Engineering', 'Noah Lindgren', '2026-12-11', null, 'Handoff'],
  [
    'Wayfarer Resorts',
    'Roster templates for the winter season',
    'Customer Success',
    'Jonas Weber',
    '2026-12-15',
    null,
    'QBR',
  ],
];

/** Promises made to customers: kept, late, just due and still ahead. */
export function commitmentsTab(accounts: readonly Account[]): BookSheet {
  const arrOf = new Map(accounts.map(({ name, billing }) => [name, billing.arr]));
  return table(
    'Commitments',
    tabColors.customers,
    [
      ['Id', 60],
      ['Account', 190],
      ['Commitment', 320],
      ['Function', 130],
      ['Owner', 230],
      ['Due', 90],
      ['Done on', 90],
      ['ARR exposed', 100],
      ['Key result', 80],
      ['Source', 100],
    ],
    entries.map(([account, commitment, team, owner, due, doneOn, source, keyResult], index) => [
      `C${String(101 + index)}`,
      account,
      commitment,
      team,
      emailOf(owner),
      dateCell(day(due)),
      dateCell(doneOn === null ? null : day(doneOn)),
      moneyCell(arrOf.get(account) ?? null),
      keyResult ?? null,
      source,
    ]),
  );
}
