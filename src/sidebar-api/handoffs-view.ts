import { handoffsTab, type HandoffRecord } from '../records/tabs/handoffs.js';
import type { WatchClock } from '../watch/clock.js';
import { dayWriter, listWords } from '../watch/triggers/words.js';
import { mayAct } from './alerts-rights.js';
import type { OpenBook } from './open-book.js';
import type { HandoffFields, HandoffView } from './protocol-watch.js';
import { shownDay } from './show.js';

/** The five fields, in the order of the form. */
export const HANDOFF_FIELDS = [
  ...(['commitmentsMade', 'expansionPotential', 'keyStakeholder', 'successCriteria', 'riskFlags'] as const),
];

/** One that is complete is shown for so long after the close. */
const SHOWN_DAYS = 90;
const MOST_SHOWN = 50;

/** A handoff's fields as they are edited. */
export function handoffFields(handoff: HandoffRecord): HandoffFields {
  const fields = HANDOFF_FIELDS.map((name): [string, string] => [name, handoff[name] ?? '']);
  // One for each name of the contract.
  return Object.fromEntries(fields) as unknown as HandoffFields;
}

/** The headers of the fields that are blank. */
export function blankFields(fields: HandoffFields): readonly string[] {
  return HANDOFF_FIELDS.filter((name) => fields[name] === '').map((name) => handoffsTab.columns[name].header);
}

/** What a handoff lacks. */
function missingOf(handoff: HandoffRecord): readonly string[] {
  return [
    ...blankFields(handoffFields(handoff)),
    ...(handoff.aeSignedOn === null ? ["the AE's signature"] : []),
    ...(handoff.csmSignedOn === null ? ["the CSM's signature"] : []),
  ];
}

/** Who this person would sign as and has not. */
export function signatureOf(
  { ae, csm, aeSignedOn, csmSignedOn }: HandoffRecord,
  me: string,
): readonly ('ae' | 'csm')[] {
  const open = (person: string | null, signedOn: number | null): boolean =>
    me !== '' && person === me && signedOn === null;
  return [...(open(ae, aeSignedOn) ? ['ae' as const] : []), ...(open(csm, csmSignedOn) ? ['csm' as const] : [])];
}

/** Handoffs that are not complete, or were closed lately: the newest first. */
export function handoffViews(book: OpenBook, { today }: Pick<WatchClock, 'today'>): readonly HandoffView[] {
  const { records, me } = book;
  const day = dayWriter(today);
  const { handoffDays } = records.settings.values;
  const viewOf = (handoff: HandoffRecord): HandoffView => {
    const { account, ae, csm, closed, aeSignedOn, csmSignedOn, customerSignedOn, quality } = handoff;
    const fields = handoffFields(handoff);
    const missing = missingOf(handoff);
    const signed = (who: string, on: number | null): string[] => (on === null ? [] : [`${who} signed ${day(on)}`]);
    const state =
      missing.length === 0 ? 'Complete' : `Missing until ${day(closed + handoffDays)}: ${listWords(missing)}`;
    const parts = [
      `Closed ${day(closed)}`,
      state,
      ...signed('AE', aeSignedOn),
      ...signed('CSM', csmSignedOn),
      ...signed('customer', customerSignedOn),
    ];
    const signsAs = { ae: 'the AE', csm: 'the CSM' };
    return {
      ...{ account, fields },
      closed: shownDay(closed, today),
      about: parts.join('; '),
      // A choice is one of its schema's.
      quality: (quality ?? '') as HandoffView['quality'],
      mayEdit: mayAct(book, ae, csm),
      mayJudge: mayAct(book, csm),
      signsAs: listWords(signatureOf(handoff, me).map((role) => signsAs[role])),
      hasCustomerSigned: customerSignedOn !== null,
    };
  };
  return records.handoffs
    .filter((handoff) => handoff.closed > today - SHOWN_DAYS || missingOf(handoff).length > 0)
    .sort((one, other) => other.closed - one.closed || one.row - other.row)
    .slice(0, MOST_SHOWN)
    .map(viewOf);
}
