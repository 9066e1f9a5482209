import type { KeyResultDraft } from './draft.js';

/** How the metrics of customer success are called in a key result. */
const NAMES = {
  churn: /\b(?:churn|(?:attrition|cancell?ations?|downgrades?|contraction|lost (?:accounts|customers))\b)/i,
  retention:
    /\bgrr\b|(?<!\bnet )\b(?:gross|logo|customer|revenue|account)(?: revenue| dollar)? retention\b|\b(?:retention|renewal) rate\b/i,
  net: /\b(?:n[rd]r|net (?:revenue |dollar )?retention)\b/i,
  expansion: /\b(?:expan(?:sions?|d|ded|ding)\b|up-?sell|cross-?sell)/i,
  adoption:
    /\b(?:adopt|onboard|activat|(?:usage|active (?:users|accounts|seats)|in use|utili[sz]ation|features?|seats?|log-?ins?|ttf?v|time to value|first value)\b)/i,
  nps: /\b(?:nps|net promoter)\b/i,
  ahead:
    /\b(?:executive (?:contact|engagement)|sponsor|champion|90[- ]days?[- ](?:ahead|before|advance)|renewal (?:talk|conversation|engagement|readiness)|escalation|hand-?(?:off|over)|success plan|warning|(?:health|at[- ]risk|tickets?|resolution|response|csat|reviewed)\b)/i,
} as const;

type Metric = keyof typeof NAMES;

/** Whether a key result, by its text or its indicator, is about one of the metrics. */
export function isAbout(
  { keyResult, indicator }: Pick<KeyResultDraft, 'keyResult' | 'indicator'>,
  ...metrics: Metric[]
): boolean {
  return metrics.some((metric) => NAMES[metric].test(keyResult) || NAMES[metric].test(indicator));
}

/** Whether it says only afterwards what happened. NPS always does; else what the person says counts before the name. */
export function isLagging(keyResult: KeyResultDraft): boolean {
  if (isAbout(keyResult, 'nps')) return true;
  if (keyResult.kind !== '') return keyResult.kind === 'lagging';
  return isAbout(keyResult, 'churn', 'retention', 'net', 'expansion') && !isAbout(keyResult, 'adoption', 'ahead');
}

/** Whether it moves well before a renewal does. */
export function isPredictor(keyResult: KeyResultDraft): boolean {
  return !isLagging(keyResult) && (keyResult.kind === 'leading' || isAbout(keyResult, 'adoption', 'ahead'));
}

const FALLS =
  /\b(?:churn|attrition|downgrades?|contraction|time to (?:first )?value|ttf?v|(?:resolution|response) time|repeat tickets|escalations|forecast error|health unknown)\b/i;
const RISES =
  /\b(?:n[rdg]r|grr|retention|adoption|nps|csat|renewal rate|(?:feature|product) usage|active users|completeness)\b/i;
/** Words that may turn what a rise means: churn that was predicted, adoption that dropped. */
const TURNED =
  /\b(?:warn|low|drop|los[et]|declin|fall|(?:below|under) (?!\d)|(?:saves?|saved|avoided|prevented|caught|detected|predicted|known|explained|without|not?|never|missing|variance|gap|cost|detractors|at[- ]risk|visible|seen|traced|reasons?|error|calls?|(?:time|days)\b.*\b(?:adoption|nps|csat|retention))\b)/i;

/** Which way is better, where the text leaves no doubt. */
export function betterOf(text: string): 'up' | 'down' | null {
  if (/^(?:reduce|cut|lower|decrease|shorten|halve)\b/i.test(text)) return 'down';
  if (/^(?:increase|raise|grow|lift|double|triple)\b/i.test(text)) return 'up';
  const [falls, rises] = [FALLS.test(text), RISES.test(text)];
  if (falls === rises || TURNED.test(text)) return null;
  return falls ? 'down' : 'up';
}
