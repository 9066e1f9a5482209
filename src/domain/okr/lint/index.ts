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
  ];
}
