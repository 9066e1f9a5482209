// Builds dist/: Code.js, sidebar.html and appsscript.json, exactly what `clasp push` sends.
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { formulaCatalogue } from './formula-catalogue.mjs';
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
 */
async function buildCode(folder) {
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
    define: { FORMULA_CATALOGUE: JSON.stringify(JSON.stringify(formulaCatalogue())) },
  });
  const text = (/** @type {string} */ ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const stubs = readPublicFunctions().map((entry) => stubOf(entry, BUNDLE));
  await Promise.all([
    writeFile(join(folder, 'Code.js'), [text('Code.js'), ...stubs].join('\n')),
    writeFile(join(root, '.cache/Code.js.map'), text('.map')),
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
    target: 'es2020',
    minify: true,
    charset: 'ascii',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const text = (/** @type {string} */ ending) =>
    bundle.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const page = await readFile(join(root, 'sidebar/index.html'), 'utf8');
  const html = page
    .replace('<!-- style -->', () => `<style>${text('.css')}</style>`)
    .replace('<!-- script -->', () => `<script>${text('.js').replaceAll('</script', '<\\/script')}</script>`);
  await writeFile(join(folder, 'sidebar.html'), html);
}

/** Builds aside and moves the whole folder into place, so that nobody ever reads half of a build. */
export async function build() {
  const aside = join(root, `.cache/dist-${process.pid}`);
  const dist = join(root, 'dist');
  await mkdir(aside, { recursive: true });
  await Promise.all([
    buildCode(aside),
    buildSidebar(aside),
    copyFile(join(root, 'appsscript.json'), join(aside, 'appsscript.json')),
  ]);
  await rm(dist, { recursive: true, force: true });
  await rename(aside, dist);
}

if (process.argv[1] === import.meta.filename) await build();
