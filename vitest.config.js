import { defineConfig } from 'vitest/config';

/**
 * What no process zone can change, and what takes a while: under one zone is enough. The emulator gives the built add-on
 * its own clock and zone; that it does is held by test/apps-script, and what a scan makes of it by test/bundle/watch.test.ts,
 * both under each zone.
 */
const ONCE = [
  ...[
    'test/bench/*.test.ts',
    'test/docs/*.test.ts',
    'test/bundle/long-ranges.test.ts',
    'test/bundle/bad-input.test.ts',
  ],
  ...['test/bundle/public-surface.test.ts', 'test/bundle/formulas.test.ts', 'test/bundle/watch-runs.test.ts'],
  ...['test/bundle/watch-cuts.test.ts', 'test/bundle/simulation.test.ts', 'test/bundle/watch-scale.test.ts'],
  ...['test/messages/cell-text.test.ts', 'test/workbench/serve.test.ts', 'test/workbench/other-conventions.test.ts'],
];

/** Files share a process, so that Univer is loaded once; none of them changes what another one sees. */
const SHARED = { isolate: false };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...SHARED,
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...ONCE],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...SHARED,
          name: 'once',
          include: ONCE,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...SHARED,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
