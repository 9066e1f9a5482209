// `npm test`: sets up a fresh machine, runs every check and every test, and ends with the counts of the runner's reports.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';
import { installPackages, root, run, runQuietly } from './project.mjs';

/** The process zones that the suite runs under; neither is one of the books' or of the script. */
const ZONES = ['America/St_Johns', 'Pacific/Chatham'];
/** Days, months and what is computed of them run under a third one, whose clocks go back for Ramadan. */
const THIRD_ZONE = 'Africa/Casablanca';
const DATED = ['test/domain', 'test/functions', 'test/records', 'test/watch', 'test/bundle/zones'];

/** The slowest first, so that two at a time end together. */
const CHECKS = [
  ['lint', 'eslint', '--max-warnings=0', '.'],
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ...['src', 'src/tsconfig.pure.json', 'sidebar', 'workbench', 'test', 'bench', 'scripts'].map((project) => [
    `types of ${project}`,
    'tsc',
    '-p',
    project,
  ]),
  ['walls', 'depcruise', 'src', 'sidebar', 'workbench'],
  ['dead code', 'knip'],
];

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** Runs the checks two at a time, the output of each in one piece; gives the number of those that failed. */
async function check() {
  const waiting = [...CHECKS];
  let failed = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name = '', command = '', ...args] = next;
      const started = Date.now();
      const { code, output } = await runQuietly(bin(command), args);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)${code === 0 ? '' : `\n${output}`}`);
      if (code !== 0) failed++;
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

/**
 * Runs one vitest project under a process zone.
 *
 * @param {string} project
 * @param {string} zone
 * @param {readonly string[]} places folders and files; all when there is none.
 * @param {Record<string, string>} env
 */
async function suite(project, zone, places, env) {
  const report = join(root, `.cache/report-${project}-${zone.replace('/', '-')}.json`);
  const args = [
    'run',
    ...places,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  await rm(report, { force: true });
  const code = await run(bin('vitest'), args, { ...env, TZ: zone });
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(await readFile(report, 'utf8'));
  // A file that cannot be loaded has no failed test of its own.
  const failed = numFailedTests > 0 || code === 0 ? numFailedTests : Math.max(1, numFailedTestSuites);
  return { passed: numPassedTests, failed };
}

await installPackages();
const { build } = await import('./build.mjs');
await build();
const chromium = await chromiumPath();

let failed = await check();
let passed = CHECKS.length - failed;
/** @type {[project: string, zone: string, places: readonly string[]][]} */
const suites = [
  ['node', ZONES[0] ?? '', []],
  ['node', ZONES[1] ?? '', []],
  ['node', THIRD_ZONE, DATED],
  ['once', ZONES[0] ?? '', []],
  ['browser', ZONES[0] ?? '', []],
];
for (const [project, zone, places] of suites) {
  const counts = await suite(project, zone, places, { CHROMIUM: chromium });
  console.log(`${project} under ${zone}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
