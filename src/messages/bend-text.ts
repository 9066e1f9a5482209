import type { AccountContent } from './bend-account.js';
import type { BendContent } from './bend-content.js';

function accountLines({ name, link, facts, bends, alsoBending, clears }: AccountContent): string[] {
  return [
    name,
    facts.join(', '),
    ...bends.flatMap(({ indicator, change, from, to, since, kindWords, trend }) => [
      `- ${indicator}: ${change}, ${from} -> ${to}, ${since} (${kindWords})`,
      `  ${trend.sentence}`,
    ]),
    ...(alsoBending === null ? [] : [`- ${alsoBending}`]),
    `${clears}.`,
    `Row: ${link}`,
    '',
  ];
}

/** The plain text form of a bend mail: everything that the HTML form says, in the same order. */
export function bendText({ ask, answer, accounts, rest, steps, notes, book }: BendContent): string {
  return [
    `${ask}.`,
    '',
    answer,
    '',
    ...accounts.flatMap(accountLines),
    ...(rest === null
      ? []
      : [
          `${rest.why}:`,
          ...rest.lines.map(({ name, words, link }) => `- ${name}: ${words}. ${link}`),
          ...(rest.unlisted === null ? [] : [rest.unlisted]),
          '',
        ]),
    'What to do',
    ...steps.map((step, index) => `${index + 1}. ${step}.`),
    '',
    ...notes.map(({ lead, words }) => `${lead}. ${words}`),
    `${book.name}: ${book.link}`,
    '',
  ].join('\n');
}
