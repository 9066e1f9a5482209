// Builds dist/: Code.js, sidebar.html and appsscript.json, exactly what `clasp push` sends.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { formulaCatalogue } from './formula-catalogue.mjs';
import { guidanceSections } from './guidance.mjs';
import { root } from './project.mjs';
import { readPublicFunctions, stubOf } from './public-functions.mjs';

/** What the bundle is called among the script's globals. */
const BUNDLE = 'Bellwether';

/**
 * Bundles src/main.ts into one object and adds a top-level function for each of its exports: the names that Sheets,
 * menus, triggers and the sidebar look for. Minified, because Sheets loads all of it anew for every call of a cell
 * function; in short lines, with a source map in .cache, so that a line of a stack trace can be looked up.
 *
 * @param {string} folder
 * @param {boolean} webhooks
 */
async function buildCode(folder, webhooks) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'src/main.ts')],
    outfile: join(folder, 'Code.js'),
    bundle: true,
    write: false,
    format: 'iife',
    globalName: BUNDLE,
    target: 'es2019',
    banner: { js: '/** @OnlyCurrentDoc */' },
    minify: true,
    lineLimit: 120,
    charset: 'utf8',
    legalComments: 'inline',
    sourcemap: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: {
      FORMULA_CATALOGUE: JSON.stringify(JSON.stringify(formulaCatalogue())),
      GUIDANCE: JSON.stringify(JSON.stringify(guidanceSections())),
      WEBHOOKS: String(webhooks),
    },
  });
  const text = (/** @type {string} */ ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const stubs = readPublicFunctions().map((entry) => stubOf(entry, BUNDLE));
  await Promise.all([
    writeFile(join(folder, 'Code.js'), [text('Code.js'), ...stubs].join('\n')),
    writeFile(join(root, `.cache/Code${webhooks ? '-webhooks' : ''}.js.map`), text('.map')),
  ]);
}

/**
 * Bundles the sidebar into one HTML file with its script and style inlined.
 *
 * @param {string} folder
 */
async function buildSidebar(folder) {
  const bundle = await esbuild.build({
    entryPoints: [join(root, 'sidebar/main.tsx')],
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    // Elements as plain calls of `h`: a sixteenth less than what jsx-runtime makes of them.
    inject: [join(root, 'sidebar/jsx.ts')],
    tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
  });
  const text = (/** @type {string} */ ending) =>
    bundle.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const page = await readFile(join(root, 'sidebar/index.html'), 'utf8');
  const html = page
    .replace('<!-- style -->', () => `<style>${text('.css')}</style>`)
    .replace('<!-- script -->', () => `<script>${text('.js').replaceAll('</script', '<\\/script')}</script>`);
  await writeFile(join(folder, 'sidebar.html'), html);
}

/** The scope that posting to an address outside Google takes; asking for it unasked would cost every user a warning. */
const WEBHOOK_SCOPE = 'https://www.googleapis.com/auth/script.external_request';

/**
 * The manifest, with the scope of webhooks only where they are built in.
 *
 * @param {string} folder
 * @param {boolean} webhooks
 */
async function buildManifest(folder, webhooks) {
  const text = await readFile(join(root, 'appsscript.json'), 'utf8');
  const manifest = JSON.parse(text);
  const scopes = [...manifest.oauthScopes, WEBHOOK_SCOPE];
  const extended = `${JSON.stringify({ ...manifest, oauthScopes: scopes }, null, 2)}\n`;
  await writeFile(join(folder, 'appsscript.json'), webhooks ? extended : text);
}

/**
 * Builds aside and moves the whole folder into place, so that nobody ever reads half of a build.
 *
 * @param {{ webhooks?: boolean, dist?: string }} options webhooks to Slack and Google Chat are built in with the flag
 *   --webhooks alone.
 */
export async function build({ webhooks = process.argv.includes('--webhooks'), dist = join(root, 'dist') } = {}) {
  const aside = join(root, `.cache/${basename(dist)}-${process.pid}`);
  await mkdir(aside, { recursive: true });
  await Promise.all([buildCode(aside, webhooks), buildSidebar(aside), buildManifest(aside, webhooks)]);
  await rm(dist, { recursive: true, force: true });
  await rename(aside, dist);
}

if (process.argv[1] === import.meta.filename) await build();
