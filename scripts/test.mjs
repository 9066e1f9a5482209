// `npm test`: sets up a fresh machine, runs every check and every test, and ends with the counts of the runner's reports.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';
import { installPackages, root, run } from './project.mjs';

/** The process zones that the suite runs under; neither is a zone that the tests give a spreadsheet or a script. */
const ZONES = ['America/St_Johns', 'Pacific/Chatham'];

const CHECKS = [
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ...['src', 'src/tsconfig.pure.json', 'sidebar', 'workbench', 'test', 'bench', 'scripts'].map((project) => [
    `types of ${project}`,
    'tsc',
    '-p',
    project,
  ]),
  ['lint', 'eslint', '--max-warnings=0', '.'],
  ['walls', 'depcruise', 'src', 'sidebar', 'workbench'],
  ['dead code', 'knip'],
];

/** @param {string} name @param {string[]} args */
const tool = (name, args, env = {}) => run(join(root, 'node_modules/.bin', name), args, env);

/**
 * Runs one vitest project under a process zone.
 *
 * @param {string} project
 * @param {string} zone
 * @param {Record<string, string>} env
 */
async function suite(project, zone, env) {
  const report = join(root, `.cache/report-${project}-${zone.replace('/', '-')}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await tool('vitest', args, { ...env, TZ: zone });
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(await readFile(report, 'utf8'));
  // A file that cannot be loaded has no failed test of its own.
  const failed = numFailedTests > 0 || code === 0 ? numFailedTests : Math.max(1, numFailedTestSuites);
  return { passed: numPassedTests, failed };
}

await installPackages();
const { build } = await import('./build.mjs');
await build();
const chromium = await chromiumPath();

let passed = 0;
let failed = 0;
for (const [name = '', command = '', ...args] of CHECKS) {
  const started = Date.now();
  const code = await tool(command, args);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code === 0) passed++;
  else failed++;
}
const suites = [...ZONES.map((zone) => ['node', zone]), ['browser', ZONES[0]]];
for (const [project = '', zone = ''] of suites) {
  const counts = await suite(project, zone, { CHROMIUM: chromium });
  console.log(`${project} under ${zone}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
