// `npm test`: sets up a fresh machine, runs every check and every test, and ends with the counts of the runner's reports.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';
import { installPackages, root, runQuietly } from './project.mjs';

/** The process zones that the suite runs under; neither is one of the books' or of the script. */
const ZONES = ['America/St_Johns', 'Pacific/Chatham'];
/** Days, months and what is computed of them run under a third one, whose clocks go back for Ramadan. */
const THIRD_ZONE = 'Africa/Casablanca';
const DATED = ['test/domain', 'test/functions', 'test/records', 'test/watch', 'test/bundle/zones'];

/**
 * Whatever is run: a check or a suite. A check counts as one that passed or failed.
 *
 * @typedef {{ name: string, program: string, args: readonly string[], env?: Record<string, string>, report?: string }} Job
 */

/** @type {readonly Job[]} */
const CHECKS = [
  { name: 'format', program: 'prettier', args: ['--check', '--log-level=warn', '.'] },
  ...['src', 'src/tsconfig.pure.json', 'sidebar', 'workbench', 'test', 'bench', 'scripts'].map((project) => ({
    name: `types of ${project}`,
    program: 'tsc',
    args: ['-p', project],
  })),
  { name: 'walls', program: 'depcruise', args: ['src', 'sidebar', 'workbench'] },
  { name: 'dead code', program: 'knip', args: [] },
];

/**
 * One vitest project under a process zone, in one process: two jobs run at a time.
 *
 * @param {string} project
 * @param {string} zone
 * @param {readonly string[]} places folders and files; all when there is none.
 * @returns {Job}
 */
function suite(project, zone, places = []) {
  const report = join(root, `.cache/report-${project}-${zone.replace('/', '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...places, '--project', project, '--maxWorkers=1', ...reporters];
  return { name: `${project} under ${zone}`, program: 'vitest', args, env: { TZ: zone, CHROMIUM: chromium }, report };
}

/**
 * Runs a job and tells how it went, with its output in one piece when it failed.
 *
 * @param {Job} job
 */
async function perform({ name, program, args, env, report }) {
  const started = Date.now();
  if (report) await rm(report, { force: true });
  const { code, output } = await runQuietly(join(root, 'node_modules/.bin', program), args, env);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const { passed, failed } = report
    ? await countsOf(report, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const counts = report ? `: ${passed} passed, ${failed} failed` : '';
  // What the simulation played and counted belongs to the record of a run that passed, too.
  for (const line of output.match(/simulation seed \d+|simulated \{.*\}/g) ?? []) console.log(line);
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}${counts} (${seconds} s)${failed === 0 ? '' : `\n${output}`}`);
  return { passed, failed };
}

/**
 * What a runner's report says; a run that ended badly has at least one failure.
 *
 * @param {string} report
 * @param {number} code
 */
async function countsOf(report, code) {
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(text);
  // A file that cannot be loaded has no failed test of its own.
  const failed = numFailedTests > 0 || code === 0 ? numFailedTests : Math.max(1, numFailedTestSuites);
  return { passed: numPassedTests, failed };
}

await installPackages();
const { build } = await import('./build.mjs');
await build();
const chromium = await chromiumPath();
const [first = '', second = ''] = ZONES;
/** The slowest first, so that two at a time end together. */
const waiting = [
  suite('once', first),
  suite('browser', first),
  suite('node', first),
  suite('node', second),
  { name: 'lint', program: 'eslint', args: ['--max-warnings=0', '.'] },
  suite('node', THIRD_ZONE, DATED),
  ...CHECKS,
];
let passed = 0;
let failed = 0;
const worker = async () => {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    const counts = await perform(job);
    passed += counts.passed;
    failed += counts.failed;
  }
};
await Promise.all([worker(), worker()]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
