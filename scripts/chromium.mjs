import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './project.mjs';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

async function found() {
  const { chromium } = await import('playwright-core');
  const candidates = [process.env['CHROMIUM'] ?? '', ...KNOWN, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/**
 * The Chromium that the browser tests drive: this machine's own; else Debian's package, as root; else playwright's download.
 *
 * @returns {Promise<string>} the path of its program.
 */
export async function chromiumPath() {
  const there = await found();
  if (there !== undefined) return there;
  console.log('Installing a Chromium for the browser tests...');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], env);
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], env);
  } else {
    await run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  }
  const installed = await found();
  if (installed === undefined)
    throw new Error('no Chromium could be installed; install one and set CHROMIUM to its path');
  return installed;
}
