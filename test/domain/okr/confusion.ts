import type { Corpus } from './lint-corpus.js';
import { draftOf, lint } from './lint-drafts.js';

const TEXT_RULES = ['activity', 'initiative', 'project', 'outside-control', 'no-trace', 'pay'] as const;

/** A phrase, what it is, and what the linter takes it for: a rule of its text, or `outcome` when it says nothing. */
export interface Judged {
  readonly text: string;
  readonly is: string;
  readonly said: string;
}

const saidOf = (findings: ReturnType<typeof lint>): string =>
  findings.find(({ rule }) => TEXT_RULES.some((one) => one === rule))?.rule ?? 'outcome';

/** Every phrase of a corpus with what the linter says. */
export function judge(corpora: readonly Corpus[]): Judged[] {
  return corpora.flatMap(({ keyResults, objectives }) => [
    ...Object.entries(keyResults).flatMap(([is, texts]) =>
      texts.map((text) => ({ text, is, said: saidOf(lint([draftOf(text)])) })),
    ),
    ...Object.entries(objectives).flatMap(([is, texts]) =>
      texts.map((text) => ({ text, is, said: saidOf(lint([], {}, text)) })),
    ),
  ]);
}

/** One row a rule, and one for all: rule, found, missed, false alarms, rightly silent. */
export function confusion(judged: readonly Judged[]): (string | number)[][] {
  const rows = TEXT_RULES.map((rule): [string, number, number, number, number] => {
    const count = (is: boolean, said: boolean): number =>
      judged.filter((one) => (one.is === rule) === is && (one.said === rule) === said).length;
    return [`\`${rule}\``, count(true, true), count(true, false), count(false, true), count(false, false)];
  });
  const outcomes = judged.filter(({ is }) => is === 'outcome');
  const blamed = outcomes.filter(({ said }) => said !== 'outcome').length;
  const total = (column: 1 | 2): number => rows.reduce((sum, row) => sum + row[column], 0);
  return [...rows, ['any of them', total(1), total(2), blamed, outcomes.length - blamed]];
}

/** The share of faults that are found, by their own rule. */
export function recall(judged: readonly Judged[]): number {
  const faults = judged.filter(({ is }) => is !== 'outcome');
  return faults.filter(({ is, said }) => is === said).length / faults.length;
}
