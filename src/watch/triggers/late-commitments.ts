import type { Day } from '../../domain/calendar/day.js';
import { mappingOf } from '../../records/mapping.js';
import { commitmentsTab, type CommitmentRecord } from '../../records/tabs/commitments.js';
import { isUnread } from '../../records/schema.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, NoFinding } from '../finding.js';
import type { People } from '../people.js';
import { lossOf } from './account-health.js';
import { countWords, dayWriter, quoted } from './words.js';

const MS_PER_HOUR = 3_600_000;

/**
 * Judges commitments: one that is not kept is a breach once the set hours have passed since the end of its due day in
 * the team's zone. Until then the sheet may show it yellow; nobody is told.
 */
export function commitmentJudge(
  { settings, accounts }: Records,
  { now, today, instantOf }: WatchClock,
  people: People,
): (commitment: CommitmentRecord) => Finding | NoFinding {
  const graceMs = settings.values.commitmentGraceHours * MS_PER_HOUR;
  const { tab } = mappingOf(commitmentsTab, settings.mapping);
  const dayWords = dayWriter(today);
  // Many promises are due on few days, and the zone is slow to ask.
  const overdue = new Map<Day, boolean>();
  const isOverdue = (due: Day): boolean => {
    const known = overdue.get(due);
    if (known !== undefined) return known;
    const isLate = due < today && now - instantOf(due + 1) > graceMs;
    overdue.set(due, isLate);
    return isLate;
  };

  return (record) => {
    const { id, account: name, commitment, function: owing, owner, due, doneOn, arrExposed, row } = record;
    if (doneOn !== null && doneOn <= today) return 'settled';
    const found = accounts.resolve(name);
    const account = typeof found === 'string' ? null : found;
    const loss = account && lossOf(account, today);
    if (loss) return loss;
    if (due === null || isUnread(record, 'doneOn', 'owner', 'function')) return 'no data';
    if (!isOverdue(due)) return 'holds not';
    const owes = quoted(owing ?? (owner === null ? null : people.find(owner)?.function) ?? '');
    return {
      trigger: 'Dependency breach',
      subject: id,
      account: account?.account ?? name,
      since: due,
      headline: `commitment ${countWords(today - due, 'day')} overdue`,
      facts: [
        `Promised: ${quoted(commitment)}`,
        `Due ${dayWords(due)}, ${countWords(today - due, 'day')} ago, and not done; ${countWords(settings.values.commitmentGraceHours, 'hour')} after the due day are allowed`,
        owes === '' ? 'No function is named that owes it' : `${owes} owes it`,
      ],
      clears: 'Clears when Done on has the day on which it was kept',
      exposure: isUnread(record, 'arrExposed') ? null : (arrExposed ?? account?.arr ?? null),
      renewal: account?.renewal ?? null,
      owner,
      function: owes,
      count: 1,
      place: { tab, row },
    };
  };
}
