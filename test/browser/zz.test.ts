import { it } from 'vitest';
import { WorkbenchBrowser, values } from './browser.js';
import { SMALL_BOOK } from './small-book.js';
it('x', async () => {
  let t = performance.now();
  const lap = (l: string) => { const n = performance.now(); console.log(l, Math.round(n - t)); t = n; };
  const w = await WorkbenchBrowser.start(); lap('start');
  for (let i = 0; i < 3; i++) {
    const p = await w.open({}, SMALL_BOOK); lap('small');
    console.log(await values(p, 'Dashboard!B2'));
    t = performance.now();
    await p.context().close(); lap('close');
  }
  const p = await w.open(); lap('sample'); await p.reload(); await (await import('./browser.js')).ready(p); lap('reload');
  await w.close(); lap('end');
});
