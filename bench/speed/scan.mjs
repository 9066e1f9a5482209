import vm from 'node:vm';
import { emptyContext, loadBundle } from './bundle.mjs';
import { median } from './measure.mjs';
import { installMemoryBook } from './memory-book.mjs';

const [ACCOUNTS, WEEKS, PEOPLE] = [10_000, 26, 300];
const WEEK_MS = 7 * 86_400_000;

/**
 * The script's own time for a whole tick over 10,000 accounts with four indicators for 26 weeks and 300 people: the first, which
 * writes to 100 of them, and one in which nothing changed. Each run has a context of its own, as on the platform.
 *
 * @returns {{ first: number, quiet: number, mails: number }} milliseconds, medians.
 */
export function measureScan() {
  const times = { first: /** @type {number[]} */ ([]), quiet: /** @type {number[]} */ ([]) };
  let mails = 0;
  for (let turn = 0; turn < 5; turn++) {
    const context = emptyContext();
    const book = installMemoryBook(context, tabsFor(context));
    const { tick } = loadBundle(context);
    for (const list of [times.first, times.quiet]) {
      const start = performance.now();
      tick?.();
      list.push(performance.now() - start);
    }
    mails = book.mailCount();
  }
  return { first: median(times.first), quiet: median(times.quiet), mails };
}

/** @param {vm.Context} context its own Dates go into the cells. */
function tabsFor(context) {
  const RealmDate = /** @type {DateConstructor} */ (vm.runInContext('Date', context));
  const monday = Math.floor((Date.now() / 86_400_000 + 3) / 7) * 7 - 3;
  const weeks = Array.from({ length: WEEKS }, (_, at) => monday * 86_400_000 - (WEEKS - at) * WEEK_MS);
  const csmOf = (/** @type {number} */ i) => `csm${String(i % PEOPLE)}@x.example`;
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => [`Account ${String(i)}`, csmOf(i), 10_000 + i]);
  const signals = accounts.flatMap(([name], i) => {
    return weeks.map((week, at) => {
      const usage = i % 101 === 0 ? 1000 - at : 1000 + (at % 2);
      return [new RealmDate(week), name, usage, 40 + (at % 3), 5 + (at % 2), 8 - (at % 2)];
    });
  });
  const team = Array.from({ length: PEOPLE }, (_, i) => [`CSM ${String(i)}`, csmOf(i), 'CSM', 'CS']);
  // Whenever the bench runs, everybody is at work and the week that ended is due.
  const settings = [
    ...[
      ['Work starts at', 0],
      ['Work ends at', 24],
      ['Working days', 'Mon-Sun'],
      ['Scan hour', 0],
    ],
    ...[['Team time zone', 'Etc/UTC']],
  ];
  return new Map([
    ['Settings', [['Setting', 'Value'], ...settings]],
    ['Accounts', [['Account', 'CSM', 'ARR'], ...accounts]],
    ['Signals', [['Week', 'Account', 'Usage', 'Executive engagement', 'Support volume', 'NPS'], ...signals]],
    ['Team', [['Name', 'E-mail', 'Role', 'Function'], ...team]],
  ]);
}
