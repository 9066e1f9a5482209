// npm start [-- FOLDER] [--port N]: from a fresh checkout to the workbench in the browser, with one command.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages, root } from './project.mjs';

const server = join(root, '.cache/serve.mjs');

/**
 * Node 20 runs no TypeScript: the server is bundled like everything else.
 *
 * @returns {Promise<typeof import('../workbench/serve.js')>}
 */
async function loadServer() {
  const { default: esbuild } = await import('esbuild');
  await esbuild.build({
    entryPoints: [join(root, 'workbench/serve.ts')],
    outfile: server,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return import(pathToFileURL(server).href);
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  const [folder] = positionals;
  await installPackages();
  const started = Date.now();
  console.log('Building the add-on ...');
  const { build } = await import('./build.mjs');
  await build();
  console.log('Building the workbench ...');
  const { startWorkbench } = await loadServer();
  const workbench = await startWorkbench({
    root,
    ...(folder !== undefined && { folder: resolve(folder) }),
    ...(values.port !== undefined && { port: Number(values.port) }),
  });
  console.log(`Ready in ${((Date.now() - started) / 1000).toFixed(1)} s: open ${workbench.url}  (Ctrl-C ends it)`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void workbench.close().then(() => process.exit(0)));
  }
}

main().catch((problem) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
