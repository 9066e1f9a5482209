import { isoDay } from '../../domain/calendar/day.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Judgements } from '../finding.js';
import { peopleOf } from '../people.js';
import { Verdicts } from './judgements.js';
import { commitmentJudge } from './late-commitments.js';
import { handoffJudge } from './late-handoffs.js';

/**
 * Trigger 6: judges every commitment made to a customer and every handoff by whether it is late. It goes to whoever owes it
 * (of a handoff the AE, or the CSM when only their signature is missing) and counts for their function.
 */
export function dependencyBreach(records: Records, clock: WatchClock): Judgements {
  const verdicts = new Verdicts();
  const { settings, accounts, commitments, handoffs, team } = records;
  if (settings.values.dependencyBreach === 'off') return verdicts.all;
  const judgeCommitment = commitmentJudge(records, clock, peopleOf(team));
  for (const commitment of commitments) verdicts.add(commitment.id, judgeCommitment(commitment));
  const judgeHandoff = handoffJudge(records, clock);
  for (const handoff of handoffs) {
    const found = accounts.resolve(handoff.account);
    const name = typeof found === 'string' ? handoff.account : found.account;
    const subject = `${name}: handoff ${isoDay(handoff.closed)}`;
    verdicts.add(subject, judgeHandoff(handoff, subject));
  }
  return verdicts.all;
}
