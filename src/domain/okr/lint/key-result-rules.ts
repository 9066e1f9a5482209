import { hint, LONGEST_TEXT, strong, type Finding, type Found, type LintContext, type PlacedDraft } from './draft.js';
import { betterOf } from './metrics.js';
import { metricFor, withUnit } from './rewrites.js';
import { isAboutPay, isUntraced, otherTeamOf, workOf } from './text-rules.js';

/** Weeks without a new confidence that a weekly check-in must not have. */
const STALE_WEEKS = 2;

/** What there is to say about one key result. */
export function keyResultFindings(keyResult: PlacedDraft, context: LintContext): Finding[] {
  const found = [
    ...textFindings(keyResult),
    ...fieldFindings(keyResult),
    ...numberFindings(keyResult, context),
    ...confidenceFindings(keyResult, context),
  ];
  return found.map((finding) => ({ ...finding, place: keyResult.place }));
}

function textFindings(keyResult: PlacedDraft): Found[] {
  const { keyResult: text, indicator } = keyResult;
  if (isAboutPay(text)) return [payFinding(text)];
  const work = workOf(text);
  if (work !== null) {
    const reason =
      work === 'activity'
        ? 'This is work that recurs: all of it can be done and nothing change for a customer'
        : 'This is an initiative: it can be finished and nothing change for a customer';
    const metric = metricFor(keyResult);
    return [strong(work, reason, metric, metric)];
  }
  // The numbers that were typed are those of another metric.
  const example = metricFor({ ...keyResult, unit: '' });
  const team = otherTeamOf(text);
  if (team !== null) {
    const rewrite = `Cascade "${text}" to ${team}; keep what you move, for example "${example}"`;
    const reason = `${team} moves this, not customer success: the score would tell of another team`;
    return [strong('outside-control', reason, rewrite)];
  }
  if (isUntraced(text) && !/retention|churn|revenue|\b[ng]rr\b/i.test(`${text} ${indicator}`)) {
    const reason = 'This leads to neither NRR nor GRR: it can be reached while revenue leaves';
    return [hint('no-trace', reason, example, example)];
  }
  return [];
}

/** What to say where pay is tied to a score. */
export function payFinding(text: string): Found {
  return strong(
    'pay',
    'Pay that hangs on a score invites gaming: targets get low and confidence gets polite',
    `Take "${text.trim()}" out of the objective, and let pay follow a plan of its own`,
  );
}

/** The numbers of `from 41 % to 85 %` or `14 to 3`, as they are written. */
const FROM_TO =
  /([$€£]?\d[\d.,]*[KM]?)(?: ?%| [a-z]+)? (?:to|->|→) (?:(?:below|under|above|over|at least) |[<>] ?)?([$€£]?\d[\d.,]*[KM]?)/i;

function fieldFindings({ keyResult: text, unit, baseline, target, owner, due }: PlacedDraft): Found[] {
  const found: Found[] = [];
  const isWork = workOf(text) !== null;
  const [, from, to] = FROM_TO.exec(text) ?? [];
  const inUnit = unit === '' ? '' : `, in ${unit}`;
  if (baseline === null && !isWork) {
    const rewrite = from
      ? `Enter ${from} as the baseline, as the text has it`
      : `Enter the last known value of "${text}"${inUnit}, or measure it in the first two weeks`;
    found.push(hint('no-baseline', 'Without a baseline nobody can tell how far it has come', rewrite));
  }
  if (target === null && !isWork) {
    const example = baseline === null ? '' : `: "${text}, from ${withUnit(baseline, unit)} to ..."`;
    found.push(
      strong(
        'no-target',
        'Without a target it cannot be reached or missed',
        to
          ? `Enter ${to} as the target, as the text has it`
          : `Enter the value that would be a good quarter${example || inUnit}`,
      ),
    );
  }
  if (owner.trim() === '') {
    const reason = 'What nobody owns, nobody checks in';
    const rewrite = `Name one person who answers for "${text}" each week`;
    found.push(strong('no-owner', reason, rewrite));
  }
  if (due === '') {
    const reason = 'Without a due day there is no pace to hold it against';
    const rewrite = `Give "${text}" a due day; the quarter's last day is usual`;
    found.push(hint('no-due', reason, rewrite));
  }
  return found;
}

function numberFindings(keyResult: PlacedDraft, context: LintContext): Found[] {
  const { keyResult: text, unit, baseline, target, start, due } = keyResult;
  const found: Found[] = [];
  if (start !== '' && due !== '' && due <= start) {
    const reason = `It is due on ${due}, which is not after its start on ${start}`;
    const rewrite = `Set the due day after ${start}, or the start before ${due}`;
    found.push(strong('due-before-start', reason, rewrite));
  }
  if (baseline === null || target === null) return found;
  const [from, to] = [withUnit(baseline, unit), withUnit(target, unit)];
  if (baseline === target) {
    const reason = `Baseline and target are both ${to}: there is no way to go, and no progress to show`;
    const rewrite = `Keep ${from} as the baseline of "${text}" and set a target that would be an improvement`;
    return [...found, strong('baseline-is-target', reason, rewrite)];
  }
  const last = context.lastQuarter.find((one) => sameText(one.keyResult, text));
  if (last?.target === target && last.baseline === baseline) {
    const reason = `Last quarter went from ${from} to ${to} too: where it starts now has to be looked up again`;
    const rewrite = `Enter today's value of "${text}" as the baseline, then ask whether ${to} is still the right target`;
    found.push(hint('same-target', reason, rewrite));
  }
  const better = betterOf(text);
  if (better !== null && better !== (target > baseline ? 'up' : 'down')) {
    const reason = `By its name it is better ${better === 'up' ? 'higher' : 'lower'}, and yet it goes from ${from} to ${to}`;
    const rewrite = `"${text}" from ${to} to ${from}, if the two were swapped; else say in its name what should ${target > baseline ? 'rise' : 'fall'}`;
    found.push(strong('direction', reason, rewrite));
  }
  return found;
}

function confidenceFindings({ keyResult: text, state }: PlacedDraft, context: LintContext): Found[] {
  const said = context.weeksSinceConfidence?.find((one) => sameText(one.keyResult, text));
  if (!said || said.weeks < STALE_WEEKS || /^(?:paused|done)$/i.test(state.trim())) return [];
  const reason = `Nobody has said for ${said.weeks} weeks how confident they are of it`;
  const rewrite = `Check "${text}" in this week with a confidence from 0 to 10, or pause it`;
  return [hint('stale-confidence', reason, rewrite)];
}

const plain = (text: string): string => text.trim().slice(0, LONGEST_TEXT).toLowerCase().replace(/\s+/g, ' ');

/** Whether two texts are the same but for case and blanks. */
function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}
