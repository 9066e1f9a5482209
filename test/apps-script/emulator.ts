import type { Book, BookCell } from '../../workbench/book.js';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';

const SCOPE = 'https://www.googleapis.com/auth/';
export const SCOPES = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.scriptapp',
  'script.send_mail',
  'userinfo.email',
];

/** Monday 4 May 2026, 08:00 UTC. */
export const MONDAY = Date.UTC(2026, 4, 4, 8);

export function manifest(scopes: readonly string[] = SCOPES, timeZone = 'America/New_York'): string {
  return JSON.stringify({ timeZone, runtimeVersion: 'V8', oauthScopes: scopes.map((scope) => SCOPE + scope) });
}

/** A book whose zone is neither the script's nor the machine's. */
export function book(sheets: Record<string, readonly (readonly BookCell[])[]>, locale = 'en_US'): Book {
  return {
    name: 'Test',
    timeZone: 'Asia/Kolkata',
    locale,
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
  };
}

const open: Emulator[] = [];

/** An emulator with these functions as the script. */
export function emulate(
  code: string,
  sheets: Record<string, readonly (readonly BookCell[])[]> = { Data: [] },
  options: Partial<EmulatorOptions> = {},
): Emulator {
  const emulator = createNodeEmulator({
    files: { code, sidebar: '<p>sidebar</p>', manifest: manifest() },
    book: book(sheets),
    now: MONDAY,
    user: 'ana@example.com',
    ...options,
  });
  open.push(emulator);
  return emulator;
}

export function disposeAll(): void {
  for (const emulator of open.splice(0)) emulator.dispose();
}

/** Runs the function `f` of a script as a menu click and gives what it returned; throws what it threw. */
export function evaluate(emulator: Emulator, functionName = 'f', ...args: unknown[]): unknown {
  const { value, error } = emulator.run(functionName, 'menu', ...args);
  if (error) throw new Error(error.message);
  return value;
}
