import { mappingOf } from '../../records/mapping.js';
import { keyResultsTab, type KeyResultRecord } from '../../records/tabs/key-results.js';
import { isUnread } from '../../records/schema.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, NoFinding } from '../finding.js';
import type { People } from '../people.js';
import { lossOf } from './account-health.js';
import { cadenceOf, managerOf, missedWeeks, weekReader } from './cadence.js';
import { countWords, dayWriter, quoted } from './words.js';

/**
 * Judges key results by their weekly check-ins, in whole weeks from their start, or from their first entry where they have
 * no start; never from before the team's first check-in. Before that, nothing is known. One whose period is over is settled.
 */
export function checkInJudge(
  records: Records,
  clock: WatchClock,
  people: People,
): (keyResult: KeyResultRecord) => Finding | NoFinding {
  const { settings, accounts, checkIns } = records;
  const { today, week } = clock;
  const { checkInsMissed } = settings.values;
  const weekOf = weekReader(settings);
  const { firstWeek, firstWeeks, lastWeeks } = cadenceOf(checkIns, ({ keyResult }) => keyResult, weekOf, clock);
  const { tab } = mappingOf(keyResultsTab, settings.mapping);
  const dayWords = dayWriter(today);

  return (record) => {
    const { id, keyResult, state, start, due, owner, account: name, row } = record;
    const found = name === null ? 'unknown' : accounts.resolve(name);
    const account = typeof found === 'string' ? null : found;
    const loss = account && lossOf(account, today);
    if (loss) return loss;
    const stage = state?.toLowerCase() ?? 'active';
    if (['done', 'dropped'].includes(stage) || (due !== null && due < today)) return 'settled';
    if (isUnread(record, 'state', 'start', 'due', 'owner', 'account')) return 'no data';
    if (stage !== 'active') return 'holds not';
    const firstOwn = start === null ? firstWeeks.get(id) : weekOf(start + 6);
    if (firstWeek === null || firstOwn === undefined) return 'no data';
    const last = lastWeeks.get(id);
    const missed = missedWeeks(Math.max(firstWeek, firstOwn), last, week);
    if (missed.count < checkInsMissed) return 'holds not';
    return {
      trigger: 'Missed cadence',
      subject: id,
      account: account?.account ?? name,
      since: missed.since,
      headline: `${countWords(missed.count, 'weekly check-in')} missed`,
      facts: [
        `Key result: ${quoted(keyResult)}`,
        `No check-in of the week of ${dayWords(missed.since)} or later: ${countWords(missed.count, 'week')} in a row; it is told from ${String(checkInsMissed)} on`,
        last === undefined ? 'It was never checked in' : `The last check-in was of the week of ${dayWords(last)}`,
        owner === null ? 'Nobody is named as its owner' : `Its owner is ${quoted(owner)}`,
      ],
      clears: 'Clears with a check-in of the key result',
      exposure: account?.arr ?? null,
      renewal: account?.renewal ?? null,
      owner: managerOf(owner, people),
      function: (owner === null ? null : people.find(owner)?.function) ?? '',
      count: 1,
      place: { tab, row },
    };
  };
}
