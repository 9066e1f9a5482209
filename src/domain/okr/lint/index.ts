import {
  LONGEST_TEXT,
  type Finding,
  type KeyResultDraft,
  type LintContext,
  type ObjectiveDraft,
  type PlacedDraft,
} from './draft.js';
import { keyResultFindings } from './key-result-rules.js';
import { objectiveFindings } from './objective-rules.js';

/** Where a form shows what a rule says; what a text rule says of an objective stands at its own text. */
const FIELDS: Readonly<Record<string, Finding['field']>> = {
  ...{ activity: 'keyResult', initiative: 'keyResult', 'outside-control': 'keyResult', 'no-trace': 'keyResult' },
  ...{ project: 'objective', pay: 'keyResult', 'no-baseline': 'baseline', 'no-target': 'target', 'no-owner': 'owner' },
  ...{ 'no-due': 'due', 'due-before-start': 'due', 'baseline-is-target': 'target', 'same-target': 'baseline' },
  direction: 'target',
};

function withField(finding: Finding): Finding {
  const field = finding.rule === 'pay' && finding.place === null ? 'objective' : FIELDS[finding.rule];
  return field === undefined ? finding : { ...finding, field };
}

const headOf = (text: string): string => text.trim().slice(0, LONGEST_TEXT);

/**
 * What may mislead in an objective as it is typed, each with the reason and what to write instead. Where a text leaves
 * doubt, nothing is said. Key results without a text, and dropped ones, are left out.
 *
 * @returns what concerns the objective first, then its key results in their order.
 * @example What is found in "Run QBRs with every enterprise account"? activity
 */
export function lintObjective(
  objective: ObjectiveDraft,
  keyResults: readonly KeyResultDraft[],
  context: LintContext,
): readonly Finding[] {
  const placed = keyResults
    .map((typed, place): PlacedDraft => ({
      ...typed,
      place,
      keyResult: headOf(typed.keyResult),
      indicator: headOf(typed.indicator),
    }))
    .filter(({ keyResult, state }) => keyResult !== '' && !/^dropped$/i.test(state.trim()));
  const sentence = headOf(objective.objective);
  if (placed.length === 0 && sentence === '') return [];
  return [
    ...objectiveFindings(sentence, placed, context),
    ...placed.flatMap((keyResult) => keyResultFindings(keyResult, context)),
  ].map(withField);
}
