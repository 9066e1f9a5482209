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
const [CRO, CEO] = [/\b(cro|chief revenue officer)\b/i, /\b(ceo|chief executive( officer)?)\b/i];
const VP = /\b(vp|svp|evp|vice president)\b/i;
const HEAD = /\b(vp|svp|evp|vice president|head|director|chief|lead|leader)\b/gi;
/** Of two heads the one with the higher title is the head. */
const TITLES = [/\bchief\b|\bc[a-z]o\b/i, VP, /\bhead\b/i, /\bdirector\b/i, /\blead/i];
/** Titles that name somebody else's. */
const HELPER = /\b(assistant|ea|chief of staff|office of|to the|to (cro|ceo|cto|cpo|cco|vp))\b/i;
/** Words of a title that name neither a rank nor a function. */
const FILLING = /\b(of|the|for|senior|sr|global|interim|acting|group|executive)\b/gi;

const rankOf = ({ role }: TeamRecord): number => {
  const rank = TITLES.findIndex((title) => title.test(role ?? ''));
  return rank < 0 ? TITLES.length : rank;
};

const KNOWN_FUNCTIONS = new Set([...Object.values(FUNCTION_NAMES), ...Object.keys(CHIEFS)]);

/** The functions that a title names behind its rank: `VP, Product`, `Head of Customer Success & Support`. */
function functionsIn(role: string | null): readonly string[] {
  return (role ?? '')
    .split(/&|\/|\+|\band\b/i)
    .map((part) =>
      functionKey(
        part
          .replace(/[.,:;()]/g, ' ')
          .replace(HEAD, ' ')
          .replace(FILLING, ' '),
      ),
    )
    .filter((name) => name !== '');
}

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

/** Whether a person's role or function says that they belong to a function; a title is nearer to the truth than a department. */
function belongsTo({ role, function: own }: TeamRecord, key: string): boolean {
  const named = functionsIn(role);
  if (named.includes(key)) return true;
  const isNamedElse = KNOWN_FUNCTIONS.has(key) && named.some((name) => KNOWN_FUNCTIONS.has(name));
  return own !== null && functionKey(own) === key && !isNamedElse;
}

/** The first of two people by a list of what counts, most first. */
const byLeast =
  (...measures: readonly ((person: TeamRecord) => number)[]) =>
  (one: TeamRecord, other: TeamRecord): number =>
    measures.map((measure) => measure(one) - measure(other)).find((difference) => difference !== 0) ?? 0;

/** Reads the Team tab for who leads what; roles are words, so a title in another language leads nothing. */
export function peopleOf(team: readonly TeamRecord[]): People {
  const reachable = team.filter(({ email }) => isEmailAddress(email));
  const byEmail = new Map(reachable.map((person) => [person.email, person]));
  const leading = reachable.filter(({ role }) => !HELPER.test(role ?? ''));
  const rowOf = ({ row }: TeamRecord): number => row;
  const withRole = (title: RegExp): string | null => {
    const around = ({ role }: TeamRecord): number => (role ?? '').replace(title, '').trim().length;
    const [person] = leading.filter(({ role }) => title.test(role ?? '')).sort(byLeast(around, rowOf));
    return person?.email ?? null;
  };
  const findHead = (name: string, titles = HEAD): string | null => {
    const key = functionKey(name);
    if (key === '') return null;
    const chief = titles === HEAD ? CHIEFS[key] : undefined;
    const heads = leading.filter((person) => {
      const role = person.role ?? '';
      return belongsTo(person, key)
        ? role.search(titles) >= 0 || chief?.test(role)
        : chief?.test(role) && person.function === null;
    });
    const isUnnamed = ({ role }: TeamRecord): number => (functionsIn(role).includes(key) ? 0 : 1);
    const [head] = heads.sort(byLeast(rankOf, isUnnamed, rowOf));
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
    cro: withRole(CRO),
    ceo: withRole(CEO),
    vpCustomerSuccess: findHead(CUSTOMER_SUCCESS, VP) ?? headOf(CUSTOMER_SUCCESS),
  };
}

/** Whether somebody works in customer success. */
export function isCustomerSuccess(person: TeamRecord | null, fallback: string): boolean {
  return functionKey(person?.function ?? fallback) === CUSTOMER_SUCCESS;
}
