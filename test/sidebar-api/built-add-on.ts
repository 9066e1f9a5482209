import type { CallName, Calls, Reply } from '../../src/sidebar-api/protocol.js';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { builtFiles } from '../bundle/bundle.js';
import { serialOfDay, type Book, type BookCell } from '../../workbench/book.js';

/** Wednesday 6 May 2026, 09:30 in Berlin. */
const NOW = Date.UTC(2026, 4, 6, 7, 30);
export const ME = 'ana@example.com';

/** A date cell of the day that an ISO date names. */
export function dayCell(iso: string): BookCell {
  return { serial: serialOfDay(Date.parse(`${iso}T00:00Z`) / 86_400_000), format: 'yyyy-mm-dd' };
}

export type Sheets = Readonly<Record<string, readonly (readonly BookCell[])[]>>;

/** A book in a zone that is neither the script's nor the machine's. */
function bookOf(sheets: Sheets): Book {
  return {
    name: 'Customer success',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
  };
}

/** The built add-on installed in a book with these tabs. */
export function builtAddOn(sheets: Sheets, options: Partial<EmulatorOptions> = {}): Emulator {
  return createNodeEmulator({ files: builtFiles(), book: bookOf(sheets), now: NOW, user: ME, ...options });
}

/** Asks as the sidebar does. */
export async function ask<Name extends CallName>(
  emulator: Emulator,
  call: Name,
  args: Calls[Name]['request'],
): Promise<Reply<Calls[Name]['value']>> {
  const text = await emulator.callFromClient('callFromSidebar', [JSON.stringify({ call, args })]);
  return JSON.parse(String(text)) as Reply<Calls[Name]['value']>;
}

/** The value of a call that must succeed. */
export async function valueOf<Name extends CallName>(
  emulator: Emulator,
  call: Name,
  args: Calls[Name]['request'],
): Promise<Calls[Name]['value']> {
  const reply = await ask(emulator, call, args);
  if (!reply.ok) throw new Error(`${call}: ${reply.code}: ${reply.message}`);
  return reply.value;
}
