import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { builtFiles } from './bundle.js';

const root = join(import.meta.dirname, '../..');

describe('what is pushed to Apps Script', () => {
  it('is three files', () => {
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
  });

  it('is what clasp would push', () => {
    const clasp = join(root, 'node_modules/.bin/clasp');
    const status = JSON.parse(execFileSync(clasp, ['show-file-status', '--json'], { cwd: root, encoding: 'utf8' })) as {
      filesToPush: string[];
    };
    expect([...status.filesToPush].sort()).toEqual(['dist/Code.js', 'dist/appsscript.json', 'dist/sidebar.html']);
  });

  it('stays as small as ARCHITECTURE says: under 480 KB of code, at most 60 KB of sidebar', () => {
    const size = (name: string): number => statSync(join(root, 'dist', name)).size;
    expect(size('Code.js')).toBeLessThan(480_000);
    expect(size('sidebar.html')).toBeLessThanOrEqual(60 * 1024);
  });

  it('is a language that Apps Script parses', () => {
    expect(() => parse(builtFiles().code, { ecmaVersion: 2019 })).not.toThrow();
  });
});

describe('the public globals', () => {
  it('are these and no others, and nothing runs when they are loaded', () => {
    const context = vm.createContext({});
    const names = (): Set<string> =>
      new Set(vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]);
    const before = names();
    vm.runInContext(builtFiles().code, context);
    expect([...names()].filter((name) => !before.has(name)).sort()).toMatchInlineSnapshot(`
      [
        "ANNUALIZE",
        "ASOF",
        "BENCHMARK",
        "BENDING",
        "BENDKIND",
        "BENDSIZE",
        "BENTWEEKS",
        "BRIER",
        "Bellwether",
        "COHORTRETENTION",
        "CONTRACTIONRATE",
        "CSAT",
        "CSMRATIO",
        "EXPANSIONRATE",
        "FORECASTACCURACY",
        "GRR",
        "HEALTHBAND",
        "HEALTHCOMPLETENESS",
        "HEALTHSCORE",
        "HEALTHWHY",
        "KRPACE",
        "KRPROGRESS",
        "KRSTATUS",
        "LOGOCHURN",
        "LOGORETENTION",
        "MRRLEDGER",
        "MRRMOVEMENTS",
        "MRRSNAPSHOT",
        "NPS",
        "NRR",
        "NRRPOLICIES",
        "OKRSCORE",
        "QUICKRATIO",
        "RETENTIONDIAGNOSIS",
        "REVENUECHURN",
        "SIGNALBACKTEST",
        "SURPRISEDCHURN",
        "TTFV",
        "TTFVCOHORTS",
        "WEEKLY",
        "WEEKLYFOR",
        "callFromSidebar",
        "onInstall",
        "onOpen",
        "openSidebar",
        "runSelfTest",
        "tick",
      ]
    `);
  });
});
