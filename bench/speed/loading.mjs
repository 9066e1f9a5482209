import { median } from './measure.mjs';
import { code, emptyContext, loadBundle } from './bundle.mjs';

/**
 * How long a fresh context takes to load the bundle and how large the bundle is. Other contexts of this process leave
 * their compiled code behind, so the first load of all is told apart: only that one is as cold as Sheets'.
 *
 * @returns {{ first: number, later: number, kilobytes: number }} milliseconds, milliseconds, kB.
 */
export function measureLoading() {
  const times = [];
  for (let turn = 0; turn < 21; turn++) {
    const context = emptyContext();
    const start = performance.now();
    loadBundle(context);
    times.push(performance.now() - start);
  }
  const [first = NaN, ...later] = times;
  return { first, later: median(later), kilobytes: Buffer.byteLength(code) / 1000 };
}
