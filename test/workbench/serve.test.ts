import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench } from '../../workbench/serve.js';
import { probeAddOn } from '../browser/editor-add-on.js';
import { root } from '../browser/browser.js';

describe('the served workbench', () => {
  let server: Awaited<ReturnType<typeof startWorkbench>>;
  let addOn: string;
  let folder: string;

  beforeAll(async () => {
    addOn = await probeAddOn();
    folder = await mkdtemp(join(tmpdir(), 'tables-'));
    await writeFile(join(folder, 'b & c.csv'), 'x\n1\n');
    await writeFile(join(folder, 'a.xlsx'), '');
    await writeFile(join(folder, 'notes.md'), 'no table');
    server = await startWorkbench({ root, addOn, folder, port: 0 });
  });

  afterAll(async () => {
    await server.close();
  });

  const get = (path: string) => fetch(server.url + path);

  it('has a page that allows no foreign address', async () => {
    const page = await get('');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = /content="([^"]*default-src[^"]*)"/.exec(await page.text())?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('offers the tables of the folder, and nothing else of it', async () => {
    expect(await (await get('folder.json')).json()).toEqual(['a.xlsx', 'b & c.csv']);
    expect(await (await get(`folder/${encodeURIComponent('b & c.csv')}`)).text()).toBe('x\n1\n');
    expect((await get('folder/notes.md')).status).toBe(404);
  });

  it.each(['package.json', 'dist/../package.json', '..%2f..%2fetc%2fpasswd', '%'])(
    'has nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('sends nothing again that the browser has already', async () => {
    const first = await get('main.js');
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}main.js`, { headers: { 'if-none-match': tag } });
    expect([first.status, again.status, (await again.text()).length]).toEqual([200, 304, 0]);
    const other = await fetch(`${server.url}index.html`, { headers: { 'if-none-match': tag } });
    expect(other.status).toBe(200);
    expect(await other.text()).toContain('main.js');
  });

  it('says which port is taken and what to do', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startWorkbench({ root, addOn, port })).rejects.toThrow(
      `Workbench: port ${port} is in use; give another with --port`,
    );
  });

  it.each([
    [
      'folder',
      { folder: '/no/such/folder' },
      'Workbench: folder "/no/such/folder" cannot be read; give one that exists',
    ],
    ['add-on', { addOn: '/no/add-on' }, 'Workbench: /no/add-on/Code.js is missing; run npm run build first'],
    ['port', { port: Number.NaN }, 'Workbench: port NaN is no port; give a whole number from 0 to 65535'],
  ])('refuses a wrong %s in one sentence', async (_, wrong, message) => {
    await expect(startWorkbench({ root, addOn, ...wrong })).rejects.toThrow(message);
  });
});
