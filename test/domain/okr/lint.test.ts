import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintObjective } from '../../../src/domain/okr/lint/index.js';
import type { KeyResultDraft, LintContext } from '../../../src/domain/okr/lint/draft.js';
import type {
  KeyResultFields,
  LintFinding,
  ObjectiveFields,
  ObjectivesView,
} from '../../../src/sidebar-api/protocol-okr.js';
import { draftOf, lint, NOTHING_KNOWN, only, rulesOf, SOUND } from './lint-drafts.js';

const [talks, features, churn] = SOUND as [KeyResultDraft, KeyResultDraft, KeyResultDraft];
const nrr = draftOf('Net revenue retention', { kind: 'lagging', unit: '%', baseline: 104, target: 110 });
const expansion = draftOf('Expansion ARR', { kind: 'lagging', unit: '$', baseline: 180_000, target: 380_000 });
const grr = draftOf('Gross revenue retention', { kind: 'lagging', unit: '%', baseline: 88, target: 92 });
const nps = draftOf('NPS of all accounts', { kind: 'leading', unit: 'points', baseline: 38, target: 55 });

describe('the linter', () => {
  it('answers the sidebar in its own types', () => {
    const asked = (objective: ObjectiveFields, typed: readonly KeyResultFields[], context: ObjectivesView['lint']) =>
      lintObjective(objective, typed, context) satisfies readonly LintFinding[];
    expect(asked({ objective: '', quarter: '2026-Q4', owner: '', parent: '', state: '' }, [], NOTHING_KNOWN)).toEqual(
      [],
    );
  });

  it('says nothing about a sound objective', () => {
    expect(lint(SOUND)).toEqual([]);
  });

  it('leaves out what is blank or dropped, and keeps the places', () => {
    const typed = [draftOf(' '), ...SOUND, draftOf('Launch a portal', { state: 'Dropped' }), draftOf('Hold 40 QBRs')];
    expect(lint(typed)).toMatchObject([{ rule: 'activity', place: 5 }]);
  });

  it('judges and repeats the first 300 characters of a cell that holds a novel', () => {
    const novel = 'Launch a dashboard from 1 from 1' + ' and from 1'.repeat(5000);
    for (const { rewrite } of lint([draftOf(novel, { indicator: novel })], { lastQuarter: [] }, novel)) {
      expect(rewrite.length).toBeLessThan(500);
    }
  });

  it('never fails, and gives every finding a reason and a rewrite that end without a period', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('Run QBRs', 'Churn', 'NPS', 'Expansion ARR', 'Launch a dashboard', 'Uptime', 'Bonus paid'),
    );
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    const day = fc.constantFrom('', '2026-10-01', '2026-12-31', 'soon');
    const typed = fc.record({
      keyResult: text,
      kind: fc.constantFrom('leading' as const, 'lagging' as const, '' as const),
      indicator: text,
      unit: fc.constantFrom('%', '$', ''),
      baseline: number,
      target: number,
      start: day,
      due: day,
      owner: text,
      segment: text,
      state: fc.constantFrom('', 'active', 'paused'),
    });
    fc.assert(
      fc.property(text, fc.array(typed, { maxLength: 7 }), number, (objective, typed, grossRetention) => {
        for (const { reason, rewrite, place } of lint(typed, { grossRetention }, objective)) {
          expect(reason).toMatch(/^[A-Z0-9].*[^.!]$/);
          expect(rewrite).not.toMatch(/undefined|null|NaN|\{who\}|^$/i);
          expect(place === null || place < typed.length).toBe(true);
        }
      }),
    );
  });
});

