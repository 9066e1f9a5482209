import type { BookSheet } from '../book.js';
import { table, tabColors } from './cells.js';

interface Person {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** The manager's e-mail; empty for the CEO. */
  readonly manager: string;
  readonly team: string;
  readonly timeZone: string;
}

export type Tier = 'Enterprise' | 'Mid-market' | 'SMB';

export function emailOf(name: string): string {
  const ascii = name.normalize('NFD').replace(/[^A-Za-z ]/g, '');
  return `${ascii.toLowerCase().replaceAll(' ', '.')}@northlight.example`;
}

type Entry = readonly [name: string, role: string, manager: string, team: string, timeZone: string];

const NEW_YORK = 'America/New_York';
const CHICAGO = 'America/Chicago';
const LOS_ANGELES = 'America/Los_Angeles';
const LONDON = 'Europe/London';
const BERLIN = 'Europe/Berlin';

const entries: readonly Entry[] = [
  ['Ingrid Halvorsen', 'CEO', '', 'Executive', NEW_YORK],
  ['Marcus Delacroix', 'CRO', 'Ingrid Halvorsen', 'Executive', NEW_YORK],
  ['Priya Raman', 'VP Customer Success', 'Marcus Delacroix', 'Customer Success', NEW_YORK],
  ['Daniel Okafor', 'CS Manager', 'Priya Raman', 'Customer Success', NEW_YORK],
  ['Sofia Lindqvist', 'CS Manager', 'Priya Raman', 'Customer Success', LONDON],
  ['Dana Brooks', 'Renewal Manager', 'Priya Raman', 'Customer Success', CHICAGO],
  ['Felix Romero', 'CS Operations', 'Priya Raman', 'Customer Success', NEW_YORK],
  ['Maya Chen', 'CSM', 'Daniel Okafor', 'Customer Success', NEW_YORK],
  ['Jonas Weber', 'CSM', 'Daniel Okafor', 'Customer Success', BERLIN],
  ['Aisha Bello', 'CSM', 'Daniel Okafor', 'Customer Success', LONDON],
  ['Tom Fitzgerald', 'CSM', 'Daniel Okafor', 'Customer Success', CHICAGO],
  ['Lucía Moreno', 'CSM', 'Daniel Okafor', 'Customer Success', LOS_ANGELES],
  ['Kenji Tanaka', 'CSM', 'Sofia Lindqvist', 'Customer Success', LOS_ANGELES],
  ['Rachel Adeyemi', 'CSM', 'Sofia Lindqvist', 'Customer Success', LONDON],
  ['Sam Whitfield', 'CSM', 'Sofia Lindqvist', 'Customer Success', NEW_YORK],
  ['Grace Kowalski', 'Head of Sales', 'Marcus Delacroix', 'Sales', CHICAGO],
  ['Ben Ortega', 'Account Executive', 'Grace Kowalski', 'Sales', NEW_YORK],
  ['Hannah Price', 'Account Executive', 'Grace Kowalski', 'Sales', CHICAGO],
  ['Yusuf Demir', 'Account Executive', 'Grace Kowalski', 'Sales', BERLIN],
  ['Chloe Martin', 'Account Executive', 'Grace Kowalski', 'Sales', LONDON],
  ['Elena Petrova', 'Head of Product', 'Ingrid Halvorsen', 'Product', BERLIN],
  ['Arjun Mehta', 'Head of Support', 'Ingrid Halvorsen', 'Support', LONDON],
  ['Noah Lindgren', 'Head of Engineering', 'Ingrid Halvorsen', 'Engineering', BERLIN],
];

const people: readonly Person[] = entries.map(([name, role, manager, team, timeZone]) => ({
  name,
  email: emailOf(name),
  role,
  manager: manager && emailOf(manager),
  team,
  timeZone,
}));

/** The CSMs of each tier, by e-mail. */
export const csmsOf: Readonly<Record<Tier, readonly string[]>> = {
  Enterprise: ['Maya Chen', 'Jonas Weber'].map(emailOf),
  'Mid-market': ['Aisha Bello', 'Tom Fitzgerald', 'Lucía Moreno'].map(emailOf),
  SMB: ['Kenji Tanaka', 'Rachel Adeyemi', 'Sam Whitfield'].map(emailOf),
};

export const accountExecutives: readonly string[] = people
  .filter(({ role }) => role === 'Account Executive')
  .map(({ email }) => email);

export function teamTab(): BookSheet {
  return table(
    'Team',
    tabColors.setup,
    [
      ['Name', 140],
      ['E-mail', 240],
      ['Role', 160],
      ['Manager', 240],
      ['Function', 140],
      ['Working days', 110],
      ['Time zone', 150],
    ],
    people.map((person) => [
      person.name,
      person.email,
      person.role,
      person.manager || null,
      person.team,
      'Mon-Fri',
      person.timeZone,
    ]),
  );
}
