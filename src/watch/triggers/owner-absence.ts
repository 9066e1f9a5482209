import { firstDayOf, monthOf, type Day } from '../../domain/calendar/day.js';
import { mappingOf } from '../../records/mapping.js';
import { accountsTab, type AccountRecord } from '../../records/tabs/accounts.js';
import { isUnread } from '../../records/schema.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, Judgements, NoFinding } from '../finding.js';
import { peopleOf } from '../people.js';
import { lossOf } from './account-health.js';
import { absenceReader, type AbsenceReader } from './absence.js';
import { Verdicts } from './judgements.js';
import { countWords, dayWriter, quoted } from './words.js';

/**
 * The first day of the episode. No tab says when an owner left, so it is the month: an account that somebody closes by hand and
 * that still has no owner is told again in the next one.
 */
function absentSince({ signed, csmSince }: AccountRecord, today: Day): Day {
  const known = [signed, csmSince].flatMap((day) => (day !== null && day <= today ? [day] : []));
  return Math.max(firstDayOf(monthOf(today)), ...known);
}

interface Desk {
  readonly tierChangeDays: number;
  readonly today: Day;
  readonly dayWords: (day: Day) => string;
  readonly absenceOf: AbsenceReader;
  readonly assigner: string | null;
  /** The Accounts tab. */
  readonly place: string;
}

type Why = Pick<Finding, 'since' | 'headline' | 'facts' | 'clears'>;

function findingOf(
  account: AccountRecord,
  { place, assigner }: Desk,
  { since, headline, facts, clears }: Why,
): Finding {
  // Written out: spreads take three times as long, and there may be a finding for every account.
  return {
    trigger: 'Owner absence',
    subject: account.account,
    account: account.account,
    since,
    headline,
    facts,
    clears,
    exposure: account.arr,
    renewal: account.renewal,
    owner: assigner,
    function: 'Customer Success',
    count: 1,
    place: { tab: place, row: account.row },
  };
}

function judge(account: AccountRecord, desk: Desk): Finding | NoFinding {
  const { today, tierChangeDays, dayWords } = desk;
  const loss = lossOf(account, today);
  if (loss) return loss;
  if (isUnread(account, 'csm')) return 'no data';
  const absence = desk.absenceOf(account.csm);
  if (absence) {
    return findingOf(account, desk, {
      since: absentSince(account, today),
      headline: absence.headline,
      facts: [absence.fact],
      clears: 'Clears when the CSM column has the address of a person whom the Team tab has',
    });
  }
  const { tierSince, csmSince, tier, csm } = account;
  if (isUnread(account, 'tierSince', 'csmSince')) return 'no data';
  // Unknown days are no reason to ask.
  if (tierSince === null || csmSince === null || csmSince >= tierSince) return 'holds not';
  const days = today - tierSince;
  if (days <= tierChangeDays) return 'holds not';
  const changed = tier === null ? 'Its tier changed' : `It came into tier ${quoted(tier)}`;
  return findingOf(account, desk, {
    since: tierSince + tierChangeDays,
    headline: `same CSM ${countWords(days, 'day')} after a tier change`,
    facts: [
      `${changed} on ${dayWords(tierSince)}, ${countWords(days, 'day')} ago; ${countWords(tierChangeDays, 'day')} are allowed`,
      `${csm ?? ''} has been its CSM since ${dayWords(csmSince)}`,
    ],
    clears: 'Clears when another CSM is named, or when CSM since has the day on which this one was confirmed',
  });
}

/**
 * Trigger 5: judges every account by whether a person owns it, and by whether that was looked at after its tier changed. It
 * goes to the VP of customer success, who assigns accounts.
 */
export function ownerAbsence({ accounts, team, settings }: Records, { today }: WatchClock): Judgements {
  const verdicts = new Verdicts();
  if (settings.values.ownerAbsence === 'off') return verdicts.all;
  const desk = {
    today,
    tierChangeDays: settings.values.tierChangeDays,
    dayWords: dayWriter(today),
    absenceOf: absenceReader(team),
    assigner: peopleOf(team).vpCustomerSuccess,
    place: mappingOf(accountsTab, settings.mapping).tab,
  };
  for (const account of accounts.accounts) verdicts.add(account.account, judge(account, desk));
  return verdicts.all;
}
