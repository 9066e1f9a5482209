import { isEmailAddress } from '../records/cell.js';
import type { Finding } from './finding.js';
import { isCustomerSuccess, type People } from './people.js';

/** The steps of one alert: its owner at once, then the peers, then the executive. */
export const [OWNER_LEVEL, PEERS_LEVEL, EXECUTIVE_LEVEL] = [1, 2, 3] as const;

/** Why a person is told of an alert. */
export type Standing = 'owner' | 'peer' | 'head of function' | 'manager' | 'executive';

/** The address that a cell holds, as messages are sent to it; null where it is none. */
export const addressOf = (cell: string | null): string | null => {
  return cell !== null && isEmailAddress(cell) ? cell.toLowerCase() : null;
};

/** Whoever else is behind it, and the head of the function that owes the remedy; over a breached promise also who sells. */
function peersOf(finding: Finding, owner: string | null, people: People): (string | null)[] {
  const { trigger, function: owing, peers = [] } = finding;
  const head = people.headOf(owing === '' ? (people.find(owner ?? '')?.function ?? '') : owing);
  const others = trigger === 'Dependency breach' ? [people.cro, people.vpCustomerSuccess] : [];
  return [...peers.map(addressOf), head, ...others];
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
  const owner = addressOf(finding.owner);
  const isUpTo = (highest: number): boolean => level <= highest;
  if (isUpTo(OWNER_LEVEL)) return owner === null ? [] : [owner];
  const wanted = isUpTo(PEERS_LEVEL)
    ? [owner, ...peersOf(finding, owner, people)]
    : [executiveOf(finding, owner, people)];
  return [...new Set(wanted.flatMap((one) => one ?? []))];
}

/** What a person is to an alert that they are told of. */
export function standingOf(finding: Finding, recipient: string, people: People): Standing {
  const owner = addressOf(finding.owner);
  if (owner === recipient) return 'owner';
  const person = people.find(owner ?? '');
  if (addressOf(person?.manager ?? null) === recipient) return 'manager';
  if ([finding.function, person?.function ?? ''].some((name) => people.headOf(name) === recipient)) {
    return 'head of function';
  }
  return recipient === people.cro ? 'executive' : 'peer';
}
