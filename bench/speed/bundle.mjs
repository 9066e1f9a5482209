import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { root } from '../../scripts/project.mjs';

/** The text of the built bundle. */
export const code = readFileSync(join(root, 'dist/Code.js'), 'utf8');

/**
 * A context as Sheets starts one for every call, with no code loaded yet.
 *
 * @returns {vm.Context}
 */
export function emptyContext() {
  const spreadsheet = { getSpreadsheetTimeZone: () => 'Europe/Berlin' };
  return vm.createContext({ console, SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet } });
}

/**
 * Loads the built bundle.
 *
 * @param {vm.Context} context
 * @returns {Record<string, (...args: unknown[]) => unknown>} its globals by name.
 */
export function loadBundle(context) {
  vm.runInContext(code, context, { filename: 'Code.js' });
  return context;
}
