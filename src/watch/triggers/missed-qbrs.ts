import { mappingOf } from '../../records/mapping.js';
import { accountsTab } from '../../records/tabs/accounts.js';
import { isUnread } from '../../records/schema.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { People } from '../people.js';
import { lossOf } from './account-health.js';
import { managerOf } from './cadence.js';
import type { AccountJudge } from './missed-reviews.js';
import type { AbsenceReader } from './absence.js';
import { countWords, dayWriter, quoted } from './words.js';

/**
 * Judges accounts by their last business review, or by their signing while they had none. Where no account has a last
 * business review the team keeps no record of them, and nothing is known.
 *
 * @param absenceOf says which accounts have nobody who could hold one.
 */
export function qbrJudge(
  records: Records,
  { today }: WatchClock,
  people: People,
  absenceOf: AbsenceReader,
): AccountJudge {
  const { settings, accounts } = records;
  const { qbrDays } = settings.values;
  const isKept = accounts.accounts.some(({ lastQbr }) => lastQbr !== null);
  const { tab } = mappingOf(accountsTab, settings.mapping);
  const dayWords = dayWriter(today);

  return (account) => {
    const loss = lossOf(account, today);
    if (loss) return loss;
    if (isUnread(account, 'csm', 'lastQbr', 'signed')) return 'no data';
    if (absenceOf(account.csm)) return 'inhibited';
    const { lastQbr, signed } = account;
    const from = lastQbr ?? signed;
    if (!isKept || from === null) return 'no data';
    const days = today - from;
    if (days <= qbrDays) return 'holds not';
    const lead = lastQbr === null ? 'No QBR since it was signed on' : 'The last QBR was on';
    return {
      trigger: 'Missed cadence',
      subject: `${account.account}: QBR`,
      account: account.account,
      since: from + qbrDays,
      headline: `no QBR for ${countWords(days, 'day')}`,
      facts: [
        `${lead} ${dayWords(from)}, ${countWords(days, 'day')} ago; ${countWords(qbrDays, 'day')} are allowed`,
        `Its CSM is ${quoted(account.csm ?? 'not named')}`,
      ],
      clears: 'Clears when Last QBR has the day of a newer one',
      exposure: account.arr,
      renewal: account.renewal,
      owner: managerOf(account.csm, people),
      function: 'Customer Success',
      count: 1,
      place: { tab, row: account.row },
    };
  };
}
