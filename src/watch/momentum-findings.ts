import { longDay } from '../domain/calendar/day.js';
import { mappingOf } from '../records/mapping.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { Records } from '../records/workbook.js';
import type { Bend, BentAccount } from './bends.js';
import type { WatchClock } from './clock.js';
import type { Finding, Judgements, NoFinding } from './finding.js';
import { MOMENTUM_DECAY, scanSignals } from './momentum-decay.js';
import { keyResultVerdicts } from './momentum-key-results.js';
import { countWords, listWords } from './triggers/words.js';

/** Four digits are enough to see a change by. */
const valueWords = (value: number): string => String(Number(value.toPrecision(4)));

function factOf({ indicator, from, to, weeks }: Bend): string {
  return `${indicator} went from ${valueWords(from)} to ${valueWords(to)} in ${countWords(weeks, 'week')}`;
}

/** What is bent as a finding. Beside an account it is a key result: then the owner is its own, and its row the place. */
function findingOf(
  bent: BentAccount,
  { tab, subject, account, owing }: { tab: string; subject: string; account: string | null; owing: string },
): Finding {
  const { bends, since, exposure, renewal, csm, signalRow, lateWeek } = bent;
  const names = bends.map(({ indicator }) => indicator);
  return {
    trigger: MOMENTUM_DECAY,
    subject,
    account,
    since,
    headline: `${listWords(names)} ${names.length === 1 ? 'bends' : 'bend'}`,
    facts: [
      ...bends.map(factOf),
      ...(lateWeek === undefined ? [] : [`The newest values are of the week of ${longDay(lateWeek)}`]),
    ],
    clears: `Clears after one full week in which ${listWords(names)} ${names.length === 1 ? 'does' : 'do'} not go the wrong way`,
    exposure,
    renewal,
    owner: csm,
    function: owing,
    count: bends.length,
    ...(lateWeek === undefined ? {} : { isLate: true }),
    place: { tab, row: signalRow },
    bent,
  };
}

/**
 * Trigger 3 as one of the six: every account by whether an indicator has bent for long enough in the newest week, and every
 * leading key result by whether its values have.
 */
export function momentumFindings(records: Records, clock: WatchClock): Judgements {
  const { tab } = mappingOf(signalsTab, records.settings.mapping);
  const findings = new Map<string, Finding | NoFinding>();
  for (const [account, verdict] of scanSignals(records, clock).verdicts) {
    const about = { tab, subject: account, account, owing: 'Customer Success' };
    if (typeof verdict === 'object') findings.set(account, findingOf(verdict, about));
    else findings.set(account, verdict === 'does not bend' ? 'holds not' : verdict);
  }
  for (const { verdict, ...about } of keyResultVerdicts(records, clock)) {
    findings.set(about.subject, typeof verdict === 'object' ? findingOf(verdict, about) : verdict);
  }
  return findings;
}
