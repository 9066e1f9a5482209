import { hint, strong, type Finding, type Found, type LintContext, type PlacedDraft } from './draft.js';
import { payFinding } from './key-result-rules.js';
import { isAbout, isLagging, isPredictor } from './metrics.js';
import { exampleFor, stateFor } from './rewrites.js';
import { isAboutPay, isProject, workOf } from './text-rules.js';

const FEWEST = 3;
const MOST = 5;
/** A handful of metrics is what an executive reads. */
const EXECUTIVE_METRICS = 5;
/** Below it retention comes first; above it the base is safe enough to grow. */
const SAFE_GROSS_RETENTION = 0.9;

/** What there is to say about an objective and its key results as a whole. */
export function objectiveFindings(
  objective: string,
  keyResults: readonly PlacedDraft[],
  context: LintContext,
): Finding[] {
  const found = [
    ...textFindings(objective),
    ...countFindings(objective, keyResults),
    ...mixFindings(keyResults),
    ...retentionFindings(objective, keyResults, context),
    ...executiveFindings(context),
  ];
  return found.map((finding) => ({ ...finding, place: null }));
}

function textFindings(objective: string): Found[] {
  if (isAboutPay(objective)) return [payFinding(objective)];
  if (!isProject(objective)) return [];
  const reason = 'This is a project: it can be finished without anything being better for customers';
  const state = stateFor(objective);
  const rewrite = `"${state}", with "${objective}" as an initiative beside its key results`;
  return [strong('project', reason, rewrite, state)];
}

function countFindings(objective: string, keyResults: readonly PlacedDraft[]): Found[] {
  const count = keyResults.length;
  if (count >= FEWEST && count <= MOST) return [];
  if (count > MOST) {
    const reason = `${count} key results are more than a team can keep in mind for a quarter`;
    const last = keyResults[MOST]?.keyResult ?? '';
    const rewrite = `Keep the ${MOST} that matter most, and move "${last}" and what else is left to a child objective`;
    return [hint('key-result-count', reason, rewrite)];
  }
  const reason =
    count === 0
      ? 'Without key results nobody can tell whether it was reached'
      : `With ${count} key result${count === 1 ? '' : 's'} one lucky or unlucky number decides`;
  const more = FEWEST - count === 1 ? 'one more' : `${FEWEST - count} more`;
  const rewrite = `Add ${more} to "${objective}", for example "${exampleFor('executive', keyResults)}"`;
  return [hint('key-result-count', reason, rewrite)];
}

/** From two key results on: who has typed one is not done. */
function mixFindings(keyResults: readonly PlacedDraft[]): Found[] {
  const found: Found[] = [];
  const outcomes = keyResults.filter(({ keyResult }) => workOf(keyResult) === null);
  const [first] = outcomes;
  if (first && outcomes.length === keyResults.length && outcomes.every((one) => isAbout(one, 'nps'))) {
    const reason = 'NPS alone says what people answered, late, and not what they do';
    const rewrite = `Keep "${first.keyResult}" as a diagnostic beside "${exampleFor('adoption', keyResults)}"`;
    found.push(strong('nps-only', reason, rewrite));
  }
  if (keyResults.length < 2) return found;
  if (keyResults.every(isLagging)) {
    const reason = 'All key results are lagging: when they move, the quarter is over';
    const rewrite = `Put one that moves first beside them, for example "${exampleFor('executive', keyResults)}"`;
    found.push(strong('all-lagging', reason, rewrite));
  }
  const churn = outcomes.find((keyResult) => isAbout(keyResult, 'churn'));
  if (churn && !keyResults.some(isPredictor)) {
    const reason = 'Churn shows at renewal; nothing here moves 90 days before it';
    const rewrite = `Beside "${churn.keyResult}": "${exampleFor('renewal', keyResults)}"`;
    found.push(strong('churn-without-predictor', reason, rewrite));
  }
  const expansion = outcomes.find((keyResult) => isAbout(keyResult, 'expansion'));
  if (expansion && !keyResults.some((keyResult) => isAbout(keyResult, 'adoption'))) {
    const reason = 'Accounts grow out of what they use; nothing here says whether they use more';
    const rewrite = `Beside "${expansion.keyResult}": "${exampleFor('adoption', keyResults)}"`;
    found.push(hint('expansion-without-adoption', reason, rewrite));
  }
  return found;
}

function retentionFindings(objective: string, keyResults: readonly PlacedDraft[], context: LintContext): Found[] {
  const { grossRetention, quarterKeyResults = [] } = context;
  if (grossRetention === null || keyResults.length < 2) return [];
  const texts = [objective, ...quarterKeyResults].map((keyResult) => ({ keyResult, indicator: '' }));
  const all = [...texts, ...keyResults];
  const percent = `${Math.round(grossRetention * 1000) / 10} %`;
  const retained = keyResults.find((keyResult) => isAbout(keyResult, 'churn', 'retention'));
  const expanded = keyResults.find((keyResult) => isAbout(keyResult, 'expansion'));
  if (grossRetention > SAFE_GROSS_RETENTION && retained && !all.some((one) => isAbout(one, 'expansion', 'net'))) {
    const reason = `Gross retention is ${percent}: from here on growth comes from expansion, and nothing aims at it`;
    const rewrite = `Beside "${retained.keyResult}": "Expansion ARR a year, from 12 % to 18 % of starting ARR"`;
    return [hint('retention-only', reason, rewrite)];
  }
  const keeps = /\brenew|\bstay\b/i;
  const isKept = all.some((one) => isAbout(one, 'churn', 'retention') || keeps.test(one.keyResult));
  if (grossRetention < SAFE_GROSS_RETENTION && expanded && !isKept) {
    const reason = `Gross retention is ${percent}: below 90 % what is sold on top runs out again`;
    const rewrite = `Before "${expanded.keyResult}": "Gross revenue retention, from ${percent} to 92 %"`;
    return [strong('retention-first', reason, rewrite)];
  }
  return [];
}

function executiveFindings({ executiveMetrics = 0 }: LintContext): Found[] {
  if (executiveMetrics <= EXECUTIVE_METRICS) return [];
  const reason = `The executives own ${executiveMetrics} key results this quarter; more than ${EXECUTIVE_METRICS} metrics are not read`;
  const rewrite = 'Leave them NRR, GRR and churn, and give the others to the teams that work on them';
  return [hint('executive-metrics', reason, rewrite)];
}
