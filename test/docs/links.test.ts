import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name)),
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((name) => join(root, name)),
];

/** Targets of the page's links and images inside the project; code is no link. */
function localTargets(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target).filter(
    (target) => !/^[a-z]+:/.test(target),
  );
}

/** The anchors that headings make. */
function anchors(text: string): string[] {
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}

describe.each(pages.map((page) => [relative(root, page), page] as const))('%s', (_, page) => {
  test('links to pages and headings that are there', () => {
    for (const target of localTargets(readFileSync(page, 'utf8'))) {
      const [path = '', anchor = ''] = target.split('#');
      const file = path === '' ? page : resolve(dirname(page), path);
      expect(existsSync(file), target).toBe(true);
      if (anchor !== '') expect(anchors(readFileSync(file, 'utf8')), target).toContain(anchor);
    }
  });
});
