import { mappingOf } from '../../records/mapping.js';
import { handoffsTab, type HandoffRecord } from '../../records/tabs/handoffs.js';
import { isUnread } from '../../records/schema.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import type { Finding, NoFinding } from '../finding.js';
import { lossOf } from './account-health.js';
import { countWords, dayWriter, listWords } from './words.js';

/** What makes a handoff complete, and who is asked for it. */
const FIELDS = [
  ...(['commitmentsMade', 'expansionPotential', 'keyStakeholder', 'successCriteria', 'riskFlags'] as const),
  ...(['aeSignedOn', 'csmSignedOn'] as const),
];
const PEOPLE = ['ae', 'csm'] as const;

/** What a handoff lacks, by whoever owes it; the AE fills in the fields. */
function missingOf(handoff: HandoffRecord): { readonly ofAe: readonly string[]; readonly ofCsm: readonly string[] } {
  const { commitmentsMade, expansionPotential, keyStakeholder, successCriteria, riskFlags } = handoff;
  const fields: readonly (readonly [string, unknown])[] = [
    ['Commitments made', commitmentsMade],
    ['Expansion potential', expansionPotential],
    ['Key stakeholder', keyStakeholder],
    ['Success criteria', successCriteria],
    ['Risk flags', riskFlags],
    ["the AE's signature", handoff.aeSignedOn],
  ];
  return {
    ofAe: fields.filter(([, value]) => value === null).map(([name]) => name),
    ofCsm: handoff.csmSignedOn === null ? ["the CSM's signature"] : [],
  };
}

/** Judges handoffs: all five fields and both signatures make one complete; it may take the set days after the close. */
export function handoffJudge(
  { settings, accounts }: Records,
  { today }: WatchClock,
): (handoff: HandoffRecord, subject: string) => Finding | NoFinding {
  const { handoffDays } = settings.values;
  const { tab } = mappingOf(handoffsTab, settings.mapping);
  const dayWords = dayWriter(today);

  return (handoff, subject) => {
    const { ofAe, ofCsm } = missingOf(handoff);
    if (ofAe.length + ofCsm.length === 0) return 'settled';
    const { closed, ae, csm, row } = handoff;
    const found = accounts.resolve(handoff.account);
    const account = typeof found === 'string' ? null : found;
    const loss = account && lossOf(account, today);
    if (loss) return loss;
    if (isUnread(handoff, ...FIELDS, ...PEOPLE)) return 'no data';
    const days = today - closed;
    if (days <= handoffDays) return 'holds not';
    const isSales = ofAe.length > 0;
    return {
      trigger: 'Dependency breach',
      subject,
      account: account?.account ?? handoff.account,
      since: closed + handoffDays,
      headline: `handoff not complete after ${countWords(days, 'day')}`,
      facts: [
        `Closed ${dayWords(closed)}, ${countWords(days, 'day')} ago; ${countWords(handoffDays, 'day')} are allowed`,
        `Missing: ${listWords([...ofAe, ...ofCsm])}`,
      ],
      clears: 'Clears when all five fields are filled in and the AE and the CSM have signed',
      exposure: account?.arr ?? null,
      renewal: account?.renewal ?? null,
      owner: isSales ? ae : csm,
      function: isSales ? 'Sales' : 'Customer Success',
      count: 1,
      place: { tab, row },
    };
  };
}