describe('fields of a key result', () => {
  it.each([
    ['no-baseline', 'hint', draftOf('Logo retention', { target: 95 })],
    ['no-target', 'strong', draftOf('Logo retention', { baseline: 90 })],
    ['no-owner', 'strong', { ...talks, owner: ' ' }],
    ['no-due', 'hint', { ...talks, due: '' }],
    ['due-before-start', 'strong', { ...talks, due: '2026-09-30' }],
    ['baseline-is-target', 'strong', { ...talks, target: 41 }],
    ['direction', 'strong', { ...churn, baseline: 3, target: 8 }],
    ['direction', 'strong', draftOf('CSAT after a ticket is closed', { baseline: 4.6, target: 3.9 })],
    ['direction', 'strong', draftOf('Reduce open escalations', { baseline: 3, target: 9 })],
  ] as const)('%s is a %s finding', (rule, severity, typed) => {
    const findings = lint([features, churn, typed]);
    expect(rulesOf(findings)).toEqual([rule]);
    expect(only(findings, rule)).toMatchObject({ severity, place: 2 });
  });

  it('of numbers that stand in the text are taken from there', () => {
    const findings = lint([draftOf('Seats in use from 41 % to 85 %')]);
    expect(only(findings, 'no-baseline').rewrite).toBe('Enter 41 as the baseline, as the text has it');
    expect(only(findings, 'no-target').rewrite).toBe('Enter 85 as the target, as the text has it');
  });

  it.each(['Churn saves completed', 'Churned accounts with a known reason', 'Churn predicted 90 days ahead'])(
    'may rise with "%s"',
    (text) => {
      expect(rulesOf(lint([features, talks, draftOf(text, { baseline: 3, target: 8 })]))).toEqual([]);
    },
  );

  it('swapped give the way back', () => {
    expect(only(lint([talks, features, { ...churn, baseline: 3, target: 8 }]), 'direction').rewrite).toContain(
      '"Gross churn, annualised" from 8 % to 3 %',
    );
  });
});

describe('last quarter', () => {
  const lastQuarter = [{ keyResult: 'gross  Churn, annualised', baseline: 8.2, target: 3 }];

  it('with the same target and no new baseline is a finding', () => {
    expect(lint(SOUND, { lastQuarter })).toMatchObject([{ rule: 'same-target', severity: 'hint', place: 2 }]);
  });

  it('with a new baseline, or a new target, is none', () => {
    expect(lint([talks, features, { ...churn, baseline: 6 }], { lastQuarter })).toEqual([]);
    expect(lint([talks, features, { ...churn, target: 2 }], { lastQuarter })).toEqual([]);
  });
});

describe('confidence', () => {
  const said = (weeks: number, state = 'active') =>
    rulesOf(
      lint([{ ...talks, state }, features, churn], { weeksSinceConfidence: [{ keyResult: talks.keyResult, weeks }] }),
    );

  it('is a finding from two weeks without an update on', () => {
    expect(said(2)).toEqual(['stale-confidence']);
    expect(said(1)).toEqual([]);
  });

  it('may rest while the key result does', () => {
    expect(said(5, 'paused')).toEqual([]);
  });
});

describe('key results together', () => {
  it.each([
    { name: 'no key result', typed: [], is: ['key-result-count'] },
    { name: 'two', typed: [talks, churn], is: ['key-result-count'] },
    { name: 'five', typed: [...SOUND, features, features], is: [] },
    { name: 'six', typed: [...SOUND, ...SOUND], is: ['key-result-count'] },
    {
      name: 'all lagging',
      typed: [nrr, grr, draftOf('Logos kept', { ...grr, keyResult: 'Logos kept' })],
      is: ['all-lagging'],
    },
    { name: 'NPS, said to be leading, among lagging ones', typed: [nrr, grr, nps], is: ['all-lagging'] },
    { name: 'one that leads', typed: [nrr, grr, talks], is: [] },
    { name: 'kinds that nobody gave', typed: [nrr, grr, talks].map((one) => ({ ...one, kind: '' as const })), is: [] },
    { name: 'only NPS', typed: [nps], is: ['key-result-count', 'nps-only'] },
    {
      name: 'churn and nothing that predicts it',
      typed: [churn, nrr, grr],
      is: ['all-lagging', 'churn-without-predictor'],
    },
    {
      name: 'churn beside what is not known to lead',
      typed: [churn, nrr, draftOf('Reference customers', { baseline: 1, target: 6 })],
      is: ['churn-without-predictor'],
    },
    { name: 'expansion without adoption', typed: [expansion, talks, grr], is: ['expansion-without-adoption'] },
    { name: 'expansion with adoption', typed: [expansion, features, grr], is: [] },
  ])('$name', ({ typed, is }) => {
    expect(rulesOf(lint(typed))).toEqual(is);
  });
});

