import * as words from './work-words.js';

const pattern = (source: string): RegExp => new RegExp(source, 'i');

/** Words before the sentence proper: a number, `we will`. */
const LEAD = /^(?:(?:kr|o)? ?\d*[.:)]|[-*•]|we (?:will|shall)|to)\s+/i;
const PURPOSE =
  /[,;]?\s(?:so that|so|in order to|to (?:reduce|increase|improve|raise|cut|lift|lower|boost|grow|drive))\s.*$/i;

/** A number that should change, or a time within which something happens: whatever the verb, that is an outcome. */
const MOVES = /\bfrom\b.*\d.*\bto\b|\d\s*%?\s*(?:to|->|→)\s*[$€£]?\d|\d\s*%?\s*[-–]\s*\d+\s*%/i;
const WITHIN =
  /\b(?:within|in|under|instead of) (?:\d+|one|two|three|an?) (?:business |working )?(?:minutes?|hours?|h|days?|weeks?)\b/i;
const AMOUNT = /\d\s*%|[$€£]\s*\d/;

const OCCASION_WORK = pattern(`^(?:\\w+ and )?${words.RECURRING}\\b.*\\b${words.OCCASIONS}(?!-)\\b`);
const DIRECT_WORK = pattern(`^(?:${words.DIRECT} ${words.COUNTABLE}\\b|send (?!rates?\\b|times?\\b))`);
const COUNTED = pattern(
  `^(?:the )?(?:total )?(?:number|count|#|no\\.) of (?:[\\w-]+ ){0,3}${words.OCCASIONS}(?: ${words.DONE})?(?: (?:per|a|each|every|with|for)\\b.*)?$`,
);
const COUNTED_DONE = pattern(
  `^(?:the )?(?:total )?(?:number|count|#|no\\.) of .*\\b(?:held|sent|conducted|hosted|made|scheduled|reviewed)\\b`,
);
const LISTED = pattern(
  `^\\d+ (?:[a-z][\\w-]* ){0,3}?${words.OCCASIONS}(?: ${words.DONE})?(?: (?:per|a|each|every|with|for|to|in|by|at)\\b.*)?$`,
);
const OCCASION_DONE = pattern(
  `^(?:[\\w-]+ ){0,3}?${words.OCCASIONS} (?:${words.DONE}\\b|completion\\b|per (?:week|month|quarter|csm)\\b)`,
);
const REGULAR = pattern(`^(?:daily|weekly|monthly|quarterly|regular) (?:[\\w-]+ ){0,3}?${words.OCCASIONS}\\b`);
/** Calls and mails that customers begin, or that are the product. */
const INCOMING = /\b(?:complain|escalat|(?:support|inbound|incoming|api|per (?:active )?user|response|open rate)\b)/i;

/** To define what good service means is no project. */
const ONE_OFF_WORK = pattern(`^${words.ONE_OFF} (?!(?:rates?|of|what|how|success|nothing|away)\\b)`);
const MADE = pattern(`^${words.MAKING}\\b(?! (?:rates?|of)\\b).*\\b${words.ARTEFACTS}\\b`);
const PUT_IN_PLACE = pattern(
  `^(?:an? |the )?(?:[\\w-]+ ){0,4}?${words.ARTEFACTS} (?:is |are |goes )?${words.IN_PLACE}\\b`,
);
/** A sentence about these is about a state, whatever follows. */
const ABOUT_ACCOUNTS =
  /^(?:(?:all|every|each|no|new|at least|most) )*(?:[\w-]+ )?(?:accounts|customers|clients|users|admins|share|percent|proportion|(?<=\b(?:every|each|no) )(?:account|customer))\b/i;
const PEOPLE_FIRST =
  /^(?:launch|introduce|ship|start) (?:(?:all|every|each|new|our|the) )*(?:customers?|accounts?|clients?|users?|people|sponsors?|champions?|executives?|admins?|teams?)\b(?! (?:portal|academy|community|program))/i;

const PROJECT_NAME = pattern(`^(?:[\\w/&-]+ ){1,5}${words.PROJECT_NAMES}(?:,? (?:phase|part|by|in|for|stage)\\b.*)?$`);
const PROSE =
  /\b(?:make|is|are|be|love|their|our|your|every|each|no|never|without|after|before|who|with|feel|becomes?)\b/i;
const CLAUSE = /\b(?:that|which|who|whose|where|because)\b/i;

type Work = 'activity' | 'initiative';

