import type { AccountIndex } from '../../records/account-index.js';
import type { Series } from '../../domain/series.js';
import type { Kpi } from './kpi-months.js';
import { amountWords, countWords, listWords } from './words.js';

/** More accounts than this are not read, and are not what moves a metric. */
const MOST_NAMED = 5;

/** What stands behind a metric: facts, and the owners of the accounts that moved it. */
export interface Movements {
  readonly facts: readonly string[];
  readonly owners: readonly string[];
}

interface Move {
  readonly name: string;
  readonly size: number;
  readonly left: boolean;
}

/** The accounts that paid at the start and whose MRR moved in a direction, the largest first. */
function moves(names: readonly string[], opening: Series, closing: Series, direction: 1 | -1): Move[] {
  const found: Move[] = [];
  for (let account = 0; account < names.length; account++) {
    const start = opening.at(account);
    const end = closing.at(account);
    const size = (end - start) * direction;
    if (start > 0 && size > 0) found.push({ name: names[account] ?? '', size, left: end === 0 });
  }
  return found.sort((one, other) => other.size - one.size || (one.name < other.name ? -1 : 1));
}

function named(all: readonly Move[], currency: string): string {
  const shown = all.slice(0, MOST_NAMED).map(({ name, size, left }) => {
    return `${name} ${amountWords(size, currency)} a month${left ? ' (left)' : ''}`;
  });
  const more = all.length - shown.length;
  return listWords(more > 0 ? [...shown, countWords(more, 'other account')] : shown);
}

/** The owners of the accounts that moved most, each once. */
function ownersOf(all: readonly Move[], accounts: AccountIndex): readonly string[] {
  const owners = all.slice(0, MOST_NAMED).flatMap(({ name }) => {
    const found = accounts.resolve(name);
    return typeof found === 'string' || found.csm === null ? [] : [found.csm];
  });
  return [...new Set(owners)];
}

/**
 * The movements of the twelve months behind a metric: the largest losses behind retention; behind expansion what grew, and
 * how little that is.
 */
export function movementsBehind(
  { subject }: Kpi,
  names: readonly string[],
  { opening, closing }: { readonly opening: Series; readonly closing: Series },
  accounts: AccountIndex,
  currency: string,
): Movements {
  if (subject === 'Expansion') {
    const grown = moves(names, opening, closing, 1);
    const facts =
      grown.length === 0 ? 'No account grew' : `${countWords(grown.length, 'account')} grew: ${named(grown, currency)}`;
    return { facts: [facts], owners: ownersOf(grown, accounts) };
  }
  const lost = moves(names, opening, closing, -1);
  if (lost.length === 0) return { facts: ['No account pays less than a year before'], owners: [] };
  return { facts: [`Largest losses behind it: ${named(lost, currency)}`], owners: ownersOf(lost, accounts) };
}