describe('gross retention', () => {
  const keeping = [grr, talks, features];
  const growing = [expansion, nrr, features];
  const rules = (typed: readonly KeyResultDraft[], context: Partial<LintContext>) =>
    rulesOf(lint(typed, context, 'We do well'));

  it('above 90 % asks for expansion beside retention', () => {
    expect(rules(keeping, { grossRetention: 0.93 })).toEqual(['retention-only']);
    expect(rules([...keeping, nrr], { grossRetention: 0.93 })).toEqual([]);
  });

  it('below 90 % asks for retention first', () => {
    expect(rules(growing, { grossRetention: 0.86 })).toEqual(['retention-first']);
    expect(rules([...growing, grr], { grossRetention: 0.86 })).toEqual([]);
  });

  it('at 90 %, or not known, asks for nothing', () => {
    for (const grossRetention of [0.9, null]) {
      expect([...rules(keeping, { grossRetention }), ...rules(growing, { grossRetention })]).toEqual([]);
    }
  });

  it('is content when another objective of the quarter has what this one leaves out', () => {
    expect(rules(keeping, { grossRetention: 0.93, quarterKeyResults: ['Expansion ARR'] })).toEqual([]);
    expect(rules(growing, { grossRetention: 0.86, quarterKeyResults: ['Gross churn'] })).toEqual([]);
  });
});

describe('the objective', () => {
  it.each([
    { name: 'written as a project', objective: 'Launch the customer portal', context: {}, is: ['project'] },
    { name: 'with pay tied to it', objective: 'Bonus paid for NRR above 105 %', context: {}, is: ['pay'] },
    { name: 'with five executive metrics', objective: 'Customers stay', context: { executiveMetrics: 5 }, is: [] },
    { name: 'with six', objective: 'Customers stay', context: { executiveMetrics: 6 }, is: ['executive-metrics'] },
  ])('$name', ({ objective, context, is }) => {
    expect(rulesOf(lint(SOUND, context, objective))).toEqual(is);
  });
});

describe('a key result of another team', () => {
  it('is cascaded to the team that owns it', () => {
    const found = only(
      lint([talks, features, draftOf('Platform uptime', { baseline: 99.5, target: 99.9 })]),
      'outside-control',
    );
    expect(found).toMatchObject({ place: 2, severity: 'strong' });
    expect(found.rewrite).toContain('Cascade "Platform uptime" to Engineering');
  });

  it('that leads to neither NRR nor GRR is a hint, unless its indicator does', () => {
    const followers = draftOf('LinkedIn followers', { baseline: 2000, target: 5000 });
    expect(rulesOf(lint([talks, features, followers]))).toEqual(['no-trace']);
    expect(rulesOf(lint([talks, features, { ...followers, indicator: 'GRR' }]))).toEqual([]);
  });
});

describe('the field that a finding is about', () => {
  const nothing = draftOf('Gross churn', { owner: '', due: '' });
  it.each([
    ['no-baseline', [nothing], 'baseline'],
    ['no-target', [nothing], 'target'],
    ['no-owner', [nothing], 'owner'],
    ['no-due', [nothing], 'due'],
    ['activity', [draftOf('Run QBRs with every enterprise account')], 'keyResult'],
    ['key-result-count', [nothing], undefined],
  ])('of %s', (rule, keyResults, field) => {
    expect(only(lint(keyResults), rule).field).toBe(field);
  });

  it('is the text of the objective where that names a project', () => {
    expect(only(lint([nothing], {}, 'Implement the new CRM'), 'project').field).toBe('objective');
  });
});
