import type { Page, PageField, PageGroup } from './protocol-watch.js';

/** A page of these parts and no others; a group with nothing in it is left out. */
export function pageOf({ groups = [], ...parts }: Partial<Page> & Pick<Page, 'title'>): Page {
  const shown = groups.filter(({ lines, items }) => lines.length + items.length > 0);
  return { lines: [], bars: null, forms: [], names: [], news: '', ...parts, groups: shown };
}

/** A group of nothing but lines. */
export function linesOf(title: string, lines: readonly string[]): PageGroup {
  return { title, lines, items: [] };
}

/** A field that takes a text. */
export function fieldOf(name: string, label: string, more: Partial<PageField> = {}): PageField {
  return { name, label, value: '', maxLength: 500, ...more };
}
