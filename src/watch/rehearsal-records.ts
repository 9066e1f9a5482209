import type { Day } from '../domain/calendar/day.js';
import { indexAccounts } from '../records/account-index.js';
import type { AccountRecord } from '../records/tabs/accounts.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from './clock.js';
import { hasChurned } from './triggers/account-health.js';

/** A day that had not come yet, as nobody could have entered it. */
const known = (day: Day | null, today: Day): Day | null => (day !== null && day <= today ? day : null);

function accountThen(account: AccountRecord, today: Day): readonly AccountRecord[] {
  const { signed, churnedOn, lastQbr } = account;
  if (signed !== null && signed > today) return [];
  // When an account without a day was lost nobody knows, so it stays lost.
  const isStillThere = churnedOn !== null && !hasChurned(account, today);
  return [
    {
      ...account,
      ...(isStillThere ? { churnedOn: null, status: null } : {}),
      // The QBR before a later one is not kept: that there was one in time is the milder guess.
      lastQbr: lastQbr === null ? null : Math.min(lastQbr, today),
      tierSince: known(account.tierSince, today),
      csmSince: known(account.csmSince, today),
    },
  ];
}

/**
 * The records as they would have been read at a moment in the past, as far as their days tell. What has no day (owners,
 * health, revenue, stages) is as it is now; weekly values and months are left, since the triggers look at none after the clock.
 */
export function recordsAt(records: Records, { now, today }: WatchClock): Records {
  const { accounts, reviews, checkIns, commitments, handoffs, expansion, renewals } = records;
  const then = accounts.accounts.flatMap((account) => accountThen(account, today));
  return {
    ...records,
    accounts: { ...accounts, ...indexAccounts('', then) },
    reviews: reviews.filter(({ when }) => when <= now),
    checkIns: checkIns.filter(({ when }) => when <= now),
    commitments: commitments.map((one) => ({ ...one, doneOn: known(one.doneOn, today) })),
    handoffs: handoffs
      .filter(({ closed }) => closed <= today)
      .map((one) => ({
        ...one,
        aeSignedOn: known(one.aeSignedOn, today),
        csmSignedOn: known(one.csmSignedOn, today),
      })),
    renewals: renewals.filter(({ opened }) => opened === null || opened <= today),
    expansion: expansion
      .filter(({ seen }) => seen <= today)
      // As with a later QBR.
      .map((one) => ({ ...one, followedUpOn: one.followedUpOn === null ? null : Math.min(one.followedUpOn, today) })),
  };
}
