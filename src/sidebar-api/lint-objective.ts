import { lintObjective as findingsIn } from '../domain/okr/lint/index.js';
import type { LintContext } from '../domain/okr/lint/draft.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { KEY_RESULT_FIELDS, OBJECTIVE_FIELDS } from './goal-fields.js';
import type { Calls } from './protocol.js';
import type { KeyResultFields, ObjectiveFields } from './protocol-okr.js';
import { readFields, readKeyResultList } from './read-goal.js';
import { readNumberOrNull, readObject, readText, refuse } from './read-request.js';

const MOST_KNOWN = 500;
const LONGEST_TEXT = 50_000;

function readKnown(value: unknown, name: string): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) && value.length <= MOST_KNOWN
    ? value
    : refuse(name, value, `use a list of at most ${String(MOST_KNOWN)}`);
}

function readContext(value: unknown): LintContext {
  const context = readObject(value, 'context');
  return {
    grossRetention: readNumberOrNull(context['grossRetention'], 'context.grossRetention'),
    lastQuarter: readKnown(context['lastQuarter'], 'context.lastQuarter').map((item) => {
      const known = readObject(item, "Last quarter's key result");
      return {
        keyResult: readText(known['keyResult'], "Last quarter's key result", LONGEST_TEXT),
        baseline: readNumberOrNull(known['baseline'], "Last quarter's baseline"),
        target: readNumberOrNull(known['target'], "Last quarter's target"),
      };
    }),
    executiveMetrics: readNumberOrNull(context['executiveMetrics'] ?? null, 'context.executiveMetrics') ?? 0,
    quarterKeyResults: readKnown(context['quarterKeyResults'], 'context.quarterKeyResults').map((text) => {
      return readText(text, "The quarter's key result", LONGEST_TEXT);
    }),
    weeksSinceConfidence: readKnown(context['weeksSinceConfidence'], 'context.weeksSinceConfidence').map((item) => {
      const known = readObject(item, 'A confidence');
      return {
        keyResult: readText(known['keyResult'], 'The key result of a confidence', LONGEST_TEXT),
        weeks: readNumberOrNull(known['weeks'], 'The weeks since a confidence') ?? 0,
      };
    }),
  };
}

/** What the linter says about an objective as it is typed. It reads no tab, so that it can answer while somebody types. */
export function lintObjective(request: Readonly<Record<string, unknown>>): Calls['lintObjective']['value'] {
  const fields = readFields(objectivesTab, OBJECTIVE_FIELDS, request['objective'], 'The objective');
  // Read by the very fields of the contract.
  const objective = fields as unknown as ObjectiveFields;
  const keyResults = readKeyResultList(request['keyResults']).map((row, index) => {
    const own = readFields(keyResultsTab, KEY_RESULT_FIELDS, row, `Key result ${String(index + 1)}`);
    // The same; a kind that is none counts as none.
    return own as unknown as KeyResultFields;
  });
  return findingsIn(objective, keyResults, readContext(request['context']));
}
