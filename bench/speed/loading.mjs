import { median } from './measure.mjs';
import { makeTables } from './tables.mjs';
import { code, emptyContext, loadBundle } from './bundle.mjs';

const ACCOUNTS = 10_000;

/**
 * How long a fresh context takes to load the bundle and how large the bundle is. Other contexts of this process leave
 * their compiled code behind, so the first load of all is told apart: only that one is as cold as Sheets'.
 *
 * @returns {{ first: number, later: number, firstCall: number, kilobytes: number }} milliseconds, and kB; `firstCall` is the median of
 * a first NRR in a context of its own, as Sheets makes every call a first one.
 */
export function measureLoading() {
  const times = [];
  const firstCalls = [];
  for (let turn = 0; turn < 21; turn++) {
    const context = emptyContext();
    const start = performance.now();
    const { NRR } = loadBundle(context);
    times.push(performance.now() - start);
    const { starting, ending } = makeTables(context, ACCOUNTS);
    const called = performance.now();
    NRR?.(starting, ending);
    firstCalls.push(performance.now() - called);
  }
  const [first = NaN, ...later] = times;
  return { first, later: median(later), firstCall: median(firstCalls), kilobytes: Buffer.byteLength(code) / 1000 };
}
