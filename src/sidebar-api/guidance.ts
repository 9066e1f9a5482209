import { linesOf, pageOf } from './page.js';
import type { Page } from './protocol-watch.js';

/** JSON of the sections of docs/guidance.md, which the build puts here. */
declare const GUIDANCE: string;

interface Section {
  readonly title: string;
  readonly about: string;
  readonly lines: readonly string[];
}

/** What to mind before numbers are set, read or acted on. */
export function guidance(): Page {
  const sections = JSON.parse(GUIDANCE) as readonly Section[];
  return pageOf({
    title: 'What to mind',
    lines: ['This is not legal advice: your own counsel, finance and compliance decide'],
    groups: [
      {
        ...linesOf('Guidance', []),
        items: sections.map(({ title, about, lines }) => ({
          ...{ key: title, name: title, about, forms: [], link: '' },
          parts: [{ title: about, lines }],
        })),
      },
    ],
  });
}
