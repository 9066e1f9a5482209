import type { BookSheet } from '../book.js';
import { dateCell, moneyCell, table, tabColors } from './cells.js';
import { companies } from './companies.js';
import { day, firstDayOf, months, today, yearsLater } from './days.js';
import { accountExecutives, csmsOf, type Tier } from './people.js';
import { random, type Random } from './random.js';
import { billingOf, type Billing } from './revenue.js';
import { churns, movedUp, ownerless, signedOn, withoutReview, type Churn } from './stories.js';

export interface Account {
  readonly name: string;
  readonly tier: Tier;
  readonly segment: string;
  readonly csm: string;
  readonly csmSince: number;
  readonly tierSince: number;
  readonly accountExecutive: string;
  readonly signed: number;
  readonly firstValue: number | null;
  readonly renewal: number;
  /** The churn that ended it; null for a customer, one that came back included. */
  readonly churn: Churn | null;
  readonly sponsor: string;
  readonly billing: Billing;
  readonly seatsUsed: number;
  readonly lastReview: number | null;
  readonly overdueInvoices: number;
}

const FIRST_NAMES = [
  'Amelia',
  'Bruno',
  'Carmen',
  'Dev',
  'Esther',
  'Farid',
  'Greta',
  'Hugo',
  'Imani',
  'Joel',
  'Keiko',
  'Leon',
  'Mira',
  'Nadia',
  'Oscar',
  'Paula',
  'Quentin',
  'Rosa',
  'Stefan',
  'Tara',
] as const;
const LAST_NAMES = [
  'Abbott',
  'Baptiste',
  'Castillo',
  'Dvořák',
  'Egan',
  'Fontaine',
  'Gupta',
  'Hoffmann',
  'Ibrahim',
  'Jensen',
  'Kaur',
  'Lombardi',
  'Mensah',
  'Novak',
  'Osei',
  'Pereira',
  'Quist',
  'Rossi',
  'Sato',
  'Thorne',
] as const;

/** Every third customer signed within the months of the Revenue tab, evenly spread over them. */
function signedOf(index: number, chance: Random, churn: Churn | undefined): number {
  if (churn) return yearsLater(churn.on, -chance.int(2, 4));
  const isRecent = index % 3 === 1;
  if (!isRecent) return day('2021-02-01') + chance.int(0, 1330);
  const month = months[(index * 7) % months.length] ?? 0;
  return firstDayOf(month) + chance.int(2, 24);
}

function nextAnniversary(signed: number): number {
  let years = 1;
  while (yearsLater(signed, years) <= today) years += 1;
  return yearsLater(signed, years);
}

function makeAccount(name: string, tier: Tier, segment: string, index: number): Account {
  const chance = random(`account ${name}`);
  const lastChurn = churns.find(({ account }) => account === name);
  const churn = lastChurn && lastChurn.backOn === undefined ? lastChurn : null;
  const signed = signedOn[name] ?? signedOf(index, chance, lastChurn);
  const lastDay = churn?.on ?? today;
  const age = lastDay - signed;
  const csms = csmsOf[tier];
  const billing = billingOf(name, tier, signed, lastChurn);
  const daysToValue = chance.int(5, tier === 'Enterprise' ? 52 : 28);
  const tierSince = movedUp[name] ?? signed;
  const usedShare = Math.min(1, Math.max(0.35, 0.78 + 0.15 * chance.noise()));
  return {
    name,
    tier,
    segment,
    csm: ownerless[name] ?? csms[index % csms.length] ?? '',
    csmSince: !(name in movedUp) && age > 700 && chance.chance(0.4) ? lastDay - chance.int(160, 600) : signed,
    tierSince,
    accountExecutive: chance.pick(accountExecutives as readonly [string, ...string[]]),
    signed,
    firstValue: age < 45 ? null : signed + daysToValue,
    renewal: churn ? churn.on : nextAnniversary(signed),
    churn,
    sponsor: chance.chance(0.9) ? `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}` : '',
    billing,
    seatsUsed: Math.round(billing.seats * usedShare),
    lastReview:
      withoutReview[name] ?? (age < 60 ? null : lastDay - chance.int(8, Math.min(age - 40, tier === 'SMB' ? 150 : 85))),
    overdueInvoices: chance.chance(0.1) ? chance.int(1, 3) : 0,
  };
}

function compareCodePoints(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** All accounts, by name. */
export function makeAccounts(): readonly Account[] {
  const accounts: Account[] = [];
  for (const tier of ['Enterprise', 'Mid-market', 'SMB'] as const) {
    for (const [segment, names] of Object.entries(companies[tier])) {
      for (const name of names) accounts.push(makeAccount(name, tier, segment, accounts.length));
    }
  }
  return accounts.sort((one, other) => compareCodePoints(one.name, other.name));
}

export function accountsTab(accounts: readonly Account[]): BookSheet {
  return table(
    'Accounts',
    tabColors.customers,
    [
      ['Account', 190],
      ['Tier', 90],
      ['Segment', 110],
      ['CSM', 232],
      ['CSM since', 90],
      ['Tier since', 90],
      ['AE', 230],
      ['ARR', 90],
      ['Signed', 90],
      ['First value', 90],
      ['Renewal', 90],
      ['Status', 80],
      ['Churned on', 90],
      ['Churn cause', 260],
      ['Executive sponsor', 140],
      ['Headcount', 85],
      ['Seats', 70],
      ['Seats used', 85],
      ['Last QBR', 90],
      ['Overdue invoices', 120],
    ],
    accounts.map((account) => [
      account.name,
      account.tier,
      account.segment,
      account.csm || null,
      dateCell(account.csmSince),
      dateCell(account.tierSince),
      account.accountExecutive,
      moneyCell(account.churn ? 0 : account.billing.arr),
      dateCell(account.signed),
      dateCell(account.firstValue),
      dateCell(account.renewal),
      account.churn ? 'Churned' : 'Active',
      dateCell(account.churn?.on ?? null),
      account.churn?.cause ?? null,
      account.sponsor || null,
      account.billing.headcount,
      account.billing.seats,
      account.seatsUsed,
      dateCell(account.lastReview),
      account.overdueInvoices,
    ]),
  );
}
