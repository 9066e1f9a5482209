import { mappingOf } from '../records/mapping.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { Records } from '../records/workbook.js';
import type { Bend, BentAccount } from './bends.js';
import type { WatchClock } from './clock.js';
import type { Finding, Judgements, NoFinding } from './finding.js';
import { MOMENTUM_DECAY, scanSignals } from './momentum-decay.js';
import { countWords, listWords } from './triggers/words.js';

/** Four digits are enough to see a change by. */
const valueWords = (value: number): string => String(Number(value.toPrecision(4)));

function factOf({ indicator, from, to, weeks }: Bend): string {
  return `${indicator} went from ${valueWords(from)} to ${valueWords(to)} in ${countWords(weeks, 'week')}`;
}

function findingOf(bent: BentAccount, tab: string): Finding {
  const { account, bends, since, exposure, renewal, csm, signalRow } = bent;
  const names = bends.map(({ indicator }) => indicator);
  return {
    trigger: MOMENTUM_DECAY,
    subject: account,
    account,
    since,
    headline: `${listWords(names)} ${names.length === 1 ? 'bends' : 'bend'}`,
    facts: bends.map(factOf),
    clears: `Clears after one full week in which ${listWords(names)} ${names.length === 1 ? 'does' : 'do'} not go the wrong way`,
    exposure,
    renewal,
    owner: csm,
    function: 'Customer Success',
    count: bends.length,
    place: { tab, row: signalRow },
    bent,
  };
}

/** Trigger 3 as one of the six: every account by whether an indicator has bent for long enough in the week judged. */
export function momentumFindings(records: Records, { week }: WatchClock): Judgements {
  const { tab } = mappingOf(signalsTab, records.settings.mapping);
  const { verdicts } = scanSignals(records, week);
  return new Map(
    [...verdicts].map(([account, verdict]): [string, Finding | NoFinding] => {
      if (typeof verdict === 'object') return [account, findingOf(verdict, tab)];
      return [account, verdict === 'does not bend' ? 'holds not' : verdict];
    }),
  );
}
