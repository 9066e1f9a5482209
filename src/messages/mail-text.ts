import type { MailContent, Section } from './mail-content.js';

function sectionLines(section: Section): string[] {
  const { title, headline, link, facts = [], figures = [], bends = [], lines = [], rows = [], closing = [] } = section;
  return [
    headline === undefined ? title : `${title}: ${headline}`,
    ...(facts.length > 0 ? [facts.join(', ')] : []),
    ...figures.map(({ name, value, remark }) => `- ${name}: ${value}, ${remark}`),
    ...bends.flatMap(({ indicator, change, from, to, since, kindWords, trend }) => [
      `- ${indicator}: ${change}, ${from} -> ${to}, ${since} (${kindWords})`,
      `  ${trend.sentence}`,
    ]),
    ...lines.map((line) => `- ${line}`),
    ...rows.map(({ name, words, link: row }) => `- ${name}: ${words}. ${row}`),
    ...closing.map((line) => `${line}.`),
    ...(link === undefined ? [] : [`Row: ${link}`]),
    '',
  ];
}

/** The plain text form of a message: everything that the HTML form says, in the same order. */
export function mailText({ ask, answer, sections, steps, notes, book }: MailContent): string {
  return [
    `${ask}.`,
    '',
    answer,
    '',
    ...sections.flatMap(sectionLines),
    'What to do',
    ...steps.map((step, index) => `${index + 1}. ${step}.`),
    '',
    ...notes.map(({ lead, words }) => `${lead}. ${words}`),
    `${book.name}: ${book.link}`,
    '',
  ].join('\n');
}
