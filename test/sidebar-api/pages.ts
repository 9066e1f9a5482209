import type { Reply } from '../../src/sidebar-api/protocol.js';
import type { Page, PageForm, PageItem } from '../../src/sidebar-api/protocol-watch.js';
import type { Emulator } from '../../workbench/apps-script/api.js';
import { ask } from './built-add-on.js';

/** Everything that a page lists. */
export function itemsOf(page: Page): readonly PageItem[] {
  return page.groups.flatMap(({ items }) => items);
}

/** The one item whose name or line holds this. */
export function itemOf(page: Page, text: string): PageItem {
  const found = itemsOf(page).filter(({ name, about }) => `${name} ${about}`.includes(text));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${String(found.length)} items have ${text}`);
  return only;
}

/** The lines of a part of an item, or of a group of the page. */
export function linesOf(parts: PageItem['parts'], title: string): readonly string[] {
  return parts.find((part) => part.title.startsWith(title))?.lines ?? [];
}

/** The form with this button. */
export function formOf({ forms }: Pick<PageItem, 'forms'>, button: string): PageForm {
  const form = forms.find((one) => one.button === button);
  if (!form) throw new Error(`There is no ${button}, only ${forms.map((one) => one.button).join(', ')}`);
  return form;
}

/** Sends a form as the sidebar does: what the server put in it, and what was typed over its values. */
export function send(
  emulator: Emulator,
  { call, args, fields }: PageForm,
  typed: Readonly<Record<string, string>> = {},
): Promise<Reply<Page>> {
  const values = fields.map(({ name, value }): [string, string] => [name, value]);
  // The forms of a page are answered with the page.
  return ask(emulator, call, { ...args, ...Object.fromEntries(values), ...typed }) as Promise<Reply<Page>>;
}

/** The page that a form comes to, when it must succeed. */
export async function sent(...request: Parameters<typeof send>): Promise<Page> {
  const reply = await send(...request);
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return reply.value;
}
