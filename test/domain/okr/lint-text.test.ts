import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confusion, judge, recall } from './confusion.js';
import { held, tuned } from './lint-corpus.js';
import { draftOf, lint, only } from './lint-drafts.js';

const onTuned = judge(tuned);
const onHeld = judge(held);
const all = [...onTuned, ...onHeld];
const page = readFileSync(join(import.meta.dirname, '../../../docs/okr-linter.md'), 'utf8');

/** The rows of the page's table under a heading, without its header. */
function tableUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(heading)).split('\n#')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const asText = (rows: readonly (readonly (string | number)[])[]): string[][] => rows.map((row) => row.map(String));

describe('the rules of text', () => {
  it('are tried on at least 130 phrases, a fifth and more of them never tuned on, none of them twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(130);
    expect(onHeld.length / all.length).toBeGreaterThan(0.2);
    expect(new Set(all.map(({ text }) => text.toLowerCase())).size).toBe(all.length);
  });

  it('raise no false alarm: not one outcome is called anything else', () => {
    expect(all.filter(({ is, said }) => is === 'outcome' && said !== is)).toEqual([]);
  });

  it('take no fault for another one', () => {
    expect(all.filter(({ is, said }) => said !== 'outcome' && said !== is)).toEqual([]);
  });

  it('find nine faults of ten, and all that they were tuned on', () => {
    expect(recall(onTuned)).toBe(1);
    expect(recall(all)).toBeGreaterThanOrEqual(0.9);
  });

  it('have their figures in the docs as they are', () => {
    expect(tableUnder('### Tuned on')).toEqual(asText(confusion(onTuned)));
    expect(tableUnder('### Held out')).toEqual(asText(confusion(onHeld)));
    const share = `${Math.round(recall(onHeld) * 100)} %`;
    expect(page).toContain(`**${share}** of the faults held out`);
    const missed = onHeld.filter(({ is, said }) => is !== said).map(({ text }) => `"${text}"`);
    for (const text of missed) expect(page).toContain(text);
  });
});

describe('outcomes of the corpus', () => {
  it('get no other strong finding either, once their numbers are filled in by the way that their text says', () => {
    const texts = [...tuned, ...held].flatMap(({ keyResults }) => keyResults.outcome);
    for (const text of texts) {
      const found = lint([draftOf(text, { baseline: 1, target: 2 })]).filter(
        ({ rule, severity }) => severity === 'strong' && rule !== 'nps-only',
      );
      // Without its own numbers only the way may be wrong, and then the text must want it lower.
      for (const { rule, reason } of found) {
        expect(`${text}: ${rule}: ${reason}`).toMatch(/: direction: By its name it is better lower/);
        const turned = lint([draftOf(text, { baseline: 2, target: 1 })]);
        expect(turned.filter((finding) => finding.rule === 'direction')).toEqual([]);
      }
    }
  });
});

describe('rewrites', () => {
  it.each([
    [
      'Run QBRs with every enterprise account',
      'Share of enterprise accounts with an executive contact in the last 90 days, from 41 % to 85 %',
    ],
    [
      'Build an onboarding playbook for SMB customers',
      'Median days from signing to first value at SMB customers, from 18 to 6',
    ],
    ['Email every customer before renewal', 'Share of customers in a renewal talk 90 days ahead, from 41 % to 85 %'],
    ['Host 6 customer webinars', 'Share of accounts with three or more features in use, from 28 % to 58 %'],
    [
      'Interview 15 churned customers',
      'Days from a drop in health to the first intervention at customers, from 14 to 3',
    ],
    ['Create a customer academy', 'Share of accounts with three or more features in use, from 28 % to 58 %'],
  ])('of "%s" are made from it', (text, rewrite) => {
    const [found] = lint([draftOf(text)]).filter(({ rule }) => rule === 'activity' || rule === 'initiative');
    expect(found?.rewrite).toBe(rewrite);
  });

  it('take the numbers that were typed when they are shares, and the segment when no accounts are named', () => {
    const typed = draftOf('Hold 40 QBRs', { unit: '%', baseline: 50, target: 90, segment: 'Mid-market' });
    expect(only(lint([typed]), 'activity').rewrite).toBe(
      'Share of Mid-market accounts with an executive contact in the last 90 days, from 50 % to 90 %',
    );
  });

  it('of a project keep it as an initiative beside a state', () => {
    expect(only(lint([], {}, 'Redesign the onboarding process for fintech accounts'), 'project').rewrite).toBe(
      '"Fintech accounts see value before their first invoice", with "Redesign the onboarding process for fintech accounts" as an initiative beside its key results',
    );
  });

  it('never repeat the fault: what is suggested is itself called an outcome', () => {
    for (const { text, is } of all.filter(({ is }) => is === 'activity' || is === 'initiative')) {
      const rewrite = lint([draftOf(text)]).find(({ rule }) => rule === is)?.rewrite;
      if (rewrite !== undefined) expect(judgeOne(rewrite), rewrite).toEqual([]);
    }
  });
});

const judgeOne = (text: string): readonly string[] =>
  lint([draftOf(text, { baseline: 1, target: 2 })])
    .map(({ rule }) => rule)
    .filter((rule) => rule !== 'key-result-count' && rule !== 'direction');
