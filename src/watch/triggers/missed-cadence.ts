import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Judgements } from '../finding.js';
import { peopleOf } from '../people.js';
import { Verdicts } from './judgements.js';
import { checkInJudge } from './missed-check-ins.js';
import { qbrJudge } from './missed-qbrs.js';
import { reviewJudge } from './missed-reviews.js';
import { absenceReader } from './absence.js';

/**
 * Trigger 1: judges every account by its weekly reviews and its business reviews, and every key result by its weekly
 * check-ins. It goes to the owner's manager: the owner knows. An account that nobody owns does not nag about its missing
 * CSM while Owner absence tells of it.
 */
export function missedCadence(records: Records, clock: WatchClock): Judgements {
  const verdicts = new Verdicts();
  const { settings, team, accounts, keyResults } = records;
  if (settings.values.missedCadence === 'off') return verdicts.all;
  const people = peopleOf(team);
  const absenceOf = settings.values.ownerAbsence === 'off' ? () => null : absenceReader(team);
  const judgeReviews = reviewJudge(records, clock, people, absenceOf);
  const judgeQbr = qbrJudge(records, clock, people, absenceOf);
  for (const account of accounts.accounts) {
    verdicts.add(`${account.account}: weekly review`, judgeReviews(account));
    verdicts.add(`${account.account}: QBR`, judgeQbr(account));
  }
  const judgeCheckIns = checkInJudge(records, clock, people);
  for (const keyResult of keyResults) verdicts.add(keyResult.id, judgeCheckIns(keyResult));
  return verdicts.all;
}
