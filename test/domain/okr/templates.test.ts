import { describe, expect, it } from 'vitest';
import { templates } from '../../../src/domain/okr/templates/index.js';
import type { TemplateView } from '../../../src/sidebar-api/protocol-okr.js';
import { draftOf, lint } from './lint-drafts.js';

const keyResults = (id: string) =>
  templates.filter((one) => one.id === id).flatMap(({ objectives }) => objectives.flatMap((one) => one.keyResults));

/** The starting points that customer-success leaders publish: template, words of the key result, unit, from, to. */
const NUMBERS = [
  ['renewal-as-a-formality', 'Gross churn, annualised', '%', 8.2, 3],
  ['renewal-as-a-formality', 'at-risk accounts (below 50) after 60 days', 'points', 38, 62],
  ['renewal-as-a-formality', 'over $20K ACV in a renewal talk 90 days ahead', '%', 41, 85],
  ['catch-risk-early', 'Surprised churn', '%', 60, 15],
  ['catch-risk-early', 'over $5K ACV whose health is scored automatically', '%', null, 100],
  ['catch-risk-early', 'drop in health to the first intervention', 'days', 14, 3],
  ['expansion-as-a-motion', 'Net revenue retention', '%', 104, 122],
  ['expansion-as-a-motion', 'Accounts expanded', 'accounts', 3, 12],
  ['expansion-as-a-motion', 'Expansion ARR', '$', 180_000, 380_000],
  ['natural-next-step', 'three or more features in use', '%', 28, 58],
  ['natural-next-step', 'followed up within 5 business days', '%', null, 90],
  ['natural-next-step', 'CS-sourced', '$', 0, 220_000],
  ['visibly-healthy', 'Completeness of the health score', '%', 52, 95],
  ['visibly-healthy', 'health unknown', '%', 48, 5],
  ['visibly-healthy', 'hand work in the weekly health digest', 'h', null, 0],
  ['first-90-days', '90-day adoption', '%', 41, 72],
  ['first-90-days', 'time to first value', 'days', 18, 6],
  ['first-90-days', 'Post-onboarding NPS', 'points', 38, 55],
  ['support-as-retention', 'P1 and P2 resolution time', 'h', 11, 4],
  ['support-as-retention', 'CSAT', 'points', 3.9, 4.6],
  ['support-as-retention', 'same issue and account within 30 days', '%', 28, 8],
  ['vp-scorecard', 'reviewed each week by a named CSM', '%', null, 100],
  ['vp-scorecard', 'forecast error at 90 days', '%', null, 5],
  ['vp-scorecard', 'Gross revenue retention', '%', null, 92],
  ['vp-scorecard', 'CSMs with separate scorecards', '%', null, 100],
  ['vp-scorecard', 'Expansion ARR a year', '%', null, 18],
  ['vp-scorecard', 'Net revenue retention, four quarters running', '%', null, 110],
  ['vp-scorecard', 'all five fields within 7 days', '%', null, 95],
  ['vp-scorecard', 'signed by AE and CSM within 7 days', '%', null, 95],
  ['vp-scorecard', 'AEs whose scorecard counts handoff quality', '%', null, 100],
] as const;

describe('templates', () => {
  it.each(NUMBERS)('%s has "%s" in %s from %s to %s', (id, words, unit, baseline, target) => {
    const found = keyResults(id).filter(({ keyResult }) => keyResult.includes(words));
    expect(found).toMatchObject([{ unit, baseline, target }]);
  });

  it('have no number of their own beside those, but for the adoption that expansion needs', () => {
    const numbered = templates.flatMap(({ id }) =>
      keyResults(id)
        .filter(({ target }) => target !== null)
        .map(({ keyResult }) => `${id}: ${keyResult}`),
    );
    const known = (text: string) => NUMBERS.some(([id, words]) => text.startsWith(id) && text.includes(words));
    expect(numbered.filter((text) => !known(text))).toEqual([
      'expansion-as-a-motion: Accounts with three or more features in use',
    ]);
  });

  it('ask the retention teams for adoption, renewal readiness and expansion', () => {
    const teams = templates.filter(({ id }) => id.startsWith('retention-quarter'));
    expect(teams).toHaveLength(4);
    for (const { id } of teams) {
      expect(keyResults(id).map(({ indicator }) => indicator)).toEqual(['Adoption', 'Renewal readiness', 'Expansion']);
    }
  });

  it('are what the sidebar expects, each under an id of its own', () => {
    const views: readonly TemplateView[] = templates;
    expect(new Set(views.map(({ id }) => id)).size).toBe(12);
    for (const { objectives } of views) {
      for (const one of objectives) {
        expect(one.keyResults.length).toBeGreaterThanOrEqual(3);
        expect(one.keyResults.length).toBeLessThanOrEqual(5);
        expect(one.initiatives.length).toBeGreaterThan(0);
      }
    }
  });

  it.each(templates)(
    '$name has nothing strong said about it, but that a team has to set its own target',
    (template) => {
      for (const { objective, keyResults } of template.objectives) {
        const typed = keyResults.map(({ keyResult, ...fields }) => draftOf(keyResult, fields));
        const strong = lint(typed, {}, objective).filter(({ severity }) => severity === 'strong');
        const open = keyResults.flatMap(({ target }, place) => (target === null ? [{ rule: 'no-target', place }] : []));
        expect(strong.map(({ rule, place }) => ({ rule, place }))).toEqual(open);
      }
    },
  );

  it('get hints only for baselines to be measured, and for an expansion objective that is told by its outcome', () => {
    const hints = templates.flatMap(({ objectives }) =>
      objectives.flatMap(({ objective, keyResults }) =>
        lint(
          keyResults.map(({ keyResult, ...fields }) => draftOf(keyResult, fields)),
          {},
          objective,
        )
          .filter(({ rule, severity }) => severity === 'hint' && rule !== 'no-baseline')
          .map(({ rule }) => `${objective}: ${rule}`),
      ),
    );
    expect(hints).toEqual(['Renewal and expansion are separate motions: expansion-without-adoption']);
  });
});
