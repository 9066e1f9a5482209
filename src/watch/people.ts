import { isEmailAddress } from '../records/cell.js';
import type { TeamRecord } from '../records/tabs/team.js';

/** Other names under which a function goes, each with the one that stands for all of them. */
const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  cs: 'customer success',
  csm: 'customer success',
  success: 'customer success',
  'client success': 'customer success',
  gtm: 'sales',
  revenue: 'sales',
  eng: 'engineering',
  'r&d': 'engineering',
  development: 'engineering',
  'customer support': 'support',
};

/** What a function is compared by: `CS` and `Customer Success` are one. */
export function functionKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return FUNCTION_NAMES[plain] ?? plain;
}

const CUSTOMER_SUCCESS = functionKey('CS');

/** Titles that lead a whole function by themselves. */
const CHIEFS: Readonly<Record<string, RegExp>> = {
  sales: /\b(cro|chief revenue officer|chief sales officer)\b/i,
  product: /\b(cpo|chief product officer)\b/i,
  engineering: /\b(cto|chief technology officer)\b/i,
  'customer success': /\b(cco|chief customer officer)\b/i,
};
const HEAD = /\b(vp|svp|evp|vice president|head|director|chief|lead|leader)\b/i;
/** Of two heads the one with the higher title is the head. */
const TITLES = [/\bchief\b|\bc[a-z]o\b/i, /\b(vp|svp|evp|vice president)\b/i, /\bhead\b/i, /\bdirector\b/i, /\blead/i];

const rankOf = ({ role }: TeamRecord): number => {
  const rank = TITLES.findIndex((title) => title.test(role ?? ''));
  return rank < 0 ? TITLES.length : rank;
};

/** The people of the Team tab by what they are to a message. */
export interface People {
  find(email: string): TeamRecord | null;
  /** Who leads a function; null when Team names nobody. */
  headOf(functionName: string): string | null;
  /** Who answers for revenue, and who for everything. */
  readonly cro: string | null;
  readonly ceo: string | null;
  readonly vpCustomerSuccess: string | null;
}

/** Whether a person's role or function says that they belong to a function. */
function belongsTo({ role, function: own }: TeamRecord, key: string): boolean {
  if (own !== null) return functionKey(own) === key;
  // A title names its function behind the rank: VP Product, Head of Customer Success.
  const named = (role ?? '').replace(HEAD, ' ').replace(/\bof\b/i, ' ');
  return functionKey(named) === key;
}

/** Reads the Team tab for who leads what; roles are words, so a title in another language leads nothing. */
export function peopleOf(team: readonly TeamRecord[]): People {
  const reachable = team.filter(({ email }) => isEmailAddress(email));
  const byEmail = new Map(reachable.map((person) => [person.email, person]));
  const withRole = (title: RegExp): string | null => {
    return reachable.find(({ role }) => title.test(role ?? ''))?.email ?? null;
  };
  const findHead = (name: string): string | null => {
    const key = functionKey(name);
    if (key === '') return null;
    const chief = CHIEFS[key];
    const heads = reachable.filter((person) => {
      const role = person.role ?? '';
      return belongsTo(person, key)
        ? HEAD.test(role) || chief?.test(role)
        : chief?.test(role) && person.function === null;
    });
    const [head] = [...heads].sort((one, other) => rankOf(one) - rankOf(other) || one.row - other.row);
    return head?.email ?? null;
  };
  // Asked for each alert, of a few functions.
  const heads = new Map<string, string | null>();
  const headOf = (name: string): string | null => {
    const known = heads.get(name);
    const head = known === undefined ? findHead(name) : known;
    heads.set(name, head);
    return head;
  };
  return {
    find: (email) => byEmail.get(email.toLowerCase()) ?? null,
    headOf,
    cro: withRole(CHIEFS['sales'] ?? HEAD),
    ceo: withRole(/\b(ceo|chief executive)/i),
    vpCustomerSuccess: headOf(CUSTOMER_SUCCESS),
  };
}

/** Whether somebody works in customer success. */
export function isCustomerSuccess(person: TeamRecord | null, fallback: string): boolean {
  return functionKey(person?.function ?? fallback) === CUSTOMER_SUCCESS;
}
