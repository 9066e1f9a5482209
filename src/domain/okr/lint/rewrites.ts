import type { KeyResultDraft } from './draft.js';

/** What work of one kind is meant to change, as a metric and as a state; `{who}` are the accounts that the text names. */
type Aim = readonly [words: RegExp, metric: string, from: string, to: string, state: string];

/** In the order in which they are tried. */
const AIMS = {
  onboarding: [
    /\b(?:onboard|kick-?off|implementation|portal|setup)/i,
    'Median days from signing to first value at {who}',
    '18',
    '6',
    '{Who} see value before their first invoice',
  ],
  executive: [
    /\b(?:executive|sponsor|strategic|visit|business review|roadmap|[qe]brs?\b)/i,
    'Share of {who} with an executive contact in the last 90 days',
    '41 %',
    '85 %',
    'Executives of {who} would not give us up',
  ],
  handoff: [
    /\bhand-?(?:off|over)/i,
    'Share of handoffs of {who} complete within 7 days of close',
    '60 %',
    '95 %',
    '{Who} never have to repeat what they told Sales',
  ],
  renewal: [
    /\b(?:renewal|contract|forecast)/i,
    'Share of {who} in a renewal talk 90 days ahead',
    '41 %',
    '85 %',
    'Renewal is a formality for {who}',
  ],
  expansion: [
    /\b(?:up-?sell|cross-?sell|expan)/i,
    'Share of expansion events at {who} followed up within 5 business days',
    '50 %',
    '90 %',
    'Growing with us is the natural next step for {who}',
  ],
  support: [
    /\b(?:support|ticket|knowledge base|escalation|service)/i,
    'Share of tickets of {who} that come back within 30 days',
    '28 %',
    '8 %',
    'A problem of {who} is solved once and for all',
  ],
  sentiment: [
    /\b(?:survey|nps|csat|feedback|voice of|detractor)/i,
    'Satisfaction (1 to 5) of {who} after a ticket is closed',
    '3.9',
    '4.6',
    '{Who} tell us early when something is wrong',
  ],
  health: [
    /\b(?:health|scor|dashboard|alert|at[- ]risk|churn|check-?in|crm|segment|digest)/i,
    'Days from a drop in health to the first intervention at {who}',
    '14',
    '3',
    'No churn among {who} surprises us',
  ],
  /** What most work is for in the end. */
  adoption: [
    /^/,
    'Share of {who} with three or more features in use',
    '28 %',
    '58 %',
    '{Who} use what they bought and ask for more',
  ],
} as const satisfies Record<string, Aim>;

const WHO =
  /\b(?:with|for|to|of|at|across|in|every|each|all|our|from|\d+) ((?:(?:every|each|all|our|the|any|top|new|\d+|[\w&/-]+) ){0,3}?)(accounts|customers|clients|(?:account|customer|client)(?=$|[,.;]| (?:before|after|once|twice|each|every|in|at|per|within|by|for|with|a)\b))/i;
/** Words that say how many, or name what the work is to mend: `churned customers` have nothing in use. */
const NO_KIND = /^(?:every|each|all|our|the|any|to|with|for|of|\d+|churned|lost|dormant|inactive|renewed)$/i;

/** The accounts that a text is about: `enterprise accounts`. */
function accountsOf({ keyResult, segment }: Pick<KeyResultDraft, 'keyResult' | 'segment'>): string {
  const [, before = '', noun = 'account'] = WHO.exec(keyResult) ?? [];
  const kind = before.split(' ').filter((word) => word !== '' && !NO_KIND.test(word));
  if (kind.length === 0 && segment.trim() !== '') kind.push(segment.trim());
  return [...kind, noun.replace(/s$/i, '').toLowerCase() + 's'].join(' ');
}

const aimOf = (text: string): Aim => Object.values<Aim>(AIMS).find(([words]) => words.test(text)) ?? AIMS.adoption;
const metricOf = ([, metric]: Aim, who: string, from: string, to: string): string =>
  `${metric.replace('{who}', () => who)}, from ${from} to ${to}`;

/** The metric that the work of a key result is meant to move, with the numbers that were typed when they can be its own. */
export function metricFor(keyResult: KeyResultDraft): string {
  const aim = aimOf(keyResult.keyResult);
  const [, , from, to] = aim;
  const { unit, baseline, target } = keyResult;
  const areTyped = unit === '%' && to.endsWith('%') && baseline !== null && target !== null && baseline < target;
  const who = accountsOf(keyResult);
  return areTyped ? metricOf(aim, who, `${baseline} %`, `${target} %`) : metricOf(aim, who, from, to);
}

/** A metric to put beside key results, about the accounts of the first that names some. */
export function exampleFor(aim: keyof typeof AIMS, keyResults: readonly KeyResultDraft[]): string {
  const who = keyResults.map(accountsOf).find((accounts) => accounts !== 'accounts') ?? 'accounts';
  const [, , from, to] = AIMS[aim];
  return metricOf(AIMS[aim], who, from, to);
}

/** The state that a project is meant to bring about. */
export function stateFor(objective: string): string {
  const named = accountsOf({ keyResult: objective, segment: '' });
  const who = named.includes(' ') ? named : `our ${named}`;
  const [, , , , state] = aimOf(objective);
  return state.replace('{who}', () => who).replace('{Who}', () => who.charAt(0).toUpperCase() + who.slice(1));
}

/** A number and its unit as they stand in a sentence. */
export function withUnit(value: number | null, unit: string): string {
  if (value === null) return '?';
  const written = Number.isInteger(value) ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ',') : String(value);
  return unit === '$' ? `$${written}` : `${written} ${unit}`.trim();
}
