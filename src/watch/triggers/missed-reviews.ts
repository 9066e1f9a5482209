import { mappingOf } from '../../records/mapping.js';
import { accountsTab, type AccountRecord } from '../../records/tabs/accounts.js';
import { isUnread } from '../../records/schema.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, NoFinding } from '../finding.js';
import type { People } from '../people.js';
import { accountHealth, lossOf } from './account-health.js';
import { cadenceOf, managerOf, missedWeeks, weekReader } from './cadence.js';
import type { AbsenceReader } from './absence.js';
import { countWords, dayWriter, quoted } from './words.js';

/** Judges an account; made once for all of them. */
export type AccountJudge = (account: AccountRecord) => Finding | NoFinding;

/**
 * Judges accounts by their weekly reviews: a red one may skip none, a yellow one two in a row, in whole weeks from the team's
 * first review and the account's signing on. Before anybody has reviewed anything nothing is known.
 *
 * @param absenceOf says which accounts have nobody who could review them.
 */
export function reviewJudge(
  records: Records,
  clock: WatchClock,
  people: People,
  absenceOf: AbsenceReader,
): AccountJudge {
  const { settings, accounts, reviews } = records;
  const { today, week } = clock;
  const { redReviewsMissed, yellowReviewsMissed } = settings.values;
  const weekOf = weekReader(settings);
  const subjectOf = ({ account }: { account: string }): string | null => {
    const found = accounts.resolve(account);
    return typeof found === 'string' ? null : found.account;
  };
  const { firstWeek, lastWeeks } = cadenceOf(reviews, subjectOf, weekOf, clock);
  const { tab } = mappingOf(accountsTab, settings.mapping);
  const dayWords = dayWriter(today);

  return (account) => {
    const loss = lossOf(account, today);
    if (loss) return loss;
    if (isUnread(account, 'csm', 'signed')) return 'no data';
    if (absenceOf(account.csm)) return 'inhibited';
    const health = accountHealth(account.health, settings.values);
    if (health === 'unknown' || firstWeek === null) return 'no data';
    if (health === 'green') return 'holds not';
    const allowed = health === 'red' ? redReviewsMissed : yellowReviewsMissed;
    const firstOwn = account.signed === null ? firstWeek : weekOf(account.signed + 6);
    const last = lastWeeks.get(account.account);
    const missed = missedWeeks(Math.max(firstWeek, firstOwn), last, week);
    if (missed.count < allowed) return 'holds not';
    return {
      trigger: 'Missed cadence',
      subject: `${account.account}: weekly review`,
      account: account.account,
      since: missed.since,
      headline: `${countWords(missed.count, 'weekly review')} missed, health ${health}`,
      facts: [
        `No review of the week of ${dayWords(missed.since)} or later: ${countWords(missed.count, 'week')} in a row; a ${health} account is told from ${String(allowed)} on`,
        last === undefined ? 'It was never reviewed' : `The last review was of the week of ${dayWords(last)}`,
        `Health is ${quoted(account.health ?? health)}`,
        `Its CSM is ${quoted(account.csm ?? 'not named')}`,
      ],
      clears: 'Clears with a review of the account in the Reviews tab',
      exposure: account.arr,
      renewal: account.renewal,
      owner: managerOf(account.csm, people),
      function: 'Customer Success',
      count: 1,
      place: { tab, row: account.row },
    };
  };
}
