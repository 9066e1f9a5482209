import { accountKey } from '../domain/account-key.js';
import type { Change } from '../records/change.js';
import { commitmentsTab } from '../records/tabs/commitments.js';
import { functionKey } from '../watch/people.js';
import type { OpenBook } from './open-book.js';
import { nextIds } from './saved-requests.js';
import { idsIn, placeOf, requireColumns } from './team-place.js';

const SOURCE = 'Handoff';
/** Functions that owe commitments in most teams; those of the Team tab come to them. */
const FUNCTIONS = ['Product', 'Engineering', 'Support', 'Sales', 'Marketing', 'Finance', 'Customer Success'];
/** What people write where nothing was promised. */
const NOTHING = /^(none|nothing|no|n\/?a|-|–|—)\.?$/i;

/** The promises in a text, one a line, and the function that owes each where its name stands in front: `Product: SSO by May`. */
function promisesIn(text: string, functions: readonly string[]) {
  const names = new Map(functions.map((name) => [functionKey(name), name]));
  return text.split('\n').flatMap((line) => {
    const whole = line.replace(/^[\s•*-]+/, '').trim();
    if (whole === '' || NOTHING.test(whole)) return [];
    const [, head = '', rest = ''] = /^([^:]{2,40}):\s*(\S.*)$/.exec(whole) ?? [];
    const owing = names.get(functionKey(head)) ?? null;
    return [owing === null ? { commitment: whole, function: null } : { commitment: rest, function: owing }];
  });
}

/** Rows for Commitments from what a handoff promises, but for what the account was promised in the same words already. */
export function commitmentChange(account: string, text: string, book: OpenBook): Change {
  const { records } = book;
  requireColumns(commitmentsTab, ['id', 'account', 'commitment'], book);
  const own = records.commitments.filter((one) => accountKey(one.account) === accountKey(account));
  const made = new Set(own.map(({ commitment }) => commitment));
  const teamFunctions = records.team.flatMap((person) => person.function ?? []);
  const fresh = promisesIn(text, [...FUNCTIONS, ...teamFunctions]).filter(({ commitment }) => {
    const isNew = !made.has(commitment);
    made.add(commitment);
    return isNew;
  });
  const ids = nextIds('C', fresh.length, idsIn(commitmentsTab, book));
  const rows = fresh.map((promise, at) => ({ id: ids[at] ?? '', account, ...promise, source: SOURCE }));
  return { kind: 'append', ...placeOf(commitmentsTab, book), rows };
}
