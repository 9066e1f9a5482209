import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorOptions } from '../../workbench/apps-script/api.js';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../dist', name), 'utf8');

/** The built files, as they would be pushed. */
export const builtFiles = (): EmulatorOptions['files'] => ({
  code: read('Code.js'),
  sidebar: read('sidebar.html'),
  manifest: read('appsscript.json'),
});
