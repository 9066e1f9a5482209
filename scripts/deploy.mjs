// `npm run deploy`: builds and pushes with clasp, or says what to do first.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installPackages, root, run } from './project.mjs';

const { scriptId } = JSON.parse(await readFile(join(root, '.clasp.json'), 'utf8'));
if (!existsSync(join(homedir(), '.clasprc.json'))) {
  console.error('Not logged in. Run `npx clasp login`, then `npm run deploy` again.');
  process.exitCode = 1;
} else if (scriptId === 'your-script-id') {
  console.error(
    'No script id in .clasp.json. Create a standalone script project at script.google.com, copy its id from\n' +
      'Project settings into "scriptId", then run `npm run deploy` again.',
  );
  process.exitCode = 1;
} else {
  await installPackages();
  const { build } = await import('./build.mjs');
  await build();
  process.exitCode = await run(join(root, 'node_modules/.bin/clasp'), ['push', '--force']);
}
