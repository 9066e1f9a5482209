// What docs/guidance.md says, as the sidebar shows it; the build puts it into Code.js as one text, parsed only when asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** @param {string} text */
function plain(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\*\*|`/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}

/**
 * Each section of the page: its head, its first paragraph, and all that follows, a line for each point.
 *
 * @returns {{ title: string, about: string, lines: string[] }[]}
 */
export function guidanceSections() {
  const [, ...sections] = readFileSync(join(root, 'docs/guidance.md'), 'utf8').split(/^## /m);
  return sections.map((section) => {
    const [title = '', ...blocks] = section.split(/\n(?:\n|(?=- ))/).map((block) => plain(block.replace(/^- /, '')));
    const [about = '', ...lines] = blocks.filter(Boolean);
    return { title, about, lines };
  });
}
