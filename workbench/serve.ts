import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename, extname, join } from 'node:path';
import esbuild from 'esbuild';
import { isImportable } from './files/import-files.js';

const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The workbench as a static site, path to content: the page, its bundle, and the add-on under `dist/`. Any web server
 * can host it, under any path.
 *
 * @param root The project's top folder.
 * @param addOn The folder of the add-on's built files.
 */
async function buildSite(root: string, addOn = join(root, 'dist')): Promise<Map<string, Uint8Array>> {
  const page = join(root, 'workbench/page');
  const bundle = await esbuild.build({
    entryPoints: [join(page, 'main.ts'), join(page, 'style.css')],
    bundle: true,
    // Univer's dictionaries of hyphenation are half of its code, and loaded only for a text that is hyphenated.
    splitting: true,
    write: false,
    outdir: page,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  });
  const site = new Map<string, Uint8Array>(bundle.outputFiles.map((file) => [basename(file.path), file.contents]));
  for (const name of ['index.html', 'icon.svg']) site.set(name, await readFile(join(page, name)));
  for (const name of ['Code.js', 'sidebar.html', 'appsscript.json']) {
    const content = await readFile(join(addOn, name)).catch(() => {
      throw new Error(`Workbench: ${join(addOn, name)} is missing; run npm run build first`);
    });
    site.set(`dist/${name}`, content);
  }
  site.set('folder.json', Buffer.from('[]'));
  return site;
}

export interface WorkbenchOptions {
  readonly root: string;
  /** The folder of the add-on's built files; `dist/` of the project when absent. */
  readonly addOn?: string;
  /** A folder whose csv and xlsx files the page offers for import. */
  readonly folder?: string;
  /** The port wanted; without it the first free one from 4173. 0 lets the system choose. */
  readonly port?: number;
}

/** Serves the workbench on this machine alone. */
export async function startWorkbench(options: WorkbenchOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const { port: wanted } = options;
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535)) {
    throw new Error(`Workbench: port ${wanted} is no port; give a whole number from 0 to 65535`);
  }
  const site = await buildSite(options.root, options.addOn);
  if (options.folder !== undefined) await offerFolder(site, options.folder);
  const tags = new Map([...site].map(([path, content]) => [path, tagOf(content)]));
  const server = createServer((request, response) => {
    const path = requestedPath(request.url ?? '/');
    const content = site.get(path);
    const tag = tags.get(path);
    // An unchanged bundle is neither sent nor compiled again.
    const known = tag !== undefined && request.headers['if-none-match'] === tag;
    response.writeHead(known ? 304 : content ? 200 : 404, {
      ...(tag !== undefined && { etag: tag }),
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    response.end(known || request.method === 'HEAD' ? undefined : (content ?? `Nothing at /${path}`));
  });
  const port = await listen(server, wanted);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((problem) => {
          if (problem) reject(problem);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function tagOf(content: Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('base64url')}"`;
}

function requestedPath(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1) || 'index.html';
  } catch {
    // Not an address at all; nothing is there.
    return url;
  }
}

async function offerFolder(site: Map<string, Uint8Array>, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Error(`Workbench: folder "${folder}" cannot be read; give one that exists`);
  });
  const names = entries.filter((entry) => entry.isFile() && isImportable(entry)).map((entry) => entry.name);
  for (const name of names) site.set(`folder/${name}`, await readFile(join(folder, name)));
  site.set('folder.json', Buffer.from(JSON.stringify(names.sort())));
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  const ports = wanted === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [wanted];
  for (const port of ports) {
    const bound = await new Promise<number | null>((resolve, reject) => {
      const fail = (problem: NodeJS.ErrnoException) => {
        if (problem.code === 'EADDRINUSE') resolve(null);
        else reject(problem);
      };
      server.once('error', fail);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', fail);
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
    if (bound !== null) return bound;
  }
  throw new Error(`Workbench: port ${ports.join(', ')} is in use; give another with --port`);
}
