import { accountKey } from '../domain/account-key.js';
import { weekStart } from '../domain/calendar/day.js';
import { performChanges } from '../google/perform-changes.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { reviewsTab } from '../records/tabs/reviews.js';
import { teamTab } from '../records/tabs/team.js';
import { home } from './home.js';
import { openBook, requireUser, saving } from './open-book.js';
import type { Calls } from './protocol.js';
import { readRequestId } from './read-goal.js';
import { readName } from './read-request.js';
import { Refusal } from './refusal.js';
import { rolesOf } from './roles.js';

function save(name: string, outcome: string): void {
  const { records, at, thisWeek, firstWeekday, me } = openBook([accountsTab, reviewsTab, teamTab]);
  const account = records.accounts.resolve(name);
  if (typeof account === 'string') {
    throw new Refusal('stale', `${name} is ${account} in the Accounts tab; open the check-in again`);
  }
  if (!rolesOf(requireUser(me), records).mayEdit(account.csm)) {
    throw new Refusal(
      'not yours',
      `${name} belongs to ${account.csm ?? 'nobody yet'}; its CSM and those above review it`,
    );
  }
  const isSaved = records.reviews.some((review) => {
    const isSameWeek = weekStart(review.week, firstWeekday) === thisWeek && review.by === me;
    return isSameWeek && accountKey(review.account) === accountKey(name) && review.outcome === outcome;
  });
  if (isSaved) return;
  const row = { when: { moment: at }, week: { day: thisWeek }, account: account.account, by: me, outcome };
  performChanges([{ kind: 'append', schema: reviewsTab, tab: reviewsTab.tab, rows: [row] }]);
}

/**
 * Adds this week's review of an account to Reviews. The same words by the same person about the same account in one week
 * are one review, however often they are sent. Gives Today anew.
 */
export function saveAccountReview(request: Readonly<Record<string, unknown>>): Calls['saveAccountReview']['value'] {
  readRequestId(request['requestId']);
  const account = readName(request['account'], 'account', 200);
  const outcome = readName(request['outcome'], 'outcome', 2_000);
  saving(() => {
    save(account, outcome);
  });
  return { ...home(), news: `The review of ${account} is saved` };
}
