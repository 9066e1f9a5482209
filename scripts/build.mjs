// Builds dist/: Code.js, sidebar.html and appsscript.json, exactly what `clasp push` sends.
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';
import { root } from './project.mjs';

/** The library that alone knows time zones, cut down to what src/ imports of it. */
const ZONES = 'temporal-polyfill/fns/PlainDateTime';
const zonesBundle = join(root, '.cache/zones.js');

/** esbuild drops the unused four fifths of the library and lowers its BigInt literals; TypeScript does neither. */
async function bundleZones() {
  await esbuild.build({
    stdin: { contents: `export { create, toZonedDateTime } from '${ZONES}'`, resolveDir: root },
    outfile: zonesBundle,
    bundle: true,
    format: 'esm',
    target: 'es2019',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'inline',
  });
}

/**
 * Bundles src/main.ts. ts-loader and no minifier, because other combinations lose the JSDoc or the top-level
 * declarations that Sheets looks for; libraries go through the same loader, so that the whole bundle is ES2019.
 *
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function buildCode(folder) {
  await bundleZones();
  // Sheets shows the comments of main.ts; all others are read in src/, and would be a third of the bundle.
  const transpile = (/** @type {boolean} */ removeComments) => ({
    loader: 'ts-loader',
    options: {
      transpileOnly: true,
      instance: removeComments ? 'inner' : 'main',
      configFile: join(root, 'src/tsconfig.json'),
      compilerOptions: { noEmit: false, allowJs: true, removeComments },
    },
  });
  const main = join(root, 'src/main.ts');
  const compiler = webpack({
    mode: 'production',
    devtool: false,
    context: root,
    entry: './src/main.ts',
    target: ['web', 'es2019'],
    output: { path: folder, filename: 'Code.js' },
    resolve: {
      alias: { [`${ZONES}$`]: zonesBundle },
      extensions: ['.ts', '.tsx', '.js'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    },
    module: {
      rules: [
        { include: main, use: transpile(false) },
        { test: /\.(tsx?|m?js)$/, exclude: main, use: transpile(true) },
      ],
    },
    optimization: { minimize: false },
    performance: { hints: false },
    plugins: [new GasPlugin({ comment: true })],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (!stats || stats.hasErrors()) reject(new Error(stats?.toString({ colors: false }) ?? 'webpack failed'));
      else resolve();
    });
  });
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
