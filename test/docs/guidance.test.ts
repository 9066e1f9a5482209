import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guidanceSections } from '../../scripts/guidance.mjs';
import { builtAddOn, valueOf } from '../sidebar-api/built-add-on.js';
import { itemsOf } from '../sidebar-api/pages.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/guidance.md'), 'utf8');

test('the sidebar has every section of the guidance page, point by point and without its markup', async () => {
  const heads = [...page.matchAll(/^## (.*)$/gm)].map(([, head]) => head);
  const points = [...page.matchAll(/^- /gm)].length;
  const sections = guidanceSections();
  expect(sections.map(({ title }) => title)).toEqual(heads);
  // Every point of the page is one, and so is the paragraph that ends its first section.
  expect(sections.flatMap(({ lines }) => lines)).toHaveLength(points + 1);
  expect(JSON.stringify(sections)).not.toMatch(/\*\*|\]\(|`|\\n/);
  const emulator = builtAddOn({});
  const items = itemsOf(await valueOf(emulator, 'guidance', {}));
  emulator.dispose();
  expect(items.map(({ name, parts }) => [name, parts[0]?.lines.length])).toEqual(
    sections.map(({ title, lines }) => [title, lines.length]),
  );
});
