import { lintObjective } from '../../../src/domain/okr/lint/index.js';
import type { Finding, KeyResultDraft, LintContext } from '../../../src/domain/okr/lint/draft.js';

/** Nothing is known beside what is typed. */
export const NOTHING_KNOWN: LintContext = { grossRetention: null, lastQuarter: [] };

/** A key result with nothing missing. */
export function draftOf(keyResult: string, fields: Partial<KeyResultDraft> = {}): KeyResultDraft {
  const numbers = { unit: '', baseline: null, target: null };
  const days = { start: '2026-10-01', due: '2026-12-31' };
  const who = { owner: 'maya.chen@northlight.example', segment: '', state: 'active' };
  return { keyResult, kind: '', indicator: '', ...numbers, ...days, ...who, ...fields };
}

/** Three key results that nothing is said about. */
export const SOUND = [
  draftOf('Accounts in a renewal talk 90 days ahead', { kind: 'leading', unit: '%', baseline: 41, target: 85 }),
  draftOf('Accounts with three or more features in use', { kind: 'leading', unit: '%', baseline: 28, target: 58 }),
  draftOf('Gross churn, annualised', { kind: 'lagging', unit: '%', baseline: 8.2, target: 3 }),
];

/** What is said about an objective of these key results. */
export function lint(
  keyResults: readonly KeyResultDraft[],
  context: Partial<LintContext> = {},
  objective = 'Customers stay',
): readonly Finding[] {
  return lintObjective({ objective }, keyResults, { ...NOTHING_KNOWN, ...context });
}

/** The one finding of a rule; fails when there is none or more. */
export function only(findings: readonly Finding[], rule: string): Finding {
  const [found, ...more] = findings.filter((finding) => finding.rule === rule);
  if (!found || more.length > 0) throw new Error(`Expected one ${rule}, found ${JSON.stringify(findings)}`);
  return found;
}

/** The rules of findings, in their order. */
export const rulesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule);
