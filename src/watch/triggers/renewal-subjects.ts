import { isoDay } from '../../domain/calendar/day.js';
import type { AlertRecord } from '../../records/tabs/alerts.js';
import type { RenewalRecord } from '../../records/tabs/renewals.js';

/**
 * Names renewals by their account and the day on which the talks began: the day of the renewal moves while they go on, and only
 * tells talks apart that began on one day, or on a day that nobody knows.
 *
 * @param accountOf the account as its own tab spells it.
 */
export function renewalNamer(
  renewals: readonly RenewalRecord[],
  accountOf: (name: string) => string,
): (renewal: RenewalRecord) => string {
  const talksOf = ({ account, opened, renewal }: RenewalRecord): string => {
    return `${accountOf(account)}: renewal ${opened === null ? isoDay(renewal) : `opened ${isoDay(opened)}`}`;
  };
  const counts = new Map<string, number>();
  for (const renewal of renewals) counts.set(talksOf(renewal), (counts.get(talksOf(renewal)) ?? 0) + 1);
  return (renewal) => {
    const talks = talksOf(renewal);
    return (counts.get(talks) ?? 0) > 1 ? `${talks}, due ${isoDay(renewal.renewal)}` : talks;
  };
}

/** The subjects of the open alerts about the same account's renewals, one of which this one is as long as its Opened cannot be read. */
export function liveRenewals(alerts: readonly AlertRecord[], subject: string): readonly string[] {
  const account = subject.slice(0, subject.lastIndexOf(': ') + 2);
  return alerts.flatMap(({ subject: open, state, trigger }) => {
    const isAlike =
      trigger === 'Velocity drop' && state !== 'resolved' && open?.startsWith(`${account}renewal opened `);
    return isAlike ? [open ?? ''] : [];
  });
}
