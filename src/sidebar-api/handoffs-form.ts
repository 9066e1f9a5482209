import { isoDay, type Day } from '../domain/calendar/day.js';
import { HANDOFF_QUALITIES, handoffsTab, type HandoffRecord } from '../records/tabs/handoffs.js';
import { listWords } from '../watch/triggers/words.js';
import { fieldOf } from './page.js';
import type { PageField, PageForm } from './protocol-watch.js';

/** The five fields, in the order of the form. */
export const HANDOFF_FIELDS = [
  ...(['commitmentsMade', 'expansionPotential', 'keyStakeholder', 'successCriteria', 'riskFlags'] as const),
];
export const LONGEST_FIELD = 2_000;

/** What a form of a handoff may change, as texts: the five fields, and what the CSM says of it. */
export type HandoffTexts = Readonly<Record<string, string>>;

/** What a handoff says, as its form has it. */
export function handoffTexts(handoff: HandoffRecord): HandoffTexts {
  const fields = HANDOFF_FIELDS.map((name): [string, string] => [name, handoff[name] ?? '']);
  const { quality, customerSignedOn } = handoff;
  return {
    ...Object.fromEntries(fields),
    quality: quality ?? '',
    customerSignedOn: customerSignedOn === null ? '' : isoDay(customerSignedOn),
  };
}

/** The headers of the fields that are blank. */
export function blankFields(handoff: HandoffRecord): readonly string[] {
  return HANDOFF_FIELDS.filter((name) => handoff[name] === null).map((name) => handoffsTab.columns[name].header);
}

type Signer = 'AE' | 'CSM';

/** Who this person would sign as and has not. */
export function signatureOf({ ae, csm, aeSignedOn, csmSignedOn }: HandoffRecord, me: string): readonly Signer[] {
  const open = (person: string | null, signedOn: number | null): boolean =>
    me !== '' && person === me && signedOn === null;
  return [...(open(ae, aeSignedOn) ? ['AE' as const] : []), ...(open(csm, csmSignedOn) ? ['CSM' as const] : [])];
}

function fiveFields(texts: HandoffTexts): readonly PageField[] {
  return HANDOFF_FIELDS.map((name) => {
    const { header, note } = handoffsTab.columns[name];
    const shared = { value: texts[name] ?? '', hint: note, isLong: true, maxLength: LONGEST_FIELD };
    return fieldOf(name, header, shared);
  });
}

/** Whether promises are to be kept track of; by default once, when they are first written down. */
function commitField(isFirst: boolean): PageField {
  return fieldOf('commit', 'Commitments made, one a line', {
    value: isFirst ? 'yes' : 'no',
    choices: [
      ['yes', 'Add each to Commitments'],
      ['no', 'Leave Commitments as it is'],
    ],
    hint: 'Product: single sign-on by May, for example, is owed by Product',
  });
}

/** The form of a handoff that is not there yet. */
export function newForm(today: Day): PageForm {
  return {
    ...{ button: 'Add a handoff', call: 'saveHandoff', args: { seen: null } },
    fields: [
      fieldOf('account', 'Account', { list: 'names', maxLength: 200 }),
      fieldOf('closed', 'Closed', { value: isoDay(today), type: 'date' }),
      ...fiveFields({}),
      commitField(true),
    ],
  };
}

/** The form of a handoff: its fields, the signature that is this person's to give, and the CSM's judgement where it is theirs. */
export function changeForm(handoff: HandoffRecord, signsAs: readonly Signer[], mayJudge: boolean): PageForm {
  const texts = handoffTexts(handoff);
  const judgement = [
    fieldOf('quality', 'Quality', {
      value: texts['quality'] ?? '',
      choices: [['', 'Not judged yet'], ...HANDOFF_QUALITIES.map((one): [string, string] => [one, one])],
    }),
    fieldOf('customerSignedOn', 'The customer agreed to the plan on', {
      value: texts['customerSignedOn'] ?? '',
      type: 'date',
    }),
  ];
  const signature = fieldOf('sign', `Sign as the ${listWords(signsAs)}`, {
    value: 'no',
    choices: [
      ['no', 'Not yet'],
      ['yes', 'I sign'],
    ],
    hint: 'A later change of the five fields takes the signatures off',
  });
  return {
    button: signsAs.length > 0 ? 'Fill in or sign' : 'Change',
    call: 'saveHandoff',
    args: { account: handoff.account, closed: isoDay(handoff.closed), seen: texts },
    fields: [
      ...fiveFields(texts),
      commitField(handoff.commitmentsMade === null),
      ...(mayJudge ? judgement : []),
      ...(signsAs.length > 0 ? [signature] : []),
    ],
  };
}
