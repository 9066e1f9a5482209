import { isEmailAddress } from '../records/cell.js';
import type { Finding, TriggerName } from './finding.js';
import { isCustomerSuccess, type People } from './people.js';

/** The steps of one alert: its owner at once, then the peers, then the executive. */
export const [OWNER_LEVEL, PEERS_LEVEL, EXECUTIVE_LEVEL] = [1, 2, 3] as const;

/** Why a person is told of an alert. */
export type Standing = 'owner' | 'stand-in' | 'peer' | 'head of function' | 'manager' | 'executive';

/** The address that a cell holds, as messages are sent to it; null where it is none. */
export const addressOf = (cell: string | null): string | null => {
  return cell !== null && isEmailAddress(cell) ? cell.toLowerCase() : null;
};

/** The functions beside the owing one that can help with an alert that stays open; over a broken promise it is who sells and serves. */
const PEER_FUNCTIONS: Readonly<Record<TriggerName, readonly string[]>> = {
  'Missed cadence': ['Sales'],
  'Velocity drop': ['Sales', 'Product'],
  'Momentum decay': ['Sales', 'Product'],
  'KPI drift': ['Sales', 'Product'],
  'Owner absence': ['Sales'],
  'Dependency breach': [],
};

/** Whoever else is behind it, the head of the function that owes the remedy, and the peers of that function. */
function peersOf(finding: Finding, owner: string | null, people: People): (string | null)[] {
  const { trigger, function: owing } = finding;
  const head = people.headOf(owing === '' ? (people.find(owner ?? '')?.function ?? '') : owing);
  const others = trigger === 'Dependency breach' ? [people.cro, people.vpCustomerSuccess] : [];
  return [...behind(finding), head, ...PEER_FUNCTIONS[trigger].map((name) => people.headOf(name)), ...others];
}

const behind = ({ peers = [] }: Finding): (string | null)[] => peers.map(addressOf);

/** Who is told first: the owner; where no address of one is named, whoever leads the function that owes the remedy, or all. */
function firstOf(finding: Finding, people: People): string | null {
  return addressOf(finding.owner) ?? people.headOf(finding.function) ?? people.cro;
}

/** The manager of the owner, else the head of their function; the VP of customer success only over their own people. */
function executiveOf({ function: owing }: Finding, owner: string | null, people: People): string | null {
  const person = people.find(owner ?? '');
  const isOwn = isCustomerSuccess(person, owing);
  const candidates = [addressOf(person?.manager ?? null), people.headOf(person?.function ?? owing)];
  return candidates.find((one) => one !== null && one !== owner && (isOwn || one !== people.vpCustomerSuccess)) ?? null;
}

/** Whom a step tells: addresses, each once. */
export function recipientsOf(finding: Finding, level: number, people: People): readonly string[] {
  const owner = firstOf(finding, people);
  const isUpTo = (highest: number): boolean => level <= highest;
  const wanted = isUpTo(OWNER_LEVEL)
    ? // A metric has no owner who could move it alone.
      [owner, ...(finding.trigger === 'KPI drift' ? behind(finding) : [])]
    : isUpTo(PEERS_LEVEL)
      ? [owner, ...peersOf(finding, owner, people)]
      : [executiveOf(finding, owner, people)];
  return [...new Set(wanted.flatMap((one) => one ?? []))];
}

/** The highest step that each person ought to have been told, of those taken. */
export function owedLevels(finding: Finding, level: number, people: People): ReadonlyMap<string, number> {
  const owed = new Map<string, number>();
  for (let step: number = OWNER_LEVEL; step <= level; step++) {
    for (const recipient of recipientsOf(finding, step, people)) owed.set(recipient, step);
  }
  return owed;
}

/** What a person is to an alert that they are told of. */
export function standingOf(finding: Finding, recipient: string, people: People): Standing {
  const owner = firstOf(finding, people);
  if (owner === recipient) return addressOf(finding.owner) === null ? 'stand-in' : 'owner';
  const person = people.find(owner ?? '');
  if (addressOf(person?.manager ?? null) === recipient) return 'manager';
  if ([finding.function, person?.function ?? ''].some((name) => people.headOf(name) === recipient)) {
    return 'head of function';
  }
  return recipient === people.cro ? 'executive' : 'peer';
}
