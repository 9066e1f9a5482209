import type { Day } from '../../domain/calendar/day.js';
import { mappingOf } from '../../records/mapping.js';
import { isEmailAddress } from '../../records/cell.js';
import { isUnread } from '../../records/schema.js';
import type { Settings } from '../../records/settings.js';
import type { AccountRecord } from '../../records/tabs/accounts.js';
import { expansionTab, type ExpansionRecord } from '../../records/tabs/expansion.js';
import { renewalsTab, type RenewalRecord } from '../../records/tabs/renewals.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, Judgements, NoFinding } from '../finding.js';
import { peopleOf } from '../people.js';
import { lossOf } from './account-health.js';
import { isClosedStage } from './closed-stage.js';
import { Verdicts } from './judgements.js';
import { liveRenewals, renewalNamer } from './renewal-subjects.js';
import { amountWords, countWords, dayWriter, quoted } from './words.js';

/** Float products of days and a factor miss whole days by less than this. */
const ROUNDING = 1e-9;

/** What both kinds of findings are made from. */
interface Desk {
  readonly settings: Settings;
  readonly today: Day;
  readonly dayWords: (day: Day) => string;
  /** The renewal manager of the settings, or the VP of customer success; null where there is neither. */
  readonly manager: string | null;
}

function judgeRenewal(
  renewal: RenewalRecord,
  account: AccountRecord | null,
  subject: string,
  { settings, today, dayWords, manager }: Desk,
): Finding | NoFinding {
  const { opened, stage, plannedDays, actual, arrDue } = renewal;
  if (actual !== null || isClosedStage(stage)) return 'settled';
  const loss = account && lossOf(account, today);
  if (loss) return loss;
  if (opened === null || isUnread(renewal, 'actual', 'stage', 'plannedDays')) return 'no data';
  const { renewalDays, renewalPlanFactor } = settings.values;
  // A plan of no days is none.
  const planned = plannedDays !== null && plannedDays > 0 ? plannedDays * renewalPlanFactor : Infinity;
  const allowed = Math.min(renewalDays, Math.floor(planned + ROUNDING));
  const days = today - opened;
  if (days <= allowed) return 'holds not';
  return {
    trigger: 'Velocity drop',
    subject,
    account: account?.account ?? renewal.account,
    since: opened + allowed,
    headline: `renewal open for ${countWords(days, 'day')}`,
    facts: [
      `Open since ${dayWords(opened)}, ${countWords(days, 'day')}; ${countWords(renewalDays, 'day')} are allowed`,
      ...(planned === Infinity
        ? []
        : [
            `It was planned for ${countWords(plannedDays ?? 0, 'day')}; ${String(renewalPlanFactor)} times that is ${String(Math.round(planned * 10) / 10)}`,
          ]),
      stage === null ? 'No stage is given' : `Its stage is ${quoted(stage)}`,
    ],
    clears: 'Clears when its stage says won, lost, renewed or closed, or when Actual is filled in',
    exposure: isUnread(renewal, 'arrDue') ? null : (arrDue ?? account?.arr ?? null),
    renewal: renewal.renewal,
    owner: manager,
    function: 'Customer Success',
    count: 1,
    place: { tab: mappingOf(renewalsTab, settings.mapping).tab, row: renewal.row },
  };
}

function judgeExpansion(
  expansion: ExpansionRecord,
  account: AccountRecord | null,
  { settings, today, dayWords, manager }: Desk,
): Finding | NoFinding {
  const { id, seen, followedUpOn, stage, amount, event, owner } = expansion;
  if (isClosedStage(stage)) return 'settled';
  const loss = account && lossOf(account, today);
  if (loss) return loss;
  if (isUnread(expansion, 'stage', 'followedUpOn')) return 'no data';
  const { expansionStillDays } = settings.values;
  const moved = Math.max(seen, followedUpOn ?? seen);
  const days = today - moved;
  if (days <= expansionStillDays) return 'holds not';
  return {
    trigger: 'Velocity drop',
    subject: id,
    account: account?.account ?? expansion.account,
    since: moved + expansionStillDays,
    headline: `expansion still for ${countWords(days, 'day')}`,
    facts: [
      `It last moved on ${dayWords(moved)}, ${countWords(days, 'day')} ago; ${countWords(expansionStillDays, 'day')} are allowed`,
      ...(event === null ? [] : [`What showed it: ${quoted(event)}`]),
      amount === null
        ? 'What it could bring is not known'
        : `It could bring ${amountWords(amount, settings.values.currency)} a year`,
      owner === null ? 'Nobody is named to follow it up' : `${quoted(owner)} follows it up`,
    ],
    clears: 'Clears when Followed up on has a newer day, or when its stage says won, lost or closed',
    // What it could bring is not at risk.
    exposure: 0,
    upside: amount,
    renewal: account?.renewal ?? null,
    owner: manager,
    function: 'Customer Success',
    count: 1,
    place: { tab: mappingOf(expansionTab, settings.mapping).tab, row: expansion.row },
  };
}

/**
 * Trigger 2: judges every renewal by how long its talks have been open, and every expansion by when it last moved. It goes
 * to the renewal manager of the settings, or else to the VP of customer success.
 */
export function velocityDrop(
  { settings, accounts, team, renewals, expansion, alerts }: Records,
  { today }: WatchClock,
): Judgements {
  const verdicts = new Verdicts();
  const { values } = settings;
  if (values.velocityDrop === 'off') return verdicts.all;
  // Lower case, as Alerts reads an owner's address back.
  const { renewalManager: chosen } = values;
  const named = isEmailAddress(chosen) ? chosen.toLowerCase() : chosen;
  const manager = named === '' ? peopleOf(team).vpCustomerSuccess : named;
  const desk = { settings, today, dayWords: dayWriter(today), manager };
  const accountOf = (name: string): AccountRecord | null => {
    const found = accounts.resolve(name);
    return typeof found === 'string' ? null : found;
  };
  const subjectOf = renewalNamer(renewals, (name) => accountOf(name)?.account ?? name);
  for (const renewal of renewals) {
    const subject = subjectOf(renewal);
    verdicts.add(subject, judgeRenewal(renewal, accountOf(renewal.account), subject, desk));
    if (isUnread(renewal, 'opened')) {
      for (const open of liveRenewals(alerts, subject)) verdicts.add(open, 'no data');
    }
  }
  for (const event of expansion) verdicts.add(event.id, judgeExpansion(event, accountOf(event.account), desk));
  return verdicts.all;
}
