import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeyResultDraft, LintContext } from '../../../src/domain/okr/lint/draft.js';
import { draftOf, lint, only, SOUND } from './lint-drafts.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/okr-linter.md'), 'utf8');
const rowsOf = (heading: string): string[][] =>
  (page.split(`\n## ${heading}\n`)[1] ?? '')
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/`/g, ''))) ?? [];

const [talks, features] = SOUND as [KeyResultDraft, KeyResultDraft];
const filled = (text: string, fields: Partial<KeyResultDraft> = {}) =>
  draftOf(text, { unit: '%', baseline: 1, target: 2, ...fields });
const nrr = filled('NRR');
const grr = filled('Gross revenue retention');
const expansion = filled('Expansion ARR');
const churn = draftOf('Gross churn', { unit: '%', baseline: 8.2, target: 3 });

/** In the order of the page: the key results of each example, what is known beside them, and the objective. */
const EXAMPLES: readonly (readonly [rule: string, KeyResultDraft[], Partial<LintContext>?, string?])[] = [
  ['activity', [draftOf('Run QBRs with every enterprise account')]],
  ['activity', [draftOf('Email every customer before renewal')]],
  ['initiative', [draftOf('Build an onboarding playbook for SMB customers')]],
  ['outside-control', [filled('Platform uptime')]],
  ['no-trace', [filled('LinkedIn followers')]],
  ['pay', [filled('Tie 20 % of variable pay to NRR')]],
  ['no-baseline', [draftOf('Seats in use from 41 % to 85 %')]],
  ['no-target', [draftOf('Logo retention', { unit: '%', baseline: 90 })]],
  ['no-owner', [filled('Logo retention', { owner: '' })]],
  ['no-due', [filled('Logo retention', { due: '' })]],
  ['due-before-start', [filled('Logo retention', { due: '2026-09-30' })]],
  ['baseline-is-target', [filled('Logo retention', { baseline: 95, target: 95 })]],
  ['direction', [{ ...churn, baseline: 3, target: 8 }]],
  ['same-target', [churn], { lastQuarter: [churn] }],
  ['stale-confidence', [churn], { weeksSinceConfidence: [{ keyResult: 'Gross churn', weeks: 3 }] }],
  ['project', [], {}, 'Launch the customer portal'],
  ['key-result-count', [talks, churn]],
  ['all-lagging', [nrr, grr, expansion]],
  ['nps-only', [filled('NPS of mid-market accounts')]],
  ['churn-without-predictor', [churn, nrr, grr]],
  ['expansion-without-adoption', [expansion, talks, grr]],
  ['retention-only', [grr, talks, features], { grossRetention: 0.93 }],
  ['retention-first', [expansion, nrr, features], { grossRetention: 0.86 }, 'We grow'],
  ['executive-metrics', SOUND, { executiveMetrics: 7 }],
];

describe('the page about the linter', () => {
  it('has the rewrite of every example as the linter gives it', () => {
    const said = EXAMPLES.map(([rule, ...typed]) => [rule, only(lint(...typed), rule).rewrite]);
    expect(rowsOf('Examples').map(([, rule, , rewrite]) => [rule, rewrite])).toEqual(said);
  });

  it('names the rules that there are, each with its severity', () => {
    const severities = new Map(EXAMPLES.map(([rule, ...typed]) => [rule, only(lint(...typed), rule).severity]));
    const told = [...rowsOf('One key result'), ...rowsOf('The objective as a whole')];
    expect(new Map(told.map(([, rule, severity]) => [rule, severity]))).toEqual(severities);
  });
});