/** The sentence proper: without its number, and up to what the work is meant to bring about. */
function sentenceOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(LEAD, '').replace(PURPOSE, '');
}

/**
 * Whether a key result names work in place of what comes of it.
 *
 * @returns `activity` for work that recurs, `initiative` for work that is done once; null where in doubt.
 * @example What is "Run QBRs with every enterprise account"? activity
 */
export function workOf(text: string): Work | null {
  if (MOVES.test(text)) return null;
  const sentence = sentenceOf(text);
  if (isActivity(sentence)) return 'activity';
  return isInitiative(sentence, text) ? 'initiative' : null;
}

function isActivity(sentence: string): boolean {
  if (holdsOccasions(sentence)) return true;
  if (DIRECT_WORK.test(sentence)) return !isMeasured(sentence);
  const forms = [COUNTED, COUNTED_DONE, LISTED, OCCASION_DONE, REGULAR];
  return !CLAUSE.test(sentence) && !INCOMING.test(sentence) && forms.some((form) => form.test(sentence));
}

/** A share alone changes nothing: QBRs with 95 % of the accounts are still QBRs. */
function holdsOccasions(sentence: string): boolean {
  if (CLAUSE.test(sentence) || INCOMING.test(sentence) || (WITHIN.test(sentence) && AMOUNT.test(sentence)))
    return false;
  return OCCASION_WORK.test(sentence);
}

function isInitiative(sentence: string, text: string): boolean {
  if (isMeasured(text) || PEOPLE_FIRST.test(sentence)) return false;
  if (ONE_OFF_WORK.test(sentence) || MADE.test(sentence)) return true;
  return PUT_IN_PLACE.test(sentence) && !ABOUT_ACCOUNTS.test(sentence);
}

function isMeasured(text: string): boolean {
  return AMOUNT.test(text) || WITHIN.test(text);
}

/**
 * Whether an objective names a project or work in place of what will be true for customers. Verbs such as meet, send
 * and talk are left out: in an objective they are often figures of speech.
 *
 * @example Is "Implement the new CRM" a project? true
 */
export function isProject(objective: string): boolean {
  const text = objective.trim().replace(/\s+/g, ' ').replace(LEAD, '');
  if (CLAUSE.test(text) || MOVES.test(text) || sentenceOf(text) !== text) return false;
  return holdsOccasions(text) || isInitiative(text, text) || (PROJECT_NAME.test(text) && !PROSE.test(text));
}

const TEAMS: readonly (readonly [team: string, metrics: RegExp])[] = [
  ['Sales', /\b(?:win rate|new (?:business|logos?)|quota attainment|sqls?|customer acquisition cost|cac)\b/i],
  [
    'Marketing',
    /\b(?:mqls?|marketing[- ]qualified|website (?:traffic|visits|visitors|conversion)|brand awareness|trial[- ]to[- ]paid)\b/i,
  ],
  [
    'Engineering',
    /\b(?:uptime|(?:open|critical|known|unresolved) bugs|bug backlog|latency|page load|(?:deployment|release) (?:frequency|cadence))\b/i,
  ],
  ['Finance', /\b(?:dso|days sales outstanding|gross margin|cash flow|ebitda)\b/i],
  ['Human Resources', /\b(?:time to hire|(?:employee|staff) turnover)\b/i],
];
const OURS = /\b(?:up-?sell|cross-?sell|(?:expansion|renewals?|cs-sourced|existing (?:accounts|customers))\b)/i;

/** The team that moves a metric which customer success does not; null where in doubt. */
export function otherTeamOf(text: string): string | null {
  return OURS.test(text) ? null : (TEAMS.find(([, metrics]) => metrics.test(text))?.[0] ?? null);
}

const UNTRACED =
  /\b(?:followers|impressions|page views|pages viewed|social media|press mentions|employee (?:engagement|satisfaction|happiness)|enps|team (?:happiness|morale|spirit)|training hours|webinar (?:sign-?ups|registrations|attendees)|story points)\b/i;

/** Whether nobody could say how it moves NRR or GRR. */
export function isUntraced(text: string): boolean {
  return UNTRACED.test(text);
}

const PAY = /\b(?:variable pay|bonus(?:es)?|commissions?|compensation|salary|salaries|spiffs?)\b/i;
const TIED = /\b(?:ties?|tied|links?|linked|depends?|based|paid|pays?|earns?)\b/i;

/** Whether pay is tied to what is reached. */
export function isAboutPay(text: string): boolean {
  return PAY.test(text) && TIED.test(text);
}
